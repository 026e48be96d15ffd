import type { CataloguePart } from "../../../components/catalogue"
import { type AssemblySet, orderNumberOf, serviceOf } from "../../fabricate/assembly"
import { naturalOrder } from "../../natural-order"
import type { BomLine, PlanData, SetData, VariantData } from "../data"
import type { BookInput } from "../input"

export const variantsData = ({ definition }: BookInput): VariantData[] =>
  Object.entries(definition.variants).map(([id, { title, notFitted }]) => ({ id, title, notFitted }))

export const plansData = ({ definition, house }: BookInput): PlanData[] =>
  definition.plans.map((id) => {
    const { title, short, sides } = serviceOf(house, id)
    return { id, title: sentence(title), short, machine: sides.length > 0 }
  })

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const setsData = (input: BookInput): SetData[] =>
  input.assembly.map((set) => ({
    variant: set.variant,
    plan: set.plan,
    bom: bomLines(input, set),
    machine: (set.cpl ?? []).map(({ designator }) => designator).sort(naturalOrder),
    hand: Object.fromEntries(set.hand.map(({ designator, reason }) => [designator, reason])),
    files: Object.keys(input.files)
      .filter((path) => path.startsWith(`assembly/${set.variant}/${set.plan}/`))
      .sort(),
  }))

/** One line a part of the catalogue, whoever fits it: what a person has to get, and where it goes. */
function bomLines({ definition, catalogue, house }: BookInput, { variant }: AssemblySet): BomLine[] {
  const notFitted = definition.variants[variant]?.notFitted ?? []
  const groups = new Map<string, { entry: CataloguePart; designators: string[] }>()
  for (const [designator, id] of Object.entries(definition.parts)) {
    const entry = catalogue[id]
    if (entry === undefined || notFitted.includes(designator)) continue
    const group = groups.get(id) ?? { entry, designators: [] }
    group.designators.push(designator)
    groups.set(id, group)
  }
  return [...groups.entries()]
    .map(([key, { entry, designators }]) => ({
      key,
      value: entry.value,
      description: entry.description,
      package: entry.package,
      mpn: entry.mpn ?? "",
      number: orderNumberOf(entry, house),
      pieces: Math.ceil(designators.length / entry.designatorsPerPiece),
      designators: designators.sort(naturalOrder),
    }))
    .sort((a, b) => naturalOrder(a.designators[0] ?? "", b.designators[0] ?? ""))
}
