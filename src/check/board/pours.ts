import { pourAt, pouredOn, stepMm } from "../../circuit/poured"
import type { Point } from "../../geometry/point"
import type { CheckResult, Finding } from "../../model/finding"
import type { Subject } from "../subject"
import type { BoardInput } from "./input"

/** More of a pad's surroundings than this in the pour, and the pad has no relief. Four spokes cover a quarter. */
const solidPart = 0.7

/** A pad with relief hangs on this many spokes, or on as much copper in fewer, wider ones. */
const leastSpokes = 2

/** Places are looked at in steps: a spoke may seem this much narrower than it is. */
const roundingPart = 0.85

/** Every pour on each of its layers, and every pad in it on two spokes or more: not on one, not all round. */
export function pours({
  board,
  copper,
}: Pick<BoardInput<"pours">, "board"> & Pick<Subject, "copper">): CheckResult {
  const findings: Finding[] = []
  let narrowest = Number.POSITIVE_INFINITY
  const meant = board.pours.flatMap((rule) => rule.layers.map((layer) => ({ ...rule, layer })))
  for (const { net, layer, outline, thermalGapMm, thermalSpokeMm } of meant) {
    const leastMm = leastSpokes * thermalSpokeMm * roundingPart
    const poured = pouredOn(copper, net, layer, outline)
    if (poured === undefined) {
      findings.push({
        rule: "board/pour",
        severity: "error",
        message: `there is no pour of ${net} on the ${layer}${outline === undefined ? "" : ": nothing of its net is within its outline, or another pour has its place"}`,
        nets: [net],
      })
      continue
    }
    // A pad in another pour's place hangs on its tracks.
    const isIn = (p: Point) => pourAt(board.pours, layer, p)?.net === net
    const pads = copper.pads.filter((pad) => pad.net === net && pad.layers.includes(layer) && isIn(pad))
    for (const pad of pads) {
      // A pad in squares takes heat away: it is meant to be solid.
      if (pads.filter(({ name }) => name === pad.name).length > 1) continue
      const round = poured.round(pad, thermalGapMm / 2)
      const met = round.filter((held) => held).length
      const lengthMm = met * stepMm
      const solid = met / round.length > solidPart
      if (lengthMm > 0 && !solid && pad.castellated !== true) narrowest = Math.min(narrowest, lengthMm)
      // A half hole has room for one spoke, into the board.
      const enoughMm = pad.castellated === true ? leastMm / leastSpokes : leastMm
      if (!solid && (lengthMm === 0 || lengthMm >= enoughMm)) continue
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
          limit: leastSpokes * Math.min(...board.pours.map(({ thermalSpokeMm }) => thermalSpokeMm)),
        },
      ]
    : []
  return { findings, figures }
}
