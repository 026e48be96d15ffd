import { useSignalEffect } from "@preact/signals"
import { useMemo, useRef } from "preact/hooks"
import type { SideName } from "../../data"
import { select } from "../highlight"
import { measuring, moveCursor, rulerKey, setEnd, spotsOn } from "../ruler"
import { type Spot, snapped } from "../snap"
import { book, type FlyTo, flyTo, layers, opacities, settled, side as sideChoice } from "../state"
import { BenchMarks } from "./BenchMarks"
import { Hits } from "./Hits"
import { Overlay } from "./Overlay"
import { PartBodies } from "./PartBodies"
import { RulerLines, RulerText } from "./RulerView"
import { SidePicture } from "./SidePicture"
import { useZoom } from "./use-zoom"
import { ZoomButtons } from "./ZoomButtons"

const margin = 1.5
/** How near a pointer has to come to what it measures from. */
const reachPx = 14
/** Where each side has gone already, so that a drawing opened again stays where it was left. */
const reached: Record<SideName, FlyTo | null> = { top: null, bottom: null }

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
  // Below the front on a phone, and a frame later anywhere.
  const late = !settled.value && side === "bottom" && sideChoice.value === "both"
  const zoomer = useZoom(side, frame, content, view)
  useSignalEffect(() => {
    const target = flyTo.value
    if (target === null || target === reached[side] || (target.side !== "both" && target.side !== side))
      return
    reached[side] = target
    const { minX, minY, maxX, maxY } = target.box
    zoomer.to(side === "top" ? minX : -maxX, -maxY, maxX - minX, maxY - minY)
  })

  const inside = useRef<SVGGElement>(null)
  /** The place that a pointer holds on to, within a finger's or an arrow's reach. */
  const spotAt = (event: MouseEvent): Spot | undefined => {
    const toScreen = inside.current?.getScreenCTM()
    if (toScreen === null || toScreen === undefined) return undefined
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(toScreen.inverse())
    return snapped(spotsOn(side), { x, y: -y }, reachPx / Math.hypot(toScreen.a, toScreen.b))
  }
  const onPointerMove = (event: PointerEvent): void => {
    if (!measuring.value || event.buttons !== 0) return
    const spot = spotAt(event)
    if (spot !== undefined) moveCursor(side, spot)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (rulerKey(side, event)) event.preventDefault()
    else zoomer.onKeyDown(event)
  }
  const onClick = (event: MouseEvent): void => {
    if (measuring.value) {
      const spot = spotAt(event)
      if (spot !== undefined) setEnd(side, spot)
      return
    }
    const hit =
      event.target instanceof Element
        ? event.target.closest("[data-hit-part],[data-hit-net],[data-hit-pad]")
        : null
    const { hitPart, hitNet, hitPad } = hit instanceof SVGElement ? hit.dataset : {}
    if (hitPad !== undefined) select({ kind: "pad", id: hitPad })
    else if (hitNet !== undefined) select({ kind: "net", id: hitNet })
    else if (hitPart !== undefined) select({ kind: "part", id: hitPart })
    else select(null)
  }
  return (
    <figure class="side" data-side={side}>
      <div class="side-head">
        <figcaption>
          {titles[side]}{" "}
          <span class="quiet">{side === "top" ? "component side" : "solder side, as seen"}</span>
        </figcaption>
        <RulerText side={side} />
        <ZoomButtons zoomer={zoomer} what={titles[side].toLowerCase()} />
      </div>
      <svg
        ref={frame}
        viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
        role="application"
        aria-label={`${titles[side]} of the board. Plus, minus and the arrow keys zoom and move it.`}
        class={`board-svg${measuring.value ? " measuring" : ""}`}
        onKeyDown={onKeyDown}
        onPointerMove={onPointerMove}
        onClick={onClick}
      >
        <g ref={content}>
          <g ref={inside} transform={side === "bottom" ? "scale(-1 1)" : undefined}>
            {!late && (
              <SidePicture
                picture={book.value.picture}
                side={side}
                layers={layers.value}
                opacities={opacities.value}
              />
            )}
            {layers.value.has("parts") && (
              <g opacity={opacities.value.parts}>
                <PartBodies side={side} />
              </g>
            )}
            <BenchMarks side={side} />
            <Overlay side={side} veil={book.value.picture.plate} />
            {settled.value && <Hits data={book.value} side={side} />}
            <RulerLines side={side} />
          </g>
        </g>
      </svg>
    </figure>
  )
}
