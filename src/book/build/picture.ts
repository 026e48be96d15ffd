import { readGerber, svgPath, toPolygons } from "../../read"
import { grow, ringsOf, union } from "../../read/geometry/polygon"
import { type BoardPicture, type ReadLayer, readBoardPicture } from "../../render/board-layers"
import type { PictureData, SideName, SidePicture } from "../data"

/** Both sides as areas to paint, from the emitted files alone. @throws UserError or ReadError for files that are not whole. */
export function pictureData(
  gerbers: ReadonlyMap<string, string>,
  read: ReadLayer = readGerber,
  picture: BoardPicture = readBoardPicture(gerbers, read),
): PictureData {
  const side = (name: SideName, pasteEnding: string): SidePicture => {
    const areas = picture.sides[name]
    return {
      coveredCopper: svgPath(areas.coveredCopper),
      openCopper: svgPath(areas.openCopper),
      openSubstrate: svgPath(areas.openSubstrate),
      silkscreen: svgPath(areas.silkscreen),
      tentedHoles: svgPath(areas.tentedHoles),
      paste: pastePath(gerbers, pasteEnding, read),
    }
  }
  // The wall of a plated hole: a thin darker ring inside its metal.
  const walls = union(grow(ringsOf(union(picture.platedHoles)), 0.07))
  return {
    plate: svgPath(picture.plate),
    outline: svgPath([{ outer: picture.outline, holes: [] }]),
    rims: svgPath(walls),
    sides: { top: side("top", "-F_Paste.gtp"), bottom: side("bottom", "-B_Paste.gbp") },
  }
}

function pastePath(gerbers: ReadonlyMap<string, string>, ending: string, read: ReadLayer): string {
  for (const [name, text] of gerbers) if (name.endsWith(ending)) return svgPath(toPolygons(read(text, name)))
  return ""
}
