import type { CircuitView } from "../model/circuit-view"
import type { Conductor, Situation, Wiring } from "./conductors"
import { conductorWords, isGround, wiringIn } from "./conductors"
import { designatorOf, pinFacts, pinWords } from "./view"

/** What goes wrong in one situation, in words; the same fault in several situations has the same words. */
export interface Violation {
  readonly rule: "erc/voltage-domain" | "erc/short-to-ground" | "erc/driver-conflict"
  readonly message: string
  readonly nets: readonly string[]
  readonly parts: readonly string[]
}

/** Ground and plain logic that get somewhere through a resistor harm nothing; every other domain spreads on. */
const spreads = (domain: string): boolean => domain !== "ground" && !domain.startsWith("logic")

/** From the most harmful on: what spreads first, ground last. */
const harm = (domain: string): number => (domain === "ground" ? 2 : spreads(domain) ? 0 : 1)

interface Source {
  readonly domain: string
  readonly origin: string
  /** Series parts passed on the way. */
  readonly through: readonly string[]
}

/** Pins that see a voltage they are not made for, and what is shorted to ground. */
export function domainViolations(input: CircuitView, situation: Situation): Violation[] {
  const wiring = wiringIn(input, situation)
  const own = wiring.conductors.map((conductor) => sourcesOf(input, conductor))
  const sources = own.map((list) => [...list])
  own.forEach((list, start) => {
    for (const source of list) {
      if (spreads(source.domain)) spread(input, wiring, start, source, sources)
    }
  })
  return wiring.conductors.flatMap((conductor, index) =>
    isGround(input, conductor)
      ? shorted(input, conductor)
      : misplaced(input, conductor, sources[index] ?? []),
  )
}

/** The voltages that a conductor has by itself: from pins that make one, and by what its nets are declared to be. */
function sourcesOf(input: CircuitView, conductor: Conductor): Source[] {
  const found = new Map<string, string>()
  for (const net of conductor.nets) {
    for (const name of net.names) {
      const domain = input.facts[name]?.domain
      if (domain !== undefined && !found.has(domain)) found.set(domain, `net ${name}`)
    }
  }
  for (const pin of conductor.pins) {
    const facts = pinFacts(input, pin)
    const [domain] = facts?.domains ?? []
    if (facts === undefined || domain === undefined || designatorOf(pin) === input.jumper?.part) continue
    // A passive pin that has a domain is at its voltage: a charge pump's, what a plug brings.
    const makes = ["output", "power-out", "passive"].includes(facts.role)
    if (makes && !found.has(domain)) found.set(domain, pinWords(input, pin))
  }
  return [...found].map(([domain, origin]) => ({ domain, origin, through: conductor.joints }))
}

function spread(
  input: CircuitView,
  wiring: Wiring,
  start: number,
  source: Source,
  sources: Source[][],
): void {
  const reached = new Map<number, readonly string[]>([[start, source.through]])
  const positive = neverNegative(input, source.domain)
  for (const [at, through] of reached) {
    for (const edge of wiring.soft) {
      const conductor = wiring.conductors[edge.to]
      if (edge.from !== at || reached.has(edge.to) || conductor === undefined || isGround(input, conductor))
        continue
      if (edge.against === true && positive) continue
      const path = [...through, edge.part, ...conductor.joints]
      reached.set(edge.to, path)
      sources[edge.to]?.push({ ...source, through: path })
    }
  }
}

/** Whether nets of the domain, as far as anything is said of them, are never below ground. */
function neverNegative({ facts }: CircuitView, domain: string): boolean {
  const known = Object.values(facts).filter((net) => net.domain === domain && net.minVolts !== undefined)
  return known.length > 0 && known.every(({ minVolts = 0 }) => minVolts >= 0)
}

function misplaced(input: CircuitView, conductor: Conductor, sources: readonly Source[]): Violation[] {
  for (const source of [...sources].sort((a, b) => harm(a.domain) - harm(b.domain))) {
    const { domain } = source
    const pins = conductor.pins.filter((pin) => !stands(input, pin, domain))
    if (pins.length === 0) continue
    const through = [...new Set(source.through)]
    return [
      {
        rule: "erc/voltage-domain",
        message: `${domain} (${source.origin}) reaches ${pins.map((pin) => pinWords(input, pin)).join(", ")}${through.length === 0 ? "" : ` through ${through.join(", ")}`}: not made for it`,
        nets: conductor.nets.flatMap((net) => net.names),
        parts: pins,
      },
    ]
  }
  return []
}

function shorted(input: CircuitView, conductor: Conductor): Violation[] {
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
function stands(input: CircuitView, pin: string, domain: string): boolean {
  const domains = pinFacts(input, pin)?.domains
  return domains === undefined || designatorOf(pin) === input.jumper?.part || domains.includes(domain)
}
