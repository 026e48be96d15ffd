import { loadVendor } from "../bundler.mjs"
import { loadBoard } from "../project/boards"
import { previewPlaces } from "../schematic/preview"

/**
 * Source of a module whose default export is the board as tscircuit's own commands take it. Imports are relative to
 * the project's root. The parts stand in tscircuit's schematic where the board's sheet has them; without a sheet
 * tscircuit places them.
 * @throws UserError where the board cannot be loaded
 */
export async function previewSource(root: string, boardId: string): Promise<string> {
  await loadVendor(root)
  const { sheet } = await loadBoard(root, boardId)
  const places = JSON.stringify(previewPlaces({ parts: sheet?.parts ?? [] }))
  return `
import { previewElement } from "./src/pipeline/preview-element"
import source from "./boards/${boardId}/index"
import routes from "./boards/${boardId}/routes.json"

export default () => previewElement(source, routes, ${places})
`
}
