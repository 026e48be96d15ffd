import type { ModelData } from "../data"
import type { Viewer3d, Viewer3dModule } from "./viewer3d/viewer3d"

/** Read from the page when it is wanted: most of the page's bytes are the model's. */
export const readModel = (): ModelData => JSON.parse(textOf("book-model") || "{}") as ModelData

/** Of a page that has but a model. */
export const modelOf = (id: string): string => textOf(id)

let code: Viewer3dModule | undefined

/** The viewer's code starts with the first model. @throws when the browser has no WebGL. */
export async function openModel(
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

const viewerCode = (): Promise<string> => unzipped(textOf("viewer3d-code")).then((answer) => answer.text())

const modelBytes = (glb: string): Promise<ArrayBuffer> => unzipped(glb).then((answer) => answer.arrayBuffer())

const textOf = (id: string): string => document.getElementById(id)?.textContent ?? ""

async function unzipped(base64: string): Promise<Response> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")))
}
