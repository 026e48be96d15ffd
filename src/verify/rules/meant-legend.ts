import { BoxIndex } from "../../geometry/box-index"
import type { Finding } from "../../model/finding"
import { naturalOrder } from "../../natural-order"
import type { GerberImage, Point } from "../../read"
import { boxOf } from "../../read/geometry/point"
import type { InkLine } from "../expected/legend"
import { layerName } from "../files/roles"
import { type BoardGeometry, place, spot } from "../geometry/board"
import { anchor } from "../geometry/objects"
import { pointGap } from "../geometry/segment"
import { type FileRule, widest } from "../rule"

const id = "dfm/legend-as-meant"

/** The middle of a drawn line lies on the line that was meant, to the rounding of letters, mm. */
const besideMm = 0.03
/** Lines are looked at every so many mm: finer than a letter's details. */
const stepMm = 0.08
/** So little of one text or mark may differ, mm of line: a rounding at a corner. */
const leastMm = 0.2
/** The end of a line that is cut at an opening or the board's edge: what is left of it may be dropped, mm. */
const shortestMm = 0.25

/**
 * The legend, stroke by stroke: every line drawn is one of the circuit's letters and marks, and every one of those is
 * drawn, but where an opening of the mask or the board's edge is near. A word in another's place is other strokes.
 */
export const meantLegend: FileRule = {
  id,
  title: "silkscreen stroke by stroke as the circuit has it",
  check: ({ board, limit }) => {
    const findings: Finding[] = []
    for (const side of ["top", "bottom"] as const) {
      const intent = board.expected?.intent
      const image = board.files.layers.get(`silk-${side}`)
      if (intent === undefined || image === undefined) continue
      const layer = `copper-${side}` as const
      const meant = intent[side].legend.flatMap(segmentsOf)
      const drawn = drawnSegments(image)
      const clearance = widest(limit("silkscreen-to-pad"))
      const faults = new Map<string, { at: Point; extra: number; lost: number }>()
      const count = (line: InkLine, kind: "extra" | "lost", mm: number): void => {
        const known = faults.get(line.of) ?? { at: line.at, extra: 0, lost: 0 }
        faults.set(line.of, { ...known, [kind]: known[kind] + mm })
      }
      const strangers: Point[] = []
      if (intent.isLegendWhole) {
        const wanted = new BoxIndex(meant, ({ from, to }) => boxOf([from, to]))
        for (const at of samples(drawn)) {
          if (closest(wanted, at, besideMm) !== undefined) continue
          const near = closest(wanted, at, 2)
          if (near === undefined) strangers.push(at)
          else count(near.line, "extra", stepMm)
        }
        for (const object of image.objects)
          if (object.kind !== "stroke" && object.polarity === "dark") strangers.push(anchor(object))
      }
      const found = new BoxIndex(drawn, ({ from, to }) => boxOf([from, to]))
      for (const line of intent[side].legend) {
        const reach = Math.max(line.widthMm, 0.2) / 2 + clearance + besideMm
        const lost = lostOf(
          [...samples(segmentsOf(line))],
          (at) => closest(found, at, besideMm) === undefined,
          (at) => isCutAt(board, side, at, reach),
        )
        if (lost > 0) count(line, "lost", lost)
      }
      for (const [of, { at, extra, lost }] of [...faults].sort(([a], [b]) => naturalOrder(a, b))) {
        if (extra < leastMm && lost < leastMm) continue
        findings.push({
          rule: id,
          severity: "error",
          message: `${of} is not on the ${layerName(`silk-${side}`)} as the circuit has it: ${lost.toFixed(1)} mm of its lines are missing, ${extra.toFixed(1)} mm of others are there`,
          ...place(at, layer),
        })
      }
      const [first] = strangers
      if (first !== undefined)
        findings.push({
          rule: id,
          severity: "error",
          message: `the ${layerName(`silk-${side}`)} shows something at ${spot(first)} that the circuit does not have`,
          ...place(first, layer),
        })
    }
    return { findings }
  },
}

interface Segment {
  readonly from: Point
  readonly to: Point
}
interface MeantSegment extends Segment {
  readonly line: InkLine
}

const segmentsOf = (line: InkLine): MeantSegment[] =>
  line.points.slice(1).map((to, i) => ({ from: line.points[i] as Point, to, line }))

function drawnSegments(image: GerberImage): Segment[] {
  return image.objects.flatMap((object) =>
    object.kind === "stroke" && object.polarity === "dark"
      ? object.points.slice(1).map((to, i) => ({ from: object.points[i] as Point, to }))
      : [],
  )
}

function* samples(segments: readonly Segment[]): Generator<Point> {
  for (const { from, to } of segments) {
    const steps = Math.max(1, Math.round(Math.hypot(to.x - from.x, to.y - from.y) / stepMm))
    for (let i = 0; i < steps; i++) {
      const t = (i + 0.5) / steps
      yield { x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) }
    }
  }
}

function closest<T extends Segment>(index: BoxIndex<T>, at: Point, reachMm: number): T | undefined {
  let best: { segment: T; distance: number } | undefined
  for (const segment of index.within({ minX: at.x, minY: at.y, maxX: at.x, maxY: at.y }, reachMm)) {
    const { distance } = pointGap(at, segment.from, segment.to)
    if (distance <= (best?.distance ?? reachMm)) best = { segment, distance }
  }
  return best?.segment
}

/**
 * How much of a line is missing that was not cut away, mm. What is left between two cuts may be dropped where it is
 * short; a line that no cut reaches has to be there, be it a decimal point.
 */
function lostOf(
  line: readonly Point[],
  isLost: (at: Point) => boolean,
  isCut: (at: Point) => boolean,
): number {
  const lost = line.map(isLost)
  if (!lost.includes(true)) return 0
  const cut = line.map(isCut)
  if (!cut.includes(true))
    return lost.includes(false)
      ? lost.filter(Boolean).length * stepMm
      : Math.max(leastMm, line.length * stepMm)
  let sum = 0
  let run: boolean[] = []
  for (let i = 0; i <= line.length; i++) {
    if (i < line.length && cut[i] === false) run.push(lost[i] ?? false)
    else {
      if (run.length * stepMm >= shortestMm + 2 * stepMm) sum += run.filter(Boolean).length * stepMm
      run = []
    }
  }
  return sum
}

/** Whether ink at this place was to be cut: an opening of the mask or the board's edge is within reach. */
function isCutAt(board: BoardGeometry, side: "top" | "bottom", at: Point, reachMm: number): boolean {
  const mask = board.layer(`mask-${side}`)
  return (
    (mask !== undefined && (mask.pieceAt(at) >= 0 || mask.edges.closest(at, at, reachMm) !== undefined)) ||
    board.outlineEdges.closest(at, at, reachMm) !== undefined ||
    !board.onBoard(at)
  )
}
