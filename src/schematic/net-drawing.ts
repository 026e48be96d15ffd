import { UserError } from "../model/finding"
import type { CircuitFacts } from "./facts"
import { onPaper, type PlacedPart } from "./place"
import { type Group, line, type Point, type TextShape } from "./shapes"
import { gridMm, type NetLabel, type PowerFlag, type Sheet } from "./sheet"
import { textHeights } from "./style"
import type { PinSide } from "./symbols/symbol"
import { type DrawnWire, onSegment, segmentsOf } from "./wires"

const junctionRadiusMm = 0.5
const crossMm = 0.75
/** A label's distance from its wire. */
const labelLiftMm = 0.6

export const drawWire = (wire: DrawnWire, net: string | undefined): Group => ({
  role: "wire",
  ...(net === undefined ? {} : { net, hint: net }),
  shapes: [line("hit", ...wire.points), line("wire", ...wire.points)],
})

export const drawJunction = (centre: Point, net: string | undefined): Group => ({
  role: "wire",
  ...(net === undefined ? {} : { net }),
  shapes: [{ kind: "circle", ink: "junction", centre, radius: junctionRadiusMm, fill: "ink" }],
})

/** A net's name beside its wire. */
export function drawLabel(label: NetLabel, wires: readonly DrawnWire[]): Group {
  const at = onPaper(label.at)
  if (label.beyond !== undefined) return labelGroup(label, beyondEnd(label.net, at, label.beyond))
  const segment = wires.flatMap(segmentsOf).find((s) => onSegment(at, s))
  const upright = segment !== undefined && segment.from.x === segment.to.x
  const down = label.below === true ? labelLiftMm + textHeights.label : -labelLiftMm
  return labelGroup(label, {
    ...labelText(label.net),
    anchor: label.anchor ?? "start",
    ...(upright ? { turn: 90 as const } : {}),
    at: upright ? { x: at.x + down, y: at.y } : { x: at.x, y: at.y + down },
  })
}

const labelText = (net: string) =>
  ({ kind: "text", ink: "label", text: net, heightMm: textHeights.label }) as const

const labelGroup = ({ net }: NetLabel, shape: TextShape): Group => ({
  role: "label",
  net,
  hint: net,
  shapes: [shape],
})

/** A net's name in line with the wire that ends at `at`, reading away from it. */
export function beyondEnd(net: string, { x, y }: Point, side: PinSide): TextShape {
  const sign = side === "right" || side === "bottom" ? 1 : -1
  const upright = side === "top" || side === "bottom"
  const half = textHeights.label / 2
  return {
    ...labelText(net),
    anchor: side === "right" || side === "top" ? "start" : "end",
    ...(upright ? { turn: 90 as const } : {}),
    at: upright ? { x: x + half, y: y + sign * labelLiftMm } : { x: x + sign * labelLiftMm, y: y + half },
  }
}

/** Supply: a bar above the wire's end, name on top. Ground: three bars below it. */
export function drawPower(flag: PowerFlag, sheet: Pick<Sheet, "supplyNames">, facts: CircuitFacts): Group {
  const { x, y } = onPaper(flag.at)
  const group = { role: "power", net: flag.net, hint: flag.net } as const
  const bar = (half: number, dy: number) =>
    line("power", { x: x - half, y: y + dy }, { x: x + half, y: y + dy })
  if (facts.grounds.has(flag.net)) {
    const top = gridMm / 2
    const stem = line("power", { x, y }, { x, y: y + top })
    return { ...group, shapes: [stem, bar(1.6, top), bar(1, top + 0.65), bar(0.4, top + 1.3)] }
  }
  if (!facts.supplies.has(flag.net)) {
    throw new UserError(
      `the schematic has a supply symbol for ${flag.net}, which is no supply in the circuit`,
    )
  }
  const top = -gridMm * 0.75
  return {
    ...group,
    shapes: [
      line("power", { x, y }, { x, y: y + top }),
      bar(1.6, top),
      {
        kind: "text",
        ink: "power",
        text: sheet.supplyNames[flag.net] ?? flag.net,
        heightMm: textHeights.power,
        anchor: "middle",
        at: { x, y: y + top - 0.8 },
      },
    ],
  }
}

/** A cross at each of these pins. */
export function drawNoConnects(ids: readonly string[], parts: readonly PlacedPart[]): Group[] {
  const ends = new Map(parts.flatMap((part) => part.pins.map((pin) => [pin.id, pin.end] as const)))
  return ids.flatMap((id) => {
    const end = ends.get(id)
    return end ? [drawNoConnect(id, end)] : []
  })
}

function drawNoConnect(id: string, { x, y }: Point): Group {
  const stroke = (slope: 1 | -1) =>
    line("no-connect", { x: x - crossMm, y: y - slope * crossMm }, { x: x + crossMm, y: y + slope * crossMm })
  return { role: "no-connect", pin: id, hint: `${id} not connected`, shapes: [stroke(1), stroke(-1)] }
}
