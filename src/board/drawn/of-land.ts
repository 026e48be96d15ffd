import { disc, pill, rectangle } from "../../geometry/shape"
import type { DrawnShape } from "../../model/drawn"
import type { Land, LandPad } from "../../model/package"
import { landDotMm, landLineMm } from "../land"
import type { Piece } from "./piece"
import { type Pose, placed, sideOf } from "./pose"

/** What a part's record draws, in the part's frame on the board. */
export function landPieces(land: Land, pose: Pose): Piece[] {
  const side = sideOf(pose, "top")
  return [
    ...land.pads.map((pad): Piece => {
      const shape = formOf(pad, pose)
      const own = pad.maskMarginMm === undefined ? {} : { maskMarginMm: pad.maskMarginMm }
      const common = { kind: "pad", shape, mask: true, pin: String(pad.pin), ...own } as const
      return pad.holeMm === undefined
        ? { ...common, sides: [side], paste: pad.paste !== "none" }
        : { ...common, sides: ["top", "bottom"], hole: holeOf(pad, pad.holeMm, pose), paste: false }
    }),
    ...(land.pegs ?? []).map((peg): Piece => ({ kind: "hole", shape: disc(placed(pose, peg), peg.drillMm) })),
    ...land.silk.map(
      (mark): Piece => ({
        kind: "ink",
        side,
        form:
          mark.kind === "line"
            ? {
                kind: "lines",
                points: [placed(pose, mark.from), placed(pose, mark.to)],
                widthMm: landLineMm,
              }
            : { kind: "area", shape: disc(placed(pose, mark.at), landDotMm) },
      }),
    ),
  ]
}

function holeOf(pad: LandPad, holeMm: number, pose: Pose): DrawnShape {
  const { width, height, slotMm } = pad
  const centre = placed(pose, pad)
  if (slotMm === undefined) return disc(centre, holeMm)
  const [along, across] = width > height ? [slotMm, holeMm] : [holeMm, slotMm]
  return pill(centre, along, across, pose.rotationDeg)
}

function formOf({ x, y, width, height, shape = "rect" }: LandPad, pose: Pose): DrawnShape {
  const centre = placed(pose, { x, y })
  switch (shape) {
    case "rect":
      return rectangle(centre, width, height, pose.rotationDeg)
    case "circle":
      return disc(centre, width)
    case "pill":
      return pill(centre, width, height, pose.rotationDeg)
  }
}
