import { innerPoint } from "../geometry/polygon"
import type { Drawn, DrawnPad, DrawnShape } from "../model/drawn"
import type { CheckResult, Finding } from "../model/finding"
import type { Point } from "../model/place"
import { kicadTree } from "../verify/expected/kicad"
import { type Lying, lyingOf, piecesOf } from "./read-pieces"

/** Coordinates of the file are rounded to a micrometre, and turned by rounded angles, mm. */
const strayMm = 0.006

/**
 * The KiCad board has what the source draws, each once, read from the file alone: every numbered pad of a part at its
 * place, size and turn, on its side; every unplated hole; every text; outline and cut-outs line by line. And no pad,
 * hole or edge beside those.
 */
export function kicadAsDrawn(
  drawn: readonly Drawn[],
  outline: readonly Point[],
  text: string,
  file: string,
): CheckResult {
  const findings: Finding[] = []
  const say = (message: string, at: Point, part?: string) =>
    findings.push({
      rule: "pkg/not-as-drawn",
      severity: "error",
      message,
      at: { x: round(at.x), y: round(at.y) },
      ...(part === undefined ? {} : { parts: [part] }),
      file,
    })
  const board = piecesOf(kicadTree(text, file))
  const take = <T>(list: T[], isIt: (one: T) => boolean): boolean => {
    const index = list.findIndex(isIt)
    if (index >= 0) list.splice(index, 1)
    return index >= 0
  }

  const pads = drawn.filter((one): one is NumberedPad => one.kind === "pad" && one.pin !== undefined)
  const parts = new Set(pads.map(({ part }) => part))
  const left = board.pads.filter(({ designator }) => parts.has(designator))
  for (const pad of pads) {
    const at = placeOf(pad)
    const side = pad.sides.length > 1 ? "both" : pad.sides[0]
    const form = isPolygon(pad.shape.core) ? undefined : lyingOf(pad.shape)
    const found = take(
      left,
      (one) =>
        one.designator === pad.part &&
        one.pin === pad.pin &&
        one.side === side &&
        one.castellated === (pad.castellated === true) &&
        near(one.at, at) &&
        (form === undefined ? one.form === undefined : sameForm(one.form, form)),
    )
    if (!found)
      say(`${pad.part}.${pad.pin}: the KiCad board has no such pad as the source draws it`, at, pad.part)
  }
  for (const { designator, pin, at } of left)
    say(`${designator}.${pin}: the KiCad board has a pad that the source does not draw`, at, designator)

  const holes = [...board.holes]
  for (const one of drawn) {
    if (one.kind !== "hole") continue
    const form = lyingOf(one.shape)
    if (!take(holes, ({ at, form: other }) => near(at, form.at) && sameForm(other, form)))
      say(`${one.what}: the KiCad board has no such hole as the source draws it`, form.at, one.part)
  }
  for (const { at } of holes) say("the KiCad board has an unplated hole that the source does not draw", at)
  const texts = [...board.texts]
  for (const one of drawn) {
    if (one.kind !== "text") continue
    if (!take(texts, ({ text: words, side }) => words === one.text && side === one.side))
      say(`${one.what}: the KiCad board does not have it on the ${one.side}`, one.at, one.part)
  }
  const edges = [...board.edges]
  const rings = [outline, ...drawn.flatMap((one) => (one.kind === "cutout" ? [one.shape.core] : []))]
  for (const ring of rings)
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length] as Point
      if (!take(edges, ([p, q]) => (near(p, a) && near(q, b)) || (near(p, b) && near(q, a))))
        say("the KiCad board lacks a line of the board's edge", a)
    })
  for (const [at] of edges) say("the KiCad board has a line of an edge that the source does not draw", at)
  return {
    findings,
    figures: [{ name: "pieces of the source found in the KiCad board", value: pads.length + rings.length }],
  }
}

type NumberedPad = DrawnPad & { readonly pin: string }

const near = (a: Point, b: Point): boolean => Math.hypot(a.x - b.x, a.y - b.y) < strayMm

function sameForm(a: Lying | undefined, b: Lying): boolean {
  if (a === undefined || Math.abs(a.longMm - b.longMm) > strayMm || Math.abs(a.shortMm - b.shortMm) > strayMm)
    return false
  if (a.isRound || b.isRound) return a.isRound === b.isRound
  const period = b.longMm - b.shortMm < strayMm ? 90 : 180
  const off = (((a.turnDeg - b.turnDeg) % period) + period) % period
  return Math.min(off, period - off) < 0.01
}

/** KiCad's place of a pad is that of its hole, else its middle; of a polygon, a point well inside. */
function placeOf({ shape, hole }: DrawnPad): Point {
  if (hole === undefined && isPolygon(shape.core)) return innerPoint(shape.core)
  return lyingOf(hole ?? shape).at
}

function isPolygon(core: DrawnShape["core"]): boolean {
  const [a, b, c, d] = core
  if (core.length < 3) return false
  if (core.length !== 4 || a === undefined || b === undefined || c === undefined || d === undefined)
    return true
  const skew = Math.hypot(a.x + c.x - b.x - d.x, a.y + c.y - b.y - d.y)
  return skew > 1e-6 || Math.abs(Math.hypot(a.x - c.x, a.y - c.y) - Math.hypot(b.x - d.x, b.y - d.y)) > 1e-6
}

const round = (mm: number): number => Math.round(mm * 1000) / 1000 + 0
