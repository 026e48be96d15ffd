import type { AnyCircuitElement } from "circuit-json"
import { type DrillHit, drillFiles } from "../fabricate/drills"
import { headerContext } from "../fabricate/gerbers"
import { type Box, boxOfPoints } from "../geometry/shape"
import type { Board } from "../model/board"
import {
  copperFiles,
  type FabHouse,
  laminate,
  type Process,
  type UploadNames,
  uploadNames,
} from "../model/fab-house"
import { gate } from "../model/fab-rule"
import { type CopperLayer, isSide, stacks } from "../model/layer"
import type { Point } from "../model/place"
import { fitted, type Projection, type Room, scaleWords, toSheet } from "./board-drawing"
import { across, upright } from "./dimensions"
import { frame, millimetres, polylineRow, rectangle, sheetSvg, titleBox, wrap } from "./sheet"
import { circle, polygon, polyline, type SheetPoint, text } from "./svg-elements"

/** Room for the board on the sheet, mm, and scales that people have rulers for. */
const room: Room = {
  ...{ widthMm: 172, heightMm: 96, centre: { x: 112, y: 84 } },
  scales: [10, 5, 4, 3, 2.5, 2, 1.5, 1, 0.75, 0.5, 0.25, 0.1],
}
/** More corners than this are an outline of curves, whose every step nobody wants to read. */
const mostStops = 9

/** One kind of hole: a letter in drawing and table. */
interface Tool {
  readonly letter: string
  readonly diameterMm: number
  readonly use: string
  readonly plated: boolean
  readonly hits: readonly DrillHit[]
}

/**
 * What a fab is told beside the Gerbers, on one A4 sheet: outline with dimensions, holes by letter, drill table,
 * stack-up and notes. Everything on it follows from the board and the house; the Gerbers and drills are what is made.
 */
export function drawFabrication(
  circuit: readonly AnyCircuitElement[],
  board: Board,
  house: FabHouse,
  date: Date,
): string {
  const { hits } = drillFiles(
    circuit,
    board,
    house,
    headerContext(board, `${date.toISOString().slice(0, 19)}Z`),
  )
  const box = boxOfPoints(board.outline)
  const projection = fitted(board.outline, room, "top")
  const tools = toolsOf(hits)
  return sheetSvg(
    [
      text("FABRICATION", [frame.minX + 4, frame.minY + 6.5], 3, { weight: 600 }),
      text("seen from the component side; dimensions in mm", [frame.minX + 40, frame.minY + 6.5], 2, {
        kind: "quiet",
      }),
      polygon(
        board.outline.map((p) => toSheet(projection, p.x, p.y)),
        "outline",
      ),
      ...tools.flatMap((tool) => tool.hits.map((hit) => drawHole(hit, tool, projection))),
      ...dimensions(board.outline, projection),
      ...drillTable(tools),
      ...mountingTable(tools, box),
      ...stackUp(board, house),
      ...notes(board, house),
    ],
    {
      title: `${board.title} v${board.revision}`,
      subtitle: `Fabrication, ${house.title}`,
      revision: board.revision,
      date: date.toISOString().slice(0, 10),
      sheet: "1 / 1",
      scale: scaleWords(projection),
    },
    true,
  )
}

/** Kinds of holes, the smallest first, lettered. */
function toolsOf(hits: readonly DrillHit[]): Tool[] {
  const kinds = new Map<string, DrillHit[]>()
  for (const hit of hits) {
    const key = `${hit.diameterMm.toFixed(4).padStart(9, "0")} ${hit.file} ${hit.use} ${hit.slotTo !== undefined}`
    kinds.set(key, [...(kinds.get(key) ?? []), hit])
  }
  return [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own], i) => {
      const { diameterMm, file, use, slotTo } = own[0] as DrillHit
      const plated = file === "PTH"
      return {
        letter: String.fromCharCode(65 + (i % 26)) + (i < 26 ? "" : String(Math.floor(i / 26))),
        diameterMm,
        plated,
        use: slotTo !== undefined ? "slot" : !plated ? "hole" : use === "ViaDrill" ? "via" : "component",
        hits: own,
      }
    })
}

