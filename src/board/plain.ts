import type { AnyCircuitElement } from "circuit-json"
import { type ElementOf, elementsOf } from "../circuit/elements"
import { groupBy } from "../circuit/group-by"
import { landsOf } from "../circuit/land-of"
import { partsOf } from "../circuit/parts"
import type { Board } from "../model/board"
import type { Drawn } from "../model/drawn"
import type { Finding } from "../model/finding"
import type { Land } from "../model/package"
import type { Part, PartKind, Pin } from "../model/part"
import type { Placement } from "../model/place"
import { naturalOrder } from "../natural-order"
import type { PlainPart } from "./collect"
import { netClassesOf, netData, pinsByNet } from "./defaults"
import type { Described } from "./describe"

/**
 * A board with its plain tscircuit elements: what the compiled circuit says of each stands in for a record. Nobody has
 * said how a machine places it, so it goes to the hand list, and a finding says so.
 */
export function withPlainParts(
  { board, nets, plain, drawn }: Described,
  circuit: readonly AnyCircuitElement[],
) {
  const sources = elementsOf(circuit, "source_component").filter(({ name }) => !(name in board.parts))
  const lands = landsOf(circuit)
  const ports = groupBy(elementsOf(circuit, "source_port"), (port) => port.source_component_id ?? "")
  const edges = halfHoleRows(drawn.drawn)
  const records = Object.fromEntries(
    sources.map((source) => {
      const record = recordOf(
        source,
        ports.get(source.source_component_id) ?? [],
        plain.get(source.name),
        lands.get(source.name) ?? { pads: [], silk: [], courtyard: { shape: "outline", points: [] } },
      )
      return [source.name, edges.has(source.name) && record.mpn === undefined ? halfHoles(record) : record]
    }),
  )
  const placements = partsOf(circuit).flatMap(({ designator, placed }): Placement[] =>
    placed === undefined || !(designator in records)
      ? []
      : [{ designator, x: placed.x, y: placed.y, rotationDeg: placed.rotationDeg, side: placed.side }],
  )
  const parts = { ...board.parts, ...records }
  const onNet = pinsByNet(parts, nets)
  const names = elementsOf(circuit, "source_net").map(({ name }) => name)
  const facts = Object.fromEntries(
    [...new Set([...Object.keys(board.nets), ...names])].map((name) => [
      name,
      board.nets[name] ?? netData(name, undefined, onNet.get(name) ?? []),
    ]),
  )
  const lines = Object.fromEntries(
    [...plain].flatMap(([name, { line }]) => (line === undefined ? [] : [[name, line]])),
  )
  return {
    board: {
      ...board,
      parts,
      placements: [...board.placements, ...placements],
      nets: facts,
      netClasses: netClassesOf(board.netClasses, facts),
      lines: { ...board.lines, ...lines },
    } satisfies Board,
    findings: byHand(Object.keys(records).filter((name) => records[name]?.kind !== "half-holes")),
  }
}

/** Parts that are half holes on the board's edge and nothing else. */
function halfHoleRows(drawn: readonly Drawn[]): Set<string> {
  const pads = groupBy(
    drawn.filter((one) => one.kind === "pad"),
    ({ part }) => part ?? "",
  )
  return new Set(
    [...pads].flatMap(([part, own]) => (own.every((pad) => pad.castellated === true) ? [part] : [])),
  )
}

/** Such a row is a piece of the board: not bought, fitted by nobody, and nothing stands on it. */
function halfHoles(record: Part): Part {
  const reason = "half holes on the board's edge: copper of the board itself"
  const value = "half holes"
  return {
    ...record,
    ...{ kind: "half-holes", value, description: value, polarised: false },
    ordering: { unheld: reason },
    assembly: { by: "hand", reason },
  }
}

function byHand(names: readonly string[]): Finding[] {
  if (names.length === 0) return []
  const list = [...names].sort(naturalOrder)
  return [
    {
      rule: "parts/by-hand",
      severity: "info",
      message: `${list.join(", ")}: ${list.length === 1 ? "a plain element" : "plain elements"}, no record says what is bought and how a machine places it: on the hand list`,
      parts: list,
    },
  ]
}

