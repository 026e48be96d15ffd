import { groupBy } from "../../circuit/group-by"
import type { CatalogueRow } from "../../model/board"
import type { CheckResult, Finding } from "../../model/finding"
import type { Part } from "../../model/part"
import { naturalOrder } from "../../natural-order"
import type { BoardInput } from "../board/input"

/** One order number is one maker's number, on the board and in the catalogue; one product is bought once. */
export function products({ board }: Pick<BoardInput<"parts" | "fab" | "catalogue">, "board">): CheckResult {
  const rows = Object.entries(board.parts)
    .sort(([a], [b]) => naturalOrder(a, b))
    .map(([name, record]): Row => ({ name, ...record }))
  const known = (board.catalogue ?? []).map(
    (row): Row => ({ name: `the catalogue's "${row.id}"`, ...row, listed: true }),
  )
  return { findings: [...pairs([...rows, ...known], board.fab), ...pieces(board.parts)] }
}

interface Row extends CatalogueRow {
  readonly name: string
  readonly listed?: true
}

/** Order numbers that name two parts, and parts that have two order numbers. */
function pairs(rows: readonly Row[], fab: string): Finding[] {
  const ordered = rows.flatMap((row) => {
    const number = row.numbers[fab]
    return row.mpn !== undefined && number !== undefined && "number" in number
      ? [{ ...row, mpn: row.mpn, number: number.number }]
      : []
  })
  const clash = (key: "mpn" | "number", other: "mpn" | "number", words: string): Finding[] =>
    [...groupBy(ordered, (row) => row[key])].flatMap(([value, group]): Finding[] => {
      const kinds = [...groupBy(group, (row) => row[other])]
      const here = group.filter(({ listed }) => listed !== true).map(({ name }) => name)
      if (kinds.length < 2 || here.length === 0) return []
      const told = kinds.map(
        ([which, some]) => `${which} at ${[...new Set(some.map(({ name }) => name))].join(", ")}`,
      )
      return [
        {
          rule: "parts/order-number",
          severity: "error",
          message: `${value} is ${told.join(" and ")}: ${words}`,
          parts: here,
        },
      ]
    })
  return [
    ...clash("number", "mpn", "an order number is one maker's number"),
    ...clash("mpn", "number", "a maker's number has one order number"),
  ]
}

/** Products that stand on several designators: as many of them as whole products have, alike but for their pins. */
function pieces(parts: Readonly<Record<string, Part>>): Finding[] {
  const findings: Finding[] = []
  const say = (names: readonly string[], message: string) =>
    findings.push({
      rule: "parts/product",
      severity: "error",
      message: `${names.join(", ")}: ${message}`,
      parts: names,
    })
  const names = Object.keys(parts).sort(naturalOrder)
  for (const name of names) {
    const record = parts[name] as Part
    const [asked, lands] = [record.piece?.designators ?? 1, record.package.landsOfProduct ?? 1]
    if (asked !== lands)
      say(
        [name],
        `its package is one of ${lands} lands of a product, its record buys one for ${asked} designator${asked === 1 ? "" : "s"}`,
      )
  }
  const ofPiece = groupBy(
    names.filter((name) => parts[name]?.piece !== undefined),
    (name) => parts[name]?.piece?.id ?? "",
  )
  for (const group of ofPiece.values()) {
    const records = group.map((name) => parts[name] as Part)
    const [first] = records
    if (first?.piece === undefined) continue
    const { designators, body } = first.piece
    const count = group.length / designators
    if (!Number.isInteger(count))
      say(group, `one product stands on ${designators} designators, and there are ${group.length}`)
    const words = (record: Part) =>
      JSON.stringify([
        record.value,
        record.description,
        record.mpn,
        record.numbers,
        record.piece?.designators,
      ])
    if (new Set(records.map(words)).size > 1)
      say(group, "are one product, and their records buy different things")
    const pins = [
      ...groupBy(
        records.flatMap((record) => record.pins.map((pin) => pin.name)),
        (pin) => pin,
      ),
    ]
    for (const [pin, all] of pins)
      if (all.length !== Math.ceil(count))
        say(
          group,
          `its pin ${pin} is there ${all.length} times for ${Math.ceil(count)} product${count > 1 ? "s" : ""}`,
        )
    for (const pin of Object.keys(body?.terminals ?? {}))
      if (!pins.some(([known]) => known === pin))
        say(group, `the product's terminal ${pin} has no designator`)
  }
  return findings
}
