import type { PartKind, PinRole } from "../../model/part"
import type { SymbolFacts } from "../../model/sheet"
import { naturalOrder } from "../../natural-order"
import type { PartFact } from "../facts"
import type { SymbolKind, TwoPinKind } from "../sheet"

/** A pin as the sheet's author would know it. */
export interface KnownPin {
  readonly number: string
  readonly name: string
  readonly role: PinRole
  readonly net: string | undefined
}

/** A part with all that is known of it: from its record where it has one, from the circuit otherwise. */
export interface KnownPart {
  readonly part: string
  readonly kind: PartKind
  readonly value: string
  /** In natural order. */
  readonly pins: readonly KnownPin[]
  readonly symbol: SymbolFacts["symbol"]
}

export function knownPart(part: string, fact: PartFact, facts: SymbolFacts = {}): KnownPart {
  const named = new Map(facts.pins?.map((pin) => [String(pin.number), pin]))
  return {
    part,
    kind: facts.kind ?? kindOf(part, fact.type),
    value: facts.value ?? fact.value,
    symbol: facts.symbol,
    pins: [...fact.pins]
      .sort(([a], [b]) => naturalOrder(a, b))
      .map(([number, { name, role, net }]) => ({
        number,
        net,
        name: named.get(number)?.name ?? (/^pin\d+$/.test(name) ? "" : name),
        role: named.get(number)?.role ?? role,
      })),
  }
}

const byType: Readonly<Record<string, PartKind>> = {
  resistor: "resistor",
  capacitor: "capacitor",
  inductor: "inductor",
  diode: "diode",
  led: "led",
  fuse: "fuse",
  crystal: "crystal",
  resonator: "crystal",
  switch: "switch",
  push_button: "switch",
  pin_header: "connector",
  connector: "connector",
  test_point: "test-point",
  transistor: "transistor",
  mosfet: "transistor",
  chip: "ic",
}

/** IEEE 315's letters. */
const byLetters: Readonly<Record<string, PartKind>> = {
  R: "resistor",
  C: "capacitor",
  L: "inductor",
  D: "diode",
  LED: "led",
  F: "fuse",
  Y: "crystal",
  S: "switch",
  SW: "switch",
  J: "connector",
  P: "connector",
  TP: "test-point",
  Q: "transistor",
  U: "ic",
}

/** tscircuit calls what it has no word for a chip; a designator's letters say more than that. */
function kindOf(part: string, type: string): PartKind {
  const letters = byLetters[/^[A-Za-z]+/.exec(part)?.[0] ?? ""] ?? "other"
  const known = byType[type]
  return known === undefined || (known === "ic" && letters !== "other") ? letters : known
}

const twoPinKinds: readonly string[] = [
  "resistor",
  "capacitor",
  "inductor",
  "diode",
  "led",
  "fuse",
  "crystal",
  "switch",
]
const isTwoPin = (kind: PartKind): kind is PartKind & TwoPinKind => twoPinKinds.includes(kind)

/** The symbol of a part that has one of its own; undefined for what is drawn as a box with its pins. */
export function plainSymbol({
  kind,
  pins,
}: KnownPart): Exclude<SymbolKind, { readonly kind: "box" }> | undefined {
  const [first, second] = pins
  if (pins.length === 1 && first) return { kind: "terminal", pin: first.number }
  if (pins.length !== 2 || !first || !second || !isTwoPin(kind)) return undefined
  const polar = kind === "diode" || kind === "led"
  const cathode = polar && !isCathode(first.name) && isCathode(second.name) ? second : first
  const anode = cathode === first ? second : first
  return { kind, pins: polar ? [anode.number, cathode.number] : [first.number, second.number] }
}

const isCathode = (name: string): boolean => /^(k|c|cathode|neg|-)\b/i.test(name)
