import { type Part, partsOf } from "../../circuit/parts"
import type { CheckResult, Finding } from "../../model/finding"
import { naturalOrder } from "../../natural-order"
import type { BoardInput } from "./input"

/** The compiled circuit has every part that the source has, each once, and no other. */
export function designators({ circuit, board }: BoardInput<"parts">): CheckResult {
  const compiled = partsOf(circuit).map(({ designator }) => designator)
  const known = new Set(Object.keys(board.parts))
  const seen = new Set<string>()
  const findings: Finding[] = []
  const add = (rule: string, name: string, message: string) =>
    findings.push({ rule, severity: "error", message: `${name} ${message}`, parts: [name] })
  for (const name of compiled) {
    if (seen.has(name)) add("board/designator-twice", name, "is in the circuit more than once")
    if (!known.has(name)) add("board/designator-missing", name, "is in the circuit but has no record")
    seen.add(name)
  }
  for (const name of [...known].sort(naturalOrder))
    if (!seen.has(name)) add("board/designator-missing", name, "is in the source, but the compiler lost it")
  return { findings, figures: [{ name: "parts", value: compiled.length }] }
}

/** What the compiler made of the placement table: every part where its row says, to 0.001 mm. */
export function placements({ circuit, board }: BoardInput<"placements">): CheckResult {
  const parts = new Map(partsOf(circuit).map((part) => [part.designator, part]))
  const findings = board.placements.flatMap((row): Finding[] => {
    const placed = parts.get(row.designator)?.placed
    if (placed === undefined) return []
    const differences = [
      ...(Math.abs(placed.x - row.x) > 1e-3 || Math.abs(placed.y - row.y) > 1e-3
        ? [`at (${placed.x.toFixed(3)}, ${placed.y.toFixed(3)}) mm, not at (${row.x}, ${row.y})`]
        : []),
      ...(sameTurn(placed.rotationDeg, row.rotationDeg)
        ? []
        : [`turned ${placed.rotationDeg} degrees, not ${row.rotationDeg}`]),
      ...(placed.side === row.side ? [] : [`on the ${placed.side}, not on the ${row.side}`]),
    ]
    if (differences.length === 0) return []
    return [
      {
        rule: "board/placement",
        severity: "error",
        message: `${row.designator} is ${differences.join(", ")} as its row in the placement table says`,
        at: { x: placed.x, y: placed.y, layer: placed.side },
        parts: [row.designator],
      },
    ]
  })
  return { findings: [...findings, ...notPlaced([...parts.values()])] }
}

const notPlaced = (parts: readonly Part[]): Finding[] =>
  parts
    .filter(({ placed }) => placed === undefined)
    .map(({ designator }) => ({
      rule: "board/placement",
      severity: "error",
      message: `${designator} is in the circuit but has no land on the board`,
      parts: [designator],
    }))

function sameTurn(a: number, b: number): boolean {
  const turn = (((a - b) % 360) + 360) % 360
  return turn < 1e-6 || turn > 360 - 1e-6
}
