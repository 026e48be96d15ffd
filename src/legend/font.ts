import type { Box } from "../geometry/shape"
import type { Side } from "../model/place"

/** Facts of the legend's font (TscircuitAlphabet.ttf), of its size or of the height of a capital. */
export const silkFont = {
  capitalOfSize: 0.678,
  /** From one character's middle to the next one's, of the capital's height. */
  pitchOfCapital: 0.692 / 0.678,
  /** Width of a wide letter (M, N, 0), of the capital's height. */
  letterOfCapital: 0.78,
} as const

/** Houses print lines from 0.15 mm for certain, and capitals from 1.0 mm. */
export const silkLineMm = 0.15

/** Heights of text on a board: few, so that equal things look equal. */
export const silkHeight = { small: 1.01, heading: 1.2, title: 1.6 } as const

/** Width of a text's ink along its reading direction, mm. */
export function silkTextWidth(text: string, capitalMm: number): number {
  const { pitchOfCapital, letterOfCapital } = silkFont
  return (([...text].length - 1) * pitchOfCapital + letterOfCapital) * capitalMm + silkLineMm
}

/** A text's middle (that of a capital's box) and how it is read: 0 left to right, 90 bottom to top. mm. */
export interface LegendText {
  readonly text: string
  readonly side: Side
  readonly x: number
  readonly y: number
  readonly turnDeg: 0 | 90
  readonly capitalMm: number
}

/** How far a text's ink reaches from its middle, on the board as seen from the top, mm. */
export interface Reach {
  readonly left: number
  readonly right: number
  readonly below: number
  readonly above: number
}

/** Characters wider than a wide letter, and those that go a little or far below the line that capitals stand on. */
const broad = /[AVWXTYw%_#]/
const dips = /[Q()[\]$/\\,]/
const tails = /[;gjpqy_µ\u03bc]/
/** High letters with a mark over them. */
const tall = /[A-Zbdfhklt]\p{M}/u

/** As drawn, of the capital's height: half a character's width, and from a capital's middle up and down. */
const reachOfCapital = {
  letter: 0.4,
  broad: 0.46,
  above: 0.555,
  tall: 0.83,
  below: 0.54,
  dip: 0.7,
  tail: 0.82,
} as const

/** The room that a text's ink takes; a little more than it where its letters are narrow. */
export function textReach({ text, side, turnDeg, capitalMm }: Omit<LegendText, "x" | "y">): Reach {
  const characters = [...text].map((character) => character.normalize("NFD").slice(0, 1))
  const ends = [characters[0] ?? "", characters.at(-1) ?? ""]
  const end = ends.some((character) => broad.test(character)) ? reachOfCapital.broad : reachOfCapital.letter
  const pen = silkLineMm / 2
  const along = (((characters.length - 1) * silkFont.pitchOfCapital) / 2 + end) * capitalMm + pen
  const isTall = tall.test(text.normalize("NFD"))
  const above = reachOfCapital[isTall ? "tall" : "above"] * capitalMm + pen
  const depth = characters.some((one) => tails.test(one))
    ? "tail"
    : characters.some((one) => dips.test(one))
      ? "dip"
      : "below"
  const below = reachOfCapital[depth] * capitalMm + pen
  if (turnDeg === 0) return { left: along, right: along, below, above }
  // Its reader's upwards is to the left on the top; from below left and right change places.
  const [left, right] = side === "top" ? [above, below] : [below, above]
  return { left, right, below: along, above: along }
}

export function textBox(text: LegendText): Box {
  const { left, right, below, above } = textReach(text)
  return { minX: text.x - left, minY: text.y - below, maxX: text.x + right, maxY: text.y + above }
}

/** tscircuit turns counter-clockwise as seen from the top: on the bottom the reader sees it the other way round. */
export const silkRotationDeg = ({ side, turnDeg }: Pick<LegendText, "side" | "turnDeg">): number =>
  side === "bottom" ? (360 - turnDeg) % 360 : turnDeg

/** Characters that the Gerbers' font can draw; a test holds this to it. */
const drawable =
  /^(?:[ !"#$%&'()*+,\-./0-9:;<=>?@[\\\]^_°±×Ωµ\u2126\u03bc]|[A-Za-z][\u0300-\u0303\u0308\u030a\u030c]?)*$/

/** Letter by letter, so that a mark that stands alone is none. */
const decomposed = (text: string): string =>
  [...text].map((character) => (/\p{M}/u.test(character) ? "\u0000" : character.normalize("NFD"))).join("")

/** Whether every character of a word gets drawn: the fab's files drop the others without a word. */
export const isDrawable = (text: string): boolean => drawable.test(decomposed(text)) && text.trim() !== ""
