import { defineBoard, rectangle } from "../../src/board/define"
import { Part } from "../../src/board/parts"
import { silkText } from "../../src/board/silk-items"
import type { BoardSource } from "../../src/model/board"
import type { Part as PartRecord } from "../../src/model/part"
import type { Placement, Point, Side } from "../../src/model/place"
import type { NetRoutes, Position, RoutesFile } from "../../src/route/routes-file"
import { diode1n4148w, ledGreen0603 } from "../parts/diodes"
import { c0603, c0805, r0603, r0805 } from "../parts/passives"

/**
 * Boards of any size, from a seed: rows of parts with two pins in series, both ends of a row on ground, which is poured
 * on both sides. A track to the next part is straight, or goes through two vias and below a track of ground.
 */
export interface Series {
  readonly source: BoardSource
  readonly routes: RoutesFile
}

export interface SeriesOptions {
  readonly id: string
  readonly seed: number
  readonly rows: number
  /** Parts in series: a row of n has n - 1 nets of its own. */
  readonly columns: number
  /** Each with pin 1 to the left and pin 2 as far to the right, with what its designators begin with. */
  readonly kinds?: Readonly<Record<string, readonly PartRecord[]>>
  /** After so many parts a row is on ground again. */
  readonly groundEvery?: number
}

/** What a board has most of. */
const common = {
  R: [r0603["1k"], r0603["10k"], r0805["4k7"], r0805["100k"]],
  C: [c0603["100nF"], c0805["1uF"]],
  D: [diode1n4148w, ledGreen0603],
}

/** As near a square as so many parts come, each row on ground after every fifth. */
export function seriesOf(id: string, parts: number, seed: number): Series {
  const columns = Math.round(Math.sqrt((parts * pitch.y) / pitch.x))
  return series({ id, seed, columns, rows: Math.round(parts / columns), kinds: common, groundEvery: 5 })
}

/** Room of a part on the grid, mm. */
const pitch = { x: 7, y: 4 } as const
const marginMm = 4
const widthMm = 0.25
const powerMm = 0.6
/** From the middle between two parts to a via. */
const viaMm = 0.9

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
  readonly is: PartRecord
  /** Nets of its left and of its right pad. */
  readonly nets: readonly [string, string]
}

export function series(options: SeriesOptions): Series {
  const { id, seed, rows, columns, kinds = { R: [r0805["10k"]] }, groundEvery = columns } = options
  const random = randomFrom(seed)
  const choice = Object.entries(kinds).flatMap(([letter, parts]) => parts.map((is) => ({ letter, is })))
  const outline = rectangle(columns * pitch.x + 2 * marginMm, rows * pitch.y + 2 * marginMm)
  const counts: Record<string, number> = {}
  const cells = Array.from({ length: rows * columns }, (_, index): Cell => {
    const [row, column] = [Math.floor(index / columns), index % columns]
    const net = (gap: number) => (gap % groundEvery === 0 || gap === columns ? "GND" : `N${row + 1}_${gap}`)
    const rotationDeg = random() < 0.5 ? 0 : 180
    const picked = choice.length === 1 ? 0 : Math.floor(random() * choice.length)
    const { letter, is } = choice[picked] as (typeof choice)[number]
    counts[letter] = (counts[letter] ?? 0) + 1
    return {
      designator: `${letter}${counts[letter]}`,
      is,
      x: (column - (columns - 1) / 2) * pitch.x,
      y: ((rows - 1) / 2 - row) * pitch.y,
      rotationDeg,
      side: "top",
      nets: [net(column), net(column + 1)],
    }
  })
  // Between two parts of a net that is not ground.
  const crossings = cells.flatMap(({ x, y, nets }): Position[] =>
    nets[1] !== "GND" && random() < 0.3 ? [[round(x + pitch.x / 2), round(y)]] : [],
  )
  const onNet = new Map<string, Cell[]>()
  for (const cell of cells)
    for (const net of new Set(cell.nets)) onNet.set(net, [...(onNet.get(net) ?? []), cell])
  return {
    source: sourceOf(id, outline, cells),
    routes: {
      format: 1,
      nets: Object.fromEntries([...onNet].map(([net, own]) => [net, routesOf(net, own, cells, crossings)])),
    },
  }
}

/** Pin 1 is left where a part is not turned. */
const leftPin = ({ rotationDeg }: Cell): 1 | 2 => (rotationDeg === 0 ? 1 : 2)
const pinAt = (cell: Cell, side: 0 | 1) => (side === 0 ? leftPin(cell) : 3 - leftPin(cell))

/** How far a pad is from the part's middle, mm. */
const padX = ({ is }: Cell): number => Math.abs(is.package.land.pads[0]?.x ?? 0)

function routesOf(
  net: string,
  own: readonly Cell[],
  all: readonly Cell[],
  crossings: readonly Position[],
): NetRoutes {
  const ends = own.flatMap((cell) =>
    ([0, 1] as const)
      .filter((side) => cell.nets[side] === net)
      .map((side) => ({
        name: `${cell.designator}.${pinAt(cell, side)}`,
        at: [round(cell.x + (side === 0 ? -padX(cell) : padX(cell))), round(cell.y)] as Position,
      })),
  )
  const pads = Object.fromEntries(ends.map(({ name, at }) => [name, at]))
  const path = (from: string, to: string, layer: Side, ...points: readonly Position[]) => ({
    from,
    to,
    layer,
    width: net === "GND" ? powerMm : widthMm,
    points,
  })
  if (net === "GND")
    return {
      pads,
      paths: crossings.map(([x, y]) =>
        path("via", "via", "top", [x, round(y + pitch.y / 2)], [x, round(y - pitch.y / 2)]),
      ),
      vias: stitches(all),
    }
  const [a, b] = ends
  const middle = own[0] === undefined ? undefined : round(own[0].x + pitch.x / 2)
  if (a === undefined || b === undefined || middle === undefined) return { pads, paths: [], vias: [] }
  const y = a.at[1]
  if (!crossings.some((place) => place[0] === middle && place[1] === y))
    return { pads, paths: [path(a.name, b.name, "top", a.at, b.at)], vias: [] }
  const [down, up]: readonly [Position, Position] = [
    [round(middle - viaMm), y],
    [round(middle + viaMm), y],
  ]
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
            is={cell.is}
            pins={pins(cell)}
            at={[cell.x, cell.y, cell.rotationDeg]}
          />
        ))}
      </>
    ),
    silkscreen: cells.map(({ designator, x, y }) => silkText("top", designator, x, y - 1.7, "which is it?")),
  })
}
