import { pictureData } from "../book/build/picture"
import type { PictureData } from "../book/data"
import { markSvg } from "../lock/draft"
import type { CheckResult } from "../model/finding"
import type { Side } from "../model/place"
import { checkModel } from "../model3d/check"
import { toGlb } from "../model3d/glb"
import { buildModel } from "../model3d/model"
import type { Solid } from "../model3d/solid"
import { toStep } from "../model3d/step"
import { type GerberImage, readGerber } from "../read"
import { type BoardView, boardView, halved, viewsPng } from "../render/board-3d"
import { readBoardPicture } from "../render/board-layers"
import { boardSvg } from "../render/board-svg"
import { type Raster, rasterize } from "../render/raster"
import type { ModelInput } from "./model-input"
import { openThread } from "./run-worker"

export interface ModelFiles {
  /** Path in the package -> content. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly check: CheckResult
  /** Both sides as the book shows them. */
  readonly picture: PictureData
  /** `3d.png` at half its size: the book carries it for browsers that cannot show the model, and it weighs on all. */
  readonly picture3d: Uint8Array
}

/** What the thread that draws one view of the assembled board gets. */
export interface ViewInput {
  readonly solids: readonly Solid[]
  readonly side: Side
  readonly faces: Readonly<Record<Side, Raster>>
}

/** Pixels across a board side's picture: 70 mm at about 730 dpi; half that on the model. */
const pictureWidth = 2000
const textureWidth = 1400

/**
 * Pictures of both sides from the emitted files, and the assembled board as GLB, STEP and picture.
 * @param layers file name -> what was read from it, where that is known.
 */
export async function makeModelFiles(
  input: ModelInput,
  layers: ReadonlyMap<string, GerberImage> = new Map(),
): Promise<ModelFiles> {
  const bottomView = openThread("view-worker").job<ViewInput, BoardView>("view")
  const files = new Map<string, Uint8Array>()
  const read = (text: string, name: string): GerberImage => layers.get(name) ?? readGerber(text, name)
  const picture = readBoardPicture(input.gerbers, input.names, read)
  const draw = (side: "top" | "bottom") => {
    const svg = input.draft ? markSvg(boardSvg(picture, side)) : boardSvg(picture, side)
    files.set(`${side}.png`, rasterize(svg, pictureWidth).png)
    return rasterize(svg, textureWidth)
  }
  const faces = { top: draw("top"), bottom: draw("bottom") }
  const model = buildModel(input.circuit, input.board)
  bottomView.start({ solids: model.solids, side: "bottom", faces })
  const textures = { top: faces.top.png, bottom: faces.bottom.png }
  files.set(`3d/${input.boardId}.glb`, await toGlb(model.solids, { title: input.title, textures }))
  const date = input.date.toISOString().slice(0, 19)
  files.set(
    `3d/${input.boardId}.step`,
    Buffer.from(toStep(model.solids, { name: input.boardId, date }), "utf8"),
  )
  const check = checkModel(model)
  const areas = pictureData(input.gerbers, input.names, read, picture)
  const views = [boardView(model.solids, "top", { faces }), await bottomView.result()]
  files.set("3d.png", viewsPng(views))
  return { files, check, picture: areas, picture3d: viewsPng(views.map(halved)) }
}
