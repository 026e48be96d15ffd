import { insideRegion, regionOf } from "../../circuit/region"
import type { CheckResult } from "../../finding"
import { distance } from "../../geometry/point"
import { boxOfPoints } from "../../geometry/shape"
import type { Subject } from "../subject"
import type { BoardInput } from "./input"

/** Grid of the places that are looked at, mm. */
const stepMm = 1

/** Where the pours lie over each other, a via or plated hole of their net is near: else they are two planes. */
export function stitching({
  board,
  copper,
}: Pick<BoardInput<"pour">, "board"> & Pick<Subject, "copper">): CheckResult {
  const { net, layers, stitchMm } = board.pour
  const poured = copper.pours.filter((pour) => pour.net === net)
  if (stitchMm === undefined || poured.length === 0) return { findings: [] }
  const joints = [
    ...copper.vias.filter((via) => via.net === net),
    ...copper.pads.filter((pad) => pad.net === net && layers.every((layer) => pad.layers.includes(layer))),
  ]
  const regions = layers.map((layer) => poured.filter((pour) => pour.layer === layer).map(regionOf))
  const { minX, minY, maxX, maxY } = boxOfPoints(poured.flatMap(({ outline }) => outline))
  let worst = { mm: stitchMm, at: { x: 0, y: 0 } }
  for (let x = Math.ceil(minX); x <= maxX; x += stepMm)
    for (let y = Math.ceil(minY); y <= maxY; y += stepMm) {
      const at = { x, y }
      const mm = joints.reduce(
        (least, joint) => Math.min(least, distance(joint, at)),
        Number.POSITIVE_INFINITY,
      )
      if (mm <= worst.mm) continue
      if (regions.every((layer) => layer.some((region) => insideRegion(region, at)))) worst = { mm, at }
    }
  if (worst.mm <= stitchMm) return { findings: [] }
  const far = Number.isFinite(worst.mm) ? `${worst.mm.toFixed(1)} mm from the nearest` : "without any"
  return {
    findings: [
      {
        rule: "board/stitching",
        severity: "error",
        message: `the pours of ${net} are ${far} via or plated hole: at most ${stitchMm} mm, add vias of ${net}`,
        at: worst.at,
        nets: [net],
      },
    ],
  }
}
