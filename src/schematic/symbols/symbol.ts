import type { Box, Point, Shape } from "../shapes"
import type { SymbolKind } from "../sheet"
import { boxSymbol } from "./box"
import { jumper, terminal } from "./connectors"
import { twoPin } from "./two-pin"

export type PinSide = "left" | "right" | "top" | "bottom"

export interface SymbolPin {
  readonly number: string
  /** Where wires meet it. */
  readonly end: Point
  /** Where it meets the body. */
  readonly inner: Point
  readonly side: PinSide
}

/** A symbol before it is placed: mm, y down, not turned; two-pin symbols about their centre. */
export interface SymbolDrawing {
  /** Name of the shape, for libraries that want one. */
  readonly name: string
  readonly body: readonly Shape[]
  /** Box of the body without pins: nothing else may enter it. */
  readonly bounds: Box
  readonly pins: readonly SymbolPin[]
  readonly showNames: boolean
  readonly showNumbers: boolean
}

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
