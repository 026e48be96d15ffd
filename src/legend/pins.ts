import type { Circuit } from "../circuit/elements"
import { groupBy } from "../circuit/group-by"
import type { Point } from "../geometry/point"
import type { Box, Shape } from "../geometry/shape"
import type { Finding } from "../model/finding"
import type { Side } from "../model/place"
import { naturalOrder } from "../natural-order"
import { boxOfAll, type LegendPart } from "./areas"
import { beside, type Direction } from "./beside"
import { type Legend, silkscreenText } from "./element"
import { isDrawable, type LegendText, silkHeight, textBox } from "./font"
import { boxGap, Grid } from "./grid"
import type { PinWord } from "./pin-words"
import { defaultLimits, type LegendLimits, Scene, toArea } from "./scene"

export interface PinLegend extends Legend {
  /** What is printed now; where a connector's words found no room, its first and last pin's numbers. */
  readonly rows: readonly PinWord[]
}

/** Free space between the connector and its words, mm: the same all along, the nearest that is free. */
const gapsMm = [0.05, 0.3, 0.6, 1, 1.5, 2.2] as const

/** How far the words stand from the middle of their pins along the row, mm: where it is turned, they cannot be level. */
const alongsMm = [0, 0.4, -0.4, 0.8, -0.8, 1.25, -1.25, 1.7, -1.7] as const

/** A word must be nearer to its own pin than to any other by this, and not farther than one can follow, mm. */
const nearerMm = 0.1
const farthestMm = 6

/**
 * Prints words at the pins of connectors, each beside its own pin and nearer to it than to any other: all words of a
 * connector, or none. They stand on one side of it, or on two opposite ones, as the pins do; turned where they would
 * touch otherwise. Where they find no room, the first and the last pin get their numbers.
 */
export function pinLegends(
  circuit: Circuit,
  rows: readonly PinWord[],
  limits: LegendLimits = defaultLimits,
): PinLegend {
  const scene = new Scene(circuit, limits)
  const wordOf = new Map(rows.map((row) => [`${row.designator}.${row.pin}`, row]))
  const rivals = { top: new Grid<Pin>(), bottom: new Grid<Pin>() }
  const connectors = scene.parts.flatMap((part) => {
    const pins = { top: pinsOn("top", part, wordOf), bottom: pinsOn("bottom", part, wordOf) }
    const worded = pins[part.area.side].flatMap((pin) =>
      pin.row === undefined ? [] : [{ ...pin, row: pin.row }],
    )
    if (part.kind === "connector" || worded.length > 0)
      for (const side of ["top", "bottom"] as const) for (const pin of pins[side]) rivals[side].add(pin)
    return worded.length === 0 ? [] : [{ part, pins: worded }]
  })
  const findings: Finding[] = []
  const printed: Placed[] = []
  for (const { part, pins } of connectors) {
    const placer = new Placer(part, scene, rivals[part.area.side])
    const undrawable = pins.find(({ row }) => !isDrawable(row.word))
    const words = undrawable === undefined ? placer.words(pins) : undefined
    const texts = words ?? placer.numbers(pins)
    for (const { text } of texts ?? [])
      scene.put({ side: text.side, box: textBox(text), what: `the text "${text.text}"` })
    printed.push(...(texts ?? []))
    if (words === undefined) findings.push(noWords(part, undrawable?.row.word, texts !== undefined))
  }
  return {
    circuit: [...circuit, ...printed.map(({ text }) => silkscreenText(text))],
    findings,
    rows: printed.map(({ row }) => row),
  }
}

/** A pin as it shows on one side. */
interface Pin {
  readonly designator: string
  readonly pin: string
  readonly at: Point
  readonly shapes: readonly Shape[]
  readonly box: Box
  /** Absent where nothing is to be printed at it. */
  readonly row?: PinWord
}

type WordedPin = Pin & { readonly row: PinWord }

interface Placed {
  readonly row: PinWord
  readonly text: LegendText
}

function pinsOn(side: Side, { designator, pads }: LegendPart, wordOf: ReadonlyMap<string, PinWord>): Pin[] {
  const shown = pads.filter(({ pin, layers }) => pin !== undefined && layers.includes(side))
  return [...groupBy(shown, ({ name }) => name)]
    .map(([name, own]): Pin => {
      const shapes = own.map(({ shape }) => shape)
      const row = wordOf.get(name)
      return {
        designator,
        pin: name.slice(designator.length + 1),
        at: { x: own[0]?.x ?? 0, y: own[0]?.y ?? 0 },
        shapes,
        box: boxOfAll(shapes),
        ...(row === undefined ? {} : { row }),
      }
    })
    .sort((a, b) => naturalOrder(a.pin, b.pin))
}

/** Where each pin's word goes: all one way, or two opposite ways from the middle. */
type Plan = (pin: Pin) => Direction

/** How all words of a connector stand. */
interface Manner {
  readonly turnDeg: 0 | 90
  readonly gapMm: number
  readonly alongMm: number
}

