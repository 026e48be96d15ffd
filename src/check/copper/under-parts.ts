import type { CheckResult, Finding } from "../../model/finding"
import type { Subject } from "../subject"
import { beyond, worst } from "./figure"
import { undersidesOf } from "./two-pin"

/**
 * A track that cuts no more than a corner is not under the part, mm. More of it is where solder creeps under the body
 * and where nobody can cut or probe it.
 */
export const underPartMm = 0.2

/**
 * Nothing runs under a two-pin part on the side it is soldered on: no track of another net, none of its own between
 * its pads, where a whisker of solder shorts the part.
 */
export function underParts({ copper }: Pick<Subject, "copper">): CheckResult {
  const findings: Finding[] = []
  const lengths: number[] = []
  for (const { part, layer, pads, at, within } of undersidesOf(copper.pads)) {
    const byNet = new Map<string, number>()
    const add = (net: string | undefined, mm: number) =>
      mm > 0 && byNet.set(net ?? "no net", (byNet.get(net ?? "no net") ?? 0) + mm)
    for (const track of copper.tracks) if (track.layer === layer) add(track.net, within(track.from, track.to))
    for (const via of copper.vias) {
      const reach = via.diameterMm / 2
      add(via.net, within({ x: via.x - reach, y: via.y }, { x: via.x + reach, y: via.y }))
    }
    for (const [net, mm] of byNet) {
      lengths.push(mm)
      if (!beyond(mm, underPartMm)) continue
      const own = pads.some((pad) => pad.net === net)
      findings.push({
        rule: own ? "copper/between-own-pads" : "copper/under-part",
        severity: "warning",
        message: own
          ? `${mm.toFixed(2)} mm of ${net} run between the pads of ${part}, which is on that net: lead it to the pad from outside`
          : `${mm.toFixed(2)} mm of ${net} run under ${part}: lead it round the part, or on the other side`,
        at: { ...at, layer },
        measure: { value: Number(mm.toFixed(3)), limit: underPartMm, unit: "mm" },
        nets: [net],
        parts: [part],
      })
    }
  }
  return { findings, figures: [worst("track under a two-pin part", lengths, "mm", underPartMm)] }
}
