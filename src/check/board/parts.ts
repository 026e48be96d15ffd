import { elementsOf } from "../../circuit/elements"
import { partsOf } from "../../circuit/parts"
import { withUnit } from "../../circuit/view"
import type { Board } from "../../model/board"
import type { CheckResult, Finding } from "../../model/finding"
import { isBare, type Part } from "../../model/part"
import { naturalOrder } from "../../natural-order"
import type { BoardInput } from "./input"

/**
 * What the compiled circuit says of a part beside the record of what is bought for it; and records that contradict
 * themselves or each other.
 */
export function partRecords({ circuit, board }: BoardInput<"parts" | "fab">): CheckResult {
  const findings: Finding[] = []
  const add = (rule: string, part: string, message: string) =>
    findings.push({ rule, severity: "error", message: `${part}: ${message}`, parts: [part] })
  const sources = new Map(elementsOf(circuit, "source_component").map((source) => [source.name, source]))
  for (const { designator, ohms, farads } of partsOf(circuit)) {
    const record = board.parts[designator]
    if (record === undefined) continue
    const { resistanceOhm, capacitanceF } = record.ratings ?? {}
    for (const [here, there, unit] of [
      [ohms, resistanceOhm, "ohm"],
      [farads, capacitanceF, "F"],
    ] as const)
      if (here !== undefined && there !== undefined && !same(here, there))
        add(
          "board/part-value",
          designator,
          `${withUnit(here, unit)} in the circuit, ${withUnit(there, unit)} in the record of "${record.id}"`,
        )
    for (const fault of faultsOf(record)) add("board/part-record", designator, `${fault} ("${record.id}")`)
    const number = record.numbers[board.fab]
    const wanted = number !== undefined && "number" in number ? number.number : undefined
    const told = Object.entries(sources.get(designator)?.supplier_part_numbers ?? {}).find(
      ([fab]) => fab === board.fab,
    )?.[1][0]
    if (told !== wanted)
      add(
        "board/part-number",
        designator,
        `the circuit has the number ${told ?? "(none)"}, its record ${wanted ?? "(none)"}`,
      )
  }
  return { findings: [...findings, ...withoutNumber(board.parts)] }
}

/** Parts that are bought by their description: nobody can check that the right thing comes. */
function withoutNumber(parts: Board["parts"]): Finding[] {
  const names = Object.keys(parts)
    .filter((name) => parts[name]?.mpn === undefined && !isBare(parts[name]?.kind))
    .sort(naturalOrder)
  if (names.length === 0) return []
  return [
    {
      rule: "parts/no-number",
      severity: "info",
      message: `${names.join(", ")}: no maker's number in the record, bought by description`,
      parts: names,
    },
  ]
}

/** What a record lacks to be fitted as it says. */
function faultsOf({ kind, ratings, assembly, mpn, numbers, pins, package: { land } }: Part): string[] {
  const numbered = Object.values(numbers).some((number) => "number" in number)
  const pads = new Set(land.pads.map(({ pin }) => pin))
  const without = pins.filter(({ number }) => pads.size > 0 && !pads.has(number)).map(({ number }) => number)
  const extra = [...pads].filter((pad) => !pins.some(({ number }) => number === pad))
  return [
    ...(kind === "resistor" && ratings?.resistanceOhm === undefined ? ["a resistor without ohms"] : []),
    ...(kind === "capacitor" && ratings?.capacitanceF === undefined ? ["a capacitor without farads"] : []),
    ...(assembly.by === "machine" && !numbered ? ["a machine fits it, but no fab's number is known"] : []),
    ...(numbered && mpn === undefined ? ["an order number without the maker's number"] : []),
    ...(without.length === 0 ? [] : [`its package has no pad for pin ${without.join(", ")}`]),
    ...(extra.length === 0 ? [] : [`its package has pads that are no pin: ${extra.join(", ")}`]),
  ]
}

const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))
