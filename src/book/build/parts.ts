import { padsOf } from "../../circuit/pads"
import { partsOf } from "../../circuit/parts"
import { type PlanShape, planOf } from "../../drawings/plan-view"
import { boxOf } from "../../geometry/shape"
import type { OrderNumber, Part } from "../../model/part"
import type { Side } from "../../model/place"
import { modelBoard } from "../../model3d/for-board"
import { materials } from "../../model3d/materials"
import { buildModel, type Model } from "../../model3d/model"
import type { Vec2 } from "../../model3d/solid"
import { naturalOrder } from "../../natural-order"
import type { PartData, PinData, PlanShapeData } from "../data"
import type { BookInput } from "../input"
import { circlePath, closed } from "./svg"

/** Every part with what the catalogue knows of it and what one sees of it on the board. */
export function partsData(
  input: BookInput,
  netOf: ReadonlyMap<string, { readonly name: string }>,
): PartData[] {
  const { definition, circuit, house } = input
  const model = buildModel(circuit, modelBoard(definition))
  const pads = padsOf(circuit)
  return partsOf(circuit).flatMap((part): PartData[] => {
    const entry = definition.parts[part.designator]
    if (part.placed === undefined || entry === undefined) return []
    const { x, y, rotationDeg, side } = part.placed
    const own = pads.filter((pad) => pad.designator === part.designator)
    const pins = [...new Set(own.flatMap(({ pin }) => pin ?? []))].sort(naturalOrder)
    const body = model.parts.find(({ designators }) => designators.includes(part.designator))
    const row = definition.placements.find(({ designator }) => designator === part.designator)
    const shared = body !== undefined && body.designators.length > 1
    return [
      {
        designator: part.designator,
        ...recordFacts(entry, house.id),
        side,
        x: row?.x ?? x,
        y: row?.y ?? y,
        rotationDeg: row?.rotationDeg ?? rotationDeg,
        pins: pins.map((pin) => pinData(input, part.designator, pin, netOf)),
        outline:
          part.placed.courtyards.map(closed).join("") || closed(cornersOf(own.map(({ shape }) => shape))),
        // The body on several parts' pads is drawn with the first of them.
        plan:
          body === undefined || body.designators[0] !== part.designator ? [] : plan(model, body.part, side),
        ...(shared ? { piece: body.designators } : {}),
      },
    ]
  })
}

function pinData(
  input: BookInput,
  designator: string,
  pin: string,
  netOf: ReadonlyMap<string, { readonly name: string }>,
): PinData {
  const facts = input.definition.parts[designator]?.pins.find(({ number }) => String(number) === pin)
  const net = netOf.get(`${designator}.${pin}`)?.name
  return { pin, name: facts?.name ?? "", ...(net === undefined ? {} : { net }) }
}

function plan(model: Model, part: string, side: Side): PlanShapeData[] {
  return model.solids
    .filter((solid) => solid.part === part)
    .flatMap((solid) =>
      planOf([solid], side).map((shape) => ({ shape, fill: materials[solid.material].colour })),
    )
    .sort((a, b) => a.shape.top - b.shape.top)
    .map(({ shape, fill }) => ({
      d: outlinePath(shape) + shape.holes.map(polygonPath).join(""),
      fill,
      marking: shape.marking,
    }))
}

const polygonPath = (points: readonly Vec2[]): string => closed(points.map(([x, y]) => ({ x, y })))

const outlinePath = ({ outline }: PlanShape): string =>
  "points" in outline
    ? polygonPath(outline.points)
    : circlePath({ x: outline.centre[0], y: outline.centre[1] }, outline.radius)

function cornersOf(shapes: readonly Parameters<typeof boxOf>[0][]): { x: number; y: number }[] {
  if (shapes.length === 0) return []
  const boxes = shapes.map(boxOf)
  const [minX, maxX] = [Math.min(...boxes.map((b) => b.minX)), Math.max(...boxes.map((b) => b.maxX))]
  const [minY, maxY] = [Math.min(...boxes.map((b) => b.minY)), Math.max(...boxes.map((b) => b.maxY))]
  return [
    { x: minX, y: minY },
    { x: maxX, y: minY },
    { x: maxX, y: maxY },
    { x: minX, y: maxY },
  ]
}

function recordFacts(entry: Part, house: string) {
  return {
    value: entry.value,
    description: entry.description,
    package: entry.package.name,
    kind: entry.kind,
    ...(entry.manufacturer === undefined ? {} : { manufacturer: entry.manufacturer }),
    ...(entry.mpn === undefined ? {} : { mpn: entry.mpn }),
    ...orderNumber(entry.numbers[house]),
    ratings: ratingLines(entry.ratings),
    notes: entry.notes ?? [],
    height:
      "mm" in entry.height
        ? `at most ${entry.height.mm} mm (${entry.height.source})`
        : `not certain: ${entry.height.unknown}`,
    polarised: entry.polarised,
  }
}

function orderNumber(known: OrderNumber | undefined): Pick<PartData, "orderNumber" | "noNumber"> {
  if (known === undefined) return {}
  if ("none" in known) return { noNumber: known.none }
  const { class: stock, ...rest } = known
  return { orderNumber: { ...rest, stock } }
}

const ratingWords = {
  tolerancePercent: ["tolerance", "%"],
  powerW: ["power", "W"],
  maxVoltageV: ["rated voltage", "V"],
  maxCurrentA: ["rated current", "A"],
  reverseVoltageV: ["reverse voltage", "V"],
  forwardVoltageV: ["forward drop, at most", "V"],
  supplyMinV: ["supply, at least", "V"],
  supplyMaxV: ["supply, at most", "V"],
  supplyCurrentA: ["supply must deliver", "A"],
} as const

function ratingLines(ratings: Part["ratings"]): string[] {
  if (ratings === undefined) return []
  const lines = Object.entries(ratingWords).flatMap(([key, [words, unit]]) => {
    const value = ratings[key as keyof typeof ratingWords]
    return value === undefined ? [] : [`${words} ${value} ${unit}`]
  })
  return lines.length === 0 ? [] : [...lines, `source: ${ratings.source}`]
}
