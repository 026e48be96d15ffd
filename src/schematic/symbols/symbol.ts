import type { Point } from "../shapes"
import type { SymbolKind } from "../sheet"
import { boxSymbol } from "./box"
import { jumper, terminal } from "./connectors"
import type { PinSide, SymbolDrawing } from "./symbol-drawing"
import { twoPin } from "./two-pin"

export type { PinSide, SymbolDrawing, SymbolPin } from "./symbol-drawing"

export function symbolDrawing(kind: SymbolKind): SymbolDrawing {
  switch (kind.kind) {
    case "box":
      return boxSymbol(kind)
    case "jumper":
      return jumper(kind.pins)
    case "terminal":
      return terminal(kind.pin)
    default:
      return twoPin(kind.kind, kind.pins)
  }
}

const sides: readonly PinSide[] = ["right", "top", "left", "bottom"]

/** Turns a point about the symbol's origin, counter-clockwise as seen on paper. */
export function turnPoint({ x, y }: Point, turn: 0 | 90 | 180 | 270): Point {
  switch (turn) {
    case 0:
      return { x, y }
    case 90:
      return { x: y, y: -x }
    case 180:
      return { x: -x, y: -y }
    case 270:
      return { x: -y, y: x }
  }
}

export const turnSide = (side: PinSide, turn: number): PinSide =>
  sides[(sides.indexOf(side) + turn / 90) % 4] ?? side
