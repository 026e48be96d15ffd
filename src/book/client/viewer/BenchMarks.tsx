import type { SideName } from "../../data"
import { blinking, placedParts } from "../bench"
import { partOf, pieceOf } from "../highlight"
import { boxOf } from "./PartBodies"

/** On the board what is ticked in the lists: placed parts are covered and checked off, the next one blinks. */
export function BenchMarks({ side }: { readonly side: SideName }) {
  const on = (designators: readonly string[]) =>
    designators.map(partOf).filter((part) => part !== undefined && part.side === side)
  const next = blinking.value
  return (
    <g class="bench-marks" pointer-events="none">
      {on(placedParts.value).map(
        (part) =>
          part !== undefined && (
            <g key={part.designator} class="placed-part" data-placed={part.designator}>
              <path d={part.outline} />
              <path class="check" d={checkMark(part.outline, side)} />
            </g>
          ),
      )}
      {on(next === undefined ? [] : pieceOf(next)).map(
        (part) =>
          part !== undefined && (
            <path key={part.designator} class="next-mark" d={part.outline} data-next={part.designator} />
          ),
      )}
    </g>
  )
}

/** In the middle of the part, as high as 60 % of its shorter side, at most 2 mm. The back is drawn mirrored. */
function checkMark(outline: string, side: SideName): string {
  const { minX, minY, maxX, maxY } = boxOf(outline)
  const size = Math.min(2, 0.6 * Math.min(maxX - minX, maxY - minY))
  const [x, y] = [(minX + maxX) / 2, (minY + maxY) / 2]
  const right = side === "top" ? size : -size
  return `M${x - right / 2} ${y}L${x - right / 8} ${y + size * 0.38}L${x + right / 2} ${y - size * 0.38}`
}
