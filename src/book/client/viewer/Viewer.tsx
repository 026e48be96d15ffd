import { useSignalEffect } from "@preact/signals"
import { useRef } from "preact/hooks"
import { book, flyTo, side, type ViewId, view } from "../state"
import { Tabs } from "../widgets/Tabs"
import { BoardSide } from "./BoardSide"
import { DrawingView } from "./DrawingView"
import { LayerSwitch } from "./LayerSwitch"
import { SchematicView } from "./SchematicView"
import { View3d } from "./View3d"

const names: readonly (readonly [ViewId, string])[] = [
  ["board", "Board"],
  ["schematic", "Schematic"],
  ["drawings", "Drawings"],
  ["3d", "3D"],
]

/** The stage: board, schematic, drawings, model. */
export function Viewer() {
  const stage = useRef<HTMLElement>(null)
  useSignalEffect(() => {
    // On a narrow screen the board is above what was clicked.
    if (flyTo.value !== null && matchMedia("(max-width: 1099px)").matches)
      stage.current?.scrollIntoView({ block: "start" })
  })
  const there = names.filter(
    ([id]) =>
      (id !== "drawings" || Object.keys(book.value.drawings).length > 0) &&
      (id !== "schematic" || book.value.schematicSvg !== ""),
  )
  return (
    <section ref={stage} class="stage" aria-label="Views of the board">
      <Tabs
        name="view"
        label="Views"
        options={there}
        value={view.value}
        onChange={(id) => {
          view.value = id
        }}
      />
      <div
        class={`stage-body stage-${view.value}`}
        role="tabpanel"
        id="view-panel"
        aria-labelledby={`view-tab-${view.value}`}
      >
        {view.value === "board" && (
          <>
            <LayerSwitch />
            <div class={`sides sides-${side.value}`}>
              {side.value !== "bottom" && <BoardSide side="top" />}
              {side.value !== "top" && <BoardSide side="bottom" />}
            </div>
          </>
        )}
        {view.value === "schematic" && <SchematicView key={book.value.schematicSvg} />}
        {view.value === "drawings" && <DrawingView />}
        {view.value === "3d" && <View3d />}
      </div>
    </section>
  )
}
