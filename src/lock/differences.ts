import { naturalOrder } from "../natural-order"
import { cellsOf } from "./cells"
import { formatLock, type Lock, type LockSection, sorted } from "./lock"
import { partFields } from "./lock-of"
import { netOfPin, pinsIn, renamed } from "./renames"
import { arrow, type Change, cellChanges, folded, ranges, without } from "./words"

/** What a board is now beside what was accepted of it, in plain words; empty where they are the same. */
export function lockDifferences(accepted: Lock, now: Lock): string[] {
  const { lock: before, says } = renamed(accepted, now)
  const plain = (section: LockSection, title: string): string[] =>
    sectionDifferences(before, now, section, title)
  /** Facts of parts and records that come or go are said by their coming and going. */
  const ofThoseInBoth = (section: "part facts" | "pins", title: string, ownerOf: (key: string) => string) => {
    const owners = (lock: Lock) => (section === "pins" ? Object.keys(lock.parts) : Object.keys(lock[section]))
    const [old, fresh] = [new Set(owners(before)), new Set(owners(now))]
    const kept = (lock: Lock): Lock => ({
      ...lock,
      [section]: Object.fromEntries(
        Object.entries(lock[section]).filter(([key]) => old.has(ownerOf(key)) && fresh.has(ownerOf(key))),
      ),
    })
    return sectionDifferences(kept(before), kept(now), section, title)
  }
  const all = [
    ...plain("board", ""),
    ...plain("holes", "hole "),
    ...plain("keepouts", "keepout "),
    ...plain("fixed pads", "fixed pad "),
    ...plain("heights", "height over the "),
    ...says,
    ...partDifferences(before, now),
    ...ofThoseInBoth("part facts", "record of ", (id) => id),
    ...pinDifferences(before, now),
    ...ofThoseInBoth("pins", "pin ", (pin) => pin.slice(0, pin.lastIndexOf("."))),
    ...plain("net facts", "facts of net "),
    ...plain("net classes", "net class "),
    ...landDifferences(before, now),
    ...plain("legends", "legend at "),
    ...plain("variants", "variant "),
    ...plain("claims", "claim "),
    ...plain("jumper", "jumper: "),
    ...plain("firmware", "firmware's "),
    ...plain("waivers", "waiver of "),
    ...plain("limits", "limit "),
    ...guideDifferences(before.guide, now.guide),
  ]
  // Whatever words are missing: what is not as accepted never passes as if it were.
  const isSame = all.length > 0 || formatLock(accepted) === formatLock(now)
  return isSame ? all : ["the lock file would be written otherwise: see the change in it"]
}

const keysOf = (a: object, b: object): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].sort(naturalOrder)

function sectionDifferences(before: Lock, now: Lock, section: LockSection, title: string): string[] {
  const [old, fresh] = [{ ...before[section] }, { ...now[section] }]
  const moved: string[] = []
  for (const [key, text] of sorted(old)) {
    if (key in fresh) continue
    const to = sorted(fresh).find(([other, same]) => same === text && !(other in before[section]))?.[0]
    if (to === undefined) continue
    moved.push(
      section === "legends"
        ? `legend ${text}: ${key} -> ${to}`
        : `${title}${key} is now ${to} (${short(text)})`,
    )
    delete old[key]
    delete fresh[to]
  }
  const changes = keysOf(old, fresh).flatMap((name): Change[] => {
    const [a, b] = [old[name], fresh[name]]
    if (a === b) return []
    if (a === undefined) return [{ before: title, name, says: ` new: ${short(b ?? "")}` }]
    if (b === undefined) return [{ before: title, name, says: ` gone (was ${short(a)})` }]
    return [{ before: title, name, says: `: ${cellChanges(a, b).join("; ")}` }]
  })
  return [...moved, ...folded(changes)]
}

/** Enough of an entry to know it by. */
const short = (text: string): string => (text.length > 120 ? `${text.slice(0, 117).trimEnd()}...` : text)

function partDifferences(before: Lock, now: Lock): string[] {
  const changes: Change[] = []
  const come: Change[] = []
  const gone: string[] = []
  for (const name of keysOf(before.parts, now.parts)) {
    const [a, b] = [before.parts[name], now.parts[name]]
    if (a === b) continue
    if (b === undefined) gone.push(name)
    else if (a === undefined) come.push({ before: "", name, says: ` (${whatIs(b)})` })
    else changes.push(...partChanges(name, a, b))
  }
  return [
    ...(come.length === 0 ? [] : [`${folded(come).join(", ")} new`]),
    ...(gone.length === 0 ? [] : [`${ranges(gone)} gone`]),
    ...folded(changes),
  ]
}

function whatIs(text: string): string {
  const [, value, house, , number, assembly] = cellsOf(text)
  return [value, house, number, assembly].join(", ")
}

