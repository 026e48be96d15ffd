import { naturalOrder } from "../natural-order"
import type { CsvTable } from "../read"
import type { Change, Spot } from "./change"
import { arrow, list, split } from "./words"

type Tables = ReadonlyMap<string, CsvTable>

/** What one variant and plan buys and does with a part. */
type Row = ReadonlyMap<string, string>

export interface AssemblyContext {
  readonly spotsOf: (designator: string) => readonly Spot[]
  /** Parts whose place is the same in both: if the machine's numbers differ all the same, that is news. */
  readonly unmoved: ReadonlySet<string>
}

/**
 * BOM, hand list and placement file of every variant and plan, part by part. What is the same change in several plans
 * is told once, with the plans.
 */
export function compareAssembly(old: Tables, fresh: Tables, context: AssemblyContext): Change[] {
  const sets = split(setNames(old), setNames(fresh))
  const told = new Map<string, { designator: string; sets: string[] }>()
  const tell = (designator: string, text: string, set: string): void => {
    const known = told.get(text)
    if (known === undefined) told.set(text, { designator, sets: [set] })
    else known.sets.push(set)
  }
  for (const set of sets.kept) {
    const [before, after] = [rowsOf(old, set), rowsOf(fresh, set)]
    const parts = split([...before.keys()], [...after.keys()])
    for (const part of parts.gone) tell(part, `${part} no longer listed (${describe(before.get(part))})`, set)
    for (const part of parts.added) tell(part, `${part} listed now (${describe(after.get(part))})`, set)
    for (const part of parts.kept) {
      const words = fieldChanges(before.get(part), after.get(part))
      if (words.length > 0) tell(part, `${part}: ${words.join(", ")}`, set)
    }
    const [placed, placedNow] = [placesOf(old, set), placesOf(fresh, set)]
    for (const [part, place] of placedNow) {
      const was = placed.get(part)
      if (was !== undefined && was !== place && context.unmoved.has(part))
        tell(part, `${part}: placed by the machine at ${arrow(was, place)}`, set)
    }
  }
  const changes = [...told].map(
    ([text, { designator, sets: where }]): Change => ({
      section: "parts",
      text: `${text}${inSets(where, sets.kept)}`,
      spots: context.spotsOf(designator),
    }),
  )
  changes.sort((a, b) => naturalOrder(a.text, b.text))
  const whole = (verb: string, names: readonly string[]): Change[] =>
    names.map((name) => ({ section: "parts", text: `assembly of ${spoken(name)} ${verb}`, spots: [] }))
  return [...whole("removed", sets.gone), ...whole("added", sets.added), ...changes]
}

const setNames = (tables: Tables): string[] =>
  [...new Set([...tables.keys()].map((path) => path.slice(0, path.lastIndexOf("/"))))].sort(naturalOrder)

/** Columns of the two lists that say what is bought and who fits it; notes for the bench are no change of the board. */
const fields: Readonly<Record<string, string>> = {
  Comment: "value",
  Value: "value",
  Footprint: "footprint",
  "JLCPCB Part #": "JLCPCB number",
  "LCSC Part #": "JLCPCB number",
  "Manufacturer Part": "maker's part",
}

/** Designator -> what the BOM and the hand list say of it. */
function rowsOf(tables: Tables, set: string): Map<string, Row> {
  const rows = new Map<string, Map<string, string>>()
  for (const file of ["hand-assembly.csv", "bom.csv"]) {
    const table = tables.get(`${set}/${file}`)
    for (const { cells } of table?.rows ?? []) {
      const designators = (cells[table?.header.indexOf("Designator") ?? -1] ?? "")
        .split(",")
        .map((one) => one.trim())
      for (const designator of designators.filter((one) => one !== "")) {
        const row = rows.get(designator) ?? new Map<string, string>()
        table?.header.forEach((title, index) => {
          const field = fields[title]
          const value = cells[index] ?? ""
          if (field !== undefined && value !== "") row.set(field, value)
        })
        const hand = file === "hand-assembly.csv" || set.endsWith("/hand")
        if (hand || !row.has("fitted")) row.set("fitted", hand ? "by hand" : "by machine")
        rows.set(designator, row)
      }
    }
  }
  return rows
}

function fieldChanges(old: Row | undefined, fresh: Row | undefined): string[] {
  const names = [...new Set([...(old?.keys() ?? []), ...(fresh?.keys() ?? [])])].sort(naturalOrder)
  return names.flatMap((name) => {
    const [before, after] = [old?.get(name) ?? "none", fresh?.get(name) ?? "none"]
    return before === after ? [] : [`${name} ${arrow(before, after)}`]
  })
}

const describe = (row: Row | undefined): string =>
  ["value", "footprint", "JLCPCB number", "fitted"].flatMap((field) => row?.get(field) ?? []).join(", ")

/** Designator -> "(x, y) mm, rotation, side" of the machine's placement file. */
function placesOf(tables: Tables, set: string): Map<string, string> {
  const table = tables.get(`${set}/cpl.csv`)
  const at = (cells: readonly string[], title: string): string =>
    cells[table?.header.indexOf(title) ?? -1] ?? ""
  return new Map(
    (table?.rows ?? []).map(({ cells }) => [
      at(cells, "Designator"),
      `(${at(cells, "Mid X")}, ${at(cells, "Mid Y")}) mm, ${at(cells, "Rotation")}°, ${at(cells, "Layer").toLowerCase()}`,
    ]),
  )
}

const spoken = (set: string): string => set.replace("/", ", ")

function inSets(some: readonly string[], all: readonly string[]): string {
  if (some.length === all.length) return ""
  const variant = (set: string): string => set.slice(0, set.indexOf("/"))
  const variants = [...new Set(some.map(variant))]
  const whole = variants.every(
    (name) =>
      some.filter((set) => variant(set) === name).length ===
      all.filter((set) => variant(set) === name).length,
  )
  return ` [${list(whole ? variants : some.map(spoken))}]`
}
