import { groupBy } from "../../circuit/group-by"
import { landsOf } from "../../circuit/track-angles"
import { distance, distanceToSegment } from "../../geometry/point"
import { gap } from "../../geometry/shape"
import type { CheckResult, Finding } from "../../model/finding"
import type { Subject } from "../subject"
import { beyond, worst } from "./figure"

/** A track that goes on less than half as wide is a fuse in it. */
export const widthRatio = 2

/** As near to a pad of its net a track may be a neck: it has to fit between pins. mm, as in `board/power-width`. */
const neckMm = 2

/** Tracks keep their width from pad to pad but for necks at pins: a branch may be narrower than what it leaves. */
export function widthJumps({ copper }: Pick<Subject, "copper">): CheckResult {
  const onLand = landsOf(copper)
  const findings: Finding[] = []
  const ratios: number[] = []
  for (const alike of groupBy(copper.tracks, ({ net, layer }) => `${layer} ${net}`).values())
    alike.forEach((track, index) => {
      for (const at of [track.from, track.to]) {
        if (onLand(at, track.layer)) continue
        const met = alike.filter((one) => one !== track && distanceToSegment(at, one.from, one.to) < 1e-3)
        const [other, ...more] = met
        // Each joint once, and only where a track goes on: at a branch widths may differ.
        if (other === undefined || more.length > 0 || alike.indexOf(other) < index) continue
        if (distance(at, other.from) > 1e-3 && distance(at, other.to) > 1e-3) continue
        const [low, high] = [track.widthMm, other.widthMm].sort((a, b) => a - b) as [number, number]
        const isNeck = copper.pads.some(
          (pad) =>
            pad.net === track.net &&
            pad.layers.includes(track.layer) &&
            gap(pad.shape, { core: [at], radius: 0 }) <= neckMm,
        )
        if (isNeck || low === high) continue
        ratios.push(high / low)
        if (!beyond(high / low, widthRatio)) continue
        findings.push({
          rule: "copper/width-jump",
          severity: "warning",
          message: `a track of ${track.net ?? "no net"} goes from ${high} mm to ${low} mm, more than ${neckMm} mm from its pads: keep its width`,
          at: { x: at.x, y: at.y, layer: track.layer },
          measure: { value: Number((high / low).toFixed(3)), limit: widthRatio, unit: "" },
          ...(track.net === undefined ? {} : { nets: [track.net] }),
        })
      }
    })
  return { findings, figures: [worst("jump of a track's width, wide to narrow", ratios, "", widthRatio)] }
}
