import { BoxIndex } from "../../geometry/box-index"
import type { Figure, Finding } from "../../model/finding"
import type { Point } from "../../read"
import { boxOf } from "../../read/geometry/point"
import { layerName } from "../files/roles"
import { place } from "../geometry/board"
import { type Hole, legs } from "../geometry/holes"
import { type Ink, inkOf } from "../geometry/ink"
import type { LayerGeometry } from "../geometry/layer"
import { widened } from "../geometry/objects"
import { segmentGap } from "../geometry/segment"
import { extreme, type FileRule, judge, missed, widest } from "../rule"
import { holeName, isVia } from "./holes"

const sides = ["top", "bottom"] as const

/** The width of every line on the silkscreen, as emitted. */
export const silkLine: FileRule = {
  id: "dfm/silkscreen-line",
  title: "width of silkscreen lines",
  check: ({ board, limit }) => {
    const rule = limit("silkscreen-line")
    const findings: Finding[] = []
    const figures: Figure[] = []
    for (const side of sides) {
      const image = board.files.layers.get(`silk-${side}`)
      if (image === undefined) continue
      const thin = new Map<number, { count: number; at: { x: number; y: number }; line: number }>()
      let smallest = Number.POSITIVE_INFINITY
      for (const object of image.objects) {
        if (object.kind !== "stroke" || object.polarity === "clear") continue
        smallest = Math.min(smallest, object.width)
        if (judge(object.width, rule) === undefined) continue
        const known = thin.get(object.width)
        thin.set(object.width, {
          count: (known?.count ?? 0) + 1,
          at: known?.at ?? object.points[0] ?? { x: 0, y: 0 },
          line: known?.line ?? object.line,
        })
      }
      for (const [width, { count, at, line }] of thin) {
        const verdict = judge(width, rule)
        if (verdict === undefined) continue
        const what = `${count} lines of the ${layerName(`silk-${side}`)} are too thin`
        findings.push({
          ...missed("dfm/silkscreen-line", verdict, width, what, at, { layer: `copper-${side}` }),
          file: image.file,
          line,
        })
      }
      figures.push(...extreme(`thinnest line, ${layerName(`silk-${side}`)}`, smallest, rule))
    }
    return { findings, figures }
  },
}

/** Ink keeps away from bare copper and holes: one finding an opening or hole, at the closest stroke. */
export const silkClear: FileRule = {
  id: "dfm/silkscreen-on-opening",
  title: "silkscreen away from mask openings and holes",
  check: ({ board, limit }) => {
    const rule = limit("silkscreen-to-pad")
    const findings: Finding[] = []
    let smallest = Number.POSITIVE_INFINITY
    for (const side of sides) {
      const image = board.files.layers.get(`silk-${side}`)
      const mask = board.layer(`mask-${side}`)
      if (image === undefined) continue
      const name = layerName(`silk-${side}`)
      const closest = new Map<number, { readonly gap: number; readonly at: Point }>()
      const ink = inkOf(image)
      for (const stroke of mask === undefined ? [] : ink) {
        const near = strokeToOpening(mask as LayerGeometry, stroke, widest(rule) * 1.5)
        if (near === undefined || near.gap >= (closest.get(near.piece)?.gap ?? Number.POSITIVE_INFINITY))
          continue
        closest.set(near.piece, near)
      }
      for (const { gap, at } of closest.values()) {
        smallest = Math.min(smallest, gap)
        const verdict = judge(gap, rule)
        if (verdict === undefined) continue
        const what = gap <= 0 ? `the ${name} lies on a bare pad` : `the ${name} is too close to a bare pad`
        findings.push(
          missed("dfm/silkscreen-on-opening", verdict, gap, what, at, { layer: `copper-${side}` }),
        )
      }
      const index = new BoxIndex(ink, ({ from, to, radius }) => widened(boxOf([from, to]), radius, radius))
      for (const hole of board.holes) {
        const near = index.within(widened(boxOf(hole.points), hole.radius, hole.radius))
        // A tented via carries ink like the rest of the mask.
        if (!near.some((stroke) => overHole(stroke, hole)) || isVia(board, hole)) continue
        findings.push({
          rule: "dfm/silkscreen-on-opening",
          severity: "error",
          message: `the ${name} is drawn over the ${holeName(board, hole)}`,
          ...place(hole.centre, `copper-${side}`),
        })
      }
    }
    return { findings, figures: extreme("silkscreen to bare copper", smallest, rule) }
  },
}

/** From a stroke's rim to the nearest opening; below zero where it lies in one. */
function strokeToOpening(mask: LayerGeometry, { from, to, radius }: Ink, reach: number) {
  const inside = mask.pieceAt(from)
  if (inside >= 0) return { piece: inside, gap: -radius, at: from }
  const edge = mask.edges.closest(from, to, radius + reach)
  return edge === undefined ? undefined : { piece: edge.piece, gap: edge.distance - radius, at: edge.a }
}

function overHole({ from, to, radius }: Ink, hole: Hole): boolean {
  return legs(hole.points).some(([a, b]) => segmentGap(from, to, a, b).distance < radius + hole.radius)
}

/** Ink that runs over the edge of the board is cut by the router. */
export const silkOnBoard: FileRule = {
  id: "dfm/silkscreen-off-board",
  title: "silkscreen on the board",
  check: ({ board }) => {
    const findings: Finding[] = []
    if ((board.outline?.board.length ?? 0) === 0) return { findings }
    for (const side of sides) {
      const image = board.files.layers.get(`silk-${side}`)
      if (image === undefined) continue
      const off = inkOf(image).filter(
        ({ from, to, radius }) =>
          board.outlineEdges.closest(from, to, radius) !== undefined || !board.onBoard(from),
      )
      const [first] = off
      if (first === undefined) continue
      findings.push({
        rule: "dfm/silkscreen-off-board",
        severity: "error",
        message: `the ${layerName(`silk-${side}`)} runs off the board with ${off.length} of its lines`,
        ...place(first.from, `copper-${side}`),
      })
    }
    return { findings }
  },
}
