import type { Figure, Finding } from "../../finding"
import { layerName } from "../files/roles"
import { place } from "../geometry/board"
import { gapsToLayer } from "../geometry/edge-index"
import { pointGap } from "../geometry/segment"
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

/** Ink keeps away from bare copper and holes. */
export const silkClear: FileRule = {
  id: "dfm/silkscreen-on-opening",
  title: "silkscreen away from mask openings and holes",
  check: ({ board, limit }) => {
    const rule = limit("silkscreen-to-pad")
    const findings: Finding[] = []
    let smallest = Number.POSITIVE_INFINITY
    for (const side of sides) {
      const silk = board.layer(`silk-${side}`)
      const mask = board.layer(`mask-${side}`)
      if (silk === undefined) continue
      const name = layerName(`silk-${side}`)
      for (const gap of mask === undefined ? [] : gapsToLayer(silk.edges, mask.edges, widest(rule) * 1.5)) {
        smallest = Math.min(smallest, gap.distance)
        const verdict = judge(gap.distance, rule)
        if (verdict === undefined) continue
        const what = `the ${name} is too close to a bare pad`
        findings.push(
          missed("dfm/silkscreen-on-opening", verdict, gap.distance, what, gap.a, {
            layer: `copper-${side}`,
          }),
        )
      }
      // Ink that lies wholly within an opening crosses none of its edges.
      for (const piece of silk.pieces.keys()) {
        const at = silk.cornerOf(piece)
        if (mask === undefined || mask.pieceAt(at) < 0) continue
        if (findings.some((f) => f.at !== undefined && silk.pieceAt(f.at) === piece)) continue
        findings.push({
          rule: "dfm/silkscreen-on-opening",
          severity: "error",
          message: `the ${name} lies on bare copper`,
          ...place(at, `copper-${side}`),
        })
      }
      for (const hole of board.holes) {
        // A tented via carries ink like the rest of the mask.
        if (isVia(board, hole)) continue
        if (silk.pieceAt(hole.centre) < 0) {
          let near: number | undefined
          silk.edges.near(hole.centre, hole.centre, hole.radius, (edge) => {
            near = Math.min(
              near ?? Number.POSITIVE_INFINITY,
              pointGap(hole.centre, edge.from, edge.to).distance,
            )
          })
          if (near === undefined || near > hole.radius) continue
        }
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

/** Ink that runs over the edge of the board is cut by the router. */
export const silkOnBoard: FileRule = {
  id: "dfm/silkscreen-off-board",
  title: "silkscreen on the board",
  check: ({ board }) => {
    const findings: Finding[] = []
    if ((board.outline?.board.length ?? 0) === 0) return { findings }
    for (const side of sides) {
      const silk = board.layer(`silk-${side}`)
      if (silk === undefined) continue
      const crossing = new Map(
        gapsToLayer(silk.edges, board.outlineEdges, 0).map((gap) => [gap.pieceA, gap.a]),
      )
      for (const piece of silk.pieces.keys()) {
        const at = crossing.get(piece) ?? silk.cornerOf(piece)
        if (!crossing.has(piece) && board.onBoard(at)) continue
        findings.push({
          rule: "dfm/silkscreen-off-board",
          severity: "error",
          message: `the ${layerName(`silk-${side}`)} runs off the board`,
          ...place(at, `copper-${side}`),
        })
      }
    }
    return { findings }
  },
}
