import { copperFiles, type UploadNames } from "../../model/fab-house"
import { readGerber, svgPath, toPolygons } from "../../read"
import { difference, grow, ringsOf, union } from "../../read/geometry/polygon"
import { type BoardPicture, type ReadLayer, readBoardPicture } from "../../render/board-layers"
import type { PictureData, SideName, SidePicture } from "../data"
import { areaPath } from "./area-path"

/** Both sides as areas to paint, from the emitted files alone. @throws UserError or ReadError for files that are not whole. */
export function pictureData(
  gerbers: ReadonlyMap<string, string>,
  names: UploadNames,
  read: ReadLayer = readGerber,
  picture: BoardPicture = readBoardPicture(gerbers, names, read),
): PictureData {
  // Clear of the edge as they are drawn; pads are drawn whole, and drilled.
  const inner = (["inner1", "inner2"] as const).flatMap((layer) => {
    const text = gerbers.get(names[copperFiles[layer]])
    return text === undefined
      ? []
      : [
          {
            layer,
            copper: areaPath(
              difference(ringsOf(toPolygons(read(text, names[copperFiles[layer]]))), picture.platedHoles),
            ),
          },
        ]
  })
  const side = (name: SideName, paste: string): SidePicture => {
    const areas = picture.sides[name]
    return {
      coveredCopper: areaPath(areas.coveredCopper),
      openCopper: areaPath(areas.openCopper),
      openSubstrate: areaPath(areas.openSubstrate),
      silkscreen: areaPath(areas.silkscreen),
      tentedHoles: areaPath(areas.tentedHoles),
      paste: pastePath(gerbers, paste, read),
    }
  }
  // The wall of a plated hole: a thin darker ring inside its metal.
  const walls = union(grow(ringsOf(union(picture.platedHoles)), 0.07))
  return {
    plate: svgPath(picture.plate),
    outline: svgPath([{ outer: picture.outline, holes: picture.cutouts }]),
    rims: areaPath(walls),
    ...(inner.length === 0 ? {} : { inner }),
    sides: { top: side("top", names.F_Paste), bottom: side("bottom", names.B_Paste) },
  }
}

function pastePath(gerbers: ReadonlyMap<string, string>, name: string, read: ReadLayer): string {
  const text = gerbers.get(name)
  return text === undefined ? "" : areaPath(toPolygons(read(text, name)))
}
