import { copperOf, type Pour } from "../circuit/copper"
import { type Circuit, elementsOf } from "../circuit/elements"
import { turn } from "../geometry/point"
import { distanceToOutline, insidePolygon } from "../geometry/polygon"
import { silkFont } from "../legend/font"
import type { Point } from "../model/place"
import { named, type Tree } from "../verify/expected/kicad"
import { Cells } from "./cells"
import { fillsOf, type KicadFill, type KicadText, textsOf } from "./read-areas"
import { kicadCopper } from "./read-lines"
import { boardFrame } from "./read-pieces"

/** Coordinates are written to a tenth of a micrometre, and turned by rounded angles, mm. */
const strayMm = 0.002

/** A pour's outline comes this much nearer to what it keeps from than its zone says: chords of round corners. mm */
const chordMm = 0.011

/** Of the capital's height: so much lower KiCad's letters are put, which it centres too high by that. */
const loweredOfCapital = 0.0452

export type Say = (message: string, at: Point) => void

/** Every pour of the circuit is one fill of the KiCad board, corner for corner, within its zone. */
export function heldPours(circuit: Circuit, board: Tree, say: Say) {
  const fills = new Set(fillsOf(board, boardFrame(board)))
  const names = new Map(named(board, "net").map(([, number, name]) => [number, name]))
  const pours = copperOf(circuit).pours
  const nets = pours.flatMap((pour) => {
    const what = `the pour${pour.net === undefined ? "" : ` of ${pour.net}`} on ${pour.layer}`
    const found = [...fills].find((fill) => fill.layer === kicadCopper[pour.layer] && isFill(pour, fill.ring))
    if (found === undefined) {
      say(`${what}: the KiCad board has no such copper`, pour.outline[0] as Point)
      return []
    }
    fills.delete(found)
    // A sheet may call it otherwise, as "+3V3": the number tells which net it is, by all that lies on it.
    if (found.netName !== (names.get(found.net) ?? ""))
      say(
        `${what}: its zone is called ${found.netName || "nothing"} in the KiCad board`,
        pour.outline[0] as Point,
      )
    const strayed = outOfZone(found)
    if (strayed !== undefined) say(`${what}: lies outside its zone in the KiCad board`, strayed)
    return [{ what, net: pour.net, found: found.net }]
  })
  for (const { layer, ring } of fills)
    say(`the KiCad board has poured copper on ${layer} that the circuit does not have`, ring[0] as Point)
  return { nets, count: pours.length }
}

/** Whether a ring with slits has all corners of a pour and its holes, and none that is not on their edges. */
function isFill({ outline, holes }: Pour, ring: readonly Point[]): boolean {
  const rings = [outline, ...holes]
  const corners = rings.flat()
  if (
    Math.abs(areaOf(ring) - rings.reduce((sum, one, i) => sum + areaOf(one) * (i === 0 ? 1 : -1), 0)) > 0.05
  )
    return false
  const theirs = new Cells(ring, (p) => p)
  if (!corners.every((p) => theirs.take(p, (q) => near(p, q)) !== undefined)) return false
  // What is left are the ends of the slits.
  const left = theirs.rest()
  return (
    left.length <= 3 * holes.length &&
    left.every((p) => rings.some((one) => distanceToOutline(p, one) < strayMm))
  )
}

/** A corner of a fill that no zone of its net has. Zones of one net that meet are one piece of copper. */
function outOfZone({ ring, zones }: KicadFill): Point | undefined {
  const isIn = (p: Point, one: readonly Point[]) =>
    insidePolygon(p, one) && distanceToOutline(p, one) > chordMm
  const isNear = (p: Point, one: readonly Point[]) =>
    insidePolygon(p, one) || distanceToOutline(p, one) < chordMm
  return ring.find(
    (p) => !zones.some(([outer = [], ...holes]) => isNear(p, outer) && !holes.some((hole) => isIn(p, hole))),
  )
}

const areaOf = (ring: readonly Point[]): number =>
  Math.abs(
    ring.reduce((sum, p, i) => {
      const q = ring[(i + 1) % ring.length] as Point
      return sum + p.x * q.y - q.x * p.y
    }, 0) / 2,
  )

/** Every text of the circuit is one of the KiCad board: words, side, place, height and angle. */
export function heldTexts(circuit: Circuit, board: Tree, say: Say): number {
  const cells = new Cells(textsOf(board, boardFrame(board)), ({ at }) => at)
  const texts = elementsOf(circuit, "pcb_silkscreen_text")
  for (const one of texts) {
    const anchor = one.anchor_alignment ?? "center"
    const capitalMm = silkFont.capitalOfSize * one.font_size
    const turnDeg = one.ccw_rotation ?? 0
    const up = anchor.includes("top") ? -0.5 : anchor.includes("bottom") ? 0.5 : 0
    const { x, y } = turn({ x: 0, y: (up - loweredOfCapital) * capitalMm }, turnDeg)
    const wanted: KicadText = {
      text: one.text,
      side: one.layer === "bottom" ? "bottom" : "top",
      at: { x: one.anchor_position.x + x, y: one.anchor_position.y + y },
      turnDeg,
      align: anchor.includes("left") ? "left" : anchor.includes("right") ? "right" : "center",
      capitalMm,
      mirrored: one.is_mirrored ?? one.layer === "bottom",
      knockout: one.is_knockout ?? false,
    }
    if (cells.take(wanted.at, (other) => sameText(wanted, other)) === undefined)
      say(`text "${one.text}": the KiCad board does not have it on the ${wanted.side}`, wanted.at)
  }
  for (const { text, side, at } of cells.rest())
    say(`the KiCad board has the text "${text}" on the ${side} that the circuit does not have`, at)
  return texts.length
}

const sameText = (a: KicadText, b: KicadText): boolean =>
  a.text === b.text &&
  a.side === b.side &&
  near(a.at, b.at) &&
  Math.abs(((((a.turnDeg - b.turnDeg + 180) % 360) + 360) % 360) - 180) < 0.01 &&
  a.align === b.align &&
  Math.abs(a.capitalMm - b.capitalMm) < strayMm &&
  a.mirrored === b.mirrored &&
  a.knockout === b.knockout

const near = (a: Point, b: Point): boolean => Math.hypot(a.x - b.x, a.y - b.y) < strayMm
