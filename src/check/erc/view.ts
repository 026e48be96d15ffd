import type { CataloguePart } from "../../../components/catalogue-schema"
import type { NetData } from "../../../components/nets"
import type { Pin } from "../../../components/pins"
import type { AssemblyVariant, BoardDefinition } from "../../board-definition"
import type { Circuit } from "../../circuit/elements"
import { type Net, netlistOf } from "../../circuit/netlist"
import { type PartKind, partsOf } from "../../circuit/parts"
import { naturalOrder } from "../../natural-order"
import type { CircuitIntent } from "../circuit-intent"

/** A part as the electrical rules see it. */
export interface ErcPart {
  readonly designator: string
  readonly kind: PartKind
  readonly ohms?: number
  readonly farads?: number
  /** What is bought for it: a connector in the circuit may be a converter's pad. */
  readonly bought?: CataloguePart["kind"]
  /** Maker's part number of what is fitted here. */
  readonly mpn?: string
  /** Numbers the catalogue has of what is fitted here. */
  readonly ratings?: CataloguePart["ratings"]
  readonly assumed?: CataloguePart["assumed"]
}

export interface ErcVariant extends AssemblyVariant {
  readonly name: string
}

/** The circuit in plain words: what every electrical rule gets. */
export interface ErcInput {
  readonly nets: readonly Net[]
  readonly netOf: ReadonlyMap<string, Net>
  readonly pins: readonly string[]
  /** By designator. */
  readonly parts: ReadonlyMap<string, ErcPart>
  readonly variants: readonly ErcVariant[]
  /** The variant that examples are shown of. */
  readonly defaultVariant: string
  readonly intent: CircuitIntent
}

export function ercInput(
  circuit: Circuit,
  board: Pick<BoardDefinition, "parts" | "variants" | "defaultVariant">,
  intent: CircuitIntent,
  catalogue: Readonly<Record<string, CataloguePart>>,
): ErcInput {
  const netlist = netlistOf(circuit)
  const parts = partsOf(circuit).map(({ designator, kind, ohms, farads }): ErcPart => {
    const entry = catalogue[board.parts[designator] ?? ""]
    return {
      designator,
      kind,
      ...(ohms === undefined ? {} : { ohms }),
      ...(farads === undefined ? {} : { farads }),
      ...(entry === undefined ? {} : { bought: entry.kind }),
      ...(entry?.mpn === undefined ? {} : { mpn: entry.mpn }),
      ...(entry?.ratings === undefined ? {} : { ratings: entry.ratings }),
      ...(entry === undefined ? {} : { assumed: entry.assumed }),
    }
  })
  return {
    nets: netlist.nets,
    netOf: netlist.netOf,
    pins: netlist.pins,
    parts: new Map(parts.map((part) => [part.designator, part])),
    variants: Object.entries(board.variants)
      .sort(([a], [b]) => naturalOrder(a, b))
      .map(([name, variant]) => ({ ...variant, name })),
    defaultVariant: board.defaultVariant,
    intent,
  }
}

export const designatorOf = (pin: string): string => pin.slice(0, pin.lastIndexOf("."))

export const netName = (input: ErcInput, pin: string): string | undefined => input.netOf.get(pin)?.name

/** The pin's data sheet entry. */
export function pinFacts(input: ErcInput, pin: string): Pin | undefined {
  const number = Number(pin.slice(pin.lastIndexOf(".") + 1))
  return input.intent.pins[designatorOf(pin)]?.find((candidate) => candidate.number === number)
}

/** "U2.25 (IO0)". */
export function pinWords(input: ErcInput, pin: string): string {
  const facts = pinFacts(input, pin)
  return facts === undefined ? pin : `${pin} (${facts.name})`
}

/** "net V3V3", "no net". */
export const netWords = (net: string | undefined): string => (net === undefined ? "no net" : `net ${net}`)

export const netFacts = (input: ErcInput, net: string | undefined): NetData | undefined =>
  net === undefined ? undefined : input.intent.netFacts[net]

/** A two-pin part between two nets (the same net twice where both its pins are on one). */
export interface Bridge {
  readonly part: ErcPart
  /** Pin 1 and pin 2 with their nets. */
  readonly pins: readonly [string, string]
  readonly nets: readonly [string, string]
}

/** Every part with two pins of which both are on a net. */
export function bridgesOf(input: ErcInput): Bridge[] {
  const pinsOf = new Map<string, string[]>()
  for (const pin of input.pins) {
    const designator = designatorOf(pin)
    pinsOf.set(designator, [...(pinsOf.get(designator) ?? []), pin])
  }
  return [...input.parts.values()].flatMap((part): Bridge[] => {
    const [a, b, ...more] = pinsOf.get(part.designator) ?? []
    if (a === undefined || b === undefined || more.length > 0) return []
    const netA = netName(input, a)
    const netB = netName(input, b)
    return netA === undefined || netB === undefined ? [] : [{ part, pins: [a, b], nets: [netA, netB] }]
  })
}

/** The bridges between two nets, either way round. */
export const between = (bridges: readonly Bridge[], a: string, b: string): Bridge[] =>
  bridges.filter(({ nets }) => (nets[0] === a && nets[1] === b) || (nets[0] === b && nets[1] === a))

/** "10 k", "0.1 uF", "42 mA": a value with the prefix that suits it. */
export function withUnit(value: number, unit: string): string {
  const steps = [
    [1e6, "M"],
    [1e3, "k"],
    [1, ""],
    [1e-3, "m"],
    [1e-6, "u"],
    [1e-9, "n"],
    [1e-12, "p"],
  ] as const
  const [factor, prefix] = steps.find(([size]) => Math.abs(value) >= size * 0.9995) ?? [1, ""]
  return `${Number((value / factor).toPrecision(3))} ${prefix}${unit}`
}
