import { effect } from "@preact/signals"
import { useEffect, useMemo, useRef, useState } from "preact/hooks"
import { pieceOf, select } from "../highlight"
import {
  chosenHidden,
  chosenParts,
  cutAt,
  cutMm,
  cutStepMm,
  hidden,
  setSpan,
  showAll,
  span,
  toggleHidden,
} from "../look3d"
import { openModel, readModel } from "../model"
import { book, notFitted } from "../state"
import type { Viewer3d } from "../viewer3d/viewer3d"

/** The assembled board to turn about; a picture where the browser has no WebGL. The viewer's code starts with it. */
export function View3d() {
  const host = useRef<HTMLDivElement>(null)
  const viewer = useRef<Viewer3d | null>(null)
  const [failed, setFailed] = useState(false)
  const { model, board } = book.value
  const { glb, picture3d } = useMemo(() => (model === undefined ? {} : readModel()), [model])

  useEffect(() => {
    if (host.current === null || glb === undefined) return
    let gone = false
    openModel(host.current, glb, (part) =>
      select(part === null ? null : { kind: "part", id: designatorOf(part) }),
    )
      .then((made) => {
        if (gone) return made.dispose()
        viewer.current = made
        setSpan(made.span)
        made.hide(nodesOf([...notFitted.peek(), ...hidden.peek()]))
        made.mark(nodesOf(chosenParts.peek()))
        made.cut(cutMm.peek())
      })
      .catch(() => setFailed(true))
    return () => {
      gone = true
      viewer.current?.dispose()
      viewer.current = null
      span.value = undefined
    }
  }, [glb])
  useEffect(() => {
    // At once, not after the next frame as hooks' effects: what is shown again can be hit by the next click.
    const ends = [
      effect(() => {
        const unseen = nodesOf([...notFitted.value, ...hidden.value])
        viewer.current?.hide(unseen)
      }),
      effect(() => {
        const marked = nodesOf(chosenParts.value)
        viewer.current?.mark(marked)
      }),
      effect(() => {
        const height = cutMm.value
        viewer.current?.cut(height)
      }),
    ]
    return () => {
      for (const end of ends) end()
    }
  }, [])

  if (glb === undefined && picture3d === undefined)
    return <p class="empty">This package holds no 3D model.</p>
  if (failed || glb === undefined)
    return (
      <figure class="side sheet picture3d">
        <img src={picture3d} alt={`${board.title}, assembled, from above and from below`} />
        {glb !== undefined && (
          <figcaption>This browser has no WebGL: a picture instead of the model.</figcaption>
        )}
      </figure>
    )
  return (
    <>
      <Tools3d />
      <div class="view3d">
        <div ref={host} class="canvas-host" data-testid="canvas-host" />
        <div class="zoom-buttons wide">
          <button type="button" onClick={() => viewer.current?.look("top")}>
            Front
          </button>
          <button type="button" onClick={() => viewer.current?.look("bottom")}>
            Back
          </button>
        </div>
        <p class="hint">Drag to turn, wheel or pinch to zoom, right drag or two fingers to move.</p>
      </div>
    </>
  )
}

/** Which parts are seen, and up to which height. */
function Tools3d() {
  const parts = chosenParts.value
  const named = parts.length > 3 ? `${parts.length} parts` : parts.join(", ")
  const { lowest, highest } = span.value ?? { lowest: 0, highest: 0 }
  const told = cutMm.value === undefined ? "whole" : `${cutMm.value.toFixed(1).replace("-", "−")} mm`
  return (
    <div class="board-tools">
      <button
        type="button"
        class="tool"
        disabled={parts.length === 0}
        title={
          parts.length === 0 ? "Select a part first" : `${chosenHidden.value ? "Show" : "Hide"} ${named} (h)`
        }
        onClick={toggleHidden}
      >
        {chosenHidden.value ? "Show" : "Hide"} {parts.length === 0 ? "part" : named}
      </button>
      <button
        type="button"
        class="tool"
        disabled={hidden.value.size === 0}
        title="Show all parts again (a)"
        onClick={showAll}
      >
        Show all{hidden.value.size > 0 && ` (${hidden.value.size} hidden)`}
      </button>
      <label class="cut" title="What is above this height is cut away; 0 is the board's underside (c , .)">
        Cut at
        <input
          type="range"
          min={lowest}
          max={highest}
          step={cutStepMm}
          aria-valuetext={told}
          disabled={span.value === undefined}
          value={cutMm.value ?? highest}
          onInput={(event) => cutAt(event.currentTarget.valueAsNumber)}
        />
        <output>{told}</output>
      </label>
    </div>
  )
}

/** A body on several pads is named "J1-J4". */
const designatorOf = (node: string): string => node.split("-")[0] ?? node

/** The names of nodes that stand for parts: a piece on several has one. */
const nodesOf = (parts: readonly string[]): ReadonlySet<string> =>
  new Set(
    parts.map((part) => {
      const piece = pieceOf(part)
      return piece.length > 1 ? `${piece[0]}-${piece.at(-1)}` : part
    }),
  )
