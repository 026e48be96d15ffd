import { partsOf } from "../../circuit/parts"
import type { CheckResult, Finding } from "../../model/finding"
import { naturalOrder } from "../../natural-order"
import type { BoardInput } from "./input"

/** Assembly variants name parts there are, and the compiled board is the default one. */
export function variants({ circuit, board }: BoardInput<"variants" | "defaultVariant">): CheckResult {
  const parts = partsOf(circuit)
  const known = new Set(parts.map(({ designator }) => designator))
  const findings: Finding[] = []
  const add = (message: string, names: readonly string[]) =>
    findings.push({ rule: "board/variant", severity: "error", message, parts: names })
  for (const name of Object.keys(board.variants).sort(naturalOrder)) {
    for (const designator of board.variants[name]?.notFitted ?? []) {
      if (!known.has(designator))
        add(`variant ${name} leaves ${designator} empty, and there is no such part`, [designator])
    }
  }
  const chosen = board.variants[board.defaultVariant]
  if (chosen === undefined) {
    add(
      `the default variant "${board.defaultVariant}" is none of ${Object.keys(board.variants).sort(naturalOrder).join(", ")}`,
      [],
    )
    return { findings }
  }
  for (const { designator, placed } of parts) {
    if (placed === undefined || placed.fitted !== chosen.notFitted.includes(designator)) continue
    add(
      `${designator} is ${placed.fitted ? "fitted" : "left empty"} on the compiled board, ${placed.fitted ? "left empty" : "fitted"} in its default variant ${board.defaultVariant}`,
      [designator],
    )
  }
  return { findings }
}
