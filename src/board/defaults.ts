import type { NetClass, PourRule } from "../model/board"
import type { NetData, NetFacts } from "../model/net"
import type { Part, Pin } from "../model/part"

/** What a board gets where it says nothing: rules that any house makes without a surcharge. mm. */
export const standard = {
  layers: 2,
  thicknessMm: 1.6,
  via: { diameterMm: 0.6, drillMm: 0.3 },
  pour: {
    net: "GND",
    clearanceMm: 0.25,
    boardEdgeMm: 0.4,
    minWidthMm: 0.25,
    thermalGapMm: 0.25,
    // tscircuit's spokes are 0.3 mm wide, always.
    thermalSpokeMm: 0.3,
    stitchMm: 10,
  } satisfies Omit<PourRule, "layers">,
  widths: { ground: 0.25, power: 0.6, signal: 0.25 },
  clearanceMm: 0.2,
  variant: { name: "standard", title: "every part fitted" },
} as const

const grounds = /^(A|D|P)?GND\w*$|^VSS\w*$/i

/**
 * What is known of a net: what its board says, then what its name and its pins say.
 * @param pins the data sheet pins on it
 */
export function netData(name: string, said: NetFacts | undefined, pins: readonly Pin[]): NetData {
  const has = (role: Pin["role"]) => pins.some((pin) => pin.role === role)
  const kind =
    said?.kind ??
    (grounds.test(name) || has("ground")
      ? "ground"
      : has("power-in") || has("power-out")
        ? "power"
        : "signal")
  const domain = said?.domain ?? (kind === "ground" ? "ground" : commonDomain(pins))
  return { title: name, ...said, kind, ...(domain === undefined ? {} : { domain }) }
}

/** The one domain that every pin with an opinion stands. */
function commonDomain(pins: readonly Pin[]): string | undefined {
  const [first, ...rest] = pins.flatMap(({ domains }) => (domains === undefined ? [] : [domains]))
  const common = first?.filter((domain) => rest.every((domains) => domains.includes(domain)))
  return common?.length === 1 ? common[0] : undefined
}

/**
 * Every net in a class: those that the board names, and one of each kind for the rest. A class that a board calls
 * "power", "signal" or "ground" is that kind's.
 */
export function netClassesOf(
  said: readonly NetClass[],
  facts: Readonly<Record<string, NetData>>,
): readonly NetClass[] {
  const named = new Set(said.flatMap(({ nets }) => nets))
  const kinds = (["power", "signal", "ground"] as const).map((kind): NetClass => {
    const own = said.find(({ name }) => name === kind)
    const rest = Object.keys(facts).filter((net) => facts[net]?.kind === kind && !named.has(net))
    const rules = own ?? { widthMm: standard.widths[kind], clearanceMm: standard.clearanceMm }
    return { ...rules, name: kind, nets: [...(own?.nets ?? []), ...rest] }
  })
  const others = said.filter(({ name }) => !kinds.some((kind) => kind.name === name))
  return [...others, ...kinds].filter(({ nets }) => nets.length > 0)
}

/** Data sheet pins by net. */
export function pinsByNet(
  parts: Readonly<Record<string, Part>>,
  nets: ReadonlyMap<string, ReadonlyMap<number, string>>,
): Map<string, Pin[]> {
  const found = new Map<string, Pin[]>()
  for (const [designator, pins] of nets)
    for (const [number, net] of pins) {
      const pin = parts[designator]?.pins.find((candidate) => candidate.number === number)
      const list = found.get(net) ?? []
      if (pin !== undefined) list.push(pin)
      found.set(net, list)
    }
  return found
}
