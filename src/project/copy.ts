import { cpSync, existsSync, symlinkSync } from "node:fs"
import { join } from "node:path"

const sources = [
  "boards",
  "components",
  "fabrication",
  "src",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
]

/** Copies what a build needs of the project at `root` to `folder`, to be edited there; its packages are linked. */
export function copyProject(root: string, folder: string): void {
  for (const path of sources) {
    if (existsSync(join(root, path))) cpSync(join(root, path), join(folder, path), { recursive: true })
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction")
}
