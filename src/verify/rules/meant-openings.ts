import type { Finding } from "../../model/finding"
import type { Point } from "../../read"
import { boxOf } from "../../read/geometry/point"
import { grow, ringsOf, unionRings } from "../../read/geometry/polygon"
import type { IntendedShape } from "../expected/intent"
import { type LayerRole, layerName } from "../files/roles"
import { place, round3 } from "../geometry/board"
import { type Leftover, leftovers } from "../geometry/compare"
import { type FileRule, measureErrorMm, widest } from "../rule"

const sides = ["top", "bottom"] as const

/** How much wider than the fab's margin an opening may be: another fab's own, a rounding; mm. */
const otherMarginMm = 0.1

/** The mask is open over every hole that is to be bare, and over pads by their own size and no more. */
export const meantMask: FileRule = {
  id: "dfm/mask-as-meant",
  title: "solder mask open over bare pads and holes, and no further",
  check: ({ board, limit }) => {
    const margin = widest(limit("mask-expansion"))
    const findings: Finding[] = []
    for (const side of sides) {
      const openings = board.expected?.intent?.[side].openings
      const mask = board.layer(`mask-${side}`)
      if (openings === undefined || mask === undefined) continue
      const drawn = ringsOf(mask.pieces)
      const say = sayer(findings, "dfm/mask-as-meant", side, `mask-${side}`)
      for (const { name, rings } of openings.filter(({ isHole }) => isHole)) {
        const [closed] = leftovers(grow(rings, margin - measureErrorMm), drawn)
        if (closed !== undefined) say(closed, `covers ${name} or its rim`)
      }
      const meant = grow(unionRings(openings.flatMap(({ rings }) => rings)), margin + otherMarginMm)
      const near = nearestName(openings)
      for (const extra of leftovers(drawn, meant)) say(extra, `is open further than ${near(extra.at)} asks`)
    }
    return { findings }
  },
}

/** Paste where the circuit has it, as much of it, and nowhere else. */
export const meantPaste: FileRule = {
  id: "dfm/paste-as-meant",
  title: "solder paste on each pad as the circuit has it",
  check: ({ board }) => {
    const findings: Finding[] = []
    for (const side of sides) {
      const intent = board.expected?.intent?.[side]
      const paste = board.layer(`paste-${side}`)
      if (intent === undefined || paste === undefined) continue
      const [drawn, meant] = [ringsOf(paste.pieces), unionRings(intent.paste.flatMap(({ rings }) => rings))]
      const say = sayer(findings, "dfm/paste-as-meant", side, `paste-${side}`)
      const [pasted, padNear] = [nearestName(intent.paste), nearestName(intent.openings)]
      for (const lost of leftovers(meant, drawn)) say(lost, `lacks paste on ${pasted(lost.at)}`)
      for (const extra of leftovers(drawn, meant))
        say(extra, `has paste on ${padNear(extra.at)} that the circuit does not have`)
    }
    return { findings }
  },
}

const sayer =
  (findings: Finding[], rule: string, side: "top" | "bottom", layer: LayerRole) =>
  ({ at, areaMm2 }: Leftover, what: string): void => {
    findings.push({
      rule,
      severity: "error",
      message: `the ${layerName(layer)} ${what}: ${areaMm2.toFixed(3)} mm2`,
      ...place(at, `copper-${side}`),
      measure: { value: round3(areaMm2), limit: 0, unit: "mm2" },
    })
  }

/** Name of the shape whose box is nearest to a place. */
function nearestName(shapes: readonly IntendedShape[]): (at: Point) => string {
  const boxes = shapes.map(({ name, rings }) => ({ name, box: boxOf(rings.flat()) }))
  return ({ x, y }) => {
    let best = { name: "nothing", distance: Number.POSITIVE_INFINITY }
    for (const { name, box } of boxes) {
      const dx = Math.max(box.minX - x * 1e6, 0, x * 1e6 - box.maxX)
      const dy = Math.max(box.minY - y * 1e6, 0, y * 1e6 - box.maxY)
      const distance = Math.hypot(dx, dy)
      if (distance < best.distance) best = { name, distance }
    }
    return best.name
  }
}
