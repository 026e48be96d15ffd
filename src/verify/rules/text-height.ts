import { BoxIndex } from "../../geometry/box-index"
import type { Finding } from "../../model/finding"
import type { Point, Stroke } from "../../read"
import { boxOf } from "../../read/geometry/point"
import { layerName } from "../files/roles"
import type { BoardGeometry } from "../geometry/board"
import { place } from "../geometry/board"
import { widened } from "../geometry/objects"
import type { ExpectedText } from "../netlist"
import { extreme, type FileRule, judge, missed } from "../rule"

const id = "dfm/silkscreen-height"

/**
 * Height of capitals and digits as drawn: of every text the circuit has, the strokes found at its place are measured
 * across the line of writing, between the middles of the strokes. A text without strokes was lost on the way.
 */
export const textHeight: FileRule = {
  id,
  title: "height of silkscreen capitals as drawn",
  check: ({ board, limit }) => {
    const rule = limit("silkscreen-height")
    const findings: Finding[] = []
    let smallest = Number.POSITIVE_INFINITY
    const strokes = { top: strokesOf(board, "top"), bottom: strokesOf(board, "bottom") }
    for (const text of board.expected?.texts ?? []) {
      const height = drawnHeight(strokes[text.side], text)
      if (height === undefined) continue
      const layer = `copper-${text.side}` as const
      if (height === 0) {
        findings.push({
          rule: "dfm/silkscreen-text",
          severity: "error",
          message: `"${text.text}" is not drawn on the ${layerName(`silk-${text.side}`)}`,
          ...place(text, layer),
        })
        continue
      }
      if (!/[A-Z0-9]/.test(text.text)) continue
      smallest = Math.min(smallest, height)
      const verdict = judge(height, rule)
      if (verdict === undefined) continue
      findings.push(
        missed(id, verdict, height, `the capitals of "${text.text}" are too low`, text, { layer }),
      )
    }
    return { findings, figures: extreme("lowest capitals on the silkscreen", smallest, rule) }
  },
}

function strokesOf(board: BoardGeometry, side: "top" | "bottom"): BoxIndex<Stroke> | undefined {
  const image = board.files.layers.get(`silk-${side}`)
  if (image === undefined) return undefined
  const dark = image.objects.filter((o): o is Stroke => o.kind === "stroke" && o.polarity === "dark")
  return new BoxIndex(dark, ({ points }) => boxOf(points))
}

/** 0 where nothing is drawn; undefined where the layer is not there or the text has several lines. */
function drawnHeight(strokes: BoxIndex<Stroke> | undefined, text: ExpectedText): number | undefined {
  if (strokes === undefined || text.text.trim() === "" || text.text.includes("\n")) return undefined
  // A generous strip: letters are narrower than they are high, and lines of text stand further apart than this.
  const reach = text.fontSizeMm * (text.centred ? 0.5 : 1) * Math.max(1, text.text.length)
  const across = text.fontSizeMm * (text.centred ? 0.62 : 1.1)
  // As seen from the top, on both sides: the bottom's text is mirrored before it is turned.
  const turn = (text.rotationDeg * Math.PI) / 180
  const local = ({ x, y }: Point): Point => ({
    x: (x - text.x) * Math.cos(turn) + (y - text.y) * Math.sin(turn),
    y: -(x - text.x) * Math.sin(turn) + (y - text.y) * Math.cos(turn),
  })
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const stroke of strokes.within(widened(boxOf([text]), reach + across, reach + across))) {
    const points = stroke.points.map(local)
    if (points.some(({ x, y }) => Math.abs(x) > reach || Math.abs(y) > across)) continue
    for (const { y } of points) {
      low = Math.min(low, y)
      high = Math.max(high, y)
    }
  }
  return low > high ? 0 : Math.max(high - low, 1e-6)
}
