import { useEffect, useMemo, useRef } from "preact/hooks"
import type { SideName } from "../../data"
import { select } from "../highlight"
import { book, flyTo, layers } from "../state"
import { Hits } from "./Hits"
import { Overlay } from "./Overlay"
import { PartBodies } from "./PartBodies"
import { SidePicture } from "./SidePicture"
import { useZoom } from "./use-zoom"
import { ZoomButtons } from "./ZoomButtons"

const margin = 1.5
const titles = { top: "Front", bottom: "Back" } as const

/** One side of the board as one sees it lying there: the back is mirrored. Pads, tracks and parts can be clicked. */
export function BoardSide({ side }: { readonly side: SideName }) {
  const frame = useRef<SVGSVGElement>(null)
  const content = useRef<SVGGElement>(null)
  const { box } = book.value.board
  const view = useMemo(
    () => ({
      x: (side === "top" ? box.minX : -box.maxX) - margin,
      y: -box.maxY - margin,
      width: box.maxX - box.minX + 2 * margin,
      height: box.maxY - box.minY + 2 * margin,
    }),
    [side, box.minX, box.maxX, box.minY, box.maxY],
  )
  const zoomer = useZoom(side, frame, content, view)
  const target = flyTo.value
  useEffect(() => {
    if (target === null) return
    if (target.side !== "both" && target.side !== side) return
    const { minX, minY, maxX, maxY } = target.box
    zoomer.to(side === "top" ? minX : -maxX, -maxY, maxX - minX, maxY - minY)
    // Both sides follow before the target is forgotten.
    const later = setTimeout(() => {
      flyTo.value = null
    })
    return () => clearTimeout(later)
  }, [side, zoomer.to])

  const onClick = (event: MouseEvent): void => {
    const hit =
      event.target instanceof Element
        ? event.target.closest("[data-hit-part],[data-hit-net],[data-hit-pad]")
        : null
    if (!(hit instanceof SVGElement)) return select(null)
    const { hitPart, hitNet, hitPad } = hit.dataset
    if (hitPad !== undefined) select({ kind: "pad", id: hitPad })
    else if (hitNet !== undefined) select({ kind: "net", id: hitNet })
    else if (hitPart !== undefined) select({ kind: "part", id: hitPart })
  }
  return (
    <figure class="side" data-side={side}>
      <figcaption>
        {titles[side]} <span class="quiet">{side === "top" ? "component side" : "solder side, as seen"}</span>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveElementInteractions: every click has its twin in the lists beside */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys zoom and pan; parts and nets are chosen in the lists */}
      <svg
        ref={frame}
        viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys pan what has the focus
        tabIndex={0}
        role="img"
        aria-label={`${titles[side]} of the board. Plus, minus and the arrow keys zoom and move it.`}
        class="board-svg"
        onKeyDown={zoomer.onKeyDown}
        onClick={onClick}
      >
        <g ref={content}>
          <g transform={side === "bottom" ? "scale(-1 1)" : undefined}>
            <SidePicture picture={book.value.picture} side={side} layers={layers.value} />
            {layers.value.has("parts") && <PartBodies side={side} />}
            <Overlay side={side} veil={book.value.picture.outline} />
            <Hits data={book.value} side={side} />
          </g>
        </g>
      </svg>
      <ZoomButtons zoomer={zoomer} what={titles[side].toLowerCase()} />
    </figure>
  )
}
