import { useSignalEffect } from "@preact/signals"
import { useEffect, useMemo, useRef, useState } from "preact/hooks"
import { type Highlight, highlight, pieceOf, select } from "../highlight"
import { modelBytes, readModel, viewerCode } from "../model"
import { book, notFitted } from "../state"
import type { Viewer3d, Viewer3dModule } from "../viewer3d/viewer3d"

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
    start(host.current, glb, (part) =>
      select(part === null ? null : { kind: "part", id: designatorOf(part) }),
    )
      .then((made) => {
        if (gone) return made.dispose()
        viewer.current = made
        made.show(notFitted.peek())
        made.mark(marks(highlight.peek()))
      })
      .catch(() => setFailed(true))
    return () => {
      gone = true
      viewer.current?.dispose()
      viewer.current = null
    }
  }, [glb])
  useSignalEffect(() => {
    const empty = notFitted.value
    viewer.current?.show(empty)
  })
  useSignalEffect(() => {
    const marked = marks(highlight.value)
    viewer.current?.mark(marked)
  })

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
  )
}

/** A body on several pads is named "J1-J4". */
const designatorOf = (node: string): string => node.split("-")[0] ?? node

function marks({ parts, pads }: Highlight): ReadonlySet<string> {
  const names = [...parts, ...[...pads].map((pad) => pad.slice(0, pad.lastIndexOf(".")))]
  return new Set(
    names.flatMap((name) => {
      const piece = pieceOf(name)
      return piece.length > 1 ? [`${piece[0]}-${piece.at(-1)}`] : [name]
    }),
  )
}

let code: Viewer3dModule | undefined

async function start(
  host: HTMLElement,
  glb: string,
  onPick: (part: string | null) => void,
): Promise<Viewer3d> {
  if (code === undefined) {
    const script = document.createElement("script")
    script.textContent = await viewerCode()
    document.head.append(script)
    code = (globalThis as { mepViewer3d?: Viewer3dModule }).mepViewer3d
  }
  if (code === undefined) throw new Error("the page holds no 3D viewer")
  return code.openViewer(host, await modelBytes(glb), onPick)
}
