import { elementsOf } from "../../circuit/elements"
import { landsOf } from "../../circuit/land-of"
import { partsOf } from "../../circuit/parts"
import { distanceToSegment, type Point } from "../../geometry/point"
import { boxOf } from "../../geometry/shape"
import type { Body } from "../../model/body"
import type { CheckResult, Finding } from "../../model/finding"
import type { LandPad, SilkMark } from "../../model/package"
import type { Part } from "../../model/part"
import { naturalOrder } from "../../natural-order"
import type { BoardInput } from "../board/input"
import { cornersOf } from "./fit"

/** How far what is printed may be from what the land has, mm. */
const placeMm = 0.05

/**
 * The dot stands nearest to pin 1 and the bar nearest to the pin that the record calls the cathode; the body's own mark
 * says the same; a part that can be turned wrongly has one. What is told of pin names here never came from the names.
 */
export function marks({ circuit, board }: BoardInput<"parts">): CheckResult {
  const lands = landsOf(circuit)
  const printed = printedMarks(circuit)
  const findings: Finding[] = []
  for (const name of Object.keys(board.parts).sort(naturalOrder)) {
    const record = board.parts[name]
    const pads = lands.get(name)?.pads ?? []
    if (record === undefined || pads.length === 0) continue
    for (const says of [
      ...wrongMarks(record, pads),
      ...lostMarks(record, printed.get(name)),
      ...bodyMark(record),
      ...unmarked(record, pads, printed.get(name)),
    ])
      findings.push({ rule: "board/mark", severity: "error", message: `${name}: ${says}`, parts: [name] })
  }
  return { findings }
}

type Mark =
  | Extract<SilkMark, { kind: "pin-one" }>
  | (Extract<SilkMark, { kind: "line" }> & { means: "cathode" })

const isMark = (mark: SilkMark): mark is Mark => mark.kind === "pin-one" || mark.means !== undefined

const isCathode = (record: Part, pin: string): boolean =>
  record.pins.some(({ number, name }) => String(number) === pin && /^(K|C|cathode|-)$/i.test(name))

function wrongMarks(record: Part, pads: readonly LandPad[]): string[] {
  return record.package.land.silk.filter(isMark).flatMap((mark) => {
    const nearest = [...pads].sort((a, b) => awayFrom(mark, a) - awayFrom(mark, b))[0]
    if (nearest === undefined) return []
    const pin = String(nearest.pin)
    if (mark.kind === "pin-one")
      return pin === "1" ? [] : [`the dot that marks pin 1 stands nearest to pin ${pin}`]
    return isCathode(record, pin)
      ? []
      : [`the bar that marks the cathode stands nearest to pin ${pin}, which is ${nameOf(record, pin)}`]
  })
}

/** From a mark to a pad's edge, mm. */
function awayFrom(mark: Mark, pad: LandPad): number {
  const [a, b] = mark.kind === "pin-one" ? [mark.at, mark.at] : [mark.from, mark.to]
  const inside = (p: Point) =>
    Math.abs(p.x - pad.x) <= pad.width / 2 && Math.abs(p.y - pad.y) <= pad.height / 2
  if (inside(a) || inside(b)) return 0
  const ends = [a, b].map(({ x, y }) =>
    Math.hypot(
      Math.max(0, Math.abs(x - pad.x) - pad.width / 2),
      Math.max(0, Math.abs(y - pad.y) - pad.height / 2),
    ),
  )
  return Math.min(...ends, ...cornersOf(pad).map((corner) => distanceToSegment(corner, a, b)))
}

const nameOf = ({ pins }: Part, pin: string): string =>
  pins.find(({ number }) => String(number) === pin)?.name ?? `pin ${pin}`

/** The mark on the body itself: what a person turns the part by. */
function bodyMark(record: Part): string[] {
  const { body } = record.package
  if (body?.pinOne === undefined) return []
  const pin = nearestTerminal(body, body.pinOne)
  if (pin === undefined) return []
  if (body.polarity !== "cathode")
    return pin === "1" ? [] : [`the mark on ${body.title} is nearest to its pin ${pin}, not to pin 1`]
  return isCathode(record, pin)
    ? []
    : [`the cathode's mark on ${body.title} is at pin ${pin}, which the record calls ${nameOf(record, pin)}`]
}

function nearestTerminal(body: Body, [x, y]: readonly [number, number]): string | undefined {
  const away = ([, [px, py]]: readonly [string, readonly [number, number]]) => Math.hypot(px - x, py - y)
  return Object.entries(body.terminals).sort((a, b) => away(a) - away(b))[0]?.[0]
}

