import { rectangle } from "../shapes"
import { type BoxSymbol, gridMm, type PinColumn } from "../sheet"
import type { PinSide, SymbolDrawing, SymbolPin } from "./symbol-drawing"

/** A chip or header: a box with named and numbered pins. Origin: the body's top left corner. */
export function boxSymbol(symbol: BoxSymbol): SymbolDrawing {
  const bounds = { minX: 0, minY: 0, maxX: symbol.width * gridMm, maxY: symbol.height * gridMm }
  const length = (symbol.pinLength ?? 2) * gridMm
  const pinAt = (side: PinSide, along: number): Pick<SymbolPin, "end" | "inner"> => {
    switch (side) {
      case "left":
        return { end: { x: -length, y: along }, inner: { x: 0, y: along } }
      case "right":
        return { end: { x: bounds.maxX + length, y: along }, inner: { x: bounds.maxX, y: along } }
      case "top":
        return { end: { x: along, y: -length }, inner: { x: along, y: 0 } }
      case "bottom":
        return { end: { x: along, y: bounds.maxY + length }, inner: { x: along, y: bounds.maxY } }
    }
  }
  const column = (pins: PinColumn | undefined, side: PinSide): SymbolPin[] =>
    (pins ?? []).flatMap((number, index) =>
      number === null ? [] : [{ number, side, ...pinAt(side, (index + 1) * gridMm) }],
    )
  return {
    name: "Box",
    body: [rectangle("body", bounds, "tint")],
    bounds,
    pins: [
      ...column(symbol.left, "left"),
      ...column(symbol.right, "right"),
      ...column(symbol.top, "top"),
      ...column(symbol.bottom, "bottom"),
    ],
    showNames: true,
    showNumbers: true,
  }
}
