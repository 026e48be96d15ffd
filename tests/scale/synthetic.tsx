import { Fragment } from "react"
import type { BoardProps } from "tscircuit"
import { requirePart } from "../../components/catalogue"
import { Chip0805Land } from "../../components/lands/Chip0805Land"
import { mepIntent } from "../../components/mep-intent"
import type { BoardContext, BoardDefinition, Placement, Side } from "../../src/board-definition"
import { checkLayout, type LaidBoard, layDefinition } from "../../src/compile/compile"
import { type CompiledBoard, silent } from "../../src/pipeline/stages"
import { boardFacts } from "../../src/route/board-facts"
import { lockOf } from "../../src/route/lock"
import type { NetRoutes, Position, RoutesFile } from "../../src/route/routes-file"

/**
 * Boards of any size, from a seed: rows of 0805 resistors in series, both ends of a row on ground, which is poured on
 * both sides. A track to the next resistor is straight, or goes below the board through two vias.
 */
export interface Synthetic {
  readonly definition: BoardDefinition
  readonly routes: RoutesFile
}

/** Room of a part on the grid, mm. */
const pitch = { x: 7, y: 4 } as const
const marginMm = 4
const padX = 1.025
const widthMm = 0.25
const part = "r-0805-10k"
const via = { diameterMm: 0.6, drillMm: 0.3 } as const

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
    definition: definitionOf(`synthetic-${rows}x${columns}`, outline, cells, nets),
    routes: { format: 1, nets: Object.fromEntries(nets.map((net) => [net, routesOf(net, cells, random)])) },
  }
}

/** As a build lays it, without tscircuit's checks of it. */
export const laidSynthetic = ({ definition, routes }: Synthetic): Promise<LaidBoard> =>
  layDefinition(definition, routes, { root: process.cwd(), boardId: definition.id, observer: silent })

/** As a build compiles it; the lock is made for the board as it is. */
export async function compiledSynthetic(board: Synthetic): Promise<CompiledBoard> {
  const laid = await laidSynthetic(board)
  const lock = lockOf(boardFacts(laid.circuit, laid.definition))
  return checkLayout({ ...laid, routes: { ...laid.routes, lock } })
}

const rectangle = (width: number, height: number) => [
  { x: -width / 2, y: -height / 2 },
  { x: width / 2, y: -height / 2 },
  { x: width / 2, y: height / 2 },
  { x: -width / 2, y: height / 2 },
]

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

/** One between every two rows and columns. */
const stitches = (cells: readonly Cell[]): Position[] =>
  cells.map(({ x, y }) => [round(x - pitch.x / 2), round(y + pitch.y / 2)])

const round = (mm: number): number => Math.round(mm * 1e4) / 1e4 + 0

function definitionOf(
  id: string,
  outline: BoardDefinition["outline"],
  cells: readonly Cell[],
  nets: readonly string[],
): BoardDefinition {
  const netlist = Object.fromEntries(
    nets.map((net) => [net, Object.keys(routesOf(net, cells, () => 0).pads)]),
  )
  const { mpn, jlcpcb } = requirePart(part, "R1")
  return {
    id,
    title: id,
    revision: "1",
    fabHouse: "jlcpcb",
    thicknessMm: 1.6,
    outline,
    mountingHoles: [],
    keepouts: [],
    placements: cells,
    parts: Object.fromEntries(cells.map(({ designator }) => [designator, part])),
    variants: { only: { title: "all parts", notFitted: [] } },
    defaultVariant: "only",
    plans: ["economic-top", "hand"],
    netClasses: [{ name: "all", nets, widthMm, clearanceMm: 0.2 }],
    via,
    pour: {
      net: "GND",
      layers: ["top", "bottom"],
      clearanceMm: 0.25,
      boardEdgeMm: 0.4,
      minWidthMm: 0.25,
      thermalGapMm: 0.25,
      thermalSpokeMm: 0.3,
    },
    waivers: [],
    schematic: {
      titleBlock: { subtitle: "", licence: "", origin: "" },
      parts: [],
      wires: [],
      labels: [],
      powers: [],
      supplied: [],
      noConnects: [],
      blocks: [],
      outlines: [],
      notes: [],
      jumperViews: [],
      supplyNames: {},
      pinNames: {},
      values: {},
    },
    guide: { phases: [] },
    intent: { ...mepIntent, netlist },
    element: ({ autorouter }: BoardContext) => (
      <board
        outline={[...outline]}
        thickness={1.6}
        layers={2}
        doubleSidedAssembly
        defaultViaTenting="both_sides"
        autorouter={autorouter as NonNullable<BoardProps["autorouter"]>}
        minTraceWidth={0.2}
      >
        {cells.map((cell) => (
          <resistor
            key={cell.designator}
            name={cell.designator}
            resistance="10k"
            footprint={<Chip0805Land />}
            pcbX={cell.x}
            pcbY={cell.y}
            pcbRotation={cell.rotationDeg}
            connections={{
              [`pin${pinAt(cell, 0)}`]: `net.${cell.nets[0]}`,
              [`pin${pinAt(cell, 1)}`]: `net.${cell.nets[1]}`,
            }}
            {...(mpn === undefined ? {} : { manufacturerPartNumber: mpn })}
            {...("lcsc" in jlcpcb ? { supplierPartNumbers: { jlcpcb: [jlcpcb.lcsc] } } : {})}
          />
        ))}
        {cells.map((cell) => (
          <Fragment key={cell.designator}>
            <silkscreentext
              text={cell.designator}
              pcbX={cell.x}
              pcbY={cell.y - 1.7}
              fontSize={1.5}
              anchorAlignment="center"
            />
          </Fragment>
        ))}
        {(["top", "bottom"] as const).map((layer) => (
          <Fragment key={layer}>
            <copperpour
              layer={layer}
              connectsTo="net.GND"
              clearance={0.25}
              padMargin={0.25}
              traceMargin={0.25}
              cutoutMargin={0.35}
              boardEdgeMargin={0.4}
              useThermalReliefs
            />
          </Fragment>
        ))}
      </board>
    ),
  }
}
