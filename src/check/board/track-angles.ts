import { type Track, viaShape } from "../../circuit/copper"
import type { CheckResult, Finding } from "../../finding"
import { nearby } from "../../geometry/nearby"
import { distance, distanceToSegment, type Point } from "../../geometry/point"
import { boxOf, boxOfPoints, covers } from "../../geometry/shape"
import type { Subject } from "../subject"

/** How far a track may stray from its 45 degree direction over its length, mm: routes are written to 0.01 mm. */
const strayMm = 0.011

/** Two points are one, mm. */
const sameMm = 1e-3

/** Tracks run at multiples of 45 degrees and meet at right angles or blunter: acute joints hold etchant. */
export function trackAngles({ copper }: Pick<Subject, "copper">): CheckResult {
  const findings: Finding[] = []
  const tracks = copper.tracks.filter((track) => distance(track.from, track.to) > sameMm)
  for (const track of tracks) {
    const off = strayFrom45(track)
    if (off > strayMm)
      findings.push({
        ...about(track),
        message: `a track${named(track)} runs at ${degrees(track).toFixed(1)} degrees: not a multiple of 45`,
        at: { x: (track.from.x + track.to.x) / 2, y: (track.from.y + track.to.y) / 2, layer: track.layer },
      })
  }
  const solid = [
    ...copper.pads.map(({ shape, layers, net }) => ({ shape, layers: layers as readonly string[], net })),
    ...copper.vias.map((via) => ({ shape: viaShape(via), layers: ["top", "bottom"], net: via.net })),
  ]
  const solidAt = nearby(solid, ({ shape }) => boxOf(shape))
  const tracksAt = nearby(tracks, ({ from, to }) => boxOfPoints([from, to]))
  const seen = new Set<string>()
  for (const track of tracks) {
    for (const end of [track.from, track.to]) {
      const here = boxOf({ core: [end], radius: sameMm })
      const inPad = solidAt(here).some(
        ({ shape, layers }) => layers.includes(track.layer) && covers(shape, end),
      )
      if (inPad) continue
      for (const other of tracksAt(here)) {
        if (other === track || other.layer !== track.layer || other.net !== track.net) continue
        if (distanceToSegment(end, other.from, other.to) > sameMm) continue
        const angle = Math.min(...armsAt(other, end).map((arm) => between(armFrom(track, end), arm)))
        const key = `${end.x.toFixed(3)} ${end.y.toFixed(3)} ${track.layer}`
        if (angle >= 89 || seen.has(key) || angle < 0.5) continue
        seen.add(key)
        findings.push({
          ...about(track),
          message: `tracks${named(track)} meet at ${angle.toFixed(0)} degrees: an acute joint`,
          at: { ...end, layer: track.layer },
        })
      }
    }
  }
  return { findings }
}

const about = (track: Track) =>
  ({
    rule: "board/track-angle",
    severity: "warning",
    nets: track.net === undefined ? [] : [track.net],
  }) as const

const named = ({ net }: Track): string => (net === undefined ? "" : ` of ${net}`)

const degrees = ({ from, to }: Track): number =>
  ((((Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI) % 180) + 180) % 180

/** How far the end is off the nearest 45 degree line through the start. */
function strayFrom45({ from, to }: Track): number {
  const [dx, dy] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)]
  return Math.min(dx, dy, Math.abs(dx - dy) / Math.SQRT2)
}

/** A track's direction away from its own end. */
const armFrom = (track: Track, end: Point): Point => {
  const far = distance(track.from, end) < distance(track.to, end) ? track.to : track.from
  return { x: far.x - end.x, y: far.y - end.y }
}

/** The directions in which a track leaves a point on it: one at its end, two in between. */
const armsAt = ({ from, to }: Track, at: Point): Point[] =>
  [from, to].filter((far) => distance(far, at) > sameMm).map((far) => ({ x: far.x - at.x, y: far.y - at.y }))

function between(a: Point, b: Point): number {
  const cosine = (a.x * b.x + a.y * b.y) / (Math.hypot(a.x, a.y) * Math.hypot(b.x, b.y))
  return (Math.acos(Math.max(-1, Math.min(1, cosine))) * 180) / Math.PI
}
