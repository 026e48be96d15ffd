import { readFileSync } from "node:fs"
import { join } from "node:path"
import source from "../boards/mep-smd/index"
import { type LaidBoard, laySource } from "../src/compile/compile"
import { silent } from "../src/model/observer"
import { orderOf } from "../src/pipeline/fab-house"
import { parseRoutes, type RoutesFile } from "../src/route/routes-file"
import { keepInMemory } from "./kept-in-memory"

export function lockedRoutes(): RoutesFile {
  const file = "boards/mep-smd/routes.json"
  return parseRoutes(readFileSync(join(process.cwd(), file), "utf8"), file)
}

export const compileOptions = {
  root: process.cwd(),
  boardId: source.id,
  observer: silent,
  orderOf,
  keep: keepInMemory,
}

/** The SMD board rendered with its locked routes, pours cleaned. */
export const laidBoard = (): Promise<LaidBoard> => laySource(source, lockedRoutes(), compileOptions)
