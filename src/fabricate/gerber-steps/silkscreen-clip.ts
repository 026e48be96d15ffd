import {
  Clipper,
  Clipper64,
  ClipType,
  FillRule,
  type Path64,
  type Paths64,
  PointInPolygonResult,
} from "clipper2-ts"
import type { Finding } from "../../model/finding"
import type { Point } from "../../model/place"
import { type Box, type Boxed, boxed, near, overlap } from "../geometry/boxes"
import { grow } from "../geometry/dark-area"
import { pathToNm, pointToMm, toNm } from "../geometry/nanometres"
import { apertureTable } from "./apertures"
import type { GerberCommand, Mended } from "./types"

export interface LegendLimits {
  /** Where mask is open, nm, non-zero fill. */
  readonly openings: Paths64
  /** The board's outline, mm; may be open or closed. */
  readonly outline: readonly Point[]
  /** Distance the ink keeps from both, mm. */
  readonly clearanceMm: number
}

/** What is left of a clipped line is dropped below this length: a dot, not a line. */
const shortestMm = 0.2

/**
 * Flaw: legend runs over bare pads and off the board. The fab cuts it wherever it likes, or prints on pads; here each
 * line is shortened so that its ink keeps `clearanceMm` from every mask opening and from the board's edge.
 *
 * Filled legend areas are not cut: one that reaches an opening is an error.
 */
export function clipLegend(
  commands: readonly GerberCommand[],
  limits: LegendLimits,
): Mended<GerberCommand[]> {
  const apertures = apertureTable(commands)
  const zones = new Map<number, Zone>()
  const zoneFor = (widthMm: number) => {
    const known = zones.get(widthMm)
    if (known) return known
    const zone = keepOut(limits, limits.clearanceMm + widthMm / 2)
    zones.set(widthMm, zone)
    return zone
  }

  const value: GerberCommand[] = []
  const findings: Finding[] = []
  let widthMm = 0
  let region: Point[] | undefined
  let at: Point = { x: 0, y: 0 }
  let pen: Point | undefined
  const moveTo = (point: Point) => {
    if (!pen || pen.x !== point.x || pen.y !== point.y)
      value.push({ command_code: "D02", x: point.x, y: point.y })
    pen = point
  }
  /** Chords beside an opening, one behind the other: dropped where all of them are no longer than a dot. */
  let run: (readonly [Point, Point])[] = []
  let isRunKept = false
  const longEnough = (pieces: readonly [Point, Point][], from: Point, to: Point) => {
    const [piece] = pieces
    const isShort = piece !== undefined && lengthOf(piece) < shortestMm && lengthOf([from, to]) > 0
    const isChord = isShort && !(piece[0] === from && piece[1] === to)
    if (!isChord || run.at(-1)?.[1].x !== from.x || run.at(-1)?.[1].y !== from.y) {
      run = []
      isRunKept = false
    }
    if (!isChord) return pieces
    const chord = [from, to] as const
    run.push(chord)
    if (isRunKept) return [chord]
    isRunKept = run.reduce((sum, one) => sum + lengthOf(one), 0) >= shortestMm
    return isRunKept ? run : []
  }
  for (const command of commands) {
    switch (command.command_code) {
      case "D": {
        const aperture = apertures.get(command.aperture_number)
        widthMm = aperture && "diameter" in aperture && aperture.diameter ? aperture.diameter : 0
        value.push(command)
        break
      }
      case "G36":
        region = []
        value.push(command)
        break
      case "G37":
        if (region && touches(region, zoneFor(0))) findings.push(filledLegend(region))
        region = undefined
        pen = undefined
        value.push(command)
        break
      case "D02":
        at = command
        if (region) {
          region.push(command)
          value.push(command)
        }
        break
      case "D01":
        if (region) {
          region.push(command)
          value.push(command)
        } else
          for (const piece of longEnough(legalPieces(at, command, zoneFor(widthMm)), at, command)) {
            const [from, to] = piece
            moveTo(from)
            value.push({ command_code: "D01", x: to.x, y: to.y })
            pen = to
          }
        at = command
        break
      case "D03":
        if (isLegal(command, zoneFor(widthMm))) value.push(command)
        at = command
        pen = command
        break
      default:
        value.push(command)
    }
  }
  return { value, findings }
}