class Placer {
  readonly #part: LegendPart
  readonly #scene: Scene
  readonly #rivals: Grid<Pin>

  constructor(part: LegendPart, scene: Scene, rivals: Grid<Pin>) {
    this.#part = part
    this.#scene = scene
    this.#rivals = rivals
  }

  /** All words, as near as there is room for all of them. */
  words(pins: readonly WordedPin[]): Placed[] | undefined {
    const plans = this.#plans(pins)
    for (const alongMm of alongsMm)
      for (const gapMm of gapsMm)
        for (const turnDeg of [0, 90] as const)
          for (const plan of plans) {
            const placed = this.#placeAll(pins, plan, { turnDeg, gapMm, alongMm })
            if (placed !== undefined) return placed
          }
    return undefined
  }

  /** The first and the last pin's numbers, each wherever it fits. */
  numbers(pins: readonly WordedPin[]): Placed[] | undefined {
    const placed: Placed[] = []
    for (const pin of [pins[0], pins.at(-1)]) {
      if (pin === undefined || !isDrawable(pin.pin)) return undefined
      const numbered = { ...pin, row: { ...pin.row, word: pin.pin } }
      const found = gapsMm
        .flatMap((gapMm) =>
          directions.flatMap(
            (direction) => this.#place(numbered, direction, { turnDeg: 0, gapMm, alongMm: 0 }, placed) ?? [],
          ),
        )
        .at(0)
      if (found === undefined) return undefined
      placed.push(found)
    }
    return placed
  }

  #placeAll(pins: readonly WordedPin[], plan: Plan, manner: Manner): Placed[] | undefined {
    const placed: Placed[] = []
    for (const pin of pins) {
      const direction = plan(pin)
      // A turned word beside a column would run along its pins.
      if (manner.turnDeg === 90 && (direction === "right" || direction === "left")) return undefined
      const next = this.#place(pin, direction, manner, placed)
      if (next === undefined) return undefined
      placed.push(next)
    }
    return placed
  }

  #place(
    pin: WordedPin,
    direction: Direction,
    { turnDeg, gapMm, alongMm }: Manner,
    placed: readonly Placed[],
  ): Placed | undefined {
    const { area, designator } = this.#part
    const { row, at } = pin
    const unplaced = { text: row.word, side: area.side, turnDeg, capitalMm: silkHeight.small }
    const text = beside(unplaced, area.shapes, direction, at, alongMm)?.(gapMm)
    if (text === undefined) return undefined
    const box = textBox(text)
    const { limits } = this.#scene
    const free =
      this.#isOwn(box, pin) &&
      placed.every((other) => boxGap(textBox(other.text), box) >= limits.inkMm) &&
      this.#scene.inkNear(area.side, box).length === 0 &&
      this.#scene.isFree(area.side, box, designator)
    return free ? { row, text } : undefined
  }

  /** Nearer to its own pin than to any other that has another word. */
  #isOwn(box: Box, pin: WordedPin): boolean {
    const own = toArea(box, pin)
    if (own > farthestMm) return false
    return this.#rivals
      .near(box, own + nearerMm)
      .every(
        (other) =>
          (other.designator === pin.designator &&
            (other.pin === pin.pin || other.row?.word === pin.row.word)) ||
          toArea(box, other) >= own + nearerMm,
      )
  }

  #plans(pins: readonly Pin[]): Plan[] {
    const { minX, minY, maxX, maxY } = boxOfAll(pins.flatMap(({ shapes }) => shapes))
    const right = this.#part.area.side === "top" ? 1 : -1
    const split = (offset: (pin: Pin) => number, positive: Direction, negative: Direction): Plan[] =>
      pins.every((pin) => Math.abs(offset(pin)) > 0.1)
        ? [(pin) => (offset(pin) > 0 ? positive : negative)]
        : []
    return [
      ...directions.map(
        (direction): Plan =>
          () =>
            direction,
      ),
      ...split(({ at }) => right * (at.x - (minX + maxX) / 2), "right", "left"),
      ...split(({ at }) => at.y - (minY + maxY) / 2, "above", "below"),
    ]
  }
}

/** Words are read from left to right, so what stands right of its pin begins at it. */
const directions = ["right", "left", "above", "below"] as const

function noWords(
  { designator, placed }: LegendPart,
  undrawable: string | undefined,
  numbered: boolean,
): Finding {
  const why =
    undrawable === undefined
      ? "the words of its pins find no room together"
      : `the legend's font lacks a character of "${undrawable}"`
  const instead = numbered ? "its first and last pins are numbered instead" : "nothing is printed at its pins"
  return {
    rule: "legend/pin-words",
    severity: "info",
    message: `${designator} at (${placed.x.toFixed(2)}, ${placed.y.toFixed(2)}) on the ${placed.side}: ${why}; ${instead}`,
    at: { x: placed.x, y: placed.y, layer: placed.side },
    parts: [designator],
  }
}
