import { measureText } from "../../typeface/font"
import type { CircuitFacts } from "../facts"
import { beyondEnd } from "../net-drawing"
import { textBox } from "../shapes"
import { gridMm, type Sheet } from "../sheet"
import { textHeights } from "../style"

/** What the layout of symbols has to know of nets. */
export interface NetContext {
  readonly facts: CircuitFacts
  /** Whether a net has a supply or ground symbol at its pins. */
  readonly symbol: (net: string) => boolean
  readonly supplyNames: Sheet["supplyNames"]
}

/** Reach of what hangs at the end of a line that leaves to the right, mm from that end. */
export interface Reach {
  readonly up: number
  readonly down: number
  readonly length: number
}

/** What stands at the end of a net's line: a cross, a supply or ground symbol, or its name. */
export function endReach(net: string | undefined, { facts, symbol, supplyNames }: NetContext): Reach {
  if (net === undefined) return { up: 0.9, down: 0.9, length: 1 }
  if (!symbol(net)) {
    const { minY, maxX, maxY } = textBox(beyondEnd(net, { x: 0, y: 0 }, "right"))
    return { up: -minY, down: maxY, length: gridMm + maxX + 0.6 }
  }
  if (facts.grounds.has(net)) return { up: 0.4, down: 2.8, length: gridMm + 2 }
  return { up: 5.1, down: 0.4, length: gridMm + supplyHalf(supplyNames[net] ?? net) + 0.4 }
}

/** Reach of a pin's name above and below its line, mm. */
export function nameReach(name: string): Pick<Reach, "up" | "down"> {
  const { ascentMm, descentMm } = measureText(name, textHeights.pinName)
  return { up: ascentMm - textHeights.pinName / 2, down: descentMm + textHeights.pinName / 2 }
}

export const supplyHalf = (text: string): number =>
  Math.max(1.6, measureText(text, textHeights.power, 600).widthMm / 2)

export const fieldWidth = (part: string, value: string): number =>
  measureText(part, textHeights.field, 600).widthMm +
  (value === "" ? 0 : 1.4 + measureText(value, textHeights.field).widthMm)

/** Steps that hold so many mm. */
export const stepsFor = (mm: number): number => Math.ceil(mm / gridMm - 0.001)