interface Zone {
  readonly forbidden: Boxed
  /** Where the middle of a line may be, and the box of each of its edges. */
  readonly inside: Paths64
  readonly edges: readonly Box[]
}

function keepOut(limits: LegendLimits, distanceMm: number): Zone {
  const outline = pathToNm(limits.outline)
  const board = Clipper.isPositive(outline) ? outline : [...outline].reverse()
  const inside = grow([board], -distanceMm)
  const edges = inside.flatMap((path) =>
    path.map((point, index) => Clipper.getBounds([point, path[(index + 1) % path.length] ?? point])),
  )
  return { forbidden: boxed(grow(limits.openings, distanceMm)), inside, edges }
}

const lengthOf = ([a, b]: readonly [Point, Point]): number => Math.hypot(b.x - a.x, b.y - a.y)

function legalPieces(from: Point, to: Point, zone: Zone): [Point, Point][] {
  const line = pathToNm([from, to])
  const close = near(zone.forbidden, Clipper.getBounds(line))
  const onBoard = isInside(line, zone)
  if (close.length === 0 && onBoard) return [[from, to]]
  if (from.x === to.x && from.y === to.y) return isLegal(from, zone) ? [[from, to]] : []
  const kept = onBoard ? [line] : cut([line], zone.inside, ClipType.Intersection)
  const pieces = close.length === 0 ? kept : cut(kept, close, ClipType.Difference)
  // A chord of an arc that nothing was cut from may be no leftover: the run of chords that it is in says so.
  const whole = lengthOf([from, to]) - 1e-5
  const along = ({ x, y }: Point) => (x - from.x) * (to.x - from.x) + (y - from.y) * (to.y - from.y)
  return pieces
    .map(
      (piece) => [pointToMm(piece[0] ?? { x: 0, y: 0 }), pointToMm(piece.at(-1) ?? { x: 0, y: 0 })] as const,
    )
    .map(([a, b]): [Point, Point] => (along(a) <= along(b) ? [a, b] : [b, a]))
    .filter(([a, b]) => lengthOf([a, b]) >= Math.min(shortestMm, whole))
    .sort(([a], [b]) => along(a) - along(b))
}

function cut(open: Paths64, closed: Paths64, type: ClipType): Paths64 {
  const clipper = new Clipper64()
  clipper.addOpenSubject(open)
  clipper.addClip(closed)
  const rest: Paths64 = []
  clipper.execute(type, FillRule.NonZero, [], rest)
  return rest
}

/** Both ends on the board, and no edge of it between them. */
function isInside(line: Path64, zone: Zone): boolean {
  if (!line.every((point) => contains(zone.inside, point))) return false
  const box = Clipper.getBounds(line)
  if (!zone.edges.some((edge) => overlap(edge, box))) return true
  return cut([line], zone.inside, ClipType.Difference).length === 0
}

const contains = (paths: Paths64, point: { readonly x: number; readonly y: number }) =>
  paths.filter((path) => Clipper.pointInPolygon(point, path) !== PointInPolygonResult.IsOutside).length %
    2 ===
  1

function isLegal(point: Point, zone: Zone): boolean {
  const nm = { x: toNm(point.x), y: toNm(point.y) }
  const close = near(zone.forbidden, Clipper.getBounds([nm]))
  return contains(zone.inside, nm) && !contains(close, nm)
}

const touches = (region: readonly Point[], zone: Zone) => {
  const path = pathToNm(region)
  const close = near(zone.forbidden, Clipper.getBounds(path))
  return Clipper.booleanOp(ClipType.Intersection, [path], close, FillRule.NonZero).length > 0
}

function filledLegend(region: readonly Point[]): Finding {
  const { x, y } = region[0] ?? { x: 0, y: 0 }
  return {
    rule: "dfm/silkscreen-over-opening",
    severity: "error",
    message: `A filled silkscreen area near (${x.toFixed(2)}, ${y.toFixed(2)}) reaches a bare pad or hole; make it smaller`,
    at: { x, y },
  }
}