function drawHole(hit: DrillHit, { letter, use }: Tool, projection: Projection): string {
  const { scale } = projection
  const [x, y] = toSheet(projection, hit.x, hit.y)
  const radius = (hit.diameterMm / 2) * scale
  const end = hit.slotTo === undefined ? undefined : toSheet(projection, hit.slotTo.x, hit.slotTo.y)
  const shape =
    end === undefined
      ? circle([x, y], radius, "hole")
      : [circle([x, y], radius, "hole"), circle(end, radius, "hole"), polyline([[x, y], end], "hole")].join(
          "",
        )
  // Vias are many and stand close: their circle alone says A, B.
  return use === "via"
    ? shape
    : shape + text(letter, [x + radius + 0.4, y - radius - 0.2], 1.5, { kind: "quiet" })
}

/** Chains along the lower and the left edge, over all above and on the right. */
function dimensions(outline: readonly Point[], projection: Projection): string[] {
  const box = boxOfPoints(outline)
  const at = (x: number, y: number): SheetPoint => toSheet(projection, x, y)
  const stops = (axis: "x" | "y"): number[] => {
    const all = [...new Set(outline.map((point) => Math.round(point[axis] * 1e3) / 1e3))].sort(
      (a, b) => a - b,
    )
    return all.length > mostStops || all.length < 3 ? [] : all
  }
  const [, bottom] = at(box.minX, box.minY)
  const [left] = at(box.minX, box.minY)
  const [, top] = at(box.minX, box.maxY)
  const [right] = at(box.maxX, box.minY)
  const pairs = (all: readonly number[]): (readonly [number, number])[] =>
    all.slice(1).map((to, i) => [all[i] as number, to])
  return [
    ...pairs(stops("x")).map(([a, b]) => across(at(a, box.minY), at(b, box.minY), bottom + 8, b - a)),
    ...pairs(stops("y")).map(([a, b]) => upright(at(box.minX, a), at(box.minX, b), left - 7, b - a)),
    across(at(box.minX, box.maxY), at(box.maxX, box.maxY), top - 8, box.maxX - box.minX),
    upright(at(box.maxX, box.minY), at(box.maxX, box.maxY), right + 8, box.maxY - box.minY),
  ]
}

const rowMm = 3.7

/** A table of columns at sheet places; the first row is its head. */
function table(
  x0: number,
  widths: readonly number[],
  y0: number,
  rows: readonly (readonly string[])[],
): string[] {
  const x1 = x0 + widths.reduce((sum, width) => sum + width, 0)
  const bottom = y0 + rows.length * rowMm
  return [
    rectangle(x0, y0, x1, bottom, "frame"),
    ...rows.flatMap((cells, i) => {
      const y = y0 + (i + 1) * rowMm
      let x = x0
      const words = cells.map((cell, k) => {
        const at = x
        x += widths[k] ?? 0
        return text(cell, [at + 1, y - 1.1], 1.6, { weight: i === 0 ? 600 : 400 })
      })
      return [...words, polylineRow(x0, x1, y)]
    }),
  ]
}

const tablesX = 210
/** So many kinds of holes have room above the stack-up. */
const mostTools = 20

function drillTable(tools: readonly Tool[]): string[] {
  const size = (tool: Tool): string => {
    const [first] = tool.hits
    const to = first?.slotTo
    if (first === undefined || to === undefined) return tool.diameterMm.toFixed(2)
    return `${tool.diameterMm.toFixed(2)} x ${(tool.diameterMm + Math.hypot(to.x - first.x, to.y - first.y)).toFixed(2)}`
  }
  const rows = tools.map((tool) => [
    tool.letter,
    size(tool),
    tool.plated ? "plated" : "not plated",
    tool.use,
    String(tool.hits.length),
  ])
  const total = tools.reduce((sum, { hits }) => sum + hits.length, 0)
  const shown =
    rows.length > mostTools
      ? [...rows.slice(0, mostTools - 1), ["...", "see the drill files", "", "", ""]]
      : rows
  return [
    text("Drills, finished size", [tablesX, frame.minY + 7], 1.8, { weight: 600 }),
    ...table(tablesX, [8, 24, 17, 17, 8], frame.minY + 9, [
      ["", "mm", "", "", "no."],
      ...shown,
      ["", "", "", "in all", String(total)],
    ]),
  ]
}

const stackY = 112

