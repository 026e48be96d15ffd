import type { Box } from "../../read"
import { boxOf } from "../../read/geometry/point"
import { svgDrillPath, svgPath } from "../../read/svg"
import { type LayerRole, layerName } from "../files/roles"
import type { BoardGeometry } from "../geometry/board"

/** One layer as an SVG path in mm, y turned down. */
export interface PageLayer {
  readonly id: string
  readonly name: string
  readonly file: string
  readonly path: string
  /** Shown when the page opens. */
  readonly shown: boolean
}

/** From the bottom of the stack to its top, as they are drawn over each other; the outline and the holes last. */
export function pageLayers(board: BoardGeometry): PageLayer[] {
  const inner = [...board.copper.keys()].filter((role) => role.startsWith("copper-inner-")).reverse()
  const roles: LayerRole[] = [
    ...(["paste-bottom", "silk-bottom", "mask-bottom", "copper-bottom"] as const),
    ...inner,
    ...(["copper-top", "mask-top", "silk-top", "paste-top"] as const),
  ]
  const shown = new Set<LayerRole>(["copper-top", "silk-top", "copper-bottom"])
  const made = roles.flatMap((role): PageLayer[] => {
    const layer = board.layer(role)
    if (layer === undefined) return []
    const path = svgPath(layer.pieces, 3)
    return [{ id: role, name: layerName(role), file: layer.image.file, path, shown: shown.has(role) }]
  })
  const outline = board.outline
  if (outline !== undefined)
    made.push({
      id: "outline",
      name: layerName("outline"),
      file: board.files.layers.get("outline")?.file ?? "",
      path: svgPath(outline.board, 3),
      shown: true,
    })
  const drills = board.files.drills
  if (drills.length > 0)
    made.push({
      id: "holes",
      name: "holes",
      file: drills.map(({ file }) => file).join(", "),
      path: drills.map((drill) => svgDrillPath(drill, 3)).join(""),
      shown: true,
    })
  return made
}

/** The board with a margin, mm; without an outline, what the layers draw. */
export function pageBox(board: BoardGeometry): Box {
  const [contour] = board.outline?.contours ?? []
  const points =
    contour ??
    [...board.copper.values()].flatMap(({ pieces }) =>
      pieces.flatMap(({ outer }) => outer.map(({ x, y }) => ({ x: x / 1e6, y: y / 1e6 }))),
    )
  const box = points.length === 0 ? { minX: 0, minY: 0, maxX: 1, maxY: 1 } : boxOf(points)
  const margin = Math.max(1, 0.04 * Math.max(box.maxX - box.minX, box.maxY - box.minY))
  return {
    minX: box.minX - margin,
    minY: box.minY - margin,
    maxX: box.maxX + margin,
    maxY: box.maxY + margin,
  }
}
