import { withUnit } from "../../circuit/view"
import type { CheckResult, Finding } from "../../model/finding"
import type { Part } from "../../model/part"
import { naturalOrder } from "../../natural-order"
import type { BoardInput } from "../board/input"

/** What people read (value and description) says the same as what is computed with. */
export function printedValues({ board }: Pick<BoardInput<"parts">, "board">): CheckResult {
  const findings = Object.keys(board.parts)
    .sort(naturalOrder)
    .flatMap((name): Finding[] => {
      const record = board.parts[name]
      if (record === undefined) return []
      return faultsOf(record).map((says) => ({
        rule: "parts/printed-value",
        severity: "error",
        message: `${name}: ${says} ("${record.id}")`,
        parts: [name],
      }))
    })
  return { findings }
}

const prefixes: Readonly<Record<string, number>> = {
  p: 1e-12,
  n: 1e-9,
  u: 1e-6,
  µ: 1e-6,
  μ: 1e-6,
  m: 1e-3,
  "": 1,
  R: 1,
  k: 1e3,
  K: 1e3,
  M: 1e6,
  G: 1e9,
}

/** "10k", "4k7", "0R", "100nF", "2.2 uH": the quantity at the beginning of a printed value. */
export function quantity(text: string): number | undefined {
  const found = /^\s*(\d+(?:\.\d+)?)\s*([pnuµμmkKMGR]?)(\d*)\s*(?:ohms?|Ω|[FH])?(?![A-Za-z0-9])/.exec(text)
  if (found === null) return undefined
  const [, whole = "", prefix = "", fraction = ""] = found
  if (fraction !== "" && whole.includes(".")) return undefined
  return Number(`${whole}${fraction === "" ? "" : `.${fraction}`}`) * (prefixes[prefix] ?? 1)
}

type Fact = readonly [value: number | undefined, unit: string, words: RegExp]

function faultsOf({ kind, value, description, ratings }: Part): string[] {
  const main = {
    resistor: [ratings?.resistanceOhm, "ohm"],
    capacitor: [ratings?.capacitanceF, "F"],
    inductor: [ratings?.inductanceH, "H"],
  } as const
  if (kind !== "resistor" && kind !== "capacitor" && kind !== "inductor") return []
  const [fact, unit] = main[kind]
  if (fact === undefined) return []
  const printed = quantity(value)
  if (printed === undefined) return [`"${value}" does not begin with its value, ${withUnit(fact, unit)}`]
  const facts: readonly Fact[] = [
    [fact, unit, /(\d+(?:\.\d+)?) ?([pnuµmkMG]?)(?:ohms?|Ω|[FH])(?![A-Za-z])/g],
    [ratings?.tolerancePercent, "%", /(\d+(?:\.\d+)?)() ?%/g],
    [ratings?.maxVoltageV, "V", /(\d+(?:\.\d+)?) ?([mk]?)V(?![A-Za-z])/g],
  ]
  return [
    ...(same(printed, fact) ? [] : [`printed "${value}", and it is ${withUnit(fact, unit)}`]),
    ...facts.flatMap(([number, of, words]) =>
      number === undefined
        ? []
        : [...description.matchAll(words)].flatMap(([all, digits, prefix = ""]) =>
            same(Number(digits) * (prefixes[prefix] ?? 1), number)
              ? []
              : [
                  `described as "${all}", and it is ${of === "ohm" || of === "F" || of === "H" ? withUnit(number, of) : `${number} ${of}`}`,
                ],
          ),
    ),
  ]
}

const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-4 * Math.max(Math.abs(a), Math.abs(b))
