import type { AnyCircuitElement } from "circuit-json"
import { naturalOrder } from "../natural-order"
import { toCsv } from "./csv"
import { type IpcRow, ipcRows } from "./ipc-d-356"

/** A place where a jig's pin may touch a net. mm, frame of the Gerbers. */
export interface TestPoint {
  readonly net: string
  readonly x: number
  readonly y: number
  readonly side: "top" | "bottom" | "both"
  /** Of the largest circle on the bare metal, a hole in it or not. */
  readonly diameterMm: number
  readonly holeMm: number | undefined
  readonly pad: string
  readonly kind: "test point" | "through hole" | "pad"
}

/**
 * Where a bed of pogo pins reaches each net: its test points; where it has none, its through-hole pads; where it has none
 * of them either, its largest pad. Vias are under the mask.
 * @param testPoints designators of parts that are test points
 */
export function testPoints(
  circuit: readonly AnyCircuitElement[],
  testPoints: ReadonlySet<string>,
): TestPoint[] {
  const nets = new Map<string, TestPoint[]>()
  for (const row of ipcRows(circuit)) {
    if (row.net === undefined || row.mid || row.operation === "367") continue
    nets.set(row.net, [...(nets.get(row.net) ?? []), pointOf(row, row.net, testPoints.has(row.designator))])
  }
  return [...nets]
    .sort(([a], [b]) => naturalOrder(a, b))
    .flatMap(([, all]) => {
      for (const kind of ["test point", "through hole"] as const) {
        const own = all.filter((point) => point.kind === kind)
        if (own.length > 0) return own
      }
      return [...all].sort((a, b) => b.diameterMm - a.diameterMm).slice(0, 1)
    })
}

function pointOf(row: IpcRow, net: string, isTestPoint: boolean): TestPoint {
  return {
    net,
    x: row.x,
    y: row.y,
    side: row.access === "A00" ? "both" : row.access === "A01" ? "top" : "bottom",
    diameterMm: row.heightMm === 0 ? row.widthMm : Math.min(row.widthMm, row.heightMm),
    holeMm: row.hole?.diameterMm,
    pad: `${row.designator}.${row.pin}`,
    kind: isTestPoint ? "test point" : row.operation === "317" ? "through hole" : "pad",
  }
}

export const testPointsCsv = (points: readonly TestPoint[]): string =>
  toCsv(
    ["Net", "X", "Y", "Side", "Diameter", "Hole", "Pad", "Kind"],
    points.map(({ net, x, y, side, diameterMm, holeMm, pad, kind }) => [
      ...[net, millimetres(x), millimetres(y), side, millimetres(diameterMm)],
      ...[holeMm === undefined ? "" : millimetres(holeMm), pad, kind],
    ]),
    true,
  )

const millimetres = (mm: number): string => (Math.round(mm * 1e4) / 1e4 + 0).toFixed(3)
