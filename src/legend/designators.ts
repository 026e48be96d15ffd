import { type Circuit, elementsOf } from "../circuit/elements"
import type { Finding } from "../model/finding"
import type { Area, LegendPart } from "./areas"
import { type Candidate, designatorPlaces, inTheWay } from "./candidates"
import { type Legend, silkscreenText } from "./element"
import { isDrawable, type LegendText, textBox } from "./font"
import { defaultLimits, type Ink, type LegendLimits, Scene } from "./scene"

export interface DesignatorOptions {
  /** Parts whose designators are printed already. */
  readonly labelled: ReadonlySet<string>
  /** Parts that want none. */
  readonly hidden?: ReadonlySet<string>
  readonly limits?: LegendLimits
}

/** The parts that a text of the circuit names: with its designator alone ("R1") or ahead of more ("J6 MEP"). */
export function printedDesignators(circuit: Circuit): ReadonlySet<string> {
  const names = new Set(elementsOf(circuit, "source_component").map(({ name }) => name))
  const first = elementsOf(circuit, "pcb_silkscreen_text").map(({ text }) => text.split(" ")[0] ?? "")
  return new Set(first.filter((word) => names.has(word)))
}

/**
 * Prints the designator of every part that has none yet: beside the part, nearer to it than to any other, clear of
 * what is bare, of other ink and of the board's edge. Parts with the fewest places choose first; where one finds all
 * of its places taken, a text that is in the way moves to another of its own.
 */
export function placeDesignators(circuit: Circuit, options: DesignatorOptions): Legend {
  const { labelled, hidden = new Set(), limits = defaultLimits } = options
  const scene = new Scene(circuit, limits)
  const wanted = scene.parts.filter(({ designator }) => !labelled.has(designator) && !hidden.has(designator))
  const solver = new Solver(scene)
  const findings: Finding[] = []
  const choices = wanted.flatMap((part) => {
    if (isDrawable(part.designator)) return [{ part, places: designatorPlaces(part, scene) }]
    findings.push(noGlyph(part))
    return []
  })
  // Sorting is stable: parts with as many places keep the natural order of their designators.
  for (const choice of [...choices].sort((a, b) => a.places.length - b.places.length)) solver.add(choice)
  const texts = choices.flatMap(({ part }) => {
    const text = solver.textOf(part.designator)
    if (text === undefined) findings.push(noRoom(part, scene))
    return text ?? []
  })
  return { circuit: [...circuit, ...texts.map(silkscreenText)], findings }
}

interface Choice {
  readonly part: LegendPart
  readonly places: readonly Candidate[]
}

interface Taken extends Ink {
  readonly choice: Choice
  readonly place: Candidate
}

/** How many texts may move for one that finds no place, one after the other, how many at once, and how often to try. */
const search = { deepest: 4, together: 2, tries: 600 } as const

/** Parts so near to each other and so alike are a row: what it is worth that their texts stand alike. */
const row = { reachMm: 2.5, sizeMm: 0.1, worth: 0.3 } as const

class Solver {
  readonly #scene: Scene
  readonly #taken = new Map<Ink, Taken>()
  readonly #byPart = new Map<string, Taken>()
  /** What takes back each step since the last part was settled, in order. */
  #undo: (() => void)[] = []
  #tries = 0

  constructor(scene: Scene) {
    this.#scene = scene
  }

  textOf(designator: string): LegendText | undefined {
    return this.#byPart.get(designator)?.place.text
  }

  add(choice: Choice): void {
    this.#undo = []
    this.#tries = search.tries
    this.#settle(choice, search.deepest, new Set([choice.part.designator]))
  }

  #settle(choice: Choice, depth: number, settled: ReadonlySet<string>): boolean {
    const free = choice.places.filter(
      ({ text }) => this.#scene.inkNear(text.side, textBox(text)).length === 0,
    )
    const alike = this.#mannersAround(choice.part)
    const costOf = ({ cost, manner }: Candidate): number => cost - (alike.has(manner) ? row.worth : 0)
    const [first] = [...free].sort((a, b) => costOf(a) - costOf(b))
    if (first !== undefined) {
      this.#put(choice, first)
      return true
    }
    if (depth === 0) return false
    for (const place of choice.places) {
      if (this.#tries-- <= 0) return false
      const movable = this.#scene
        .inkNear(place.text.side, textBox(place.text))
        .flatMap((ink) => this.#taken.get(ink) ?? [])
      if (movable.length > search.together) continue
      if (movable.some((other) => settled.has(other.choice.part.designator))) continue
      if (this.#makeWay(choice, place, movable, depth - 1, settled)) return true
    }
    return false
  }

  /** Puts the text there and settles those that were in its way elsewhere; leaves all as it was where that fails. */
  #makeWay(
    choice: Choice,
    place: Candidate,
    movable: readonly Taken[],
    depth: number,
    settled: ReadonlySet<string>,
  ): boolean {
    const before = this.#undo.length
    for (const other of movable) this.#take(other)
    this.#put(choice, place)
    const moved = new Set([...settled, ...movable.map((other) => other.choice.part.designator)])
    if (movable.every((other) => this.#settle(other.choice, depth, moved))) return true
    for (const step of this.#undo.splice(before).reverse()) step()
    return false
  }

  /** How the texts of equal parts next to this one stand. */
  #mannersAround({ designator, area }: LegendPart): Set<string> {
    const size = ({ box }: Area): number[] => [box.maxX - box.minX, box.maxY - box.minY]
    const own = size(area)
    return new Set(
      this.#scene
        .partsNear(area.side, area.box, designator, row.reachMm)
        .filter((other) => size(other).every((mm, axis) => Math.abs(mm - (own[axis] ?? 0)) < row.sizeMm))
        .flatMap((other) => this.#byPart.get(other.designator)?.place.manner ?? []),
    )
  }

  #put(choice: Choice, place: Candidate): void {
    const { text } = place
    const what = `the text "${text.text}"`
    const taken: Taken = { side: text.side, box: textBox(text), what, choice, place }
    this.#add(taken)
    this.#undo.push(() => this.#drop(taken))
  }

  #take(taken: Taken): void {
    this.#drop(taken)
    this.#undo.push(() => this.#add(taken))
  }

  #add(taken: Taken): void {
    this.#scene.put(taken)
    this.#taken.set(taken, taken)
    this.#byPart.set(taken.choice.part.designator, taken)
  }

  #drop(taken: Taken): void {
    this.#scene.take(taken)
    this.#taken.delete(taken)
    this.#byPart.delete(taken.choice.part.designator)
  }
}

function noRoom(part: LegendPart, scene: Scene): Finding {
  const { designator, placed } = part
  const why = inTheWay(part, scene).slice(0, 3).join(", ")
  return {
    rule: "legend/no-room",
    severity: "warning",
    message: `${designator} at (${placed.x.toFixed(2)}, ${placed.y.toFixed(2)}) on the ${placed.side} has no room for its designator (in the way or as near: ${why}); make room, or print it elsewhere in the board's own legend`,
    at: { x: placed.x, y: placed.y, layer: placed.side },
    parts: [designator],
  }
}

const noGlyph = ({ designator, placed }: LegendPart): Finding => ({
  rule: "legend/no-glyph",
  severity: "warning",
  message: `${designator} is not printed: the legend's font lacks a character of its name; rename it`,
  at: { x: placed.x, y: placed.y, layer: placed.side },
  parts: [designator],
})
