import type { DrawnBoard } from "../board/drawn/drawn"
import { type CompiledPiece, piecesOf } from "../circuit/drawn-pieces"
import type { Circuit } from "../circuit/elements"
import { distance, type Point } from "../geometry/point"
import type { Shape } from "../geometry/shape"
import type { Drawn, DrawnInk, DrawnText } from "../model/drawn"
import type { Finding } from "../model/finding"
import type { Side } from "../model/place"
import { naturalOrder } from "../natural-order"

/** Coordinates of the circuit are those of the source but for rounding, mm. */
const sameMm = 0.002

/**
 * The compiled circuit has every piece of copper, hole, cutout, line and text that the source draws, each once, at its
 * place, turned and formed as there, and no other.
 */
export function asDrawn(
  circuit: Circuit,
  { drawn, unread, unmarked }: Omit<DrawnBoard, "findings" | "pours">,
): Finding[] {
  const findings: Finding[] = []
  const left = piecesOf(circuit)
  for (const one of drawn) {
    // Put in as drawn (`mendCircuit`), and held in the files.
    if (one.kind === "paste") continue
    const index = left.findIndex(({ piece }) => same(one, piece))
    if (index >= 0) {
      left.splice(index, 1)
      continue
    }
    const at = placeOf(one)
    findings.push({
      rule: "circuit/not-as-drawn",
      severity: "error",
      message: `${words(one)} is not in the compiled circuit as the source draws it: ${nearWords(one, left)}`,
      ...(at === undefined ? {} : { at }),
      parts: one.part === undefined ? [] : [one.part],
      ...one.line,
    })
  }
  for (const { piece, part } of left) {
    // A via may be a route's; what belongs to a part that only tscircuit knows is tscircuit's to say.
    if (piece.kind === "via" || (part === undefined ? unread.size > 0 : unread.has(part))) continue
    if ((piece.kind === "ink" || piece.kind === "text") && unmarked.has(part ?? "")) continue
    const at = placeOf(piece)
    findings.push({
      rule: "circuit/not-as-drawn",
      severity: "error",
      message: `the compiled circuit has ${words({ ...piece, ...(part === undefined ? {} : { part }) })} that the source does not draw`,
      ...(at === undefined ? {} : { at }),
      parts: part === undefined ? [] : [part],
    })
  }
  return findings
}

/** What nothing holds to the source, so that nobody takes silence for a check. */
export function notHeld({ unread }: Pick<DrawnBoard, "unread">): Finding[] {
  const parts = [...unread].sort(naturalOrder)
  if (parts.length === 0) return []
  const own = parts.length === 1 ? "its" : "their"
  return [
    {
      rule: "circuit/not-held",
      severity: "info",
      message: `${parts.join(", ")}: ${own} place or footprint is left to tscircuit, so ${own} copper is not held to the source: give \`pcbX\` and \`pcbY\`, and a footprint by name or written out`,
      parts,
    },
  ]
}

const near = (a: Point, b: Point): boolean => distance(a, b) <= sameMm
const close = (a: number, b: number): boolean => Math.abs(a - b) <= sameMm

function sameShape(a: Shape, b: Shape): boolean {
  return (
    close(a.radius, b.radius) &&
    a.core.length === b.core.length &&
    a.core.every((p) => b.core.some((q) => near(p, q)))
  )
}

const samePoints = (a: readonly Point[], b: readonly Point[]): boolean =>
  a.length === b.length && a.every((p, i) => near(p, b[i] as Point))

function same(a: Drawn, b: Drawn): boolean {
  if (a.kind === "pad" && b.kind === "pad")
    return (
      a.sides.join() === b.sides.join() &&
      (a.pin === undefined || b.pin === undefined || a.pin === b.pin) &&
      sameShape(a.shape, b.shape) &&
      (a.hole === undefined ? b.hole === undefined : b.hole !== undefined && sameShape(a.hole, b.hole))
    )
  if (a.kind === "via" && b.kind === "via")
    return (
      near(a.at, b.at) &&
      (a.diameterMm === undefined || close(a.diameterMm, b.diameterMm ?? 0)) &&
      (a.drillMm === undefined || close(a.drillMm, b.drillMm ?? 0))
    )
  if (a.kind === "hole" && b.kind === "hole") return sameShape(a.shape, b.shape)
  if (a.kind === "cutout" && b.kind === "cutout") return sameShape(a.shape, b.shape)
  if (a.kind === "ink" && b.kind === "ink") return a.side === b.side && sameForm(a.form, b.form)
  if (a.kind === "text" && b.kind === "text") return sameText(a, b)
  return false
}

function sameForm(a: DrawnInk["form"], b: DrawnInk["form"]): boolean {
  if (a.kind === "lines" && b.kind === "lines")
    return close(a.widthMm, b.widthMm) && (samePoints(a.points, b.points) || sameLoop(a.points, b.points))
  if (a.kind === "circle" && b.kind === "circle")
    return near(a.centre, b.centre) && close(a.radiusMm, b.radiusMm) && close(a.widthMm, b.widthMm)
  return a.kind === "area" && b.kind === "area" && sameShape(a.shape, b.shape)
}

/** Closed lines may begin at any corner. */
function sameLoop(a: readonly Point[], b: readonly Point[]): boolean {
  const [first, last] = [a[0], a.at(-1)]
  if (a.length !== b.length || first === undefined || last === undefined || !near(first, last)) return false
  return a.every((p) => b.some((q) => near(p, q)))
}

function sameText(a: DrawnText, b: DrawnText): boolean {
  const turned = (((a.rotationDeg - b.rotationDeg) % 360) + 360) % 360
  return (
    a.text === b.text &&
    a.side === b.side &&
    a.anchor === b.anchor &&
    near(a.at, b.at) &&
    close(a.fontSizeMm, b.fontSizeMm) &&
    Math.min(turned, 360 - turned) < 0.01
  )
}

/** A point of it, for messages. */
function placeOf(one: Drawn): (Point & { layer?: Side }) | undefined {
  const at = pointOf(one)
  if (at === undefined) return undefined
  const layer =
    "side" in one ? one.side : one.kind === "pad" && one.sides.length === 1 ? one.sides[0] : undefined
  const round = (mm: number) => Math.round(mm * 1000) / 1000 + 0
  return { x: round(at.x), y: round(at.y), ...(layer === undefined ? {} : { layer }) }
}

function pointOf(one: Drawn): Point | undefined {
  if ("at" in one) return one.at
  const points =
    "shape" in one
      ? one.shape.core
      : one.form.kind === "lines"
        ? one.form.points
        : one.form.kind === "circle"
          ? [one.form.centre]
          : one.form.shape.core
  if (points.length === 0) return undefined
  return {
    x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
    y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
  }
}

const words = (one: Drawn): string => `${one.what}${one.part === undefined ? "" : ` of ${one.part}`}`

/** What is there instead, so that the reader knows whether it is gone or wrong. */
function nearWords(one: Drawn, left: readonly CompiledPiece[]): string {
  const at = pointOf(one)
  const there = left.some(({ piece }) => {
    const other = pointOf(piece)
    return piece.kind === one.kind && at !== undefined && other !== undefined && distance(at, other) < 0.05
  })
  return there ? "there is one of another size, turn or side" : "it is lost on the way"
}
