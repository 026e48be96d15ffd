import type { BenchItem } from "../model/simulation"
import { word } from "./units"
import { spiceNumber, waveformText } from "./waveform"

/** The source of no volts that a bench item's current goes through. */
export const benchSense = ({ id }: Pick<BenchItem, "id">): string => `V_bench_${word(id)}`

/** What is joined to the board, between two nodes. Its current counts out of its plus. */
export function benchLines(item: BenchItem, plus: string, minus: string): string[] {
  const sense = benchSense(item)
  const own = (name: string): string => `b_${word(item.id).toLowerCase()}_${name}`
  const name = word(item.id)
  switch (item.kind) {
    case "supply": {
      const { volts, ohms, henries = 0, limitAmperes, limitWatts, farads } = item
      const ohm = spiceNumber(Math.max(ohms, 1e-3))
      const end = `V(${own("out")},${minus})`
      const limits = [
        ...(limitAmperes === undefined ? [] : [spiceNumber(limitAmperes)]),
        ...(limitWatts === undefined ? [] : [`${spiceNumber(limitWatts)} / max(${end}, 0.1)`]),
      ]
      const behind =
        limits.length === 0
          ? [`R_${name} ${own("set")} ${own("out")} ${ohm}`]
          : [
              // What it would give into nothing, cut at its limit, and never backwards.
              `B_${name} ${minus} ${own("out")} I = ${[...limits, `max(0, (V(${own("set")},${minus}) - ${end}) / ${ohm})`].reduceRight((inner, limit) => `min(${limit}, ${inner})`)}`,
              `C_${name} ${own("out")} ${minus} ${spiceNumber(farads ?? 1e-7)}`,
            ]
      return [
        `V_${name} ${own("set")} ${minus} ${waveformText(volts)}`,
        ...behind,
        ...(henries > 0
          ? [
              `L_${name} ${own("out")} ${own("end")} ${spiceNumber(henries)}`,
              // Leads lose more the faster it goes; without it ngspice follows ringing that no lead has.
              `R_${name}_loss ${own("out")} ${own("end")} 100`,
            ]
          : [`R_${name}_end ${own("out")} ${own("end")} 0.001`]),
        `${sense} ${own("end")} ${plus} 0`,
      ]
    }
    case "resistor":
      return [
        `R_${name} ${plus} ${own("mid")} ${spiceNumber(item.ohms)}`,
        `${sense} ${minus} ${own("mid")} 0`,
      ]
    case "capacitor":
      return [
        `C_${name} ${plus} ${own("mid")} ${spiceNumber(item.farads)}`,
        `${sense} ${minus} ${own("mid")} 0`,
      ]
    case "wire":
      return [`R_${name} ${plus} ${own("mid")} 0.01`, `${sense} ${minus} ${own("mid")} 0`]
  }
}
