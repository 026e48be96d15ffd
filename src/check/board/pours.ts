import { trackShape } from "../../circuit/copper"
import { groupBy } from "../../circuit/group-by"
import { insideRegion, type Region, regionOf } from "../../circuit/region"
import type { CheckResult, Finding } from "../../finding"
import { distance, type Point } from "../../geometry/point"
import { covers, type Shape } from "../../geometry/shape"
import type { Subject } from "../subject"
import type { BoardInput } from "./input"

/** Distance of the places round a pad that are looked at, mm: a spoke is 0.3 mm wide. */
const stepMm = 0.05

/** More of a pad's surroundings than this in the pour, and the pad has no relief. Four spokes cover a quarter. */
const solidPart = 0.7

/** A pad with relief hangs on this many spokes, or on as much copper in fewer, wider ones. */
const leastSpokes = 2

/** Places are looked at in steps: a spoke may seem this much narrower than it is. */
const roundingPart = 0.85

/** The ground pour on each of its layers, and every pad in it on two spokes or more: not on one, not all round. */
export function pours({
  board,
  copper,
}: Pick<BoardInput<"pour">, "board"> & Pick<Subject, "copper">): CheckResult {
  const { net, layers, thermalGapMm, thermalSpokeMm } = board.pour
  const leastMm = leastSpokes * thermalSpokeMm * roundingPart
  const findings: Finding[] = []
  let narrowest = Number.POSITIVE_INFINITY
  for (const layer of layers) {
    const regions = copper.pours.filter((pour) => pour.layer === layer && pour.net === net).map(regionOf)
    if (regions.length === 0) {
      findings.push({
        rule: "board/pour",
        severity: "error",
        message: `there is no pour of ${net} on the ${layer}`,
        nets: [net],
      })
      continue
    }
    // A track of the pour's own net carries a pad as a spoke does.
    const tracks = copper.tracks.filter((track) => track.layer === layer && track.net === net).map(trackShape)
    const pads = copper.pads.filter((pad) => pad.net === net && pad.layers.includes(layer))
    for (const [pad, ...more] of groupBy(pads, ({ name }) => name).values()) {
      // A pad in squares takes heat away: it is meant to be solid.
      if (pad === undefined || more.length > 0) continue
      const { lengthMm, part } = contact(pad.shape, thermalGapMm / 2, regions, tracks)
      const solid = part > solidPart
      if (lengthMm > 0 && !solid) narrowest = Math.min(narrowest, lengthMm)
      if (!solid && (lengthMm === 0 || lengthMm >= leastMm)) continue
      const what = solid
        ? "is solid in the pour, without thermal relief,"
        : `hangs on ${lengthMm.toFixed(2)} mm of copper`
      findings.push({
        rule: "board/thermal",
        severity: "error",
        message: `${pad.name} ${what} on the ${layer}: it needs ${leastSpokes} spokes of ${thermalSpokeMm} mm`,
        at: { x: pad.x, y: pad.y, layer },
        parts: [pad.name],
      })
    }
  }
  const figures = Number.isFinite(narrowest)
    ? [
        {
          name: "least copper round a pad with thermal relief",
          value: Number(narrowest.toFixed(2)),
          unit: "mm",
          limit: leastSpokes * thermalSpokeMm,
        },
      ]
    : []
  return { findings, figures }
}

/** Over which length, and which part, of the way round a pad there is copper of its net. */
function contact(
  shape: Shape,
  beyondMm: number,
  regions: readonly Region[],
  tracks: readonly Shape[],
): { lengthMm: number; part: number } {
  const round = around(shape, beyondMm)
  const met = round.filter(
    (p) => regions.some((region) => insideRegion(region, p)) || tracks.some((track) => covers(track, p)),
  ).length
  return { lengthMm: met * stepMm, part: met / round.length }
}

/** Places all round a shape, at one distance. */
function around({ core, radius }: Shape, beyondMm: number): Point[] {
  const reach = radius + beyondMm
  const corners = twiceArea(core) < 0 ? [...core].reverse() : core
  const normals = corners.map((a, i) => outward(a, corners[(i + 1) % corners.length] as Point))
  return corners.flatMap((corner, i) => {
    const next = corners[(i + 1) % corners.length] as Point
    const normal = normals[i] ?? 0
    const before = normals[(i + corners.length - 1) % corners.length] ?? 0
    const sweep = corners.length === 1 ? 2 * Math.PI : (normal - before + 4 * Math.PI) % (2 * Math.PI)
    const arcSteps = Math.max(1, Math.ceil((sweep * reach) / stepMm))
    const arc = Array.from({ length: arcSteps }, (_, k) => at(corner, before + (sweep * k) / arcSteps, reach))
    const length = distance(corner, next)
    const steps = Math.ceil(length / stepMm)
    const side = Array.from({ length: steps }, (_, k) =>
      at(
        {
          x: corner.x + ((next.x - corner.x) * k) / steps,
          y: corner.y + ((next.y - corner.y) * k) / steps,
        },
        normal,
        reach,
      ),
    )
    return [...arc, ...side]
  })
}

/** Direction away from a counter-clockwise outline's edge, radians. */
const outward = (a: Point, b: Point): number => Math.atan2(b.y - a.y, b.x - a.x) - Math.PI / 2

const at = ({ x, y }: Point, direction: number, reach: number): Point => ({
  x: x + reach * Math.cos(direction),
  y: y + reach * Math.sin(direction),
})

function twiceArea(corners: readonly Point[]): number {
  return corners.reduce((sum, a, i) => {
    const b = corners[(i + 1) % corners.length] as Point
    return sum + a.x * b.y - b.x * a.y
  }, 0)
}
