import type { Finding } from "../../finding"
import type { Point } from "../../read"
import type { ExpectedPad } from "../netlist"

/**
 * How JLCPCB's library draws a package at its own 0 degrees on the top, told by pins: the axis from one pin to
 * another runs to the right. Written down from the pads of the library's lands, apart from the writers' table.
 */
interface LandAtZero {
  readonly axis: readonly [string, string]
  /** Pins whose middle the land's middle is counted from. */
  readonly corners: readonly string[]
  /** From the middle of the corners to the middle of JLCPCB's land, along the axis, mm. */
  readonly alongMm: number
  /** Both ends alike: half a turn makes no difference. */
  readonly symmetric: boolean
}

const landsAtZero: Readonly<Record<string, LandAtZero>> = {
  "0805": { axis: ["1", "2"], corners: ["1", "2"], alongMm: 0, symmetric: true },
  // Pin 1 bottom left, so that pins 1 to 8 run to the right.
  "SOIC-16 3.9x9.9mm": { axis: ["1", "8"], corners: ["1", "8", "9", "16"], alongMm: 0, symmetric: false },
  // Antenna left, pins 1 to 14 run to the right; the middle is 1.035 mm from that of the two long rows of pins, away
  // from the antenna.
  "ESP32-WROOM-32E 18x25.5mm": {
    axis: ["1", "14"],
    corners: ["1", "14", "25", "38"],
    alongMm: 1.035,
    symmetric: false,
  },
}

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

/** A machine puts each part on its pads: JLCPCB's angle and middle, worked out from where the pins are. */
export function checkPlacement(row: CplRow, pads: readonly ExpectedPad[]): Finding[] {
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
  const land = landsAtZero[row.package]
  if (land === undefined)
    return [
      finding(
        "pkg/cpl-rotation",
        `${name}: how JLCPCB turns "${row.package.slice(0, 40)}" was never compared`,
      ),
    ]
  const pin = (wanted: string): ExpectedPad | undefined => pads.find((pad) => pad.pin === wanted)
  const [from, to] = [pin(land.axis[0]), pin(land.axis[1])]
  const corners = land.corners.flatMap((wanted) => pin(wanted) ?? [])
  if (from === undefined || to === undefined || corners.length !== land.corners.length)
    return [finding("pkg/cpl-rotation", `${name} is listed as ${row.package}, but its pins are not`)]

  const findings: Finding[] = []
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  // Seen from the part's own side: the bottom is mirrored.
  const wanted = (Math.atan2(dy, side === "bottom" ? -dx : dx) * 180) / Math.PI
  const period = land.symmetric ? 180 : 360
  const off = modulo(rotationDeg - wanted, period)
  if (Math.min(off, period - off) > turnSlackDeg) {
    const right = Math.round(modulo(wanted, 360))
    const either = land.symmetric ? ` or ${(right + 180) % 360}` : ""
    findings.push(
      finding(
        "pkg/cpl-rotation",
        `${name} is turned by ${rotationDeg} degrees, its pins lie as at ${right}${either}`,
      ),
    )
  }
  const length = Math.hypot(dx, dy)
  const x = mean(corners.map((pad) => pad.x)) + (land.alongMm * dx) / length
  const y = mean(corners.map((pad) => pad.y)) + (land.alongMm * dy) / length
  const miss = Math.hypot(row.x - x, row.y - y)
  if (miss > middleSlackMm)
    findings.push({
      ...finding(
        "pkg/cpl-midpoint",
        `${name} is placed ${miss.toFixed(3)} mm off the middle of its land at JLCPCB, (${x.toFixed(3)}, ${y.toFixed(3)})`,
      ),
      measure: { value: Math.round(miss * 1000) / 1000, limit: middleSlackMm, unit: "mm" },
    })
  return findings
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function modulo(value: number, period: number): number {
  return ((value % period) + period) % period
}
