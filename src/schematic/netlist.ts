import type { Finding } from "../model/finding"
import { naturalOrder } from "../natural-order"
import type { CircuitFacts } from "./facts"
import { onPaper, type PlacedPart } from "./place"
import type { Point } from "./shapes"
import type { Sheet } from "./sheet"
import { type DrawnWire, onSegment, samePlace, segmentsOf } from "./wires"

/** What hangs together on paper. */
export interface DrawnNet {
  /** Names that labels and supply symbols give it, sorted; empty for a net without any. */
  readonly names: readonly string[]
  /** Pins, sorted. */
  readonly pins: readonly string[]
  /** Indices into the wires. */
  readonly wires: readonly number[]
}

/** Follows the ink: wires that meet, pins and symbols on them, and nets of one name in two places. */
export function drawnNets(
  sheet: Sheet,
  parts: readonly PlacedPart[],
  wires: readonly DrawnWire[],
): DrawnNet[] {
  const parent: number[] = []
  const node = (): number => parent.push(parent.length) - 1
  const find = (n: number): number => {
    let root = n
    while (parent[root] !== root) root = parent[root] as number
    return root
  }
  const join = (a: number, b: number): void => {
    parent[find(a)] = find(b)
  }

  const wireNodes = wires.map((wire) => ({ node: node(), segments: segmentsOf(wire), points: wire.points }))
  wireNodes.forEach((wire, index) => {
    for (const other of wireNodes.slice(index + 1)) {
      const ends = (w: typeof wire): Point[] => [w.points[0] as Point, w.points.at(-1) as Point]
      const touches =
        ends(wire).some((end) => other.segments.some((segment) => onSegment(end, segment))) ||
        ends(other).some((end) => wire.segments.some((segment) => onSegment(end, segment)))
      if (touches) join(wire.node, other.node)
    }
  })

  const spots: {
    readonly at: Point
    readonly node: number
    readonly pin?: string
    readonly name?: string
  }[] = [
    ...parts.flatMap((part) => part.pins.map((pin) => ({ at: pin.end, node: node(), pin: pin.id }))),
    ...[...sheet.labels, ...sheet.powers].map(({ net, at }) => ({
      at: onPaper(at),
      node: node(),
      name: net,
    })),
  ]
  const named = new Map<string, number>()
  spots.forEach((spot, index) => {
    for (const wire of wireNodes) {
      if (wire.segments.some((segment) => onSegment(spot.at, segment))) join(spot.node, wire.node)
    }
    for (const other of spots.slice(index + 1)) if (samePlace(spot.at, other.at)) join(spot.node, other.node)
    if (spot.name === undefined) return
    const twin = named.get(spot.name)
    if (twin === undefined) named.set(spot.name, spot.node)
    else join(spot.node, twin)
  })

  const groups = new Map<number, { names: Set<string>; pins: Set<string>; wires: number[] }>()
  const groupOf = (n: number) => {
    const root = find(n)
    const group = groups.get(root) ?? { names: new Set<string>(), pins: new Set<string>(), wires: [] }
    groups.set(root, group)
    return group
  }
  wireNodes.forEach((wire, index) => {
    groupOf(wire.node).wires.push(index)
  })
  for (const spot of spots) {
    if (spot.pin !== undefined) groupOf(spot.node).pins.add(spot.pin)
    if (spot.name !== undefined) groupOf(spot.node).names.add(spot.name)
  }
  return [...groups.values()].map((group) => ({
    names: [...group.names].sort(naturalOrder),
    pins: [...group.pins].sort(naturalOrder),
    wires: group.wires,
  }))
}

/** The circuit's net that a drawn net stands for, judged by its pins, then by its name. */
export function netOf(drawn: DrawnNet, facts: CircuitFacts): string | undefined {
  for (const pin of drawn.pins) {
    const [part = "", number = ""] = pin.split(".")
    const net = facts.parts.get(part)?.pins.get(number)?.net
    if (net !== undefined) return net
  }
  return drawn.names[0]
}

