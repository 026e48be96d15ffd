import { groupBy } from "../../circuit/group-by"
import { type Part, partsOf } from "../../circuit/parts"
import type { CheckResult, Finding } from "../../finding"
import { naturalOrder } from "../../natural-order"
import type { BoardInput } from "./input"

/** Every designator once in the circuit, once in the placement table, once in the parts list: the same ones. */
export function designators({ circuit, board }: BoardInput<"placements" | "parts">): CheckResult {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ["the circuit", partsOf(circuit).map(({ designator }) => designator)],
    ["the placement table", board.placements.map(({ designator }) => designator)],
    ["the board's list of parts", Object.keys(board.parts)],
  ]
  const all = [...new Set(lists.flatMap(([, names]) => names))].sort(naturalOrder)
  const counts = lists.map(([list, names]) => [list, groupBy(names, (name) => name)] as const)
  const findings = all.flatMap((name): Finding[] => {
    const missing = counts.filter(([, known]) => !known.has(name)).map(([list]) => list)
    const twice = counts.filter(([, known]) => (known.get(name)?.length ?? 0) > 1)
    return [
      ...(missing.length === 0
        ? []
        : [
            {
              rule: "board/designator-missing",
              severity: "error",
              message: `${name} is not in ${missing.join(" and not in ")}`,
              parts: [name],
            } as const,
          ]),
      ...twice.map(
        ([list]): Finding => ({
          rule: "board/designator-twice",
          severity: "error",
          message: `${name} is in ${list} more than once`,
          parts: [name],
        }),
      ),
    ]
  })
  return { findings, figures: [{ name: "parts", value: lists[0]?.[1].length ?? 0 }] }
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
