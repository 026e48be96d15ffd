import { type Circuit, type ElementOf, elementsOf } from "../../circuit/elements"
import { distance } from "../../geometry/point"
import { crossing, repeatedCorner } from "../../geometry/polygon"
import type { Board, MountingHole } from "../../model/board"
import type { CheckResult, Finding } from "../../model/finding"
import type { BoardInput } from "./input"

/** What the meter and the fab rely on: outline, thickness and unplated holes as the board's definition has them. */
export function mechanics({
  circuit,
  board,
}: BoardInput<"outline" | "thicknessMm" | "mountingHoles">): CheckResult {
  return { findings: [...outline(circuit, board), ...holes(circuit, board)] }
}

const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-3

function outline(circuit: Circuit, board: Pick<Board, "outline" | "thicknessMm">): Finding[] {
  const [compiled, ...more] = elementsOf(circuit, "pcb_board")
  if (compiled === undefined || more.length > 0) {
    return [
      {
        rule: "board/outline",
        severity: "error",
        message: compiled === undefined ? "the circuit has no board" : "the circuit has more than one board",
      },
    ]
  }
  const findings: Finding[] = []
  const twice = repeatedCorner(board.outline)
  if (twice !== undefined)
    findings.push({
      rule: "board/outline",
      severity: "error",
      message: "the outline has this corner twice: say it once, an arc begins and ends with its own corners",
      at: twice,
    })
  const crossed = twice === undefined ? crossing(board.outline) : undefined
  if (crossed !== undefined)
    findings.push({
      rule: "board/outline",
      severity: "error",
      message: "the outline crosses or touches itself",
      at: crossed,
    })
  const corners = compiled.outline ?? []
  const wrong = board.outline.find((corner, i) => {
    const made = corners[i]
    return made === undefined || distance(made, corner) > 1e-3
  })
  if (wrong !== undefined || corners.length !== board.outline.length) {
    findings.push({
      rule: "board/outline",
      severity: "error",
      message: `the compiled outline (${corners.length} corners) is not the board's (${board.outline.length} corners)`,
      ...(wrong === undefined ? {} : { at: wrong }),
    })
  }
  if (!same(compiled.thickness, board.thicknessMm)) {
    findings.push({
      rule: "board/thickness",
      severity: "error",
      message: `the compiled board is ${compiled.thickness} mm thick, its definition says ${board.thicknessMm} mm`,
      measure: { value: compiled.thickness, limit: board.thicknessMm, unit: "mm" },
    })
  }
  return findings
}

function sameSize(made: ElementOf<"pcb_hole">, { drillMm, slot }: MountingHole): boolean {
  if ("hole_diameter" in made) return slot === undefined && same(made.hole_diameter, drillMm)
  return (
    same(Math.min(made.hole_width, made.hole_height), drillMm) &&
    same(Math.max(made.hole_width, made.hole_height), slot?.lengthMm ?? drillMm)
  )
}

function holes(circuit: Circuit, board: Pick<Board, "mountingHoles">): Finding[] {
  const made = elementsOf(circuit, "pcb_hole")
  const missing = board.mountingHoles.filter(
    (hole) => !made.some((one) => distance(one, hole) <= 1e-3 && sameSize(one, hole)),
  )
  const extra = made.filter((one) => !board.mountingHoles.some((hole) => distance(one, hole) <= 1e-3))
  return [
    ...missing.map(
      ({ designator, x, y, drillMm }): Finding => ({
        rule: "board/mounting-hole",
        severity: "error",
        message: `${designator}: no unplated hole of ${drillMm} mm at (${x}, ${y}) mm`,
        at: { x, y },
        parts: [designator],
      }),
    ),
    ...extra.map(
      ({ x, y }): Finding => ({
        rule: "board/mounting-hole",
        severity: "error",
        message: `an unplated hole at (${x.toFixed(3)}, ${y.toFixed(3)}) mm that the board's definition does not have`,
        at: { x, y },
      }),
    ),
  ]
}
