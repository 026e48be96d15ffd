import type { ModelData } from "../data"

/** Read from the page when it is wanted: most of the page's bytes are the model's. */
export const readModel = (): ModelData => JSON.parse(textOf("book-model") || "{}") as ModelData

export const viewerCode = (): Promise<string> =>
  unzipped(textOf("viewer3d-code")).then((answer) => answer.text())

export const modelBytes = (glb: string): Promise<ArrayBuffer> =>
  unzipped(glb).then((answer) => answer.arrayBuffer())

const textOf = (id: string): string => document.getElementById(id)?.textContent ?? ""

async function unzipped(base64: string): Promise<Response> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")))
}
