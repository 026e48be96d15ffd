import type { Part } from "../../../src/model/part"
import type { Edit, Kind, Victim } from "./kind"

const values = ["parts/", "board/parts", "erc/"]
const names = ["parts/pinouts", "erc/", "board/marks", "board/parts"]

/** All parts of one record get another. */
function rerecorded({ clean }: Victim, old: Part, now: Partial<Part>, told: string): Edit {
  const { definition } = clean.compiled
  const parts = Object.fromEntries(
    Object.entries(definition.parts).map(([name, part]) => [
      name,
      part.id === old.id ? { ...part, ...now } : part,
    ]),
  )
  return { told: `${old.id}: ${told}`, definition: { ...definition, parts } }
}

const recordsOf = ({ clean }: Victim): Part[] => [
  ...new Map(Object.values(clean.compiled.definition.parts).map((part) => [part.id, part])).values(),
]

const measured = ["resistanceOhm", "capacitanceF"] as const

export const recordKinds: readonly Kind[] = [
  {
    name: "a digit or letter of a maker's number changed",
    group: "order numbers",
    count: 25,
    first: ["parts/"],
    make: (victim) => {
      const { random } = victim
      const part = random.pick(recordsOf(victim).filter(({ mpn }) => mpn !== undefined))
      const mpn = part.mpn ?? ""
      const at = random.index(mpn.length)
      const now = random.pick([..."0123456789ABCEFGJKLMNPRSTXZ"])
      if (now === mpn[at]?.toUpperCase() || mpn[at] === "-") return undefined
      const changed = mpn.slice(0, at) + now + mpn.slice(at + 1)
      return rerecorded(victim, part, { mpn: changed }, `number ${changed} for ${mpn}`)
    },
  },
  {
    name: "another part's maker's number or order number",
    group: "order numbers",
    count: 20,
    first: ["parts/"],
    make: (victim) => {
      const { random } = victim
      const numbered = recordsOf(victim).filter(({ mpn }) => mpn !== undefined)
      const [part, other] = random.two(numbered)
      if (part.mpn === other.mpn || other.mpn === undefined) return undefined
      if (JSON.stringify(part.numbers) === JSON.stringify(other.numbers)) return undefined
      return random.next() < 0.5
        ? rerecorded(victim, part, { mpn: other.mpn }, `number of ${other.id}`)
        : rerecorded(victim, part, { numbers: other.numbers }, `order number of ${other.id}`)
    },
  },
  {
    name: "a digit of an order number changed",
    group: "order numbers",
    count: 10,
    first: ["parts/"],
    make: (victim) => {
      const { random } = victim
      const part = random.pick(recordsOf(victim))
      const [house, number] = Object.entries(part.numbers)[0] ?? []
      if (house === undefined || number === undefined || "none" in number) return undefined
      const at = 1 + random.index(number.number.length - 1)
      const digit = String(random.index(10))
      if (number.number[at] === digit) return undefined
      const changed = number.number.slice(0, at) + digit + number.number.slice(at + 1)
      const numbers = { ...part.numbers, [house]: { ...number, number: changed } }
      return rerecorded(victim, part, { numbers }, `order number ${changed} for ${number.number}`)
    },
  },
  {
    name: "a resistance or capacitance changed in its ratings",
    group: "values",
    count: 25,
    first: values,
    make: (victim) => {
      const { random } = victim
      const part = random.pick(
        recordsOf(victim).filter(({ ratings }) => measured.some((key) => ratings?.[key])),
      )
      const key = measured.find((one) => part.ratings?.[one])
      const { ratings } = part
      if (key === undefined || ratings === undefined) return undefined
      const factor = random.pick([1e-3, 0.01, 0.1, 0.47, 2.2, 10, 100, 1e3])
      const value = (ratings[key] ?? 0) * factor
      return rerecorded(victim, part, { ratings: { ...ratings, [key]: value } }, `${key} times ${factor}`)
    },
  },
  {
    name: "another value printed",
    group: "values",
    count: 15,
    first: values,
    make: (victim) => {
      const { random } = victim
      const part = random.pick(
        recordsOf(victim).filter(({ ratings }) => measured.some((key) => ratings?.[key] !== undefined)),
      )
      const isCapacitor = part.ratings?.capacitanceF !== undefined
      const value = random.pick(
        isCapacitor ? ["1uF", "10nF", "1nF", "10uF", "100pF"] : ["1k", "100k", "100R", "4k7", "1M"],
      )
      return value === part.value ? undefined : rerecorded(victim, part, { value }, `printed ${value}`)
    },
  },
  {
    name: "a capacitor's volts, tolerance or dielectric overstated",
    group: "values",
    count: 10,
    first: values,
    make: (victim) => {
      const { random } = victim
      const part = random.pick(recordsOf(victim).filter(({ ratings }) => ratings?.capacitanceF !== undefined))
      const { ratings } = part
      if (ratings === undefined) return undefined
      const change = random.pick([
        { maxVoltageV: (ratings.maxVoltageV ?? 50) * random.pick([2, 4, 10]) },
        { tolerancePercent: (ratings.tolerancePercent ?? 10) / random.pick([2, 5, 10]) },
        { dielectric: random.pick(["C0G", "Y5V", "X5R"]) },
      ])
      return rerecorded(victim, part, { ratings: { ...ratings, ...change } }, JSON.stringify(change))
    },
  },
  {
    name: "the supply that a part stands, misstated",
    group: "values",
    count: 8,
    first: values,
    make: (victim) => {
      const { random } = victim
      const part = random.pick(recordsOf(victim).filter(({ ratings }) => ratings?.supplyMaxV !== undefined))
      const { ratings } = part
      if (ratings === undefined) return undefined
      const change =
        random.next() < 0.5
          ? { supplyMaxV: (ratings.supplyMaxV ?? 0) * random.between(0.3, 0.9) }
          : { supplyMinV: (ratings.supplyMinV ?? 0) * random.between(1.15, 2) }
      return rerecorded(victim, part, { ratings: { ...ratings, ...change } }, JSON.stringify(change))
    },
  },
  {
    name: "the names of two pins exchanged",
    group: "pin names",
    count: 30,
    first: names,
    make: (victim) => {
      const { random } = victim
      const part = random.pick(recordsOf(victim).filter(({ pins }) => pins.length > 1))
      const [one, other] = random.two(part.pins)
      if (one.name === other.name || /^\d+$/.test(one.name)) return undefined
      const names: Readonly<Record<number, string>> = { [one.number]: other.name, [other.number]: one.name }
      const pins = part.pins.map((pin) => ({ ...pin, name: names[pin.number] ?? pin.name }))
      return rerecorded(victim, part, { pins }, `${one.name} and ${other.name} exchanged`)
    },
  },
  {
    name: "the role of a pin misstated",
    group: "pin names",
    count: 15,
    first: names,
    make: (victim) => {
      const { random } = victim
      const part = random.pick(recordsOf(victim).filter(({ pins }) => pins.length > 2))
      const pin = random.pick(part.pins)
      const role = random.pick(["power-in", "ground", "input", "output", "no-connect"] as const)
      if (pin.role === role) return undefined
      const pins = part.pins.map((one) => (one === pin ? { ...one, role } : one))
      return rerecorded(victim, part, { pins }, `${pin.name} said to be ${role}`)
    },
  },
]
