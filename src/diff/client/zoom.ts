import { select } from "d3-selection"
import { type ZoomTransform, zoom, zoomIdentity } from "d3-zoom"
import { element } from "./elements"

export interface View {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Zoom {
  readonly buttons: HTMLElement
  move(transform: ZoomTransform): void
}

/** A drawing that is moved and zoomed by pointer, wheel, keys and buttons. */
export function makeZoom(svg: SVGSVGElement, content: SVGGElement, view: View): Zoom {
  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent([0.8, 60])
    .extent([
      [view.x, view.y],
      [view.x + view.width, view.y + view.height],
    ])
    .on("zoom", ({ transform }: { transform: ZoomTransform }) =>
      content.setAttribute("transform", transform.toString()),
    )
  const selected = select(svg)
  selected.call(behaviour)

  const move = (transform: ZoomTransform): void => {
    selected.call(behaviour.transform, transform)
  }
  const by = (factor: number): void => {
    selected.call(behaviour.scaleBy, factor)
  }
  const pan = (dx: number, dy: number): void => {
    selected.call(behaviour.translateBy, dx * view.width, dy * view.height)
  }
  const actOn = (key: string): boolean => {
    switch (key) {
      case "+":
      case "=":
        by(1.5)
        return true
      case "-":
        by(1 / 1.5)
        return true
      case "0":
        move(zoomIdentity)
        return true
      case "ArrowLeft":
        pan(0.05, 0)
        return true
      case "ArrowRight":
        pan(-0.05, 0)
        return true
      case "ArrowUp":
        pan(0, 0.05)
        return true
      case "ArrowDown":
        pan(0, -0.05)
        return true
      default:
        return false
    }
  }
  svg.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (actOn(event.key)) event.preventDefault()
  })
  const buttons = (
    [
      ["+", "Zoom in", () => by(1.6)],
      ["−", "Zoom out", () => by(1 / 1.6)],
      ["all", "Show all", () => move(zoomIdentity)],
    ] as const
  ).map(([label, title, act]) => {
    const button = element("button", { type: "button", title, "aria-label": title }, label)
    button.addEventListener("click", act)
    return button
  })
  return { buttons: element("div", { class: "zoom" }, ...buttons), move }
}
