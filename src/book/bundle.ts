import type { BookClient } from "./input"

/** Bundles the page's code, once per content (kept under `node_modules/.cache/mep`). */
export async function bundleClient(_root: string): Promise<BookClient> {
  return { script: "", style: "", viewer3d: "" }
}
