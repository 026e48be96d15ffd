import type { Point } from "../../geometry/point"
import type { Board } from "../../model/board"
import type { Node } from "../sexpr"
import { uuidNode } from "../uuid"
import { drawingNode, mapped } from "./drawings"
import { angle, toSheet } from "./frame"
import type { Ink } from "./ink"
import { layerName } from "./layers"

const edgeLine = 0.05

/** The outline and each cut-out as one closed contour of straight lines. */
export const edgeNodes = (board: Board): Node[] => [
  ...ringNodes(board.outline, board),
  ...board.cutouts.flatMap((ring, index) => ringNodes(ring, board, `cut-out ${index + 1} `)),
]

const ringNodes = (ring: readonly Point[], board: Board, name = ""): Node[] =>
  ring.map((from, index) =>
    drawingNode(
      "gr",
      {
        kind: "line",
        from: toSheet(from),
        to: toSheet(ring[(index + 1) % ring.length] as Point),
        widthMm: edgeLine,
      },
      "Edge.Cuts",
      uuidNode(board.id, "edge", `${name}${index}`),
    ),
  )

/**
 * Silkscreen that belongs to the board: what no part owns, and every text, since a text is placed on the board by
 * hand. `taken` are the designators that footprints show.
 */
export const boardDrawings = (ink: readonly Ink[], taken: ReadonlySet<Ink>, project: string): Node[] =>
  ink
    .filter((one) => !taken.has(one) && (one.partId === undefined || one.drawing.kind === "text"))
    .map((one, index) =>
      drawingNode(
        "gr",
        mapped(one.drawing, toSheet, angle),
        layerName(one.side, "SilkS"),
        uuidNode(project, "drawing", String(index)),
      ),
    )
