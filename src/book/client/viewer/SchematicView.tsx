import { highlight, select } from "../highlight"
import { book } from "../state"
import { SheetView } from "./SheetView"

const css = `
[data-part],[data-net]{cursor:pointer}
.dim [data-part]:not(.on),.dim [data-net]:not(.on),.dim .note,.dim .block{opacity:.38}
.on [class^="s-"]:not(.s-hit){stroke:var(--mark);stroke-width:.55}
.on .f-wire,.on .f-junction,.on .f-ink{fill:var(--mark)}
.on text{fill:var(--mark-text);font-weight:600}
`

/** The schematic; parts, pins and nets can be clicked and are pointed out. */
export const SchematicView = () => (
  <SheetView
    name="schematic"
    title="Schematic"
    svg={book.value.schematicSvg}
    css={css}
    mark={mark}
    onPick={pick}
  />
)

function mark(root: ShadowRoot): void {
  const { parts, pads, nets } = highlight.value
  root.querySelector("svg > g")?.classList.toggle("dim", parts.size + pads.size + nets.size > 0)
  for (const element of root.querySelectorAll<SVGElement>("[data-part],[data-net],[data-pin]")) {
    const { part, net, pin } = element.dataset
    const on =
      (part !== undefined && pin === undefined && parts.has(part)) ||
      (pin !== undefined && pads.has(pin)) ||
      (net !== undefined && pin === undefined && nets.has(net))
    element.classList.toggle("on", on)
    // A part whose pin is pointed out must not be quiet around it.
    if (part !== undefined && pin === undefined && [...pads].some((pad) => pad.startsWith(`${part}.`)))
      element.style.opacity = "1"
    else element.style.removeProperty("opacity")
  }
}

function pick(target: Element): void {
  const element = target.closest<SVGElement>("[data-pin],[data-net],[data-part]")
  const { pin, net, part } = element?.dataset ?? {}
  if (pin !== undefined) select({ kind: "pad", id: pin })
  else if (net !== undefined) select({ kind: "net", id: net })
  else if (part !== undefined) select({ kind: "part", id: part })
  else select(null)
}
