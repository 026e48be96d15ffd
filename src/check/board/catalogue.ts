import type { CataloguePart } from "../../../components/catalogue-schema"
import { elementsOf } from "../../circuit/elements"
import { type Part, partsOf } from "../../circuit/parts"
import type { CheckResult, Finding } from "../../finding"
import { withUnit } from "../erc/view"
import type { Subject } from "../subject"
import type { BoardInput } from "./input"

/** What the circuit says of a part beside what the catalogue has of the thing that is bought for it. */
export function catalogueParts({
  circuit,
  board,
  catalogue,
  house,
}: BoardInput<"parts"> & Pick<Subject, "catalogue" | "house">): CheckResult {
  const findings: Finding[] = []
  const add = (rule: string, part: string, message: string) =>
    findings.push({ rule, severity: "error", message: `${part}: ${message}`, parts: [part] })
  const sources = new Map(elementsOf(circuit, "source_component").map((source) => [source.name, source]))
  for (const part of partsOf(circuit)) {
    const { designator } = part
    const id = board.parts[designator]
    if (id === undefined) continue
    const entry = catalogue[id]
    if (entry === undefined) {
      add("board/catalogue-missing", designator, `the parts catalogue has no entry "${id}"`)
      continue
    }
    const kinds = kindsOf[part.kind]
    if (kinds !== undefined && !kinds.includes(entry.kind)) {
      add("board/catalogue-kind", designator, `a ${part.kind} in the circuit, but "${id}" is a ${entry.kind}`)
    }
    const difference = valueDifference(part, entry)
    if (difference !== undefined) add("board/catalogue-value", designator, `${difference} ("${id}")`)
    const suppliers: Readonly<Record<string, readonly string[]>> =
      sources.get(designator)?.supplier_part_numbers ?? {}
    const number = suppliers[house.id]?.[0]
    const known = entry.numbers[house.id]
    const expected = known !== undefined && "number" in known ? known.number : undefined
    if (number !== expected) {
      add(
        "board/catalogue-number",
        designator,
        `the circuit has the number ${number ?? "(none)"}, the catalogue ${expected ?? "(none)"} ("${id}")`,
      )
    }
  }
  return { findings }
}

/** Catalogue kinds that each kind of circuit element may be. */
const kindsOf: Readonly<Partial<Record<Part["kind"], readonly CataloguePart["kind"][]>>> = {
  resistor: ["resistor"],
  capacitor: ["capacitor"],
  diode: ["diode"],
  chip: ["ic", "module"],
  connector: ["connector", "converter"],
}

function valueDifference(part: Part, entry: CataloguePart): string | undefined {
  const { resistanceOhm, capacitanceF } = entry.ratings ?? {}
  if (part.ohms !== undefined && resistanceOhm !== undefined && !same(part.ohms, resistanceOhm)) {
    return `${withUnit(part.ohms, "ohm")} in the circuit, ${withUnit(resistanceOhm, "ohm")} in the catalogue`
  }
  if (part.farads !== undefined && capacitanceF !== undefined && !same(part.farads, capacitanceF)) {
    return `${withUnit(part.farads, "F")} in the circuit, ${withUnit(capacitanceF, "F")} in the catalogue`
  }
  return undefined
}

const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))
