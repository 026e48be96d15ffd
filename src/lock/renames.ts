import { naturalOrder } from "../natural-order"
import { collect } from "./cells"
import { type Lock, lockSections } from "./lock"

/** Pin -> the net it is on, or "open". A pin that stands on two nets has both. */
export function netOfPin(lock: Lock): Map<string, string> {
  const netOf = new Map<string, string>()
  const add = (pin: string, net: string): void => {
    netOf.set(pin, netOf.has(pin) ? `${netOf.get(pin)} + ${net}` : net)
  }
  for (const [net, pins] of Object.entries(lock.nets)) for (const pin of pinsIn(pins)) add(pin, net)
  for (const [part, pins] of Object.entries(lock["open pins"])) {
    for (const pin of pinsIn(pins)) add(`${part}.${pin}`, "open")
  }
  return netOf
}

export const pinsIn = (text: string): string[] => (text === "" ? [] : text.split(" "))

export const partOf = (pin: string): string => pin.slice(0, Math.max(0, pin.lastIndexOf(".")))

export interface Renamed {
  /** What was accepted, in today's names. */
  readonly lock: Lock
  readonly says: readonly string[]
}

/**
 * Finds nets that have the same pins under another name, and parts of the same record on the same nets under another
 * designator, so that only what else changes is left to say.
 */
export function renamed(accepted: Lock, now: Lock): Renamed {
  const nets = new Map<string, string>()
  const parts = new Map<string, string>()
  // A net is known by its parts and a part by its nets: the second round sees what the first has found.
  for (let round = 0; round < 2; round++) {
    match(netKeys(accepted, parts), netKeys(now), nets)
    match(partKeys(accepted, nets), partKeys(now), parts)
  }
  const names = new Map([...nets, ...parts])
  if (names.size === 0) return { lock: accepted, says: [] }
  const numbers = [...parts].map(([old, fresh]) => `${old} -> ${fresh}`)
  return {
    lock: inNewNames(accepted, now, names),
    says: [
      ...[...nets].map(([old, fresh]) => `net ${old} renamed to ${fresh} (same pins)`),
      ...(numbers.length === 0 ? [] : [`renumbered (same part on the same nets): ${numbers.join(", ")}`]),
    ],
  }
}

/** Pairs what is gone with what is new where their keys are equal, in natural order. */
function match(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  into: Map<string, string>,
): void {
  const free = [...after.keys()].filter((name) => !before.has(name) && ![...into.values()].includes(name))
  for (const [name, key] of before) {
    if (after.has(name) || into.has(name) || key === "") continue
    const index = free.findIndex((candidate) => after.get(candidate) === key)
    if (index !== -1) into.set(name, free.splice(index, 1)[0] as string)
  }
}

function netKeys(lock: Lock, parts: ReadonlyMap<string, string> = new Map()): Map<string, string> {
  const pin = (name: string): string => {
    const part = partOf(name)
    return `${parts.get(part) ?? part}${name.slice(part.length)}`
  }
  return new Map(
    Object.entries(lock.nets).map(([net, pins]) => [net, pinsIn(pins).map(pin).sort(naturalOrder).join(" ")]),
  )
}

function partKeys(lock: Lock, nets: ReadonlyMap<string, string> = new Map()): Map<string, string> {
  const pins = new Map<string, string[]>()
  for (const [pin, net] of netOfPin(lock)) {
    const part = partOf(pin)
    pins.set(part, [...(pins.get(part) ?? []), `${pin.slice(part.length)} ${nets.get(net) ?? net}`])
  }
  return new Map(
    Object.keys(lock.parts)
      .sort(naturalOrder)
      .map((part) => {
        const own = (pins.get(part) ?? []).sort(naturalOrder)
        return [part, own.length === 0 ? "" : [lock.parts[part], ...own].join("\n")]
      }),
  )
}

/** `accepted` with other names, wherever they stand; what says the same as now in its old words keeps them. */
function inNewNames(accepted: Lock, now: Lock, names: ReadonlyMap<string, string>): Lock {
  const olds = [...names.keys()].sort((a, b) => b.length - a.length)
  const pattern = olds.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")
  const anyOld = new RegExp(`(?<![\\w.+-])(?:${pattern})(?![\\w+-])`, "g")
  const inNew = (text: string): string => text.replace(anyOld, (old) => names.get(old) ?? old)
  const isPins = (section: string): boolean => section === "nets" || section === "open pins"
  const sections = lockSections.map((section) => {
    const today = now[section]
    const pairs = Object.entries(accepted[section]).map(([oldKey, text]) => {
      const key = oldKey in today ? oldKey : inNew(oldKey)
      return [key, today[key] === text ? text : inNew(text)] as const
    })
    return [
      section,
      collect(pairs.map(([key, text]) => [key, isPins(section) ? sortedPins(text) : text] as const)),
    ] as const
  })
  return {
    ...accepted,
    ...Object.fromEntries(sections),
    guide: accepted.guide.map((sentence) => (now.guide.includes(sentence) ? sentence : inNew(sentence))),
  }
}

const sortedPins = (text: string): string => text.split(" ").sort(naturalOrder).join(" ")
