import { type Circuit, type ElementOf, elementsOf } from "../circuit/elements"
import { groupBy } from "../circuit/group-by"
import { netlistOf } from "../circuit/netlist"
import { type Pad, padsOf } from "../circuit/pads"
import { capsule, type Shape } from "../geometry/shape"
import type { Board } from "../model/board"
import type { Finding } from "../model/finding"
import type { NetData } from "../model/net"
import { distance, finding, type Printed, printed } from "./printed"

/** As far as a text is read as something's, mm. */
const readMm = 6

/**
 * Whether the words that a board's author drew are true, from nothing but the circuit, the records and the states of
 * the jumpers: a word for a pin or a jumper's place stands at that pin or place, a value or a voltage is that of the
 * part or the net, and every text reads the right way round.
 */
export function wordFindings(circuit: Circuit, board: Pick<Board, "parts" | "nets" | "jumper">): Finding[] {
  const pads = padsOf(circuit)
  const netOf = netlistOf(circuit).netOf
  const read: Reading = {
    board,
    pads,
    byPart: groupBy(pads, ({ designator }) => designator),
    netOf: (pin) => netOf.get(pin)?.name,
  }
  return elementsOf(circuit, "pcb_silkscreen_text").flatMap((element) => {
    const text = printed(element)
    return [
      ...wrongWay(element, text),
      ...pinWord(text, read),
      ...jumperWord(text, read),
      ...partValue(text, read),
      ...voltage(text, read),
    ]
  })
}

interface Reading {
  readonly board: Pick<Board, "parts" | "nets" | "jumper">
  readonly pads: readonly Pad[]
  readonly byPart: ReadonlyMap<string, readonly Pad[]>
  readonly netOf: (pin: string) => string | undefined
}

/** Read from its own side: mirrored on the bottom alone, and never upside down. */
function wrongWay(
  { is_mirrored, ccw_rotation = 0 }: Pick<ElementOf<"pcb_silkscreen_text">, "is_mirrored" | "ccw_rotation">,
  text: Printed,
): Finding[] {
  const isMirror = is_mirrored ?? text.side === "bottom"
  const seen = (((text.side === "bottom" ? -ccw_rotation : ccw_rotation) % 360) + 360) % 360
  return [
    ...(isMirror === (text.side === "bottom")
      ? []
      : ["reads in a mirror only: it is turned for the other side"]),
    ...(seen > 135 && seen < 225 ? ["stands on its head for its reader: turn it by 180 degrees"] : []),
  ].map((what) => finding("legend/wrong-way", text, what, []))
}

/** "RX" names RXD0 and ESP_RXD0, "3V3" V3V3: a word of letters that a name holds at the start of one of its parts. */
function names(word: string, name: string | undefined): boolean {
  if (name === undefined) return false
  const [w, n] = [word, name].map((one) => one.toUpperCase().replace(/\+/g, ""))
  if (w === undefined || n === undefined) return false
  return n === w || n === `V${w}` || n.split(/[^A-Z0-9]+/).some((part) => part.startsWith(w))
}

/**
 * A word that names a pin of a connector, or a terminal of a piece on several pads ("VIN-"), stands nearest to a pin
 * that it names.
 */
