import { UserError } from "../model/finding"
import type { CircuitFacts } from "./facts"
import { type Box, boxOf, type Point, type Shape } from "./shapes"
import { type At, gridMm, type PartPlacement, type Sheet } from "./sheet"
import { type PinSide, symbolDrawing, turnPoint, turnSide } from "./symbols/symbol"

export interface PlacedPin {
  /** `U2.3` */
  readonly id: string
  readonly number: string
  readonly name: string
  readonly net: string | undefined
  readonly end: Point
  readonly inner: Point
  /** The side of the body it leaves from, as seen on the sheet. */
  readonly side: PinSide
}

export interface PlacedPart {
  readonly part: string
  readonly value: string
  readonly placement: PartPlacement
  readonly body: readonly Shape[]
  readonly bounds: Box
  readonly pins: readonly PlacedPin[]
  readonly showNames: boolean
  readonly showNumbers: boolean
}

/** Grid steps to mm on paper, rounded to a micrometre so that equal places compare equal. */
export const onPaper = ([x, y]: At): Point => ({ x: micron(x * gridMm), y: micron(y * gridMm) })

const micron = (mm: number): number => Math.round(mm * 1000) / 1000 + 0

/**
 * Puts the sheet's symbols in their places and gives their pins the circuit's names and nets.
 * @throws UserError for a part or pin that the circuit does not have.
 */
export function placeParts(sheet: Sheet, facts: CircuitFacts): PlacedPart[] {
  return sheet.parts.map((placement) => {
    const fact = facts.parts.get(placement.part)
    if (!fact) throw new UserError(`the schematic places ${placement.part}, which the circuit does not have`)
    const symbol = symbolDrawing(placement.symbol)
    const turn = placement.turn ?? 0
    const origin = onPaper(placement.at)
    const move = (point: Point): Point => {
      const turned = turnPoint(point, turn)
      return { x: micron(origin.x + turned.x), y: micron(origin.y + turned.y) }
    }
    const { minX, minY, maxX, maxY } = symbol.bounds
    return {
      part: placement.part,
      value: placement.value ?? sheet.values[placement.part] ?? fact.value,
      placement,
      body: symbol.body.map((shape) => moveShape(shape, move)),
      bounds: boxOf([move({ x: minX, y: minY }), move({ x: maxX, y: maxY })]),
      showNames: symbol.showNames,
      showNumbers: symbol.showNumbers,
      pins: symbol.pins.map((pin) => {
        const pinFact = fact.pins.get(pin.number)
        const id = `${placement.part}.${pin.number}`
        if (!pinFact) throw new UserError(`the schematic draws pin ${id}, which the circuit does not have`)
        return {
          id,
          number: pin.number,
          name: sheet.pinNames[placement.part]?.[pin.number] ?? pinFact.name,
          net: pinFact.net,
          end: move(pin.end),
          inner: move(pin.inner),
          side: turnSide(pin.side, turn),
        }
      }),
    }
  })
}

function moveShape(shape: Shape, move: (point: Point) => Point): Shape {
  switch (shape.kind) {
    case "path":
      return { ...shape, points: shape.points.map(move) }
    case "circle":
      return { ...shape, centre: move(shape.centre) }
    case "text":
      return { ...shape, at: move(shape.at) }
  }
}
