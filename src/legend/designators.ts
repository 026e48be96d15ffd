import type { Circuit } from "../circuit/elements"
import type { Finding } from "../finding"
import type { LegendPart } from "./areas"
import { type Candidate, designatorPlaces, outside } from "./candidates"
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
  readonly text: LegendText
}

/** How many texts may move for one that finds no place, one after the other. */
const deepest = 3

class Solver {
  readonly #scene: Scene
  readonly #taken = new Map<Ink, Taken>()
  readonly #byPart = new Map<string, Taken>()

  constructor(scene: Scene) {
    this.#scene = scene
  }

  textOf(designator: string): LegendText | undefined {
    return this.#byPart.get(designator)?.text
  }

  add(choice: Choice): void {
    this.#settle(choice, deepest, new Set([choice.part.designator]))
  }

  #settle(choice: Choice, depth: number, settled: ReadonlySet<string>): boolean {
    for (const { text } of choice.places) {
      if (this.#scene.inkNear(text.side, textBox(text)).length > 0) continue
      this.#put(choice, text)
      return true
    }
    if (depth === 0) return false
    for (const { text } of choice.places) {
      const [inTheWay, ...more] = this.#scene
        .inkNear(text.side, textBox(text))
        .flatMap((ink) => this.#taken.get(ink) ?? [])
      if (inTheWay === undefined || more.length > 0 || settled.has(inTheWay.choice.part.designator)) continue
      this.#take(inTheWay)
      const own = this.#put(choice, text)
      if (this.#settle(inTheWay.choice, depth - 1, new Set([...settled, inTheWay.choice.part.designator])))
        return true
      this.#take(own)
      this.#put(inTheWay.choice, inTheWay.text)
    }
    return false
  }

  #put(choice: Choice, text: LegendText): Taken {
    const taken: Taken = {
      side: text.side,
      box: textBox(text),
      what: `the text "${text.text}"`,
      choice,
      text,
    }
    this.#scene.put(taken)
    this.#taken.set(taken, taken)
    this.#byPart.set(choice.part.designator, taken)
    return taken
  }

  #take(taken: Taken): void {
    this.#scene.take(taken)
    this.#taken.delete(taken)
    this.#byPart.delete(taken.choice.part.designator)
  }
}

/** Names what is in the way at the places one would try first. */
function noRoom(part: LegendPart, scene: Scene): Finding {
  const { designator, placed } = part
  const counts = new Map<string, number>()
  const nearest = [...outside(part)].sort((a, b) => a.cost - b.cost).slice(0, 60)
  for (const { text } of nearest) {
    const box = textBox(text)
    for (const what of [
      ...scene.blockers(text.side, box, designator),
      ...scene.inkNear(text.side, box).map((ink) => ink.what),
    ]) {
      counts.set(what, (counts.get(what) ?? 0) + 1)
    }
  }
  const most = [...counts].sort(([, a], [, b]) => b - a).slice(0, 3)
  const why =
    most.length === 0
      ? "another part is as near everywhere"
      : `in the way: ${most.map(([what]) => what).join(", ")}`
  return {
    rule: "legend/no-room",
    severity: "warning",
    message: `${designator} at (${placed.x.toFixed(2)}, ${placed.y.toFixed(2)}) on the ${placed.side} has no room for its designator (${why}); make room, or print it elsewhere in the board's own legend`,
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
