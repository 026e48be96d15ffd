import type { PartPlace, SymbolKind } from "../model/sheet"
import { gridMm } from "./sheet"
import { symbolDrawing, turnSide } from "./symbols/symbol"

export interface PreviewPlace {
  readonly x: number
  readonly y: number
  /** Degrees, counter-clockwise. */
  readonly rotation: number
}

/** tscircuit's units a step of the sheet: its two-pin symbols are four to five of ours long. */
const unitsPerStep = 0.3

/** How far tscircuit turns a two-pin symbol, whose pin 1 or anode is at the left, so that it is where the sheet has it. */
const turns = { left: 0, bottom: 90, right: 180, top: 270 } as const

/** A place without a symbol is that of a part with two pins. */
const twoPin: SymbolKind = { kind: "resistor" }

/**
 * Where tscircuit's own preview of the schematic (`schX`, `schY`, `schRotation`) draws the parts: its units, y up, the
 * middle of each symbol. Takes a derived sheet or a plan; a part in pieces stands where its first piece does.
 */
export function previewPlaces(sheet: { readonly parts: readonly PartPlace[] }): Record<string, PreviewPlace> {
  const places: Record<string, PreviewPlace> = {}
  for (const { part, symbol = twoPin, at, turn = 0 } of sheet.parts) {
    if (part in places) continue
    const { bounds, pins } = symbolDrawing(symbol)
    const box = symbol.kind === "box"
    const x = at[0] + (box ? (bounds.minX + bounds.maxX) / 2 / gridMm : 0)
    const y = at[1] + (box ? (bounds.minY + bounds.maxY) / 2 / gridMm : 0)
    const polar = symbol.kind === "diode" || symbol.kind === "led"
    const first = (polar ? undefined : pins.find(({ number }) => number === "1")) ?? pins[0]
    places[part] = {
      x: round(x * unitsPerStep),
      y: round(-y * unitsPerStep),
      rotation: pins.length === 2 && !box && first ? turns[turnSide(first.side, turn)] : 0,
    }
  }
  return places
}

const round = (value: number): number => Math.round(value * 100) / 100 + 0
