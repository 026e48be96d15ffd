import { select } from "d3-selection"
import { type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity } from "d3-zoom"
import type { RefObject } from "preact"
import { useCallback, useEffect, useRef } from "preact/hooks"
import { zooms } from "../state"

export interface Zoomer {
  readonly in: () => void
  readonly out: () => void
  readonly reset: () => void
  /** Box in the units of the drawing's view box. */
  readonly to: (x: number, y: number, width: number, height: number) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

export interface ViewBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const panStep = 0.12

/**
 * Wheel, drag, pinch, double click and keys on an SVG: d3-zoom turns them into a transform of `content`. The zoom is
 * kept under `name`. One finger scrolls the page until the drawing is zoomed in.
 */
export function useZoom(
  name: string,
  frame: RefObject<SVGSVGElement | null>,
  content: RefObject<SVGGElement | null>,
  box: ViewBox,
  /** Changes when the elements behind the references do. */
  _key = "",
): Zoomer {
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown> | null>(null)
  const { x, y, width, height } = box

  useEffect(() => {
    const svg = frame.current
    const inside = content.current
    if (svg === null || inside === null) return
    // The arrow keys move what has the focus.
    svg.setAttribute("tabindex", "0")
    const own = zoom<SVGSVGElement, unknown>()
      .scaleExtent([1, 40])
      .extent([
        [x, y],
        [x + width, y + height],
      ])
      .translateExtent([
        [x, y],
        [x + width, y + height],
      ])
      .filter((event: Event) => {
        if (event.type === "wheel") return true
        // Not every browser has a TouchEvent to compare with.
        if ("touches" in event)
          return (event as TouchEvent).touches.length > 1 || (zooms.value[name]?.k ?? 1) > 1
        return !(event instanceof MouseEvent) || (event.button === 0 && !event.ctrlKey)
      })
      .on("zoom", ({ transform }: { transform: ZoomTransform }) => {
        inside.setAttribute("transform", transform.toString())
        svg.style.touchAction = transform.k > 1 ? "none" : "pan-y"
        svg.style.setProperty("--zoom", String(transform.k))
      })
      .on("end", ({ transform }: { transform: ZoomTransform }) => {
        zooms.value = { ...zooms.value, [name]: { k: transform.k, x: transform.x, y: transform.y } }
      })
    behaviour.current = own
    const selected = select(svg)
    selected.call(own)
    const kept = zooms.peek()[name]
    const start = kept === undefined ? zoomIdentity : zoomIdentity.translate(kept.x, kept.y).scale(kept.k)
    selected.call(own.transform, start)
    return () => {
      selected.on(".zoom", null)
    }
  }, [name, frame, content, x, y, width, height])

  const run = useCallback(
    (change: (own: ZoomBehavior<SVGSVGElement, unknown>, svg: SVGSVGElement) => void) => {
      if (behaviour.current !== null && frame.current !== null) change(behaviour.current, frame.current)
    },
    [frame],
  )
  const by = (factor: number) => run((own, svg) => own.scaleBy(select(svg), factor))
  const pan = (dx: number, dy: number) =>
    run((own, svg) => {
      const k = zooms.value[name]?.k ?? 1
      own.translateBy(select(svg), (dx * width) / k, (dy * height) / k)
    })
  const reset = () => run((own, svg) => own.transform(select(svg), zoomIdentity))
  const keys = new Map<string, () => void>([
    ["+", () => by(1.5)],
    ["=", () => by(1.5)],
    ["-", () => by(1 / 1.5)],
    ["0", reset],
    ["ArrowLeft", () => pan(panStep, 0)],
    ["ArrowRight", () => pan(-panStep, 0)],
    ["ArrowUp", () => pan(0, panStep)],
    ["ArrowDown", () => pan(0, -panStep)],
  ])
  return {
    in: () => by(1.6),
    out: () => by(1 / 1.6),
    reset,
    to: (left, top, w, h) =>
      run((own, svg) => {
        const k = Math.min(12, Math.max(1, 0.8 * Math.min(width / w, height / h)))
        const centre = { x: left + w / 2, y: top + h / 2 }
        own.transform(
          select(svg),
          zoomIdentity
            .translate(x + width / 2, y + height / 2)
            .scale(k)
            .translate(-centre.x, -centre.y),
        )
      }),
    onKeyDown: (event) => {
      const act = keys.get(event.key)
      if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      act()
    },
  }
}
