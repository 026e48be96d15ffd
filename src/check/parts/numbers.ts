import { groupBy } from "../../circuit/group-by"
import { withUnit } from "../../circuit/view"
import type { CheckResult, Finding, Severity } from "../../model/finding"
import type { Part } from "../../model/part"
import { naturalOrder } from "../../natural-order"
import type { BoardInput } from "../board/input"
import { codesOf, type NumberRead, readNumber } from "../order-codes/read-number"

interface Fault {
  readonly rule: string
  readonly severity?: Severity
  readonly says: string
}

/**
 * Every maker's number is read by the maker's ordering code, and what it says is held against the record; a number
 * that no code reads has the form that its family's data sheet gives, or says why nothing holds it.
 */
export function partNumbers({ board }: Pick<BoardInput<"parts">, "board">): CheckResult {
  const named = Object.entries(board.parts)
    .sort(([a], [b]) => naturalOrder(a, b))
    .flatMap(([name, record]) => {
      const { mpn } = record
      return mpn === undefined ? [] : [{ name, record, mpn }]
    })
  const alike = groupBy(named, ({ record: { id, manufacturer, mpn, package: home, ratings, ordering } }) =>
    JSON.stringify([id, manufacturer, mpn, home.name, ratings, ordering]),
  )
  const findings = [...alike.values()].flatMap((group): Finding[] => {
    const [first] = group
    if (first === undefined) return []
    const names = group.map(({ name }) => name)
    return faultsOf(first.record, first.mpn).map(({ rule, severity = "error", says }) => ({
      rule,
      severity,
      message: `${names.join(", ")}: ${says}`,
      parts: names,
    }))
  })
  const held = named.filter(
    ({ record: { ordering, manufacturer }, mpn }) =>
      readNumber(mpn, manufacturer) !== undefined || (ordering !== undefined && "pattern" in ordering),
  )
  return { findings, figures: [{ name: "maker's numbers held", value: held.length, limit: named.length }] }
}

function faultsOf(record: Part, mpn: string): Fault[] {
  const { manufacturer, kind, ordering } = record
  const read = readNumber(mpn, manufacturer)
  const own = codesOf(manufacturer, kind)
  if (read !== undefined && manufacturer !== undefined && !read.code.maker.test(manufacturer))
    return [
      {
        rule: "parts/number",
        says: `${mpn} is written in ${read.code.title} ordering code, and its record names ${manufacturer}`,
      },
    ]
  if (read !== undefined) return [...contradictions(record, mpn, read), ...pattern()]
  if (ordering !== undefined && "pattern" in ordering) return pattern()
  if (own.length > 0)
    return [
      {
        rule: "parts/number",
        says: `${mpn} is not written as ${own.map(({ title }) => title).join(" or ")} ordering code has it (${own[0]?.source})`,
      },
    ]
  if (ordering !== undefined)
    return [
      {
        rule: "parts/number-unheld",
        severity: "info",
        says: `nothing holds ${mpn}: ${"unheld" in ordering ? ordering.unheld : ""}`,
      },
    ]
  return [
    {
      rule: "parts/number-unheld",
      severity: "warning",
      says: `nothing holds ${mpn}: give the record its family's \`ordering\`, { pattern, source }, or say { unheld: "why" }`,
    },
  ]

  function pattern(): Fault[] {
    if (ordering === undefined || !("pattern" in ordering)) return []
    if (new RegExp(`^(?:${ordering.pattern})$`).test(mpn)) return []
    return [
      {
        rule: "parts/number",
        says: `${mpn} is no number of its family, ${ordering.pattern} (${ordering.source})`,
      },
    ]
  }
}

/** What the number says otherwise than the record. */
function contradictions(record: Part, mpn: string, { code, says }: NumberRead): Fault[] {
  const { ratings = { source: "" }, package: home, kind } = record
  const rows = [
    ["kind", says.kind, kind],
    ["size", says.size, /^\d{4}\b/.exec(home.name)?.[0]],
    ["resistance", says.ohms, ratings.resistanceOhm, "ohm"],
    ["capacitance", says.farads, ratings.capacitanceF, "F"],
    ["tolerance", says.tolerancePercent, ratings.tolerancePercent, "%"],
    [
      "voltage",
      says.volts,
      // A rating below the code's is a choice, above it a slip.
      says.volts !== undefined && ratings.maxVoltageV !== undefined && ratings.maxVoltageV < says.volts
        ? says.volts
        : ratings.maxVoltageV,
      "V",
    ],
    ["power", says.watts, ratings.powerW, "W"],
    ["dielectric", says.dielectric, ratings.dielectric],
  ] as const
  return rows.flatMap(([what, there, here, unit]): Fault[] => {
    if (there === undefined || here === undefined || same(there, here)) return []
    const words = (value: string | number) =>
      typeof value === "string" || unit === undefined
        ? String(value)
        : unit === "ohm" || unit === "F"
          ? withUnit(value, unit)
          : `${value} ${unit}`
    return [
      {
        rule: "parts/number",
        says: `${mpn} is ${words(there)} by ${code.title} ordering code, its record says ${what} ${words(here)} ("${record.id}")`,
      },
    ]
  })
}

const same = (a: string | number, b: string | number): boolean =>
  typeof a === "number" && typeof b === "number"
    ? Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b))
    : a === b
