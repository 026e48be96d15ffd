import { groupBy } from "../../circuit/group-by"
import { type AssemblySet, orderNumberOf, serviceOf } from "../../fabricate/assembly"
import { planLines } from "../../fabricate/plans"
import { naturalOrder } from "../../natural-order"
import type { BomLine, PlanData, PlanFactsData, SetData, VariantData } from "../data"
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

export const planFactsData = ({ plans, house }: BookInput): PlanFactsData[] =>
  plans.map((one) => ({ variant: one.variant, plan: one.plan, lines: planLines(one, plans, house) }))

/** One line a part of the catalogue, whoever fits it: what a person has to get, and where it goes. */
function bomLines({ definition, house }: BookInput, { variant }: AssemblySet): BomLine[] {
  const notFitted = definition.variants[variant]?.notFitted ?? []
  const fitted = Object.entries(definition.parts).filter(([designator]) => !notFitted.includes(designator))
  return [...groupBy(fitted, ([, { id, piece }]) => piece?.id ?? id)]
    .map(([key, group]) => {
      const [, part] = group[0] as (typeof group)[number]
      return {
        key,
        value: part.value,
        description: part.description,
        package: part.package.name,
        mpn: part.mpn ?? "",
        number: orderNumberOf(part, house),
        pieces: Math.ceil(group.length / (part.piece?.designators ?? 1)),
        designators: group.map(([designator]) => designator).sort(naturalOrder),
      }
    })
    .sort((a, b) => naturalOrder(a.designators[0] ?? "", b.designators[0] ?? ""))
}