const kinds: Readonly<Record<string, PartKind>> = {
  simple_resistor: "resistor",
  simple_capacitor: "capacitor",
  simple_inductor: "inductor",
  simple_diode: "diode",
  simple_led: "led",
  simple_fuse: "fuse",
  simple_transistor: "transistor",
  simple_mosfet: "transistor",
  simple_chip: "ic",
  simple_connector: "connector",
  simple_pin_header: "connector",
  simple_push_button: "switch",
  simple_switch: "switch",
  simple_crystal: "crystal",
  simple_resonator: "crystal",
  simple_test_point: "test-point",
}

type Source = ElementOf<"source_component">

function recordOf(
  source: Source,
  ports: readonly ElementOf<"source_port">[],
  said: PlainPart | undefined,
  land: Land,
): Part {
  const kind = kinds[source.ftype ?? ""] ?? "other"
  const polarised = said?.polarised === true || !unpolarised.includes(kind)
  const value = valueText(source)
  const reason = "a plain element: no record says what is bought"
  return {
    id: `plain-${source.name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`,
    kind,
    value,
    description: value,
    package: {
      name: said?.footprint ?? packageName(land),
      land,
      leads: { unknown: reason },
      source: "the circuit's own footprint",
    },
    pins: pinsOf(ports, kind, polarised),
    ...(source.manufacturer_part_number === undefined ? {} : { mpn: source.manufacturer_part_number }),
    ...(source.ftype === "simple_resistor"
      ? { ratings: { resistanceOhm: source.resistance, source: "the circuit" } }
      : source.ftype === "simple_capacitor"
        ? { ratings: { capacitanceF: source.capacitance, source: "the circuit" } }
        : {}),
    ordering: { unheld: reason },
    numbers: {},
    assembly: { by: "hand", reason },
    height: { unknown: reason },
    polarised,
  }
}

function valueText(source: Source): string {
  const shown = "display_value" in source ? source.display_value : undefined
  if (typeof shown === "string" && shown !== "") return shown
  if (source.ftype === "simple_resistor") return withPrefix(source.resistance, "")
  if (source.ftype === "simple_capacitor") return withPrefix(source.capacitance, "F")
  return (
    source.manufacturer_part_number ?? (source.ftype ?? "part").replace(/^simple_/, "").replaceAll("_", " ")
  )
}

/** "10k", "100nF": as a BOM has it. */
export function withPrefix(value: number, unit: string): string {
  if (value === 0) return unit === "" ? "0R" : `0${unit}`
  const steps = [
    [1e6, "M"],
    [1e3, "k"],
    [1, unit === "" ? "R" : ""],
    [1e-3, "m"],
    [1e-6, "u"],
    [1e-9, "n"],
    [1e-12, "p"],
  ] as const
  const [factor, prefix] = steps.find(([size]) => Math.abs(value) >= size * 0.99995) ?? [1, ""]
  return `${Number((value / factor).toPrecision(4))}${prefix}${unit}`
}

const unpolarised: readonly PartKind[] = ["resistor", "capacitor", "inductor", "fuse", "test-point"]

function pinsOf(ports: readonly ElementOf<"source_port">[], kind: PartKind, polarised: boolean): Pin[] {
  const polar = kind === "diode" || kind === "led"
  const found = new Map<number, Pin>()
  for (const port of ports) {
    const hint = port.port_hints?.find((text) => /^\d+$/.test(text))
    const number = port.pin_number ?? (hint === undefined ? undefined : Number(hint))
    if (number === undefined) continue
    // tscircuit has an anode for every resistor.
    const hints = polarised ? [port.name, ...(port.port_hints ?? [])] : []
    const words = hints.filter((word) => !/^(pin)?\d+$/.test(word))
    const name = polar && words.some((word) => /^(cathode|neg|K)$/.test(word)) ? "K" : polar ? "A" : words[0]
    found.set(number, { number, name: name ?? String(number), role: "passive" })
  }
  return [...found.values()].sort((a, b) => a.number - b.number)
}

/** How a footprint without a name is called: "2 pads 0.8 x 0.95 mm". */
function packageName({ pads }: Land): string {
  const [first] = pads
  if (first === undefined) return "no pads"
  const holes = pads.filter(({ holeMm }) => holeMm !== undefined).length
  return `${pads.length} ${holes === pads.length ? "holes" : "pads"} ${first.width} x ${first.height} mm`
}
