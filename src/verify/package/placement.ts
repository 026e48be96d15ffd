import type { FabHouse } from "../../model/fab-house"
import type { Finding } from "../../model/finding"
import type { LandByPins } from "../../model/package"
import type { Point } from "../../read"
import type { ExpectedPad } from "../netlist"

/** More than rounding, less than a placement machine would notice. */
const middleSlackMm = 0.05
const turnSlackDeg = 0.6

/** One row of a CPL whose numbers could be read, with the package that the BOM has for it. */
export interface CplRow extends Point {
  readonly designator: string
  readonly package: string
  readonly side: "top" | "bottom"
  readonly rotationDeg: number
  readonly file: string
  readonly line: number
}

/**
 * A machine puts each part on its pads: the fab's angle and middle, worked out from where the pins are.
 * @param land how the fab's library draws the package; undefined where nobody wrote it down
 */
export function checkPlacement(
  row: CplRow,
  pads: readonly ExpectedPad[],
  land: LandByPins | undefined,
  house: Pick<FabHouse, "title" | "cpl">,
): Finding[] {
  const { designator: name, side, rotationDeg, file, line } = row
  const finding = (rule: string, message: string): Finding => ({
    rule,
    severity: "error",
    message,
    at: { x: row.x, y: row.y, layer: side },
    file,
    line,
    parts: [name],
  })
  if (land === undefined)
    return [
      finding(
        "pkg/cpl-rotation",
        `${name}: how ${house.title} turns "${row.package.slice(0, 40)}" was never compared`,
      ),
    ]
  const pin = (wanted: number): ExpectedPad | undefined => pads.find((pad) => pad.pin === String(wanted))
  const [from, to] = [pin(land.axis[0]), pin(land.axis[1])]
  const corners = land.corners.flatMap((wanted) => pin(wanted) ?? [])
  if (from === undefined || to === undefined || corners.length !== land.corners.length)
    return [finding("pkg/cpl-rotation", `${name} is listed as ${row.package}, but its pins are not`)]

  const findings: Finding[] = []
  // Seen through the board, what turns one way from below turns the other way.
  const right =
    Math.atan2(to.y - from.y, to.x - from.x) - radians((land.axisDeg ?? 0) * (side === "top" ? 1 : -1))
  const rightDeg = (right * 180) / Math.PI
  const wanted = side === "top" ? rightDeg : house.cpl.bottomAngle(rightDeg)
  const period = land.symmetric ? 180 : 360
  const off = modulo(rotationDeg - wanted, period)
  if (Math.min(off, period - off) > turnSlackDeg) {
    const due = Math.round(modulo(wanted, 360))
    const either = land.symmetric ? ` or ${(due + 180) % 360}` : ""
    findings.push(
      finding(
        "pkg/cpl-rotation",
        `${name} is turned by ${rotationDeg} degrees, its pins lie as at ${due}${either}`,
      ),
    )
  }
  const [dx, dy] = [Math.cos(right), Math.sin(right)]
  const across = (side === "top" ? 1 : -1) * (land.acrossMm ?? 0)
  const x = mean(corners.map((pad) => pad.x)) + land.alongMm * dx - across * dy
  const y = mean(corners.map((pad) => pad.y)) + land.alongMm * dy + across * dx
  const miss = Math.hypot(row.x - x, row.y - y)
  if (miss > middleSlackMm)
    findings.push({
      ...finding(
        "pkg/cpl-midpoint",
        `${name} is placed ${miss.toFixed(3)} mm off the middle of its land at ${house.title}, (${x.toFixed(3)}, ${y.toFixed(3)})`,
      ),
      measure: { value: Math.round(miss * 1000) / 1000, limit: middleSlackMm, unit: "mm" },
    })
  return findings
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

const radians = (deg: number): number => (deg * Math.PI) / 180

function modulo(value: number, period: number): number {
  return ((value % period) + period) % period
}
