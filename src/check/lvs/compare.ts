import { groupBy } from "../../circuit/group-by"
import type { NetlistIndex } from "../../circuit/netlist"
import { contactsOf, distanceBetween, type Near, type Piece } from "../../circuit/pieces"
import { UnionFind } from "../../circuit/union-find"
import type { CheckResult, Finding, Place } from "../../model/finding"
import { naturalOrder } from "../../natural-order"

/** The netlist that the copper really makes, beside the one the circuit asks for. */
export function compareCopper(pieces: readonly Piece[], netlist: Pick<NetlistIndex, "nets">): CheckResult {
  const contacts = contactsOf(pieces)
  const joined = new UnionFind(pieces.length)
  for (const { a, b } of contacts) joined.join(a, b)
  const groups = joined.groups()
  const groupOf = (index: number) => joined.find(index)
  const contactsIn = groupBy(contacts, ({ a }) => groupOf(a))
  const findings: Finding[] = []
  for (const group of groups) {
    const here = contactsIn.get(groupOf(group[0] ?? 0)) ?? []
    findings.push(...shorts(pieces, group, here), ...openPads(pieces, here), ...floating(pieces, group))
  }
  let whole = 0
  const ofNet = groupBy(pieces.keys(), (index) => pieces[index]?.net)
  for (const { name } of netlist.nets) {
    const parts = [...groupBy(ofNet.get(name) ?? [], groupOf)]
      .sort(([a], [b]) => a - b)
      .map(([, part]) => part)
      .filter((group) => group.some((index) => pieces[index]?.pad !== undefined))
    if (parts.length === 1) whole++
    if (parts.length > 1) findings.push(open(pieces, name, parts))
  }
  return {
    findings,
    figures: [
      { name: "nets that are one piece of copper", value: whole, limit: netlist.nets.length },
      { name: "pieces of copper compared", value: pieces.length },
      { name: "touching pairs", value: contacts.length },
    ],
  }
}

const words = (piece: Piece): string => `${piece.what}${piece.net === undefined ? "" : ` (${piece.net})`}`

const place = (at: Place): Place => ({ ...at, x: round(at.x), y: round(at.y) })

/** Too fine a number says nothing on a board, and -0 is no place. */
const round = (mm: number): number => Math.round(mm * 1000) / 1000 + 0

/** Copper of different nets in one piece: one finding for each pair of nets, at the first place they touch. */
function shorts(pieces: readonly Piece[], group: readonly number[], contacts: readonly Near[]): Finding[] {
  const nets = [...new Set(group.flatMap((index) => pieces[index]?.net ?? []))].sort(naturalOrder)
  if (nets.length < 2) return []
  const pairs = new Map<string, { contact: Near; nets: string[]; places: number }>()
  for (const contact of contacts) {
    const [a, b] = [pieces[contact.a]?.net, pieces[contact.b]?.net]
    if (a === undefined || b === undefined || a === b) continue
    const pair = [a, b].sort(naturalOrder)
    const key = pair.join("\0")
    const known = pairs.get(key)
    pairs.set(key, known ? { ...known, places: known.places + 1 } : { contact, nets: pair, places: 1 })
  }
  if (pairs.size === 0) {
    const pads = group.flatMap((index) => pieces[index]?.pad ?? [])
    return [
      {
        rule: "lvs/short",
        severity: "error",
        message: `SHORT: ${nets.join(" and ")} are joined by copper without a net: ${pads.map(({ name }) => name).join(", ")}`,
        ...(pads[0] === undefined
          ? {}
          : {
              at: place(
                pads[0].layers.length > 1
                  ? { x: pads[0].x, y: pads[0].y }
                  : { x: pads[0].x, y: pads[0].y, layer: pads[0].layers[0] ?? "top" },
              ),
            }),
        nets,
        parts: pads.map(({ name }) => name),
      },
    ]
  }
  return [...pairs.values()].map(({ contact, nets: pair, places }): Finding => {
    const [a, b] = [pieces[contact.a] as Piece, pieces[contact.b] as Piece]
    return {
      rule: "lvs/short",
      severity: "error",
      message: `SHORT: ${pair.join(" and ")}: ${words(a)} touches ${words(b)}${places > 1 ? `, and ${places - 1} more` : ""}`,
      at: place(contact.at),
      nets: pair,
      parts: [a, b].flatMap(({ pad }) => pad?.name ?? []),
    }
  })
}