/** Holds the drawn connections against the circuit's netlist, pin for pin. */
export function checkNetlist(sheet: Sheet, drawn: readonly DrawnNet[], facts: CircuitFacts): Finding[] {
  const findings: Finding[] = []
  const error = (rule: string, message: string, nets: string[], parts: string[]): void => {
    findings.push({ rule, severity: "error", message, nets, parts })
  }
  for (const net of drawn) {
    const owners = new Map<string, string[]>()
    for (const pin of net.pins) {
      const [part = "", number = ""] = pin.split(".")
      const owner = facts.parts.get(part)?.pins.get(number)?.net ?? ""
      owners.set(owner, [...(owners.get(owner) ?? []), pin])
    }
    const open = owners.get("") ?? []
    if (open.length > 0 && (net.pins.length > 1 || net.wires.length > 0)) {
      error("sch/open-pin-wired", `the schematic wires ${open.join(", ")}, open in the circuit`, [], open)
    }
    owners.delete("")
    const names = [...owners.keys()].sort(naturalOrder)
    if (names.length > 1) {
      const pins = names.map((name) => `${name} (${owners.get(name)?.join(", ")})`)
      error("sch/nets-joined", `the schematic joins nets ${pins.join(" and ")}`, names, [...net.pins])
    }
    for (const name of net.names) {
      if (!facts.nets.has(name))
        error("sch/unknown-net", `the schematic names net ${name}, unknown to the circuit`, [name], [])
      else if (names.length > 0 && !names.includes(name)) {
        error(
          "sch/wrong-name",
          `the schematic calls net ${names.join(", ")} "${name}"`,
          [name, ...names],
          [...net.pins],
        )
      }
    }
    if (net.names.length > 1) {
      error(
        "sch/two-names",
        `one wire of the schematic has the names ${net.names.join(" and ")}`,
        [...net.names],
        [],
      )
    }
    if (net.pins.length === 0)
      error(
        "sch/loose-wire",
        `a wire of the schematic ends nowhere (${net.names.join(", ") || "no name"})`,
        [...net.names],
        [],
      )
  }
  return [...findings, ...checkComplete(sheet, drawn, facts)]
}

/** Every net whole, every pin drawn once, every open pin crossed and only those. */
function checkComplete(sheet: Sheet, drawn: readonly DrawnNet[], facts: CircuitFacts): Finding[] {
  const findings: Finding[] = []
  const error = (rule: string, message: string, nets: string[], parts: string[]): void => {
    findings.push({ rule, severity: "error", message, nets, parts })
  }
  for (const [name, pins] of facts.nets) {
    const pieces = drawn.filter((net) => net.pins.some((pin) => pins.includes(pin)))
    if (pieces.length < 2) continue
    const texts = pieces.map((piece) => piece.pins.filter((pin) => pins.includes(pin)).join(", "))
    error("sch/net-split", `the schematic leaves ${name} in pieces: ${texts.join(" | ")}`, [name], [])
  }
  const seen = new Set(drawn.flatMap((net) => net.pins))
  const crosses = new Set(sheet.noConnects)
  for (const [part, { pins }] of facts.parts) {
    for (const [number, { net }] of pins) {
      const pin = `${part}.${number}`
      if (!seen.has(pin))
        error("sch/pin-missing", `the schematic does not draw ${pin}`, net === undefined ? [] : [net], [pin])
      else if (net === undefined && !crosses.has(pin)) {
        error(
          "sch/open-pin-unmarked",
          `${pin} is open in the circuit and has no cross in the schematic`,
          [],
          [pin],
        )
      } else if (net !== undefined && crosses.has(pin)) {
        error("sch/cross-on-net", `the schematic crosses out ${pin}, which is on ${net}`, [net], [pin])
      }
    }
  }
  for (const pin of crosses) {
    if (!seen.has(pin))
      error("sch/pin-missing", `the schematic crosses out ${pin}, which is not drawn`, [], [pin])
  }
  return findings
}