function pinWord(text: Printed, { board: { parts }, pads, netOf }: Reading): Finding[] {
  const word = text.text.trim().split(/\s+/).at(-1) ?? ""
  if (!/[A-Za-z]/.test(word) || word in parts) return []
  const isOne = word === text.text.trim() && /^[\w+]{2,}$/.test(word)
  const nameOf = ({ designator, pin }: Pad): string | undefined =>
    parts[designator]?.pins.find(({ number }) => String(number) === pin)?.name
  const groups = groupBy(
    pads.filter(({ pin, layers }) => pin !== undefined && layers.includes(text.side)),
    ({ designator }) => parts[designator]?.piece?.id ?? designator,
  )
  const read = [...groups.values()].flatMap((own) => {
    const part = parts[own[0]?.designator ?? ""]
    const isPiece = part?.piece !== undefined
    if (!isPiece && (part?.kind !== "connector" || part.pins.length < 2 || !isOne)) return []
    const says = (pad: Pad): boolean =>
      isPiece ? nameOf(pad) === word : names(word, netOf(pad.name)) || names(word, nameOf(pad))
    const near = own
      .map((pad) => ({ pad, mm: distance(text, { shapes: [pad.shape] }) }))
      .sort((a, b) => a.mm - b.mm)
    return [{ first: near[0], meant: near.find(({ pad }) => says(pad)) }]
  })
  // A word between two connectors is that one's whose pin of that name is nearest.
  const nearestMm = Math.min(...read.map(({ meant }) => meant?.mm ?? Infinity))
  return read.flatMap(({ first, meant }): Finding[] => {
    if (first === undefined || meant === undefined || first.mm > readMm / 2) return []
    if (meant.mm <= first.mm + 1e-3 || nearestMm < first.mm) return []
    const called = (pad: Pad): string => `${pad.name} (${netOf(pad.name) ?? nameOf(pad) ?? "open"})`
    const what = `stands at ${called(first.pad)}, and means ${called(meant.pad)}: move it, or print what is there`
    return [finding("legend/word", text, what, [first.pad.name, meant.pad.name])]
  })
}

/** "PROG" and "RUN" begin the notes of states ("programming", "running"): such a word stands where that jumper goes. */
function jumperWord(text: Printed, { board: { jumper }, pads }: Reading): Finding[] {
  if (jumper === undefined || text.text.trim().length < 3) return []
  const places = jumper.states
    .filter(({ use, joins }) => use === "legal" && joins.length > 0)
    .map((state) => {
      const shapes = state.joins.flatMap(([a, b]): Shape[] => {
        const [one, other] = [a, b].map((name) =>
          pads.find((pad) => pad.name === name && pad.layers.includes(text.side)),
        )
        return one === undefined || other === undefined ? [] : [capsule(one, other, 0)]
      })
      return { state, mm: shapes.length === 0 ? Infinity : distance(text, { shapes }) }
    })
    .sort((a, b) => a.mm - b.mm)
  const means = places.find(({ state }) =>
    state.note.toUpperCase().startsWith(text.text.trim().toUpperCase()),
  )
  const [nearest] = places
  if (means === undefined || nearest === undefined || nearest.mm > readMm || means.mm <= nearest.mm) return []
  const what = `stands where ${nearest.state.name} is (${nearest.state.note}), and means ${means.state.name} (${means.state.note})`
  return [finding("legend/word", text, what, [jumper.part])]
}

/** "C1-C5 100n", "U1 MAX3232": a value beside designators is theirs, and one that stands alone is its nearest part's. */
function partValue(text: Printed, { board: { parts }, byPart }: Reading): Finding[] {
  const tokens = text.text.split(/[\s,]+/).filter((token) => token !== "")
  const named = tokens.flatMap((token) => designatorsIn(token, parts))
  const values = tokens.filter(
    (token) => /^\d[\d.]*[pnuµmkKMR]\d*(F|H|Ω)?$/.test(token) || /^[A-Z]{2,}\d{3,}/.test(token),
  )
  if (values.length === 0) return []
  const isBare = named.length === 0 && tokens.length === 1 && /^\d/.test(text.text)
  const meant = isBare ? nearestPart(text, byPart) : named
  return values.flatMap((value) =>
    meant.flatMap((designator): Finding[] => {
      const part = parts[designator]
      if (part === undefined || sameValue(value, part.value) || part.mpn?.startsWith(value)) return []
      return [finding("legend/value", text, `says ${value}; ${designator} is ${part.value}`, [designator])]
    }),
  )
}

