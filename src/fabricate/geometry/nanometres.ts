import type { Path64, Point64 } from "clipper2-ts"
import type { Point } from "../../model/place"

/** Clipper works on whole numbers: nanometres, the resolution of the Gerber format used here. */
const perMm = 1e6

export const toNm = (mm: number): number => Math.round(mm * perMm)

export const toMm = (nm: number): number => nm / perMm

export const pathToNm = (points: readonly Point[]): Path64 =>
  points.map((p) => ({ x: toNm(p.x), y: toNm(p.y) }))

export const pointToMm = (point: Point64): Point => ({ x: toMm(point.x), y: toMm(point.y) })

/** Largest distance between an arc and the chords that stand for it. */
export const arcToleranceNm = toNm(0.002)
