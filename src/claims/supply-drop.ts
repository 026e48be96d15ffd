import { netName } from "../circuit/view"
import type { Claim } from "../model/claim"
import type { Figure, Finding } from "../model/finding"
import { pinOf, rounded } from "./claim"

/**
 * Voltage lost in the copper of a supply's way, from the tracks as they are: legs from pad to pad of one net each,
 * joined by whatever lies between (a jumper, a switch).
 */
export function supplyDrop(
  legs: readonly (readonly [from: string, to: string])[],
  amperes: number,
  maxDropVolts: number,
): Claim {
  return {
    id: "budget/supply-drop",
    title: "Voltage lost in the supply's copper",
    says: { legs, amperes, maxDropVolts },
    check: ({ circuit, copperPath }) => {
      const findings: Finding[] = []
      const figures: Figure[] = []
      let ohms = 0
      const pads = legs.map(([a, b]) => [pinOf(circuit, a), pinOf(circuit, b)] as const)
      for (const [a, b] of pads) {
        const net = netName(circuit, a)
        const path = net === undefined || netName(circuit, b) !== net ? undefined : copperPath(a, b)
        if (path === undefined) {
          findings.push({
            rule: "budget/supply-path",
            severity: "error",
            message: `no copper of net ${net ?? "(none)"} leads from ${a} to ${b}: what it feeds has no supply`,
            nets: net === undefined ? [] : [net],
            parts: [a, b],
          })
          continue
        }
        ohms += path.ohms
        figures.push({
          name: `${a} to ${b} (${net}): copper of ${path.mainLengthMm.toFixed(1)} mm, ${path.viasPassed} vias, narrowest ${path.narrowest?.widthMm ?? 0} mm`,
          value: rounded(path.ohms * 1e3),
          unit: "mOhm",
        })
      }
      if (findings.length > 0) return { findings, figures }
      const [from, to] = [pads[0]?.[0] ?? "", pads.at(-1)?.[1] ?? ""]
      const dropMv = rounded(ohms * amperes * 1e3)
      figures.push(
        { name: `${from} to ${to}, copper only`, value: rounded(ohms * 1e3), unit: "mOhm" },
        {
          name: `drop from ${from} to ${to} at ${amperes} A`,
          value: dropMv,
          unit: "mV",
          limit: maxDropVolts * 1e3,
        },
      )
      if (ohms * amperes < maxDropVolts) return { findings, figures }
      const nets = pads.flatMap(([a]) => netName(circuit, a) ?? [])
      findings.push({
        rule: "budget/supply-drop",
        severity: "error",
        message: `${dropMv} mV are lost from ${from} to ${to} at ${amperes} A (${rounded(ohms * 1e3)} mOhm), less than ${maxDropVolts * 1e3} mV allowed: wider or shorter tracks on ${nets.join(" and ")}`,
        measure: { value: dropMv, limit: maxDropVolts * 1e3, unit: "mV" },
        nets,
        parts: [from, to],
      })
      return { findings, figures }
    },
  }
}
