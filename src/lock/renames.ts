import { naturalOrder } from "../natural-order"
import { collect } from "./cells"
import { type Entries, type Lock, lockSections, sorted } from "./lock"

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

const partOf = (pin: string): string => pin.slice(0, Math.max(0, pin.lastIndexOf(".")))

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
  const nets = match(accepted.nets, now.nets)
  const parts = match(partKeys(accepted), partKeys(now))
  const names = new Map([...nets, ...parts])
  if (names.size === 0) return { lock: accepted, says: [] }
  const numbers = parts.map(([old, fresh]) => `${old} -> ${fresh}`)
  return {
    lock: inNewNames(accepted, now, names),
    says: [
      ...nets.map(([old, fresh]) => `net ${old} renamed to ${fresh} (same pins)`),
      ...(numbers.length === 0 ? [] : [`renumbered (same part on the same nets): ${numbers.join(", ")}`]),
    ],
  }
}

/**
 * Pairs what is gone with what is new where they have the same text, in natural order. A name that is a number could
 * be mistaken for a figure elsewhere.
 */
function match(before: Entries, after: Entries): [string, string][] {
  const free = sorted(after).filter(([name]) => !(name in before))
  return sorted(before).flatMap(([name, text]): [string, string][] => {
    const isKnown = name in after || text === "" || !/[A-Za-z]/.test(name)
    const index = isKnown ? -1 : free.findIndex(([, other]) => other === text)
    return index === -1 ? [] : free.splice(index, 1).map(([fresh]) => [name, fresh])
  })
}

/** What a part is and where its pins are. */
function partKeys(lock: Lock): Entries {
  const pins = new Map<string, string[]>()
  for (const [pin, net] of netOfPin(lock)) {
    const part = partOf(pin)
    pins.set(part, [...(pins.get(part) ?? []), `${pin.slice(part.length)} ${net}`])
  }
  return Object.fromEntries(
    Object.entries(lock.parts).map(([part, record]) => {
      const own = (pins.get(part) ?? []).sort(naturalOrder)
      return [part, own.length === 0 ? "" : [record, ...own].join("\n")]
    }),
  )
}

/** `accepted` with other names, wherever they stand; what says the same as now in its old words keeps them. */
function inNewNames(accepted: Lock, now: Lock, names: ReadonlyMap<string, string>): Lock {
  const olds = [...names.keys()].sort((a, b) => b.length - a.length)
  const pattern = olds.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")
  const anyOld = new RegExp(`(?<![\\w.+-])(?:${pattern})(?![\\w+-])`, "g")
  const inNew = (text: string): string => text.replace(anyOld, (old) => names.get(old) ?? old)
  const sections = lockSections.map((section) => {
    const today = now[section]
    const pairs = Object.entries(accepted[section]).map(([oldKey, text]) => {
      const key = oldKey in today ? oldKey : inNew(oldKey)
      return [key, today[key] === text ? text : inNew(text)] as const
    })
    return [section, collect(pairs)] as const
  })
  return {
    ...accepted,
    ...Object.fromEntries(sections),
    guide: accepted.guide.map((sentence) => (now.guide.includes(sentence) ? sentence : inNew(sentence))),
  }
}
