import { zoomIdentity } from "d3-zoom"
import { sheetInks } from "../ink"
import type { PageBoard } from "../page-data"
import { drawn, element } from "./elements"
import type { Show } from "./stage"
import { makeZoom } from "./zoom"

/** The schematic before and after, over each other: what agrees is black. The drawings are pictures: they run nothing. */
export function makeSheet(
  board: string,
  { old, fresh }: NonNullable<PageBoard["schematic"]>,
): { readonly node: HTMLElement; show(what: Show): void } {
  const view = { x: 0, y: 0, width: 297, height: 210 }
  const place = { x: "0", y: "0", width: String(view.width), height: String(view.height) }
  const filters = (["old", "fresh"] as const).map((side) =>
    drawn(
      "filter",
      { id: `ink-${side}`, "color-interpolation-filters": "sRGB" },
      drawn("feColorMatrix", { type: "matrix", values: sheetInks[side] }),
    ),
  )
  const picture = (side: "old" | "fresh", href: string): SVGImageElement =>
    drawn("image", { ...place, href, class: `sheet-${side}` })
  const content = drawn(
    "g",
    {},
    drawn("rect", { ...place, fill: "#fff" }),
    ...(old === undefined ? [] : [picture("old", old)]),
    picture("fresh", fresh),
  )
  const svg = drawn(
    "svg",
    {
      viewBox: `${view.x} ${view.y} ${view.width} ${view.height}`,
      tabindex: "0",
      role: "img",
      "aria-label": `${board}, schematic${old === undefined ? "" : " before and after"}`,
    },
    drawn("defs", {}, ...filters),
    content,
  )
  const zoomer = makeZoom(svg, content, view)
  const node = element("div", { class: "stage sheet", "data-show": "difference" }, svg, zoomer.buttons)
  if (old === undefined) node.dataset.show = "new"
  zoomer.move(zoomIdentity)
  return {
    node,
    show(what) {
      node.dataset.show = what
    },
  }
}
