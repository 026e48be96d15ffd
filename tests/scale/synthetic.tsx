import { r0805 } from "../../components/parts/passives"
import { defineBoard, rectangle } from "../../src/board/define"
import { Part } from "../../src/board/parts"
import { silkText } from "../../src/board/silk-items"
import { checkLayout, type LaidBoard, laySource } from "../../src/compile/compile"
import type { CompiledBoard } from "../../src/compile/compiled-board"
import type { BoardSource } from "../../src/model/board"
import { silent } from "../../src/model/observer"
import type { Placement, Point, Side } from "../../src/model/place"
import { boardFacts } from "../../src/route/board-facts"
import { lockOf } from "../../src/route/lock"
import type { NetRoutes, Position, RoutesFile } from "../../src/route/routes-file"

/**
 * Boards of any size, from a seed: rows of 0805 resistors in series, both ends of a row on ground, which is poured on
 * both sides. A track to the next resistor is straight, or goes below the board through two vias.
 */
export interface Synthetic {
  readonly source: BoardSource
  readonly routes: RoutesFile
}

/** Room of a part on the grid, mm. */
const pitch = { x: 7, y: 4 } as const
const marginMm = 4
const padX = 1.025
const widthMm = 0.25

/** mulberry32: the same numbers from the same seed, everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Cell extends Placement {
  /** Nets of its left and of its right pad. */
  readonly nets: readonly [string, string]
}

/** @param columns resistors in series: a row of n has n - 1 nets of its own */
export function synthetic(seed: number, rows: number, columns: number): Synthetic {
  const random = randomFrom(seed)
  const outline = rectangle(columns * pitch.x + 2 * marginMm, rows * pitch.y + 2 * marginMm)
  const cells = Array.from({ length: rows * columns }, (_, index): Cell => {
    const [row, column] = [Math.floor(index / columns), index % columns]
    const net = (gap: number) => (gap === 0 || gap === columns ? "GND" : `N${row + 1}_${gap}`)
    return {
      designator: `R${index + 1}`,
      x: (column - (columns - 1) / 2) * pitch.x,
      y: ((rows - 1) / 2 - row) * pitch.y,
      rotationDeg: random() < 0.5 ? 0 : 180,
      side: "top",
      nets: [net(column), net(column + 1)],
    }
  })
  const nets = [...new Set(cells.flatMap((cell) => cell.nets))]
  return {
    source: sourceOf(`synthetic-${rows}x${columns}`, outline, cells),
    routes: { format: 1, nets: Object.fromEntries(nets.map((net) => [net, routesOf(net, cells, random)])) },
  }
}

/** As a build lays it, without tscircuit's checks of it. */
export const laidSynthetic = ({ source, routes }: Synthetic): Promise<LaidBoard> =>
  laySource(source, routes, {
    root: process.cwd(),
    boardId: source.id,
    observer: silent,
    orderOf: () => ({ fab: "jlcpcb", plans: ["economic-top", "hand"] }),
  })

/** As a build compiles it; the lock is made for the board as it is. */
export async function compiledSynthetic(board: Synthetic): Promise<CompiledBoard> {
  const laid = await laidSynthetic(board)
  const lock = lockOf(boardFacts(laid.circuit, laid.definition))
  return checkLayout({ ...laid, routes: { ...laid.routes, lock } })
}

/** Pin 1 is left where a part is not turned. */
const leftPin = ({ rotationDeg }: Cell): 1 | 2 => (rotationDeg === 0 ? 1 : 2)
const pinAt = (cell: Cell, side: 0 | 1) => (side === 0 ? leftPin(cell) : 3 - leftPin(cell))

function routesOf(net: string, cells: readonly Cell[], random: () => number): NetRoutes {
  const ends = cells.flatMap((cell) =>
    ([0, 1] as const)
      .filter((side) => cell.nets[side] === net)
      .map((side) => ({
        name: `${cell.designator}.${pinAt(cell, side)}`,
        at: [round(cell.x + (side === 0 ? -padX : padX)), round(cell.y)] as Position,
      })),
  )
  const pads = Object.fromEntries(ends.map(({ name, at }) => [name, at]))
  const [a, b] = ends
  if (net === "GND" || a === undefined || b === undefined) return { pads, paths: [], vias: stitches(cells) }
  const path = (from: string, to: string, layer: Side, ...points: readonly Position[]) => ({
    from,
    to,
    layer,
    width: widthMm,
    points,
  })
  if (random() < 0.7) return { pads, paths: [path(a.name, b.name, "top", a.at, b.at)], vias: [] }
  const [down, up]: readonly Position[] = [
    [round(a.at[0] + 1.6), a.at[1]],
    [round(b.at[0] - 1.6), b.at[1]],
  ]
  if (down === undefined || up === undefined) throw new Error("no way")
  return {
    pads,
    paths: [
      path(a.name, "via", "top", a.at, down),
      path("via", "via", "bottom", down, up),
      path("via", b.name, "top", up, b.at),
    ],
    vias: [down, up],
  }
}

/** One at every corner of the grid. */
function stitches(cells: readonly Cell[]): Position[] {
  const places = cells.flatMap(({ x, y }) =>
    [-0.5, 0.5].flatMap((h) =>
      [-0.5, 0.5].map((v): Position => [round(x + h * pitch.x), round(y + v * pitch.y)]),
    ),
  )
  return [...new Map(places.map((place) => [place.join(), place])).values()]
}

const round = (mm: number): number => Math.round(mm * 1e4) / 1e4 + 0

function sourceOf(id: string, outline: readonly Point[], cells: readonly Cell[]): BoardSource {
  const pins = (cell: Cell) => ({ [pinAt(cell, 0)]: cell.nets[0], [pinAt(cell, 1)]: cell.nets[1] })
  return defineBoard({
    id,
    title: id,
    revision: "1",
    outline,
    circuit: () => (
      <>
        {cells.map((cell) => (
          <Part
            key={cell.designator}
            name={cell.designator}
            is={r0805["10k"]}
            pins={pins(cell)}
            at={[cell.x, cell.y, cell.rotationDeg]}
          />
        ))}
      </>
    ),
    silkscreen: cells.map(({ designator, x, y }) => silkText("top", designator, x, y - 1.7, "which is it?")),
  })
}