/** A part that fits in two ways shows which is right: by a mark, by lines of its own, or by the shape of its pads. */
function unmarked(
  { polarised, kind, package: { land } }: Part,
  pads: readonly LandPad[],
  printed: readonly Point[] = [],
): string[] {
  if (!polarised || new Set(pads.map(({ pin }) => pin)).size < 2) return []
  const first = pads.filter(({ pin }) => pin === 1).map(({ shape = "rect" }) => shape)
  const others = pads.filter(({ pin }) => pin !== 1).map(({ shape = "rect" }) => shape)
  const alone = first.some((shape) => !others.includes(shape))
  if (land.silk.length === 0 && land.courtyard.shape === "outline") return []
  // A plain element has no marks that say what they mean: its lines, or pads that fit in one way only, have to do.
  if (land.silk.length === 0 && !looksTurned(pads, printed)) return []
  const bar = land.silk.some((mark) => mark.kind === "line" && mark.means === "cathode")
  if (kind === "diode" || kind === "led") return bar ? [] : ["its land has no bar beside the cathode"]
  return alone || land.silk.some(isMark) ? [] : ["it can be turned wrongly, and its land marks no pin 1"]
}

/** Whether pads and print look the same with the part turned by half a turn about the middle of its pads. */
function looksTurned(pads: readonly LandPad[], printed: readonly Point[]): boolean {
  const { minX, maxX, minY, maxY } = boxOf({ core: pads.flatMap(cornersOf), radius: 0 })
  const turned = ({ x, y }: Point): Point => ({ x: minX + maxX - x, y: minY + maxY - y })
  const near = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y) <= placeMm
  return (
    pads.every((pad) =>
      pads.some(
        (other) =>
          near(turned(pad), other) &&
          Math.abs(pad.width - other.width) <= placeMm &&
          Math.abs(pad.height - other.height) <= placeMm,
      ),
    ) && printed.every((point) => printed.some((other) => near(turned(point), other)))
  )
}

/** Ends of what is printed with every part, in the part's own frame. */
function printedMarks(circuit: BoardInput<"parts">["circuit"]): Map<string, Point[]> {
  const names = new Map(
    elementsOf(circuit, "source_component").map((one) => [one.source_component_id, one.name]),
  )
  const designators = new Map(
    elementsOf(circuit, "pcb_component").map((one) => [
      one.pcb_component_id,
      names.get(one.source_component_id) ?? "",
    ]),
  )
  const placed = new Map(partsOf(circuit).map((part) => [part.designator, part.placed]))
  const found = new Map<string, Point[]>()
  const add = (id: string | undefined, points: readonly Point[]) => {
    const name = designators.get(id ?? "")
    const at = name === undefined ? undefined : placed.get(name)
    if (name === undefined || at === undefined) return
    const angle = (-at.rotationDeg * Math.PI) / 180
    const own = points.map(({ x, y }) => {
      const [dx, dy] = [x - at.x, y - at.y]
      const turned = dx * Math.cos(angle) - dy * Math.sin(angle)
      return {
        x: at.side === "bottom" ? -turned : turned,
        y: dx * Math.sin(angle) + dy * Math.cos(angle),
      }
    })
    found.set(name, [...(found.get(name) ?? []), ...own])
  }
  for (const one of elementsOf(circuit, "pcb_silkscreen_circle")) add(one.pcb_component_id, [one.center])
  for (const one of elementsOf(circuit, "pcb_silkscreen_line"))
    add(one.pcb_component_id, [
      { x: one.x1, y: one.y1 },
      { x: one.x2, y: one.y2 },
    ])
  for (const one of elementsOf(circuit, "pcb_silkscreen_path")) add(one.pcb_component_id, one.route)
  return found
}

/** Marks of the land that the compiled board does not print where they belong. */
function lostMarks({ package: { land } }: Part, printed: readonly Point[] = []): string[] {
  const there = (p: Point) => printed.some(({ x, y }) => Math.hypot(x - p.x, y - p.y) <= placeMm)
  return land.silk
    .filter(isMark)
    .filter((mark) => !(mark.kind === "pin-one" ? [mark.at] : [mark.from, mark.to]).every(there))
    .map((mark) =>
      mark.kind === "pin-one"
        ? "the dot that marks pin 1 is not printed where its land has it"
        : "the cathode's bar is not printed where its land has it",
    )
}
