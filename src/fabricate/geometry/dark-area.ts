import { Clipper, EndType, FillRule, JoinType, type Path64, type Paths64 } from "clipper2-ts"
import type { Point } from "../../model/place"
import { apertureTable } from "../gerber-steps/apertures"
import type { ApertureDefinition, GerberCommand } from "../gerber-steps/types"
import { arcToleranceNm, pathToNm, toNm } from "./nanometres"

/**
 * What a Gerber layer covers, as polygons in nm (non-zero fill). Used on solder mask: where mask is open.
 * Not for layers with arcs; those throw.
 */
export function darkArea(commands: readonly GerberCommand[]): Paths64 {
  const apertures = apertureTable(commands)
  let area: Paths64 = []
  let pending: Paths64 = []
  let clear = false
  let aperture: ApertureDefinition | undefined
  let region: Path64 | undefined
  let at: Point = { x: 0, y: 0 }
  const settle = () => {
    area = clear
      ? Clipper.difference(area, pending, FillRule.NonZero)
      : Clipper.union(area, pending, FillRule.NonZero)
    pending = []
  }
  for (const command of commands) {
    switch (command.command_code) {
      case "LP":
        settle()
        clear = command.polarity === "C"
        break
      case "D":
        aperture = apertures.get(command.aperture_number)
        break
      case "G36":
        region = []
        break
      case "G37":
        pending.push(counterClockwise(region ?? []))
        region = undefined
        break
      case "D01":
        if (command.i !== undefined) throw new Error("an arc on a layer that is read as polygons")
        if (region) region.push(...pathToNm([command]))
        else pending.push(...strokeArea(aperture, at, command))
        at = command
        break
      case "D02":
        if (region) {
          if (region.length > 0) pending.push(counterClockwise(region))
          region = pathToNm([command])
        }
        at = command
        break
      case "D03":
        pending.push(...flashArea(aperture, command))
        at = command
        break
      default:
    }
  }
  settle()
  return area
}

const counterClockwise = (path: Path64) => (Clipper.isPositive(path) ? path : [...path].reverse())

/** Grows `paths` by `mm`, with round corners. */
export const grow = (paths: Paths64, mm: number, end: EndType = EndType.Polygon): Paths64 =>
  Clipper.inflatePaths(paths, toNm(mm), JoinType.Round, end, 2, arcToleranceNm)

function strokeArea(aperture: ApertureDefinition | undefined, from: Point, to: Point): Paths64 {
  if (aperture && "standard_template_code" in aperture && aperture.standard_template_code === "C")
    return grow([pathToNm([from, to])], aperture.diameter / 2, EndType.Round)
  throw new Error("a line drawn with an aperture that is not round")
}

function flashArea(aperture: ApertureDefinition | undefined, at: Point): Paths64 {
  if (!aperture) throw new Error("a flash without aperture")
  const line = (...offsets: [number, number][]) =>
    pathToNm(offsets.map(([dx, dy]) => ({ x: at.x + dx, y: at.y + dy })))
  if ("macro_name" in aperture) {
    switch (aperture.macro_name) {
      case "ROUNDRECT": {
        const a = aperture
        const corners = line(
          [a.corner_1_x, a.corner_1_y],
          [a.corner_2_x, a.corner_2_y],
          [a.corner_3_x, a.corner_3_y],
          [a.corner_4_x, a.corner_4_y],
        )
        return grow([counterClockwise(corners)], a.corner_radius)
      }
      case "ROTATEDPILL": {
        const { offset_x, offset_y, diameter } = aperture
        return grow([line([-offset_x, -offset_y], [offset_x, offset_y])], diameter / 2, EndType.Round)
      }
      default:
        throw new Error(`macro ${aperture.macro_name} is not read here`)
    }
  }
  switch (aperture.standard_template_code) {
    case "C":
      return grow([line([0, 0])], aperture.diameter / 2, EndType.Round)
    case "R": {
      const [w, h] = [aperture.x_size / 2, aperture.y_size / 2]
      return [line([-w, -h], [w, -h], [w, h], [-w, h])]
    }
    case "O": {
      const { x_size, y_size } = aperture
      const reach = Math.abs(x_size - y_size) / 2
      const [dx, dy] = x_size >= y_size ? [reach, 0] : [0, reach]
      return grow([line([-dx, -dy], [dx, dy])], Math.min(x_size, y_size) / 2, EndType.Round)
    }
    case "P":
      throw new Error("polygon apertures are not read here")
  }
}
