import { beforeAll, describe, expect, it } from "vitest"
import { board as definition } from "../mep-smd"
import { type Ink, inkGap, inkToLine, inkToPoint, inkToShape, least } from "./ink"
import { type Printed, type PrintedText, print, printBoard, sides, viaPlaces } from "./silkscreen-view"

/** What a fab prints of the legends: measured on the emitted lines. */

let board: Printed

beforeAll(async () => {
  board = await printBoard()
})

const all = <T>(of: (side: (typeof sides)[number]) => readonly T[]): T[] =>
  sides.flatMap((side) => [...of(side)])
const where = ({ from, to }: Ink) => `ink from ${from.x}, ${from.y} to ${to.x}, ${to.y}`
const capitals = (text: string) => /[A-Z0-9]/.test(text)

/** Height of a text's ink across its reading direction, between the middles of its strokes. */
function heightOf(text: PrintedText): number {
  const across = text.ink.flatMap(({ from, to }) => (text.turned ? [from.x, to.x] : [from.y, to.y]))
  return Math.max(...across) - Math.min(...across)
}

/** Ink as the text's reader sees it: u to the right, v up. */
function asRead(text: PrintedText): { u: number; v: number }[][] {
  const mirror = text.side === "bottom" ? -1 : 1
  return text.ink.map(({ from, to }) =>
    [from, to].map(({ x, y }) => (text.turned ? { u: y, v: -x * mirror } : { u: x * mirror, v: y })),
  )
}

describe("legends as emitted", () => {
  it("break no rule while they are written", () => {
    expect(board.findings).toEqual([])
  })

  it("have lines of 0.15 mm or more", () => {
    expect(Math.min(...all((side) => board.ink[side]).map(({ width }) => width))).toBeGreaterThanOrEqual(0.15)
  })

  it("have every text of the table, and no text but those", () => {
    for (const { text, ink } of board.texts) expect(ink.length, text).toBeGreaterThan(0)
    const drawn = board.circuit.filter(({ type }) => type === "pcb_silkscreen_text")
    expect(drawn.map(({ text }) => text).sort()).toEqual(board.texts.map(({ text }) => text).sort())
  })

  it("have capitals of 1.0 mm or more, and a title of 1.5", () => {
    for (const text of board.texts.filter(({ text }) => capitals(text))) {
      expect(heightOf(text), text.text).toBeGreaterThanOrEqual(1)
    }
    const titles = board.texts.filter(({ text, side }) => text === definition.title && side === "top")
    expect(titles).toHaveLength(1)
    for (const title of titles) expect(heightOf(title)).toBeGreaterThanOrEqual(1.5)
  })

  it("use few heights, so that equal things look equal", () => {
    const sizes = board.circuit.filter(({ type }) => type === "pcb_silkscreen_text").map((e) => e.font_size)
    expect(new Set(sizes).size).toBeLessThanOrEqual(3)
  })

  it("read left to right or bottom to top, on the bottom from below", () => {
    // F, E, P and R begin with an upright stroke from the line to a capital's height.
    for (const text of board.texts.filter(({ text }) => /^[FEPR]/.test(text))) {
      const lines = asRead(text)
      const left = Math.min(...lines.flat().map(({ u }) => u))
      const stem = lines.find((line) => line.every(({ u }) => u < left + 0.01))
      const [low, high] = [...(stem ?? [])].sort((a, b) => a.v - b.v)
      expect((high?.v ?? 0) - (low?.v ?? 0), text.text).toBeGreaterThan(0.95)
      // The upper half of these letters is the fuller one: a text upside down has it below.
      const first = lines.filter((line) => line.every(({ u }) => u < left + 0.8))
      const middle = ((high?.v ?? 0) + (low?.v ?? 0)) / 2
      const top = first.flat().filter(({ v, u }) => v > middle + 0.3 && u > left + 0.1).length
      const bottom = first.flat().filter(({ v, u }) => v < middle - 0.3 && u > left + 0.1).length
      if (!text.text.startsWith("E")) expect(top, text.text).toBeGreaterThan(bottom)
    }
    expect(new Set(board.texts.map(({ side }) => side)).size).toBe(2)
  })
})

describe("legends and what they must not touch", () => {
  it("keep 0.15 mm from every mask opening, which holes have too", () => {
    for (const side of sides) {
      expect(board.openings[side].length).toBeGreaterThan(20)
      for (const ink of board.ink[side]) {
        const { thing, distance } = least(board.openings[side], (opening) => inkToShape(ink, opening))
        expect(distance, `${side}: ${where(ink)} to the opening at ${thing.x}, ${thing.y}`).toBeGreaterThan(
          0.149,
        )
      }
    }
  })

  it("keep 0.2 mm from the board's edge, notch and all", () => {
    const corners = definition.outline
    const edges = corners.map((from, index) => [from, corners[(index + 1) % corners.length] ?? from] as const)
    for (const ink of all((side) => board.ink[side])) {
      const { distance } = least(edges, ([from, to]) => inkToLine(ink, from, to))
      expect(distance, where(ink)).toBeGreaterThanOrEqual(0.2)
      const { x, y } = ink.from
      expect(Math.abs(x) < 35 && Math.abs(y) < 14 && !(x > -26 && x < 2 && y < -6), where(ink)).toBe(true)
    }
  })

  it("keep off the vias' holes, where tented mask dips", () => {
    const vias = viaPlaces()
    const over: string[] = []
    const radius = definition.via.drillMm / 2
    for (const side of sides) {
      for (const ink of board.ink[side]) {
        const { thing, distance } = least(vias, (via) => inkToPoint(ink, via) - radius)
        if (distance < 0.05) over.push(`${side}: ${where(ink)} to the via at ${thing.x}, ${thing.y}`)
      }
    }
    expect(over).toEqual([])
  })

  it("keep 0.15 mm between a text and all other ink", () => {
    for (const text of board.texts) {
      const own = new Set(text.ink)
      const others = board.ink[text.side].filter((ink) => !own.has(ink))
      for (const ink of text.ink) {
        const { thing, distance } = least(others, (other) => inkGap(ink, other))
        expect(distance, `"${text.text}", ${where(ink)}, and ${where(thing)}`).toBeGreaterThan(0.149)
      }
    }
  })
})

describe("these measurements", () => {
  const moved = (text: string, x: number, y: number) =>
    print(
      board.circuit.map((element) =>
        element.type === "pcb_silkscreen_text" && element.text === text
          ? { ...element, anchor_position: { x, y } }
          : element,
      ),
    )

  it("see a text on a pad", () => {
    expect(moved("R2", 10.75, -6.2).findings.join()).toMatch(/text-over-opening.*"R2"/)
  })

  it("see a text that is not where the table says", () => {
    expect(moved("K", 30, 5).texts.find(({ text }) => text === "K")?.ink).toEqual([])
  })
})
