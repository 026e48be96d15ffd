import type { Finding, Severity } from "../../model/finding"
import { layerName } from "../files/roles"
import { place } from "../geometry/board"
import { type Hole, rimPiece, rimPoints } from "../geometry/holes"
import type { FileRule } from "../rule"
import { holeName } from "./holes"

const id = "drc/castellated"

const outer = ["copper-top", "copper-bottom"] as const

/** Holes that the board's edge goes through: half holes where they are meant, plated, open, and as large as the fab makes. */
export const castellatedHoles: FileRule = {
  id,
  title: "holes that the board's edge cuts",
  check: ({ board, foreign, halfHoles: rules }) => {
    const findings: Finding[] = []
    const say = (message: string, hole: Hole, severity: Severity = "error") =>
      findings.push({ rule: id, severity, message, ...place(hole.centre), file: hole.file, line: hole.line })
    const meant = new Set(board.halfHoles)
    const fabs = foreign === true ? "warning" : "error"
    for (const hole of board.cutHoles) {
      const name = holeName(board, hole)
      if (!hole.isPlated) {
        const isInPad = outer.some((role) => {
          const layer = board.layer(role)
          return layer !== undefined && rimPiece(layer, hole.points, hole.radius) >= 0
        })
        if (isInPad)
          say(`the ${name} is cut by the board's edge in a pad: a half hole has to be plated`, hole)
        else if (foreign !== true)
          say(`the ${name} is cut by the board's edge: draw a notch into the outline instead`, hole)
        continue
      }
      if (!meant.has(hole)) {
        say(`the ${name} is cut by the board's edge, and the circuit does not mean it to be`, hole)
        continue
      }
      if (hole.kind === "slot")
        say(`the ${name} is cut by the board's edge: half holes are round`, hole, fabs)
      const least = rules?.leastHoleMm
      if (least !== undefined && hole.diameter < least - 1e-6)
        say(
          `the half hole ${name} is ${hole.diameter.toFixed(3)} mm wide, the fab makes none under ${least} mm`,
          hole,
          fabs,
        )
      const tool = board.files.drills.find(({ file }) => file === hole.file)?.tools.get(hole.tool)
      if (foreign !== true && tool?.apertureFunction?.includes("CastellatedDrill") !== true)
        say(
          `the ${name} is cut by the board's edge, but the file does not call its tool a CastellatedDrill`,
          hole,
        )
      if (foreign !== true)
        for (const role of outer) {
          const flash = board
            .layer(role)
            ?.image.objects.find(
              (one) =>
                one.kind === "flash" &&
                one.polarity === "dark" &&
                Math.hypot(one.at.x - hole.centre.x, one.at.y - hole.centre.y) < 0.005,
            )
          if (flash !== undefined && flash.apertureFunction !== "CastellatedPad")
            say(`the pad of the ${name} is not called a CastellatedPad in the ${layerName(role)}`, hole)
        }
      const inside = rimPoints(hole.points, hole.radius, 0.02).filter((point) => board.onBoard(point))
      for (const side of ["top", "bottom"] as const) {
        const mask = board.layer(`mask-${side}`)
        if (mask !== undefined && !inside.some((point) => mask.pieceAt(point) >= 0))
          say(`the half hole ${name} is covered by the ${layerName(`mask-${side}`)}`, hole, fabs)
      }
    }
    for (const wanted of board.expected?.holes ?? [])
      if (
        wanted.castellated === true &&
        !board.cutHoles.some(({ centre }) => Math.hypot(centre.x - wanted.x, centre.y - wanted.y) < 0.005)
      )
        findings.push({
          rule: id,
          severity: "error",
          message: `the circuit means the hole at (${wanted.x.toFixed(3)}, ${wanted.y.toFixed(3)}) to be cut in half: the board's edge does not go through it`,
          ...place(wanted),
        })
    const [first] = board.halfHoles
    if (first !== undefined && foreign === true)
      say(
        `${board.halfHoles.length} plated holes are cut by the board's edge: order them as castellated (half) holes`,
        first,
        "warning",
      )
    return {
      findings,
      figures:
        board.halfHoles.length === 0
          ? []
          : [{ name: "half holes on the board's edge", value: board.halfHoles.length }],
    }
  },
}
