import type { Board } from "../model/board"
import type { CircuitPart, CircuitView } from "../model/circuit-view"
import type { NetData } from "../model/net"
import type { Pin } from "../model/part"
import { naturalOrder } from "../natural-order"
import type { Circuit } from "./elements"
import { netlistOf } from "./netlist"
import { partsOf } from "./parts"

/** The compiled circuit in plain words, with what its board knows of its parts and nets. */
export function circuitView(
  circuit: Circuit,
  board: Pick<Board, "parts" | "nets" | "variants" | "defaultVariant" | "firmware" | "jumper">,
): CircuitView {
  const { nets, netOf, pins } = netlistOf(circuit)
  const parts = partsOf(circuit).flatMap(({ designator, ohms, farads }): CircuitPart[] => {
    const record = board.parts[designator]
    if (record === undefined) return []
    return [
      {
        designator,
        kind: record.kind,
        record,
        ...(ohms === undefined ? {} : { ohms }),
        ...(farads === undefined ? {} : { farads }),
      },
    ]
  })
  return {
    nets,
    netOf,
    pins,
    parts: new Map(parts.map((part) => [part.designator, part])),
    facts: board.nets,
    variants: Object.entries(board.variants)
      .sort(([a], [b]) => naturalOrder(a, b))
      .map(([name, variant]) => ({ ...variant, name })),
    defaultVariant: board.defaultVariant,
    firmware: board.firmware,
    ...(board.jumper === undefined ? {} : { jumper: board.jumper }),
  }
}

export const designatorOf = (pin: string): string => pin.slice(0, pin.lastIndexOf("."))

export const netName = (input: CircuitView, pin: string): string | undefined => input.netOf.get(pin)?.name

/** The pin's data sheet entry. */
export function pinFacts(input: CircuitView, pin: string): Pin | undefined {
  const number = Number(pin.slice(pin.lastIndexOf(".") + 1))
  return input.parts.get(designatorOf(pin))?.record.pins.find((candidate) => candidate.number === number)
}

/** "U2.25 (IO0)". */
export function pinWords(input: CircuitView, pin: string): string {
  const facts = pinFacts(input, pin)
  return facts === undefined ? pin : `${pin} (${facts.name})`
}

/** "net V3V3", "no net". */
export const netWords = (net: string | undefined): string => (net === undefined ? "no net" : `net ${net}`)

export const netFacts = (input: CircuitView, net: string | undefined): NetData | undefined =>
  net === undefined ? undefined : input.facts[net]

export const isGroundNet = (input: CircuitView, net: string | undefined): boolean =>
  netFacts(input, net)?.kind === "ground"

export const isPowerNet = (input: CircuitView, net: string | undefined): boolean =>
  netFacts(input, net)?.kind === "power"

/** The pins of a part that bear a data sheet name (or number): "U1", "VCC" -> "U1.16". */
export const pinsNamed = (input: CircuitView, designator: string, name: string): string[] =>
  (input.parts.get(designator)?.record.pins ?? [])
    .filter((pin) => pin.name === name || String(pin.number) === name)
    .map(({ number }) => `${designator}.${number}`)

/** A two-pin part between two nets (the same net twice where both its pins are on one). */
export interface Bridge {
  readonly part: CircuitPart
  /** Pin 1 and pin 2 with their nets. */
  readonly pins: readonly [string, string]
  readonly nets: readonly [string, string]
}

/** Every part with two pins of which both are on a net. */
export function bridgesOf(input: CircuitView): Bridge[] {
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
