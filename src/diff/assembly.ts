import { type BomField, type FabHouse, planOf } from "../model/fab-house"
import { naturalOrder } from "../natural-order"
import { cellBy } from "../verify/package/columns"
import type { Change, Spot } from "./change"
import type { Snapshot } from "./snapshot"
import { arrow, list, split } from "./words"

type Lists = Pick<Snapshot, "assembly" | "house">

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
export function compareAssembly(old: Lists, fresh: Lists, context: AssemblyContext): Change[] {
  const sets = split(setNames(old.assembly), setNames(fresh.assembly))
  const told = new Map<string, { designator: string; sets: string[] }>()
  const tell = (designator: string, text: string, set: string): void => {
    const known = told.get(text)
    if (known === undefined) told.set(text, { designator, sets: [set] })
    else known.sets.push(set)
  }
  for (const set of sets.kept) {
    const [before, after] = [rowsOf(old, set), rowsOf(fresh, set)]
    const parts = split([...before.keys()], [...after.keys()])
    for (const part of parts.gone)
      tell(part, `${part} no longer listed (${describe(before.get(part), old)})`, set)
    for (const part of parts.added)
      tell(part, `${part} listed now (${describe(after.get(part), fresh)})`, set)
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

const setNames = (tables: Snapshot["assembly"]): string[] =>
  [...new Set([...tables.keys()].map((path) => path.slice(0, path.lastIndexOf("/"))))].sort(naturalOrder)

/** Columns of the fab's list and ours that say what is bought; notes for the bench are no change of the board. */
const bomWords: Partial<Record<BomField, string>> = {
  comment: "value",
  footprint: "footprint",
  mpn: "maker's part",
}
const handWords: Readonly<Record<string, string>> = {
  Value: "value",
  Footprint: "footprint",
  "Manufacturer Part": "maker's part",
}

const numberOf = ({ title }: FabHouse): string => `${title} number`

/** Designator -> what the BOM and the hand list say of it. */
function rowsOf({ assembly, house }: Lists, set: string): Map<string, Row> {
  const rows = new Map<string, Map<string, string>>()
  const isBare = planOf(house, set.slice(set.lastIndexOf("/") + 1))?.sides.length === 0
  const add = (file: string, designatorsAt: number, words: readonly (string | undefined)[]): void => {
    for (const { cells } of assembly.get(`${set}/${file}`)?.rows ?? [])
      for (const designator of designatorsOf(cells[designatorsAt] ?? "")) {
        const row = rows.get(designator) ?? new Map<string, string>()
        words.forEach((word, index) => {
          const value = cells[index] ?? ""
          if (word !== undefined && value !== "") row.set(word, value)
        })
        const hand = file === handFile || isBare
        if (hand || !row.has("fitted")) row.set("fitted", hand ? "by hand" : "by machine")
        rows.set(designator, row)
      }
  }
  const header = assembly.get(`${set}/${handFile}`)?.header ?? []
  add(
    handFile,
    header.indexOf("Designator"),
    header.map((title) => (title === house.orderNumber.label ? numberOf(house) : handWords[title])),
  )
  const { columns } = house.bom
  add(
    "bom.csv",
    columns.findIndex(({ field }) => field === "designators"),
    columns.map(({ field }) => (field === "number" ? numberOf(house) : bomWords[field])),
  )
  return rows
}

const handFile = "hand-assembly.csv"

const designatorsOf = (cell: string): string[] =>
  cell
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "")

function fieldChanges(old: Row | undefined, fresh: Row | undefined): string[] {
  const names = [...new Set([...(old?.keys() ?? []), ...(fresh?.keys() ?? [])])].sort(naturalOrder)
  return names.flatMap((name) => {
    const [before, after] = [old?.get(name) ?? "none", fresh?.get(name) ?? "none"]
    return before === after ? [] : [`${name} ${arrow(before, after)}`]
  })
}

const describe = (row: Row | undefined, { house }: Lists): string =>
  ["value", "footprint", numberOf(house), "fitted"].flatMap((field) => row?.get(field) ?? []).join(", ")

/** Designator -> "(x, y) mm, rotation, side" of the machine's placement file. */
function placesOf({ assembly, house: { cpl } }: Lists, set: string): Map<string, string> {
  const cell = cellBy(cpl.columns)
  const sideOf = (text: string): string =>
    text === cpl.sides.top ? "top" : text === cpl.sides.bottom ? "bottom" : text
  return new Map(
    (assembly.get(`${set}/cpl.csv`)?.rows ?? []).map(({ cells }) => [
      cell(cells, "designator"),
      `(${cell(cells, "x")}, ${cell(cells, "y")}) mm, ${cell(cells, "rotation")}°, ${sideOf(cell(cells, "side"))}`,
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
