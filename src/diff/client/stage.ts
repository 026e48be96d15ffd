import { zoomIdentity } from "d3-zoom"
import type { PageBoard, PageBox } from "../page-data"
import { drawn, element } from "./elements"
import { makeZoom } from "./zoom"

export type Side = "top" | "bottom"
export type Show = "difference" | "old" | "new"

/** The drawing of one board: its layers over each other, zoomed and turned over. */
export interface Stage {
  readonly node: HTMLElement
  showSide(side: Side): void
  showLayers(layers: ReadonlySet<string>): void
  show(what: Show): void
  /** Goes there and frames it; without a place, shows all. */
  goTo(box?: PageBox): void
}

/** Room round the board, mm. */
const margin = 2

export function makeStage(board: PageBoard): Stage {
  const { minX, minY, maxX, maxY } = board.box
  const view = {
    x: minX - margin,
    y: -maxY - margin,
    width: maxX - minX + 2 * margin,
    height: maxY - minY + 2 * margin,
  }
  const groups = board.layers.map((layer) => ({
    layer,
    node: drawn(
      "g",
      { class: `layer layer-${layer.layer.replace(/-.*/, "")}`, "data-layer": layer.layer },
      ...(["unchanged", "removed", "added"] as const).map((kind) =>
        drawn("path", { class: kind, d: layer[kind], "fill-rule": "evenodd" }),
      ),
    ),
  }))
  const frame = drawn("rect", { class: "frame", "vector-effect": "non-scaling-stroke", rx: "0.4" })
  const turned = drawn("g", {}, ...groups.map(({ node }) => node), frame)
  const content = drawn("g", {}, turned)
  const svg = drawn(
    "svg",
    { viewBox: `${view.x} ${view.y} ${view.width} ${view.height}`, tabindex: "0", role: "img" },
    content,
  )
  let side: Side = "top"
  let layers: ReadonlySet<string> = new Set()

  const zoomer = makeZoom(svg, content, view)

  const update = (): void => {
    svg.setAttribute("aria-label", `${board.board}, ${side} side, ${[...layers].join(", ")}`)
    // The solder side as it lies on the bench: turned over left to right.
    if (side === "bottom") turned.setAttribute("transform", `translate(${minX + maxX} 0) scale(-1 1)`)
    else turned.removeAttribute("transform")
    for (const { layer, node } of groups) {
      node.classList.toggle("hidden", !layers.has(layer.layer) || (layer.side ?? side) !== side)
    }
  }
  const node = element("div", { class: "stage", "data-show": "difference" }, svg, zoomer.buttons)
  return {
    node,
    showSide(next) {
      side = next
      update()
    },
    showLayers(next) {
      layers = next
      update()
    },
    show(what) {
      node.dataset.show = what
    },
    goTo(box) {
      frame.classList.toggle("hidden", box === undefined)
      if (box === undefined) return zoomer.move(zoomIdentity)
      const [width, height] = [box.maxX - box.minX, box.maxY - box.minY]
      const room = 0.3
      frame.setAttribute("x", String(box.minX - room))
      frame.setAttribute("y", String(-box.maxY - room))
      frame.setAttribute("width", String(width + 2 * room))
      frame.setAttribute("height", String(height + 2 * room))
      const middle = (box.minX + box.maxX) / 2
      const x = side === "bottom" ? minX + maxX - middle : middle
      const y = -(box.minY + box.maxY) / 2
      const scale = Math.max(
        1,
        Math.min(20, 0.45 * Math.min(view.width / Math.max(width, 0.5), view.height / Math.max(height, 0.5))),
      )
      zoomer.move(
        zoomIdentity
          .translate(view.x + view.width / 2, view.y + view.height / 2)
          .scale(scale)
          .translate(-x, -y),
      )
    },
  }
}
