import Flatbush from "flatbush"
import { type Circuit, elementsOf } from "../circuit/elements"
import { groupBy } from "../circuit/group-by"
import { type Pad, padsOf } from "../circuit/pads"
import { type Part, type PlacedPart, partsOf } from "../circuit/parts"
import { type Point, turn } from "../geometry/point"
import { boxOf, polygonShape, type Shape } from "../geometry/shape"
import type { Finding } from "../model/finding"
import type { Side } from "../model/place"
import type { PinWord } from "./pin-words"
import { distance, finding, type Printed, printed } from "./printed"

/** As far from its pin as a word is still read as that pin's, and as near as it is read as nothing else, mm. */
const readMm = 6
const besideMm = 2.5

/**
 * Whether the legend says what is true where it is true, from nothing but the texts in the circuit:
 * - a word at a pin stands nearer to a pin that it names than to any pin of another word, and each word is there;
 * - a designator stands on a side where its part shows; no other part has both its courtyard and its pads as near.
 *
 * `rows` are the words that the board is to have at its pins, whoever placed them. Nothing here is shared with what
 * places them.
 */
export function legendFindings(circuit: Circuit, rows: readonly PinWord[]): Finding[] {
  const pads = padsOf(circuit)
  const texts = elementsOf(circuit, "pcb_silkscreen_text").map(printed)
  return [...pinFindings(texts, pads, rows), ...designatorFindings(texts, pads, partsOf(circuit))]
}

/** Things on one side by where they are. */
class Places<T extends { readonly shapes: readonly Shape[] }> {
  readonly #things: readonly T[]
  readonly #index: Flatbush

  constructor(things: readonly T[]) {
    this.#things = things
    this.#index = new Flatbush(Math.max(1, things.length))
    for (const { shapes } of things) {
      const boxes = shapes.map(boxOf)
      this.#index.add(
        Math.min(...boxes.map(({ minX }) => minX)),
        Math.min(...boxes.map(({ minY }) => minY)),
        Math.max(...boxes.map(({ maxX }) => maxX)),
        Math.max(...boxes.map(({ maxY }) => maxY)),
      )
    }
    if (things.length === 0) this.#index.add(0, 0, 0, 0)
    this.#index.finish()
  }

  /** The nearest thing that is asked for, within reach; the first of those that are as near. */
  nearest(
    text: Printed,
    reachMm: number,
    wanted: (thing: T) => boolean,
  ): { thing: T; mm: number } | undefined {
    const { minX, minY, maxX, maxY } = boxOf(text.shape)
    const near = this.#index.search(minX - reachMm, minY - reachMm, maxX + reachMm, maxY + reachMm)
    return near
      .sort((a, b) => a - b)
      .flatMap((index) => this.#things[index] ?? [])
      .filter(wanted)
      .map((thing) => ({ thing, mm: distance(text, thing) }))
      .filter(({ mm }) => mm <= reachMm)
      .reduce<{ thing: T; mm: number } | undefined>(
        (best, next) => (best === undefined || next.mm < best.mm ? next : best),
        undefined,
      )
  }
}

function pinFindings(texts: readonly Printed[], pads: readonly Pad[], rows: readonly PinWord[]): Finding[] {
  const findings: Finding[] = []
  const rowOf = new Map(rows.map((row) => [`${row.designator}.${row.pin}`, row]))
  const has = new Set(rows.map(({ designator, word }) => `${designator} ${word}`))
  const on = (side: Side) =>
    new Places(
      pads.flatMap(({ name, layers, shape }) => {
        const row = rowOf.get(name)
        return row === undefined || !layers.includes(side) ? [] : [{ name, row, shapes: [shape] }]
      }),
    )
  const pins = { top: on("top"), bottom: on("bottom") }
  const said = new Set<string>()
  for (const text of texts) {
    const own = pins[text.side].nearest(text, readMm, ({ row }) => row.word === text.text)
    const other = pins[text.side].nearest(text, readMm, ({ row }) => row.word !== text.text)
    if (other === undefined || (own !== undefined && own.mm < other.mm)) {
      if (own !== undefined) said.add(own.thing.name)
    } else if (other.mm <= besideMm && has.has(`${other.thing.row.designator} ${text.text}`)) {
      const { name, row } = other.thing
      const what = `stands nearest to ${name}, which is "${row.word}"; move it to its own pin`
      findings.push(finding("legend/pin-word", text, what, [name]))
    }
  }
  for (const [name, { word }] of rowOf) {
    const pad = pads.find((candidate) => candidate.name === name)
    if (said.has(name)) continue
    const where = pad === undefined ? "" : ` at (${pad.x.toFixed(2)}, ${pad.y.toFixed(2)})`
    findings.push({
      rule: "legend/pin-word",
      severity: "error",
      message: `${name}${where} has no "${word}" beside it that is nearer to it than to any other pin; print or move it`,
      ...(pad === undefined ? {} : { at: { x: pad.x, y: pad.y } }),
      parts: [name],
    })
  }
  return findings
}

