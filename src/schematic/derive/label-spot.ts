import { measureText } from "../../typeface/font"
import { drawLabel } from "../net-drawing"
import { type Box, type Point, textBox } from "../shapes"
import { gridMm, type NetLabel } from "../sheet"
import { textHeights } from "../style"

interface Line {
  readonly from: Point
  readonly to: Point
}

/** From a wire's corner or pin to the first letter at least, and from place to place that is tried. */
const insetMm = 0.3
const stepMm = gridMm / 4
/** What a name likes to have free at its ends. */
const roomMm = 0.5
/** A name may reach so far over the end of its wire, onto the pin there. */
const overMm = gridMm / 2

/** Best first. */
const ways = [
  { level: true, below: false, beside: roomMm },
  { level: true, below: false, beside: 0 },
  { level: true, below: true, beside: 0 },
  { level: false, below: false, beside: 0 },
  { level: false, below: true, beside: 0 },
]

/** A place for a net's name on its own wires: above or below the longest level piece, or beside an upright one. */
export function labelSpot(
  net: string,
  lines: readonly Line[],
  free: (box: Box) => boolean,
): { readonly label: NetLabel; readonly box: Box } | undefined {
  const width = measureText(net, textHeights.label).widthMm
  const length = ({ from, to }: Line): number => Math.abs(from.x - to.x) + Math.abs(from.y - to.y)
  const long = lines
    .filter((line) => length(line) + overMm >= width + insetMm)
    .sort((a, b) => length(b) - length(a))
  for (const { level, below, beside } of ways) {
    for (const line of long) {
      const { from, to } = line
      if ((from.y === to.y) !== level) continue
      for (let gone = insetMm; gone + width <= length(line) + overMm; gone += stepMm) {
        const x = level ? Math.min(from.x, to.x) + gone : from.x
        const y = level ? from.y : Math.max(from.y, to.y) - gone
        const label: NetLabel = { net, at: [x / gridMm, y / gridMm], ...(below ? { below } : {}) }
        const [text] = drawLabel(label, [{ points: [from, to] }]).shapes
        if (text?.kind !== "text") continue
        const box = textBox(text)
        if (free({ ...box, minX: box.minX - beside, maxX: box.maxX + beside }))
          return { label: { ...label, at: [round(x / gridMm), round(y / gridMm)] }, box }
      }
    }
  }
  return undefined
}

const round = (steps: number): number => Math.round(steps * 10000) / 10000
