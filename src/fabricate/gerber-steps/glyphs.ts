import type { PcbSilkscreenText } from "circuit-json"
import { convertCircuitJsonToGerberCommands } from "circuit-json-to-gerber"
import type { Point } from "../../model/place"
import { extraGlyphs, markOn, marks, sameCharacter } from "./extra-glyphs"

export type Polyline = readonly Point[]

/**
 * Proportions of tscircuit's font (TscircuitAlphabet.ttf) as its previews show it, per font size: what a board's
 * author sees and means.
 */
export const font = { capital: 0.678, pitch: 0.692, line: 0.09 } as const

/**
 * Lines of one character at font size 1, mm, about the middle of a capital's box; undefined if the font lacks it.
 * The shapes are circuit-json-to-gerber's own, taken from what it draws.
 */
export function glyph(character: string): readonly Polyline[] | undefined {
  if (character === " ") return []
  const known = cache.get(character)
  if (known !== undefined) return known.length === 0 ? undefined : known
  const extra = extraGlyphs[sameCharacter[character] ?? character]
  const shape = extra === undefined ? (marked(character) ?? fromConverter(character)) : scaled(extra, 0)
  cache.set(character, shape)
  return shape.length === 0 ? undefined : shape
}

/** A letter with a mark over it; undefined for any other character. */
function marked(character: string): Polyline[] | undefined {
  const [base = "", combining = "", ...rest] = character.normalize("NFD")
  const mark = marks[combining]
  if (mark === undefined || rest.length > 0 || !/^[A-Za-z]$/.test(base)) return undefined
  const letter = glyph(base) ?? []
  const onY = /[A-Zbdfhklt]/.test(base) ? markOn.capital : markOn.small
  // The mark takes the dot's place.
  return [...(/[ij]/.test(base) ? letter.slice(1) : letter), ...scaled(mark, onY)]
}

const scaled = (lines: NonNullable<(typeof extraGlyphs)[string]>, byY: number): Polyline[] =>
  lines.map((line) => line.map(([x, y]) => ({ x: x * font.capital, y: (y + byY) * font.capital })))

const cache = new Map<string, readonly Polyline[]>()
let reference: { readonly x: number; readonly y: number; readonly scale: number } | undefined

/** The converter draws every character in the same cell, so the box of "H" places and scales all of them. */
function fromConverter(character: string): Polyline[] {
  if (reference === undefined) {
    const points = drawn("H").flat()
    const [left, right] = [Math.min(...points.map((p) => p.x)), Math.max(...points.map((p) => p.x))]
    const [low, high] = [Math.min(...points.map((p) => p.y)), Math.max(...points.map((p) => p.y))]
    reference = { x: (left + right) / 2, y: (low + high) / 2, scale: font.capital / (high - low) }
  }
  const { x, y, scale } = reference
  return drawn(character).map((line) => line.map((p) => ({ x: (p.x - x) * scale, y: (p.y - y) * scale })))
}

function drawn(character: string): Polyline[] {
  const text: PcbSilkscreenText = {
    type: "pcb_silkscreen_text",
    pcb_silkscreen_text_id: character,
    pcb_component_id: "",
    font: "tscircuit2024",
    font_size: 1,
    text: character,
    layer: "top",
    anchor_alignment: "center",
    anchor_position: { x: 0, y: 0 },
  }
  const lines: Point[][] = []
  let end: Point | undefined
  let move: Point | undefined
  for (const command of convertCircuitJsonToGerberCommands([text]).F_SilkScreen ?? []) {
    if (command.command_code === "D02") move = { x: command.x, y: command.y }
    if (command.command_code !== "D01") continue
    const point = { x: command.x, y: command.y }
    const joined = end !== undefined && move !== undefined && end.x === move.x && end.y === move.y
    if (joined || move === undefined) lines.at(-1)?.push(point)
    else lines.push([move, point])
    end = point
    move = undefined
  }
  return lines
}
