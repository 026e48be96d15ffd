import type { AnyCircuitElement } from "circuit-json"
import type { Board } from "../model/board"
import { UserError } from "../model/finding"
import { modelBoard } from "../model3d/for-board"
import { buildModel } from "../model3d/model"
import { boundsOf, loopPoints, pointAt, type Solid, type Vec3 } from "../model3d/solid"
import type { AssemblyDrawingOptions } from "./assembly"
import { upright } from "./dimensions"
import { frame, millimetres, sheetSvg } from "./sheet"
import { polygon, type SheetPoint, text } from "./svg-elements"

const scale = 10
const middle: SheetPoint = [120, 120]
const dimensionsFrom = 24

/** A part from the side: a sheet of its own, and the same cut to the drawing, for a page. */
export interface SideView {
  readonly sheet: string
  readonly figure: string
}

/**
 * A part on the board's section, seen along the way most of its shapes are extruded, with the heights its body names:
 * how far a part stands off that is not pushed down to the board.
 * @throws UserError for a part without a body
 */
export function drawSideView(
  circuit: readonly AnyCircuitElement[],
  board: Board,
  designator: string,
  options: AssemblyDrawingOptions,
): SideView {
  const model = buildModel(circuit, modelBoard(board))
  const part = model.parts.find(({ designators }) => designators.includes(designator))
  const solids = model.solids.filter((solid) => solid.part === part?.part && !solid.marking)
  if (part === undefined || solids.length === 0)
    throw new UserError(`${board.id} has no body at ${designator} to draw from the side`)
  const thickness = board.thicknessMm
  const along = (axis: 0 | 1) => solids.filter(({ frame: { w } }) => Math.abs(w[axis]) > 0.99)
  const view = along(0).length >= along(1).length ? 0 : 1
  const across = view === 0 ? 1 : 0
  const boxes = solids.map(boundsOf)
  const [from, to] = [
    Math.min(...boxes.map(({ min }) => min[across])) - 2,
    Math.max(...boxes.map(({ max }) => max[across])) + 1,
  ]
  const at = (p: Vec3): SheetPoint => [
    middle[0] + (p[across] - (from + to) / 2) * scale,
    middle[1] - (p[2] - thickness) * scale,
  ]
  const place = (h: number, z: number): SheetPoint => at(view === 0 ? [0, h, z] : [h, 0, z])
  const box = (h: readonly [number, number], z: readonly [number, number]): SheetPoint[] => [
    place(h[0], z[0]),
    place(h[1], z[0]),
    place(h[1], z[1]),
    place(h[0], z[1]),
  ]
  const outlineOf = (solid: Solid): SheetPoint[] => {
    const { min, max } = boundsOf(solid)
    return Math.abs(solid.frame.w[view]) > 0.99
      ? loopPoints(solid.outline).map((p) => at(pointAt(solid.frame, p, 0)))
      : box([min[across], max[across]], [min[2], max[2]])
  }
  // What is seen as a profile lies inside what is seen as a block: pins in their plastic.
  const seen = (solid: Solid): number => (Math.abs(solid.frame.w[view]) > 0.99 ? 0 : 1)
  const shapes = [...solids].sort((a, b) => seen(a) - seen(b))
  const lowest = Math.min(...boxes.map(({ min }) => min[2]))
  const right = place(to, 0)[0]
  const heights = [
    { what: "board", from: 0, to: thickness },
    ...(part.body.levels ?? []).map(({ what, mm }) => ({ what, from: thickness, to: thickness + mm })),
  ]
  const below =
    Math.abs(lowest) < 0.005 ? "flush with the solder side" : `${millimetres(-lowest)} below the solder side`
  const y0 = place(0, 0)[1] + 10
  const content = [
    text(`${designator} FROM THE SIDE`, [frame.minX + 4, frame.minY + 6.5], 3, { weight: 600 }),
    text("dimensions in mm, from the top of the board", [frame.minX + 60, frame.minY + 6.5], 2, {
      kind: "quiet",
    }),
    polygon(box([from, to], [0, thickness]), "body"),
    ...shapes.map((solid) => polygon(outlineOf(solid), "body")),
    ...heights.map(({ what, from: z0, to: z1 }, i) => {
      const x = right + 10 + i * dimensionsFrom
      const side: readonly [SheetPoint, SheetPoint] = [
        [right + 1, place(0, z0)[1]],
        [right + 1, place(0, z1)[1]],
      ]
      return upright(...side, x, z1 - z0) + text(what, [x, place(0, z1)[1] - 4], 1.8, { anchor: "middle" })
    }),
    text(`The pins end ${below}.`, [place(from, 0)[0], y0], 2),
  ]
  const title = {
    title: `${board.title} v${board.revision}`,
    subtitle: `${designator} from the side, as it is soldered`,
    revision: board.revision,
    date: options.date.toISOString().slice(0, 10),
    sheet: (options.sheet ?? [1, 1]).join(" / "),
    scale: `${scale} : 1`,
  }
  const top = place(0, Math.max(...boxes.map(({ max }) => max[2])))[1]
  const left = place(from, 0)[0]
  const width = right + 10 + heights.length * dimensionsFrom - left
  const cut = `viewBox="${Math.floor(left - 4)} ${Math.floor(top - 10)} ${Math.ceil(width)} ${Math.ceil(y0 + 5 - top + 10)}"`
  const sheet = sheetSvg(content, title, options.embedFont ?? true)
  return {
    sheet,
    figure: sheet.replace(/ width="[^"]*mm" height="[^"]*mm" viewBox="[^"]*"/, ` ${cut}`),
  }
}

/** Parts that the guide shows from the side, each once. */
export const sideViewParts = ({ guide }: Pick<Board, "guide">): string[] => [
  ...new Set((guide?.phases ?? []).flatMap(({ steps }) => steps.flatMap(({ sideView }) => sideView ?? []))),
]