/** "C1", and "C1-C5" with all between. */
function designatorsIn(token: string, parts: Board["parts"]): string[] {
  const range = /^([A-Z]+)(\d+)-(?:\1)?(\d+)$/.exec(token)
  if (range === null) return token in parts ? [token] : []
  const [, letters = "", from = "", to = ""] = range
  const count = Math.max(0, Number(to) - Number(from) + 1)
  if (count > 1000) return []
  return Array.from({ length: count }, (_, i) => `${letters}${Number(from) + i}`).filter(
    (name) => name in parts,
  )
}

function nearestPart(text: Printed, byPart: Reading["byPart"]): string[] {
  const near = [...byPart]
    .map(([designator, own]) => {
      const shapes = own.filter(({ layers }) => layers.includes(text.side)).map(({ shape }) => shape)
      return { designator, mm: shapes.length === 0 ? Infinity : distance(text, { shapes }) }
    })
    .filter(({ mm }) => mm <= readMm / 2)
    .sort((a, b) => a.mm - b.mm)
  return near.slice(0, 1).map(({ designator }) => designator)
}

/** "100n" is "100nF", "4k7" is "4.7k", "10k" is "10 kohm". */
function sameValue(said: string, value: string): boolean {
  const plain = (text: string): string =>
    text
      .replace(/\s|(ohms?|Ω|F|H)$/g, "")
      .replace(/^(\d+)([pnuµmkKMR])(\d+)$/, "$1.$3$2")
      .replace(/R$/, "")
      .toUpperCase()
  return plain(said) === plain(value) || value.toUpperCase().split(/\s+/).includes(said.toUpperCase())
}

/** Volts in a text are those of a supply of the part it stands at; of any supply, where that has none. */
function voltage(text: Printed, { board: { nets }, byPart, netOf }: Reading): Finding[] {
  // "> 4.5V" is no supply's voltage but a limit; "3V3" is a name.
  const volts = [...text.text.matchAll(/(?<![\w.-])(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?\s?V(?![\w])/g)]
    .filter(({ index }) => !/[<>]\s*$/.test(text.text.slice(0, index)))
    .flatMap(([, from, to]) => [from, to].flatMap((one) => (one === undefined ? [] : [Number(one)])))
  if (volts.length === 0) return []
  const supplies = (pads: readonly Pad[]): NetData[] =>
    [...new Set(pads.flatMap(({ name }) => netOf(name) ?? []))].flatMap((net) => {
      const facts = nets[net]
      return facts?.kind === "power" && facts.nominalVolts !== undefined ? [facts] : []
    })
  const near = [...byPart.values()]
    .map((own) => {
      const shapes = own.filter(({ layers }) => layers.includes(text.side)).map(({ shape }) => shape)
      return { facts: supplies(own), own, mm: shapes.length === 0 ? Infinity : distance(text, { shapes }) }
    })
    .filter(({ mm, facts }) => mm <= readMm && facts.length > 0)
    .sort((a, b) => a.mm - b.mm)[0]
  const facts = near?.facts ?? supplies([...byPart.values()].flat())
  const wrong = volts.filter((one) => !facts.some((net) => isOf(one, net)))
  if (wrong.length === 0 || facts.length === 0) return []
  const of = near?.own[0]?.designator
  const known = facts.map(({ title, nominalVolts }) => `${title} ${nominalVolts} V`).join(", ")
  const what = `says ${wrong.join(" and ")} V; ${of === undefined ? "the board has" : `${of} has`} ${known}`
  return [finding("legend/value", text, what, of === undefined ? [] : [of])]
}

/** Within a tenth of what a supply is, or within what it may be. */
const isOf = (volts: number, { nominalVolts = 0, minVolts = 0, maxVolts = 0 }: NetData): boolean =>
  Math.abs(volts - nominalVolts) <= 0.1 * Math.abs(nominalVolts) ||
  (minVolts > 0 && volts >= minVolts && volts <= maxVolts)