/** A part as it shows on one side: the room it takes, and its pads. */
interface Shown {
  readonly designator: string
  readonly shapes: readonly Shape[]
  readonly pads: readonly Shape[]
}

function designatorFindings(
  texts: readonly Printed[],
  pads: readonly Pad[],
  parts: readonly Part[],
): Finding[] {
  const padsOfPart = groupBy(pads, ({ designator }) => designator)
  const on = (side: Side): Shown[] =>
    parts.flatMap(({ designator, placed }) => {
      const own = (padsOfPart.get(designator) ?? []).filter(({ layers }) => layers.includes(side))
      if (placed === undefined) return []
      const pads = own.map(({ shape }) => shape)
      const shapes = placed.side === side ? extent(placed, pads) : pads
      return shapes.length === 0 ? [] : [{ designator, shapes, pads }]
    })
  const shown = { top: on("top"), bottom: on("bottom") }
  const places = { top: new Places(shown.top), bottom: new Places(shown.bottom) }
  const byName = {
    top: new Map(shown.top.map((part) => [part.designator, part])),
    bottom: new Map(shown.bottom.map((part) => [part.designator, part])),
  }
  const names = new Set(
    parts.filter(({ placed }) => placed !== undefined).map(({ designator }) => designator),
  )
  const plain = new Set(texts.map(({ text, side }) => `${side} ${text}`))
  return texts.flatMap((text) => {
    const [first = ""] = text.text.split(" ")
    // "U1 MAX3232" names U1, unless it is printed alone: then it is a note.
    if (!names.has(first) || (first !== text.text && plain.has(`${text.side} ${first}`))) return []
    const part = byName[text.side].get(first)
    if (part === undefined) {
      if (first !== text.text) return []
      return [
        finding("legend/designator", text, `names a part that is on the other side; print it there`, [first]),
      ]
    }
    const own = distance(text, part)
    const toPads = (of: Shown): number => distance(text, { shapes: of.pads })
    const other = places[text.side].nearest(
      text,
      own,
      (candidate) => candidate.designator !== first && toPads(candidate) <= toPads(part),
    )
    if (other === undefined) return []
    const { designator } = other.thing
    const what = `stands ${other.mm.toFixed(2)} mm from ${designator} and ${own.toFixed(2)} mm from ${first}; move it to its own part`
    return [finding("legend/designator", text, what, [first, designator])]
  })
}

/** What a part takes on its own side: its courtyards, or a box round its pads, turned as it is and 0.25 mm larger. */
function extent({ courtyards, rotationDeg }: PlacedPart, pads: readonly Shape[]): Shape[] {
  if (courtyards.length > 0) return courtyards.map(polygonShape)
  const boxes = pads.map(({ core, radius }) =>
    boxOf({ core: core.map((p) => turn(p, -rotationDeg)), radius: radius + 0.25 }),
  )
  if (boxes.length === 0) return []
  const [left, right] = [
    Math.min(...boxes.map(({ minX }) => minX)),
    Math.max(...boxes.map(({ maxX }) => maxX)),
  ]
  const [low, high] = [Math.min(...boxes.map(({ minY }) => minY)), Math.max(...boxes.map(({ maxY }) => maxY))]
  const corner = (x: number, y: number): Point => turn({ x, y }, rotationDeg)
  return [polygonShape([corner(left, low), corner(right, low), corner(right, high), corner(left, high)])]
}
