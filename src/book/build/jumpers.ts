import { type Situation, wiringIn } from "../../circuit/conductors"
import { driverConflicts } from "../../circuit/drivers"
import { padsOf } from "../../circuit/pads"
import { circuitView, pinFacts } from "../../circuit/view"
import { domainViolations } from "../../circuit/voltage-domains"
import type { CircuitView, JumperBlock, JumperState, NamedVariant } from "../../model/circuit-view"
import type { JumperData, JumperStateData } from "../data"
import type { BookInput } from "../input"

type Joins = JumperState["joins"]

/**
 * Every way the jumpers can sit, in every variant, with and without each supply, judged by the same rules as the checks
 * (`erc/states`). Undefined for a board without jumpers.
 */
export function jumperData(input: BookInput): JumperData | undefined {
  const view = circuitView(input.circuit, input.definition)
  const { jumper } = view
  if (jumper === undefined) return undefined
  const known = jumper.states.flatMap((state) => state.joins)
  const places = unique(known.map(placeName)).map((name) => name.split("-") as [string, string])
  const supplies = [...jumper.mains, ...jumper.switched]
  const states = view.variants.flatMap((variant) =>
    possible(places).flatMap((joins) =>
      subsets(supplies.map(({ id }) => id)).map((on) => stateWith(view, jumper, variant, joins, on)),
    ),
  )
  return {
    part: jumper.part,
    pins: pinPlaces(input, view, jumper),
    places,
    supplies: supplies.map(({ id, title, note = "" }) => ({
      id,
      title,
      note,
      usual: jumper.mains.some((main) => main.id === id),
    })),
    consumers: jumper.consumers.map(({ net, what }) => ({ net, title: view.facts[net]?.title ?? net, what })),
    ...(jumper.fedByPin === undefined ? {} : { fedBy: jumper.fedByPin.words }),
    states,
  }
}

/** Every choice of some of them, the empty one first. */
const subsets = (ids: readonly string[]): string[][] =>
  ids.reduce<string[][]>((sets, id) => sets.flatMap((set) => [set, [...set, id]]), [[]])

/** The header as it lies on the board, seen from the top: columns from the left, rows from above. */
function pinPlaces(input: BookInput, view: CircuitView, { part }: JumperBlock): JumperData["pins"] {
  const pads = padsOf(input.circuit).filter(({ designator }) => designator === part)
  const rank = (values: readonly number[], of: number): number =>
    [...new Set(values.map((value) => value.toFixed(2)))]
      .map(Number)
      .sort((a, b) => a - b)
      .indexOf(Number(of.toFixed(2)))
  return pads.map(({ name, pin = "", x, y }) => {
    const net = view.netOf.get(name)?.name ?? ""
    return {
      pin: name,
      label: pin,
      name: pinFacts(view, name)?.name ?? net,
      net,
      title: view.facts[net]?.title ?? net,
      column: rank(
        pads.map((pad) => pad.x),
        x,
      ),
      row: rank(
        pads.map((pad) => -pad.y),
        -y,
      ),
    }
  })
}

const placeName = ([a, b]: readonly [string, string]): string => [a, b].sort().join("-")
const unique = (names: readonly string[]): string[] => [...new Set(names)].sort()

/** Sets of jumpers of which no two want the same pin. */
function possible(places: Joins): Joins[] {
  const sets: Joins[] = [[]]
  for (const place of places) {
    const free = sets.filter((set) => !set.some((other) => other.some((pin) => place.includes(pin))))
    sets.push(...free.map((set) => [...set, place]))
  }
  return sets
}

/** One way of jumpers and supplies. */
function stateWith(
  view: CircuitView,
  jumper: JumperBlock,
  variant: NamedVariant,
  joins: Joins,
  on: readonly string[],
): JumperStateData {
  const joined = unique(joins.map(placeName))
  const stated = jumper.states.find((state) => unique(state.joins.map(placeName)).join() === joined.join())
  const worst = jumper.states.filter((state) => state.joins.every((join) => joined.includes(placeName(join))))
  const state: JumperState = {
    name:
      stated?.name ?? `${jumper.part} ${joins.map((pair) => pair.map(pinNumber).join("-")).join(" and ")}`,
    joins,
    use: stated?.use ?? (worst.some(({ use }) => use === "hazard") ? "hazard" : "avoid"),
    supplies: on,
    connects: [],
    note: stated?.note ?? "never",
  }
  const situation = { variant, state }
  const risks = [...domainViolations(view, situation), ...driverConflicts(view, situation)].map(
    ({ message, parts }) => ({ message, parts }),
  )
  // A state is legal with the supplies its note speaks of; an adapter on a running board is not among them.
  const use = state.use === "legal" && risks.length > 0 ? "hazard" : state.use
  const { name, note } = state
  return {
    variant: variant.name,
    joined,
    on,
    name,
    use,
    note,
    ...poweredNets(view, jumper, situation, on),
    risks,
  }
}

const pinNumber = (pin: string): string => pin.slice(pin.lastIndexOf(".") + 1)

/** Nets that carry a supply: the sources' own and all that jumpers and 0 ohm resistors join to them. */
function poweredNets(
  view: CircuitView,
  { mains, switched, fedByPin }: JumperBlock,
  situation: Situation,
  on: readonly string[],
): { powered: string[]; switchable: string[] } {
  const { conductors } = wiringIn(view, situation)
  const conductorOf = (net: string): readonly string[] =>
    conductors.find(({ nets }) => nets.some(({ name }) => name === net))?.nets.map(({ name }) => name) ?? []
  const sources = [...mains, ...switched]
    .filter(({ id }) => on.includes(id))
    .flatMap(({ pins }) => pins.map((pin) => view.netOf.get(pin)?.name ?? ""))
  const powered = new Set(sources.flatMap(conductorOf))
  // What is shorted to ground carries nothing.
  for (const net of [...powered])
    if (view.facts[net]?.kind === "ground") for (const shorted of conductorOf(net)) powered.delete(shorted)
  if (fedByPin === undefined) return { powered: [...powered].sort(), switchable: [] }
  // A controller feeds this net with a pin, once it runs itself.
  const fed = conductorOf(fedByPin.net)
  const switchable = powered.has(fedByPin.while) && !fed.some((net) => powered.has(net)) ? [...fed] : []
  return { powered: [...powered].sort(), switchable: switchable.sort() }
}
