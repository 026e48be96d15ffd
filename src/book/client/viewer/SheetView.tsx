import { useEffect, useLayoutEffect, useRef } from "preact/hooks"
import type { ViewBox } from "./use-zoom"
import { useZoom } from "./use-zoom"
import { ZoomButtons } from "./ZoomButtons"

interface Props {
  readonly name: string
  readonly title: string
  /** A whole SVG; its styles stay in a shadow root of their own. */
  readonly svg: string
  /** Rules for what is pointed out. */
  readonly css?: string
  /** Told of the sheet whenever it is drawn anew, and of every click on it. */
  readonly onDraw?: (root: ShadowRoot) => void
  readonly onPick?: (target: Element) => void
}

const a4: ViewBox = { x: 0, y: 0, width: 297, height: 210 }

/** A sheet that zooms and pans. */
export function SheetView({ name, title, svg, css = "", onDraw, onPick }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const frame = useRef<SVGSVGElement>(null)
  const content = useRef<SVGGElement>(null)

  useLayoutEffect(() => {
    if (host.current === null) return
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: "open" })
    root.innerHTML = `<style>:host{display:block}svg{display:block;width:100%;height:100%;cursor:grab;outline-offset:2px}svg:focus-visible{outline:2px solid var(--focus)}${css}</style>${svg}`
    const sheet = root.querySelector("svg")
    if (sheet === null) return
    const group = document.createElementNS("http://www.w3.org/2000/svg", "g")
    group.append(
      ...[...sheet.children].filter((child) => child.tagName !== "style" && child.tagName !== "title"),
    )
    sheet.append(group)
    sheet.removeAttribute("width")
    sheet.removeAttribute("height")
    sheet.setAttribute("tabindex", "0")
    frame.current = sheet
    content.current = group
  }, [svg, css])

  const zoomer = useZoom(name, frame, content, a4, svg)

  useEffect(() => {
    const sheet = frame.current
    if (sheet === null) return
    const pick = (event: MouseEvent): void => {
      if (event.target instanceof Element) onPick?.(event.target)
    }
    sheet.addEventListener("click", pick)
    sheet.addEventListener("keydown", zoomer.onKeyDown)
    return () => {
      sheet.removeEventListener("click", pick)
      sheet.removeEventListener("keydown", zoomer.onKeyDown)
    }
  }, [onPick, zoomer.onKeyDown])

  useEffect(() => {
    const root = host.current?.shadowRoot
    if (root) onDraw?.(root)
  })
  return (
    <figure class="side sheet">
      <figcaption class="sr-only">{title}</figcaption>
      <div ref={host} class="sheet-host" data-sheet={name} />
      <ZoomButtons zoomer={zoomer} what={title.toLowerCase()} />
    </figure>
  )
}
