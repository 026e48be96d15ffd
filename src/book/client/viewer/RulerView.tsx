import type { SideName } from "../../data"
import { measuring, ruler } from "../ruler"
import { distance, measureText } from "../snap"

/** Ends, line and cursor of a measure, over the drawing. */
export function RulerLines({ side }: { readonly side: SideName }) {
  const shown = ruler.value
  if (!measuring.value || shown?.side !== side) return null
  const [from, to = shown.cursor] = shown.ends
  return (
    <g class="ruler" pointer-events="none">
      {from !== undefined && to !== undefined && (
        <>
          <path class="ruler-back" d={`M${from.x} ${-from.y}L${to.x} ${-to.y}`} />
          <path d={`M${from.x} ${-from.y}L${to.x} ${-to.y}`} />
        </>
      )}
      {[...shown.ends, ...(shown.cursor === undefined ? [] : [shown.cursor])].map((spot) => (
        <g key={`${spot.what} ${spot.x} ${spot.y}`} transform={`translate(${spot.x} ${-spot.y})`}>
          <g class="ruler-mark">
            <path class="ruler-back" d="M-8 0H8M0 -8V8" />
            <path d="M-8 0H8M0 -8V8" />
          </g>
        </g>
      ))}
    </g>
  )
}

/** What is measured, in words, for eyes and for screen readers. */
export function RulerText({ side }: { readonly side: SideName }) {
  if (!measuring.value) return null
  const shown = ruler.value?.side === side ? ruler.value : undefined
  const [from, to] = shown?.ends ?? []
  const end = to ?? shown?.cursor
  const text =
    from !== undefined && end !== undefined && (to !== undefined || distance(from, end) > 0)
      ? measureText(from, end)
      : (shown?.cursor?.what ??
        (ruler.value === undefined ? "Measure: choose two places; pads, holes and corners hold" : ""))
  return (
    <p class="ruler-text" role="status" title={text} hidden={text === ""}>
      {text}
    </p>
  )
}
