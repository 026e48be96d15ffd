import type { VoltageDomain } from "../../../components/nets"
import type { Conductor, Situation, Wiring } from "./conductors"
import { conductorWords, isGround, wiringIn } from "./conductors"
import { designatorOf, type ErcInput, pinFacts, pinWords } from "./view"

/** What goes wrong in one situation, in words; the same fault in several situations has the same words. */
export interface Violation {
  readonly rule: "erc/voltage-domain" | "erc/short-to-ground" | "erc/driver-conflict"
  readonly message: string
  readonly nets: readonly string[]
  readonly parts: readonly string[]
}

/** From the most harmful on. */
const harm: readonly VoltageDomain[] = ["meter-24v", "rs232", "charge-pump", "logic-3v3", "ground"]

const domainWords: Readonly<Record<VoltageDomain, string>> = {
  "meter-24v": "24 V",
  rs232: "RS-232 level",
  "charge-pump": "the charge pump's voltage",
  "logic-3v3": "3.3 V",
  ground: "ground",
}

/** Spreads on through resistors and diodes; 3.3 V that gets somewhere through a resistor harms nothing. */
const spreads: ReadonlySet<VoltageDomain> = new Set(["meter-24v", "rs232", "charge-pump"])

interface Source {
  readonly domain: VoltageDomain
  readonly origin: string
  /** Series parts passed on the way. */
  readonly through: readonly string[]
}

/** Pins that see a voltage they are not made for, and what is shorted to ground. */
export function domainViolations(input: ErcInput, situation: Situation): Violation[] {
  const wiring = wiringIn(input, situation)
  const own = wiring.conductors.map((conductor) => sourcesOf(input, conductor))
  const sources = own.map((list) => [...list])
  own.forEach((list, start) => {
    for (const source of list) {
      if (spreads.has(source.domain)) spread(input, wiring, start, source, sources)
    }
  })
  return wiring.conductors.flatMap((conductor, index) =>
    isGround(input, conductor)
      ? shorted(input, conductor)
      : misplaced(input, conductor, sources[index] ?? []),
  )
}

/** The voltages that a conductor has by itself: from pins that make one, and by what its nets are declared to be. */
function sourcesOf(input: ErcInput, conductor: Conductor): Source[] {
  const found = new Map<VoltageDomain, string>()
  for (const net of conductor.nets) {
    for (const name of net.names) {
      const domain = input.intent.netFacts[name]?.domain
      if (domain !== undefined && !found.has(domain)) found.set(domain, `net ${name}`)
    }
  }
  for (const pin of conductor.pins) {
    const facts = pinFacts(input, pin)
    const [domain] = facts?.domains ?? []
    if (facts === undefined || domain === undefined || designatorOf(pin) === input.intent.jumper.part)
      continue
    const makes = facts.role === "output" || facts.role === "power-out" || domain === "charge-pump"
    if (makes && !found.has(domain)) found.set(domain, pinWords(input, pin))
  }
  return [...found].map(([domain, origin]) => ({ domain, origin, through: conductor.joints }))
}

function spread(input: ErcInput, wiring: Wiring, start: number, source: Source, sources: Source[][]): void {
  const reached = new Map<number, readonly string[]>([[start, source.through]])
  for (const [at, through] of reached) {
    for (const edge of wiring.soft) {
      const conductor = wiring.conductors[edge.to]
      if (edge.from !== at || reached.has(edge.to) || conductor === undefined || isGround(input, conductor))
        continue
      const path = [...through, edge.part, ...conductor.joints]
      reached.set(edge.to, path)
      sources[edge.to]?.push({ ...source, through: path })
    }
  }
}

function misplaced(input: ErcInput, conductor: Conductor, sources: readonly Source[]): Violation[] {
  for (const domain of harm) {
    const source = sources.find((candidate) => candidate.domain === domain)
    if (source === undefined) continue
    const pins = conductor.pins.filter((pin) => !stands(input, pin, domain))
    if (pins.length === 0) continue
    const through = [...new Set(source.through)]
    return [
      {
        rule: "erc/voltage-domain",
        message: `${domainWords[domain]} (${source.origin}) reaches ${pins.map((pin) => pinWords(input, pin)).join(", ")}${through.length === 0 ? "" : ` through ${through.join(", ")}`}: not made for it`,
        nets: conductor.nets.flatMap((net) => net.names),
        parts: pins,
      },
    ]
  }
  return []
}

function shorted(input: ErcInput, conductor: Conductor): Violation[] {
  const pins = conductor.pins.filter((pin) => !stands(input, pin, "ground"))
  if (pins.length === 0) return []
  return [
    {
      rule: "erc/short-to-ground",
      message: `ground is at ${pins.map((pin) => pinWords(input, pin)).join(", ")}${conductor.joints.length === 0 ? "" : ` through ${conductor.joints.join(", ")}`} (${conductorWords(conductor)})`,
      nets: conductor.nets.flatMap((net) => net.names),
      parts: pins,
    },
  ]
}

/** Jumper pins are wires, and pins without domains (resistors, capacitors) stand anything here. */
function stands(input: ErcInput, pin: string, domain: VoltageDomain): boolean {
  const domains = pinFacts(input, pin)?.domains
  return domains === undefined || designatorOf(pin) === input.intent.jumper.part || domains.includes(domain)
}
