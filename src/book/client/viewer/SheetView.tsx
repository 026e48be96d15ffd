import { useSignalEffect } from "@preact/signals"
import { useEffect, useLayoutEffect, useRef } from "preact/hooks"
import type { ViewBox } from "./use-zoom"
import { useZoom } from "./use-zoom"
import { ZoomButtons } from "./ZoomButtons"

interface Props {
  /** Its zoom is kept under this name. A sheet that changes needs a new `key`. */
  readonly name: string
  readonly title: string
  /** A whole SVG; its styles stay in a shadow root of their own. */
  readonly svg: string
  /** Rules for what is pointed out. */
  readonly css: string
  /** Points out what is selected; runs again whenever a signal it reads changes. */
  readonly mark: (root: ShadowRoot) => void
  readonly onPick: (target: Element) => void
}

const a4: ViewBox = { x: 0, y: 0, width: 297, height: 210 }
const ownCss =
  ":host{display:block}svg{display:block;width:100%;height:100%;cursor:grab}" +
  "svg:focus-visible{outline:2px solid var(--focus);outline-offset:-2px}"

/** A sheet that zooms and pans. */
export function SheetView({ name, title, svg, css, mark, onPick }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const frame = useRef<SVGSVGElement | null>(null)
  const content = useRef<SVGGElement | null>(null)

  useLayoutEffect(() => {
    if (host.current === null) return
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: "open" })
    root.innerHTML = `<style>${ownCss}${css}</style>${svg}`
    const sheet = root.querySelector("svg")
    if (sheet === null) return
    const group = document.createElementNS("http://www.w3.org/2000/svg", "g")
    group.append(...[...sheet.children].filter(({ tagName }) => tagName !== "style" && tagName !== "title"))
    sheet.append(group)
    sheet.removeAttribute("width")
    sheet.removeAttribute("height")
    frame.current = sheet
    content.current = group
  }, [svg, css])

  const zoomer = useZoom(name, frame, content, a4)

  useSignalEffect(() => {
    const root = host.current?.shadowRoot
    if (root) mark(root)
  })

  const { onKeyDown } = zoomer
  useEffect(() => {
    const sheet = frame.current
    if (sheet === null) return
    const pick = (event: MouseEvent): void => {
      if (event.target instanceof Element) onPick(event.target)
    }
    sheet.addEventListener("click", pick)
    sheet.addEventListener("keydown", onKeyDown)
    return () => {
      sheet.removeEventListener("click", pick)
      sheet.removeEventListener("keydown", onKeyDown)
    }
  }, [onPick, onKeyDown])

  return (
    <figure class="side sheet">
      <div class="side-head">
        <figcaption>{title}</figcaption>
        <ZoomButtons zoomer={zoomer} what={title.toLowerCase()} />
      </div>
      <div ref={host} class="sheet-host" data-sheet={name} />
    </figure>
  )
}
