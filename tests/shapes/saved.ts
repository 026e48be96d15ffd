import { writeFileSync } from "node:fs"
import type { Made } from "./harness"

/** Files to look at, where SHAPES_OUT names a folder. */
export function saved({ files, kicad }: Made): void {
  const folder = process.env.SHAPES_OUT
  if (folder === undefined) return
  for (const [name, text] of files) writeFileSync(`${folder}/${name.split("/").at(-1)}`, text)
  writeFileSync(`${folder}/shape.kicad_pcb`, kicad)
}
