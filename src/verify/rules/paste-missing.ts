import type { Finding } from "../../model/finding"
import { boxOf } from "../../read/geometry/point"
import { layerName } from "../files/roles"
import { place, spot } from "../geometry/board"
import type { PadShape } from "../geometry/pad-shapes"
import type { FileRule } from "../rule"

const id = "dfm/paste-missing"

/** How many pads of one shape make a habit, and which part of them must have paste for the rest to be a slip. */
const habit = { pads: 6, part: 0.75 }

/**
 * Pads without solder paste among pads of their shape that have it. Where a parts list tells who solders what, that
 * decides; here nobody tells, and a pad of a row that lost its opening shows by its neighbours only.
 */
export const pasteMissing: FileRule = {
  id,
  title: "solder paste on each pad of a row that has it",
  check: ({ board, foreign }) => {
    const findings: Finding[] = []
    if (foreign !== true) return { findings }
    for (const side of ["top", "bottom"] as const) {
      const paste = board.layer(`paste-${side}`)
      if (paste === undefined || paste.pieces.length === 0) continue
      const shapes = new Map<string, PadShape[]>()
      for (const pad of board.padShapes) {
        if (pad.side !== side || board.holesNear(pad, 0.05).length > 0) continue
        // Turned by a quarter, a pad is of the same kind; sizes within a hundredth of a millimetre are.
        const box = boxOf(pad.rings.flat())
        const sides = [box.maxX - box.minX, box.maxY - box.minY].map((units) => Math.round(units / 1e4))
        const key = sides.sort((a, b) => a - b).join(" ")
        shapes.set(key, [...(shapes.get(key) ?? []), pad])
      }
      for (const pads of shapes.values()) {
        if (pads.length < habit.pads) continue
        const bare = pads.filter((pad) => !paste.touches(boxOf(pad.rings.flat())))
        if (bare.length === 0 || bare.length > pads.length * (1 - habit.part)) continue
        for (const pad of bare)
          findings.push({
            rule: id,
            severity: "error",
            message: `the ${layerName(`paste-${side}`)} leaves out the pad at ${spot(pad)}, one of ${pads.length} of its shape, of which ${pads.length - bare.length} have paste`,
            ...place(pad, `copper-${side}`),
          })
      }
    }
    return { findings }
  },
}