/** Where the holes are that screws and pegs go through: what is built round the board is measured from them. */
function mountingTable(tools: readonly Tool[], { minX, minY }: Pick<Box, "minX" | "minY">): string[] {
  const rows = tools.flatMap(({ letter, plated, hits }) =>
    plated
      ? []
      : hits.map(({ x, y, slotTo = { x, y } }) => [
          letter,
          ((x + slotTo.x) / 2 - minX).toFixed(2),
          ((y + slotTo.y) / 2 - minY).toFixed(2),
        ]),
  )
  const top = frame.minY + 9 + (Math.min(tools.length, mostTools) + 2) * rowMm + 10
  const fitting = Math.floor((stackY - 6 - top) / rowMm) - 1
  if (rows.length === 0 || fitting < 2) return []
  const shown =
    rows.length > fitting ? [...rows.slice(0, fitting - 1), ["...", "see the drill files", ""]] : rows
  return [
    text("Holes not plated, middle from the lower left corner", [tablesX, top - 2], 1.8, { weight: 600 }),
    ...table(tablesX, [8, 33, 33], top, [["", "x, mm", "y, mm"], ...shown]),
  ]
}

function stackUp(board: Board, { process }: FabHouse): string[] {
  const { maskMm, maskColour, printColour } = process
  const outer = [
    ["print", printColour, ""],
    ["mask", maskColour, maskMm.toFixed(3)],
  ] as const
  const rows = [
    ["Layer", "", "mm"],
    ...outer.map(([what, how, mm]) => [`top ${what}`, how, mm]),
    ...laminate(board, process).map((layer) =>
      layer.kind === "copper"
        ? [`${layer.layer} copper`, copperUse(board, layer.layer), layer.mm.toFixed(3)]
        : [layer.kind, layer.name, layer.mm.toFixed(3)],
    ),
    ...[...outer].reverse().map(([what, how, mm]) => [`bottom ${what}`, how, mm]),
    ["over all", "", board.thicknessMm.toFixed(2)],
  ]
  return [
    text("Stack-up", [tablesX, stackY], 1.8, { weight: 600 }),
    ...table(tablesX, [26, 30, 18], stackY + 2, rows),
  ]
}

/** What an inner layer is poured with: the order of planes is what a fab must not change. */
const copperUse = ({ pours }: Board, layer: CopperLayer): string =>
  isSide(layer)
    ? ""
    : [...new Set(pours.flatMap(({ net, layers }) => (layers.includes(layer) ? [net] : [])))].join(", ")

function notes(board: Board, house: FabHouse): string[] {
  const names = uploadNames(house, board.id)
  const { process } = house
  const list = [
    `${names.zip} is what is made; this sheet explains it. Where they differ, ask.`,
    `Outline: the middle of the line in ${names.Edge_Cuts}. Holes: ${names.PTH} (plated), ${names.NPTH} (not plated); sizes are finished sizes.`,
    `${board.layers === 2 ? "Two layers" : sequence(board, names, process)}, outer copper ${millimetres(process.copperMm * 1000)} um, walls of plated holes ${millimetres(process.platingMm * 1000)} um on average; finish ${process.finish} unless the order says otherwise.`,
    `Tracks ${gate(house, "track-width")} mm and more, gaps ${gate(house, "track-space")} mm and more, vias ${board.via.diameterMm}/${board.via.drillMm} mm, tented on both sides.`,
    `Openings of the mask ${gate(house, "mask-expansion")} mm beyond pads, bridges ${gate(house, "mask-bridge")} mm and more.`,
    `Electrical test against ${board.id}.ipc (IPC-D-356A).`,
    `Limits are those of ${house.title}, each with its source in the book.`,
  ]
  const [x0, x1] = [frame.minX + 6, titleBox.minX - 6]
  const out = [text("Notes", [x0, 152], 1.8, { weight: 600 })]
  let y = 152
  list.forEach((note, i) => {
    y += 1.1
    wrap(note, x1 - x0 - 5, 1.6).forEach((line, k) => {
      y += 2.6
      if (k === 0) out.push(text(`${i + 1}`, [x0, y], 1.6, { weight: 600 }))
      out.push(text(line, [x0 + 5, y], 1.6))
    })
  })
  return out
}

/** "Four layers, from the top: a-F_Cu.gtl, ...; inner copper 15 um". */
function sequence({ layers }: Board, names: UploadNames, { inner }: Process): string {
  const files = stacks[layers].map((layer) => names[copperFiles[layer]])
  return `Four layers, from the top: ${files.join(", ")}; inner copper ${millimetres((inner?.copperMm ?? 0) * 1000)} um`
}
