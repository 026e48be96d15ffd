import type { GerberLayer, UploadFile, UploadNames } from "../model/fab-house"
import { UserError } from "../model/finding"
import type { Side } from "../model/place"
import {
  type DrillFile,
  type GerberImage,
  hitRings,
  type Polygon,
  type Ring,
  readExcellon,
  readGerber,
  toPolygons,
} from "../read"
import { containsPoint, difference, intersection, ringsOf, union } from "../read/geometry/polygon"
import { closedOutline } from "./outline"

/** What one looks at, one area a colour: polygons in nanometres, board frame, seen from the top (both sides). */
export interface SideAreas {
  /** Copper under the mask. */
  readonly coveredCopper: readonly Polygon[]
  /** Copper in openings of the mask: what carries the finish. */
  readonly openCopper: readonly Polygon[]
  /** Openings of the mask without copper: bare substrate. */
  readonly openSubstrate: readonly Polygon[]
  /** Print, as the fab leaves it: cut back at openings. */
  readonly silkscreen: readonly Polygon[]
  /** Drills that the mask of this side closes. */
  readonly tentedHoles: readonly Polygon[]
}

export interface BoardPicture {
  /** The board less every hole one can see through. */
  readonly plate: readonly Polygon[]
  readonly outline: Ring
  /** Openings within it. */
  readonly cutouts: readonly Ring[]
  /** Walls of plated open holes: the drilled circles. */
  readonly platedHoles: readonly Ring[]
  readonly sides: Readonly<Record<Side, SideAreas>>
}

interface HoleSet {
  readonly plated: readonly Ring[]
  readonly unplated: readonly Ring[]
}

/** Reads a layer's file; who has it read already hands that over. */
export type ReadLayer = (text: string, name: string) => GerberImage

/**
 * Reads the fab's own files into areas to paint.
 * @param files file name -> text
 * @param names which of them is what
 * @param contours of a panel, which has cut-outs: the largest first, counter-clockwise, the others clockwise
 * @throws UserError when a file is missing or the outline is not closed; ReadError when one cannot be read.
 */
export function readBoardPicture(
  files: ReadonlyMap<string, string>,
  names: UploadNames,
  read: ReadLayer = readGerber,
  contours?: readonly Ring[],
): BoardPicture {
  const textOf = (file: UploadFile): string => {
    const text = files.get(names[file])
    if (text === undefined) throw new UserError(`no file ${names[file]} to draw the board from`)
    return text
  }
  const image = (layer: GerberLayer): GerberImage => read(textOf(layer), names[layer])
  const gerber = (layer: GerberLayer): readonly Polygon[] => toPolygons(image(layer))
  const { outline, cutouts } =
    contours?.[0] === undefined
      ? closedOutline(image("Edge_Cuts"))
      : { outline: contours[0], cutouts: contours.slice(1) }
  const drill = (file: "PTH" | "NPTH"): DrillFile => readExcellon(textOf(file), names[file])
  const holes: HoleSet = {
    plated: drill("PTH").hits.flatMap(hitRings),
    unplated: drill("NPTH").hits.flatMap(hitRings),
  }
  const masks = { top: gerber("F_Mask"), bottom: gerber("B_Mask") }
  const openPlated = holes.plated.filter((hole) => isOpen(masks.top, hole) || isOpen(masks.bottom, hole))
  const tented = holes.plated.filter((hole) => !openPlated.includes(hole))
  const plate = difference([outline], [...cutouts, ...openPlated, ...holes.unplated])
  const side = (copper: GerberLayer, mask: readonly Polygon[], silkscreen: GerberLayer): SideAreas => {
    const openings = ringsOf(intersection(ringsOf(mask), ringsOf(plate)))
    const metal = ringsOf(intersection(ringsOf(gerber(copper)), ringsOf(plate)))
    return {
      coveredCopper: difference(metal, openings),
      openCopper: intersection(metal, openings),
      openSubstrate: difference(openings, metal),
      silkscreen: difference(ringsOf(intersection(ringsOf(gerber(silkscreen)), ringsOf(plate))), openings),
      tentedHoles: union(tented),
    }
  }
  return {
    plate,
    outline,
    cutouts,
    platedHoles: openPlated,
    sides: {
      top: side("F_Cu", masks.top, "F_Silkscreen"),
      bottom: side("B_Cu", masks.bottom, "B_Silkscreen"),
    },
  }
}

/** Whether the middle of a hole lies in an opening of the mask. */
function isOpen(mask: readonly Polygon[], hole: Ring): boolean {
  const x = hole.reduce((sum, point) => sum + point.x, 0) / hole.length
  const y = hole.reduce((sum, point) => sum + point.y, 0) / hole.length
  return mask.some((polygon) => containsPoint(polygon, x, y))
}