/** Pads that the circuit leaves open and copper reaches. */
function openPads(pieces: readonly Piece[], contacts: readonly Near[]): Finding[] {
  const found = new Map<string, Finding>()
  for (const { a, b, at } of contacts) {
    for (const [pad, other] of [
      [pieces[a], pieces[b]],
      [pieces[b], pieces[a]],
    ] as const) {
      if (pad?.pad === undefined || other === undefined || pad.net !== undefined || found.has(pad.what))
        continue
      if (other.pad?.name === pad.pad.name) continue
      found.set(pad.what, {
        rule: "lvs/nc-pad",
        severity: "error",
        message: `${pad.what} must stay open, but a ${words(other)} touches it`.replace("a pad", "pad"),
        at: place(at),
        nets: other.net === undefined ? [] : [other.net],
        parts: [pad.pad.name],
      })
    }
  }
  return [...found.values()]
}

/** Copper that reaches no pad at all. */
function floating(pieces: readonly Piece[], group: readonly number[]): Finding[] {
  const members = group.flatMap((index) => pieces[index] ?? [])
  const [first] = members
  if (first === undefined || members.some(({ pad }) => pad !== undefined)) return []
  const kinds = groupBy(members, ({ what }) => what)
  const text = [...kinds]
    .map(([what, list]) => (list.length === 1 ? what : `${list.length} ${what}s`))
    .join(", ")
  const nets = [...new Set(members.flatMap(({ net }) => net ?? []))]
  return [
    {
      rule: "lvs/floating",
      severity: "error",
      message: `FLOATING: ${text}${nets.length === 0 ? "" : ` of net ${nets.join(", ")}`} on ${first.layers.join(" and ")} reaches no pad`,
      at: place(first.layers.length === 1 ? { ...first.at, layer: first.layers[0] ?? "top" } : first.at),
      nets,
    },
  ]
}

/** One net in several pieces: its pads by piece, and the smallest gap to be bridged. */
function open(pieces: readonly Piece[], net: string, parts: readonly (readonly number[])[]): Finding {
  const members = parts.map((part) => part.flatMap((index) => pieces[index] ?? []))
  const pads = members.map((part) =>
    [...new Set(part.flatMap(({ pad }) => pad?.name ?? []))].sort(naturalOrder),
  )
  let nearest: { mm: number; at: Place } | undefined
  members.forEach((part, i) => {
    for (const other of members.slice(i + 1).flat())
      for (const piece of part) {
        const near = distanceBetween(piece, other)
        if (near === undefined || (nearest && near.gap >= nearest.mm)) continue
        const layer = piece.layers.find((candidate) => other.layers.includes(candidate))
        nearest = { mm: near.gap, at: layer === undefined ? near.at : { ...near.at, layer } }
      }
  })
  const few = (names: readonly string[]) =>
    names.length > 6 ? `${names.slice(0, 6).join(", ")} and ${names.length - 6} more` : names.join(", ")
  const alone = members.flat().find(({ pad }) => pad !== undefined)
  const at: Place | undefined = nearest?.at ?? alone?.at
  return {
    rule: "lvs/open",
    severity: "error",
    message: `OPEN: net ${net} is in ${parts.length} pieces: ${pads.map((names) => `[${few(names)}]`).join(" ")}${nearest === undefined ? "" : `, ${nearest.mm.toFixed(2)} mm apart at the nearest`}`,
    ...(at === undefined ? {} : { at: place(at) }),
    nets: [net],
    parts: pads.flat(),
    ...(nearest === undefined ? {} : { measure: { value: round(nearest.mm), limit: 0, unit: "mm" } }),
  }
}
