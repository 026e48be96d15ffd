import { highlight, select } from "../highlight"
import { book, leftByHand, side, variant } from "../state"
import { Segments } from "../widgets/Segments"
import { SheetView } from "./SheetView"

const css = `
[data-part]{cursor:pointer}
.machine:not([data-fitted=false]){opacity:.4}
.on .body,.on .detail{stroke:var(--mark);stroke-width:.5}
.on text{fill:var(--mark-text);font-weight:600}
`

/** The assembly drawing of the chosen variant, empty places crossed out. */
export function DrawingView() {
  const shown = side.value === "bottom" ? "bottom" : "top"
  return (
    <>
      <div class="board-tools">
        <Segments
          label="Side of the drawing"
          options={[
            ["top", "Top"],
            ["bottom", "Bottom"],
          ]}
          value={shown}
          onChange={(value) => {
            side.value = value
          }}
        />
        <span class="quiet">
          variant {variant.value}
          {leftByHand.value.size > 0 && "; pale: placed by machine"}
        </span>
      </div>
      <SheetView
        key={`${variant.value}/${shown}`}
        name={`drawing-${shown}`}
        title={`Assembly drawing, ${shown}`}
        svg={book.value.drawings[`${variant.value}/${shown}`] ?? ""}
        css={css}
        mark={mark}
        onPick={pick}
      />
    </>
  )
}

function mark(root: ShadowRoot): void {
  const { parts } = highlight.value
  for (const element of root.querySelectorAll<SVGElement>("[data-part]")) {
    const names = (element.dataset.part ?? "").split(" ")
    element.classList.toggle(
      "on",
      names.some((name) => parts.has(name)),
    )
    element.classList.toggle(
      "machine",
      leftByHand.value.size > 0 && names.every((name) => !leftByHand.value.has(name)),
    )
  }
}

function pick(target: Element): void {
  const part = target.closest<SVGElement>("[data-part]")?.dataset.part?.split(" ")[0]
  select(part === undefined ? null : { kind: "part", id: part })
}
