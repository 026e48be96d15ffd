import type { JumperState } from "../../check/circuit-intent"
import { wiringIn } from "../../check/erc/conductors"
import { driverConflicts } from "../../check/erc/drivers"
import { type ErcInput, type ErcVariant, ercInput } from "../../check/erc/view"
import { domainViolations } from "../../check/erc/voltage-domains"
import { padsOf } from "../../circuit/pads"
import type { JumperData, JumperStateData } from "../data"
import type { BookInput } from "../input"

type Joins = JumperState["joins"]

/**
 * Every way the jumpers can sit, in every variant, with and without the programming adapter and the meter's supply,
 * judged by the same rules as the checks (`erc/states`).
 */
export function jumperData(input: BookInput): JumperData {
  const erc = ercInput(input.circuit, input.definition, input.intent, input.catalogue)
  const { jumper } = input.intent
  const known = jumper.states.flatMap((state) => state.joins)
  const places = unique(known.map(placeName)).map((name) => name.split("-") as [string, string])
  const states = erc.variants.flatMap((variant) =>
    possible(places).flatMap((joins) =>
      [false, true].flatMap((adapter) => statesWith(erc, variant, joins, adapter)),
    ),
  )
  return {
    part: jumper.part,
    pins: pinPlaces(input, erc),
    places,
    consumers: consumers(erc),
    states,
  }
}

/** The header as it lies on the board, seen from the top: columns from the left, rows from above. */
function pinPlaces(input: BookInput, erc: ErcInput): JumperData["pins"] {
  const pads = padsOf(input.circuit).filter(({ designator }) => designator === erc.intent.jumper.part)
  const rank = (values: readonly number[], of: number): number =>
    [...new Set(values.map((value) => value.toFixed(2)))]
      .map(Number)
      .sort((a, b) => a - b)
      .indexOf(Number(of.toFixed(2)))
  return pads.map(({ name, pin = "", x, y }) => {
    const net = erc.netOf.get(name)?.name ?? ""
    return {
      pin: name,
      label: pin,
      net,
      title: erc.intent.netFacts[net]?.title ?? net,
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

/** One way of jumpers and adapter, without and with the meter's supply: the rules take that for given. */
function statesWith(erc: ErcInput, variant: ErcVariant, joins: Joins, adapter: boolean): JumperStateData[] {
  const joined = unique(joins.map(placeName))
  const stated = erc.intent.jumper.states.find(
    (state) => unique(state.joins.map(placeName)).join() === joined.join(),
  )
  const worst = erc.intent.jumper.states.filter((state) =>
    state.joins.every((join) => joined.includes(placeName(join))),
  )
  const part = erc.intent.jumper.part
  const state: JumperState = {
    name: stated?.name ?? `${part} ${joins.map((pair) => pair.map(pinNumber).join("-")).join(" and ")}`,
    joins,
    use: stated?.use ?? (worst.some(({ use }) => use === "hazard") ? "hazard" : "avoid"),
    adapter,
    connects: [],
    note: stated?.note ?? "never",
  }
  const situation = { variant, state }
  const risks = [...domainViolations(erc, situation), ...driverConflicts(erc, situation)].map(
    ({ message, parts }) => ({ message, parts }),
  )
  // A state is legal with the supplies its note speaks of; the adapter on a running board is not among them.
  const use = state.use === "legal" && risks.length > 0 ? "hazard" : state.use
  const { name, note } = state
  return [false, true].map((meter) => ({
    variant: variant.name,
    joined,
    adapter,
    meter,
    name,
    use,
    note,
    ...poweredNets(erc, situation, meter),
    risks,
  }))
}

const pinNumber = (pin: string): string => pin.slice(pin.lastIndexOf(".") + 1)

/** Nets that carry a supply: the sources' own and all that jumpers and 0 ohm resistors join to them. */
function poweredNets(
  erc: ErcInput,
  situation: Parameters<typeof wiringIn>[1],
  meter: boolean,
): { powered: string[]; switchable: string[] } {
  const { budgets, jumper, netFacts, ground } = erc.intent
  const { conductors } = wiringIn(erc, situation)
  const conductorOf = (net: string): readonly string[] =>
    conductors.find(({ nets }) => nets.some(({ name }) => name === net))?.nets.map(({ name }) => name) ?? []
  const netAt = (pin: string): string => erc.netOf.get(pin)?.name ?? ""
  const input24 = Object.keys(netFacts).filter((net) => netFacts[net]?.domain === "meter-24v")
  const sources = [
    ...(meter ? [...input24, netAt(budgets.supplyPath.from)] : []),
    ...(situation.state.adapter ? [netAt(jumper.adapterSupply)] : []),
  ]
  const powered = new Set(sources.flatMap(conductorOf))
  // What is shorted to ground carries nothing.
  if (powered.has(ground)) for (const net of conductorOf(ground)) powered.delete(net)
  // The controller switches the transceiver's supply with a pin, once it runs itself.
  const { transceiver, supplyPath } = budgets
  const switched = conductorOf(transceiver.supply)
  const runs = powered.has(netAt(supplyPath.to))
  const switchable = runs && !switched.some((net) => powered.has(net)) ? [...switched] : []
  return { powered: [...powered].sort(), switchable: switchable.sort() }
}

/** What people ask about when they set a jumper. */
function consumers(erc: ErcInput): JumperData["consumers"] {
  const { budgets, netFacts } = erc.intent
  const netAt = (pin: string): string => erc.netOf.get(pin)?.name ?? ""
  const line = (net: string, what: string) => ({ net, title: netFacts[net]?.title ?? net, what })
  return [
    ...Object.keys(netFacts)
      .filter((net) => netFacts[net]?.domain === "meter-24v")
      .map((net) => line(net, "buck converter's input")),
    line(netAt(budgets.supplyPath.from), "buck converter's output"),
    line(
      netAt(budgets.supplyPath.to),
      `${budgets.supplyPath.to.split(".")[0]}, the ESP32, and ${erc.intent.jumper.adapterSupply}`,
    ),
    line(budgets.transceiver.supply, `${budgets.transceiver.part}, the MAX3232`),
  ]
}