function partChanges(name: string, old: string, now: string): Change[] {
  const [before, after] = [cellsOf(old), cellsOf(now)]
  if (before.length !== partFields.length || after.length !== partFields.length) {
    return [{ before: "", name, says: `: ${old} -> ${now}` }]
  }
  // Its other cells follow from the record: said in one line with it.
  const words = partFields.flatMap((field, index) => {
    const [a, b] = [before[index] as string, after[index] as string]
    return a === b || field === "assembly" ? [] : [`${field} ${arrow(a, b)}`]
  })
  const [was, is] = [before.at(-1) as string, after.at(-1) as string]
  return [
    ...(words.length === 0 ? [] : [{ before: "", name, says: `'s ${words.join(", ")}` }]),
    ...(was === is ? [] : [{ before: "", name, says: `: ${assemblyChange(was, is)}` }]),
  ]
}

/** "machine -> hand (top-only)". */
function assemblyChange(old: string, now: string): string {
  const pattern = /^(?:hand|machine \(([^()]*)\))$/
  const [before, after] = [pattern.exec(old), pattern.exec(now)]
  if (before === null || after === null) return `${old} -> ${now}`
  const [was, is] = [before, after].map((found) => found[1]?.split(", ") ?? []) as [string[], string[]]
  const [lost, won] = [without(was, is), without(is, was)]
  return [
    ...(lost.length === 0 ? [] : [`machine -> hand (${lost.join(", ")})`]),
    ...(won.length === 0 ? [] : [`hand -> machine (${won.join(", ")})`]),
  ].join(", ")
}

/** Pins of parts that were there say where they went; those of new and gone parts are told by net. */
function pinDifferences(before: Lock, now: Lock): string[] {
  const [was, is] = [netOfPin(before), netOfPin(now)]
  const moves: Change[] = []
  const byNet: Change[] = []
  for (const pin of [...new Set([...was.keys(), ...is.keys()])].sort(naturalOrder)) {
    const [a, b] = [was.get(pin), is.get(pin)]
    if (a === b) continue
    if (a !== undefined && b !== undefined) moves.push({ before: "", name: pin, says: `: ${a} -> ${b}` })
    else
      byNet.push({
        before: netTitle(a ?? b ?? "", before, now),
        name: pin,
        says: a === undefined ? " new" : " gone",
      })
  }
  const empty = keysOf(before.nets, now.nets).flatMap((net) => {
    const [a, b] = [before.nets[net], now.nets[net]]
    if (a === undefined && pinsIn(b ?? "").length === 0) return [`net ${net} new, without pins`]
    return b === undefined && pinsIn(a ?? "").length === 0 ? [`net ${net} gone`] : []
  })
  return [...folded(moves), ...folded(byNet), ...empty]
}

function netTitle(net: string, before: Lock, now: Lock): string {
  if (net === "open") return "open: "
  if (!(net in before.nets)) return `new net ${net}: `
  return net in now.nets ? `net ${net}: ` : `net ${net}, which is gone: `
}

function landDifferences(before: Lock, now: Lock): string[] {
  const changes: Change[] = []
  const [was, is] = [landNames(before), landNames(now)]
  for (const key of keysOf(before.lands, now.lands)) {
    const [a, b] = [before.lands[key], now.lands[key]]
    const { land, pad } = landPad(key)
    if (a === b || !was.has(land) || !is.has(land)) continue
    const title = { before: `land of ${land}: pad `, name: pad }
    if (a === undefined) changes.push({ ...title, says: ` new: ${b}` })
    else if (b === undefined) changes.push({ ...title, says: ` gone (was ${a})` })
    else changes.push({ ...title, says: ` ${cellChanges(a, b).join("; ")}` })
  }
  const only = (some: ReadonlySet<string>, others: ReadonlySet<string>, says: string): string[] =>
    [...some].filter((land) => !others.has(land)).map((land) => `land of ${land} ${says}`)
  return [...only(is, was, "new"), ...only(was, is, "gone"), ...folded(changes)]
}

function landPad(key: string): { land: string; pad: string } {
  const at = key.lastIndexOf(" pad ")
  return { land: key.slice(0, at), pad: key.slice(at + " pad ".length) }
}

const landNames = (lock: Lock): Set<string> =>
  new Set(Object.keys(lock.lands).map((key) => landPad(key).land))

function guideDifferences(old: readonly string[], now: readonly string[]): string[] {
  const gone = without(old, now)
  const fresh = without(now, old)
  const step = (sentence: string): string => sentence.slice(0, sentence.indexOf(": "))
  const changed = gone.map((a) => {
    const at = fresh.findIndex((b) => step(a) === step(b))
    if (at === -1) return `guide, sentence gone: ${a}`
    const [b] = fresh.splice(at, 1) as [string]
    const text = (sentence: string): string => sentence.slice(step(a).length + 2)
    return `guide, ${step(a)}: ${arrow(text(a), text(b), false)}`
  })
  const rest = fresh.map((sentence) => `guide, new sentence: ${sentence}`)
  const order =
    gone.length + fresh.length + changed.length === 0 && old.some((text, index) => text !== now[index])
  return [...changed, ...rest, ...(order ? ["guide: the same sentences in another order"] : [])]
}
