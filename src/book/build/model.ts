import { sha256 } from "../../package/manifest"
import type { BookData, ModelData } from "../data"
import type { BookInput } from "../input"
import { zipped } from "../zipped"

type Input = Pick<BookInput, "glb" | "picture3d">

export function modelData({ glb, picture3d }: Input): ModelData {
  return {
    ...(glb === undefined ? {} : { glb: once(glb, zipped) }),
    ...(picture3d === undefined ? {} : { picture3d: once(picture3d, pngUrl) }),
  }
}

/** As a field of the book's data. */
export function modelId({ glb, picture3d }: Input): Pick<BookData, "model"> {
  const parts = [glb, picture3d].filter((part): part is Uint8Array => part !== undefined)
  return parts.length === 0 ? {} : { model: parts.map((part) => once(part, sha256).slice(0, 12)).join("-") }
}

const pngUrl = (png: Uint8Array): string => `data:image/png;base64,${Buffer.from(png).toString("base64")}`

/** Whoever edits a board gets several books with the same model. */
const known = new Map<(bytes: Uint8Array) => string, WeakMap<Uint8Array, string>>()

function once(bytes: Uint8Array, make: (bytes: Uint8Array) => string): string {
  const made = known.get(make) ?? new WeakMap<Uint8Array, string>()
  known.set(make, made)
  const text = made.get(bytes) ?? make(bytes)
  made.set(bytes, text)
  return text
}
