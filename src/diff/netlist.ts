import { type NetlistIndex, netlistOf } from "../circuit/netlist"
import { naturalOrder } from "../natural-order"
import { boxAround, type Change, type Spot } from "./change"
import type { Circuits } from "./circuits"
import { count, list, split } from "./words"

/** New name of each net that is in both, by its old one: the same name, or another on the same pins. */
export type NetNames = ReadonlyMap<string, string>

/** Half of all pins of two nets in common make them one net under two names. */
const alike = 0.5

/**
 * Which net became which. A net that kept its name is itself; of the others those that share the most pins are pairs.
 */
export function pairNets(old: NetlistIndex, fresh: NetlistIndex): NetNames {
  const pairs = new Map<string, string>()
  const names = split(
    old.nets.map(({ name }) => name),
    fresh.nets.map(({ name }) => name),
  )
  for (const name of names.kept) pairs.set(name, name)
  const candidates = names.gone.flatMap((from) =>
    names.added.map((to) => ({ from, to, share: sharedPins(pinsOf(old, from), pinsOf(fresh, to)) })),
  )
  candidates.sort((a, b) => b.share - a.share || naturalOrder(a.from, b.from) || naturalOrder(a.to, b.to))
  const taken = new Set<string>()
  for (const { from, to, share } of candidates) {
    if (share < alike || pairs.has(from) || taken.has(to)) continue
    pairs.set(from, to)
    taken.add(to)
  }
  return pairs
}

/** Nets that came, went or changed their name, and pins that changed their net. */
export function compareNetlists({ old, fresh }: Circuits, names: NetNames): Change[] {
  const [before, after] = [netlistOf(old.circuit), netlistOf(fresh.circuit)]
  const spotsOf = (pins: readonly string[]): Spot[] => {
    const pads = [...fresh.copper.pads, ...old.copper.pads].filter((pad) => pins.includes(pad.name))
    const box = boxAround(pads, 1)
    return box === undefined ? [] : [{ ...box, layers: ["copper-top", "copper-bottom"] }]
  }
  const change = (text: string, pins: readonly string[]): Change => ({
    section: "netlist",
    text,
    spots: spotsOf(pins),
  })
  const changes: Change[] = []
  const renamedTo = new Set(names.values())
  for (const { name, pins } of before.nets) {
    const now = names.get(name)
    if (now === undefined) changes.push(change(`net ${name} removed (${pinList(pins)})`, pins))
    else if (now !== name)
      changes.push(change(`net ${name} renamed to ${now} (${count(pins.length, "pin")})`, pins))
  }
  for (const { name, pins } of after.nets) {
    if (!renamedTo.has(name)) changes.push(change(`net ${name} added (${pinList(pins)})`, pins))
  }
  const pins = split(before.pins, after.pins)
  for (const pin of pins.kept) {
    const [from, to] = [before.netOf.get(pin)?.name, after.netOf.get(pin)?.name]
    if (
      (from === undefined ? undefined : names.get(from)) === to &&
      !(from !== undefined && to === undefined)
    )
      continue
    // Named already with the net that came or went whole.
    if (from !== undefined && to === undefined && !names.has(from)) continue
    if (from === undefined && to !== undefined && !renamedTo.has(to)) continue
    changes.push(change(`pin ${pin}: ${from ?? "open"} → ${to ?? "open"}`, [pin]))
  }
  for (const [verb, some, netlist] of [
    ["removed", pins.gone, before],
    ["added", pins.added, after],
  ] as const) {
    for (const [part, own] of byPart(some)) {
      const nets = own.map((pin) => `${pin} ${netlist.netOf.get(pin)?.name ?? "open"}`)
      changes.push(change(`pins ${verb}, ${part}: ${list(nets)}`, own))
    }
  }
  return changes
}

const pinsOf = (netlist: NetlistIndex, name: string): readonly string[] =>
  netlist.nets.find((net) => net.name === name)?.pins ?? []

function sharedPins(a: readonly string[], b: readonly string[]): number {
  const both = a.filter((pin) => b.includes(pin)).length
  const all = a.length + b.length - both
  return all === 0 ? 0 : both / all
}

const pinList = (pins: readonly string[]): string => (pins.length === 0 ? "no pins" : list(pins))

function byPart(pins: readonly string[]): Map<string, string[]> {
  const parts = new Map<string, string[]>()
  for (const pin of pins) {
    const part = pin.slice(0, pin.lastIndexOf("."))
    parts.set(part, [...(parts.get(part) ?? []), pin])
  }
  return parts
}
