import type { Finding } from "../model/finding"
import type { DrawnObject, Point } from "../read"
import type { FabSet } from "./files/fab-set"
import { layerName } from "./files/roles"
import type { BoardGeometry } from "./geometry/board"
import type { Score } from "./geometry/outline"

type PlainScore = Omit<Score, "said">

/** Where a board's origin is said to lie on a panel. */
export interface Place extends Point {
  readonly number: number
  readonly board: string
  /** The board's own files. */
  readonly files: FabSet
  readonly outline: readonly Point[]
}

/**
 * A panel's own files against those of its boards: every board is on it, object for object and hole for hole, and
 * nothing else is drawn over it but the holes along which it is broken out.
 * @param webMm least board between two neighbouring holes of a tab
 */
export function checkPanel(panel: FabSet, places: readonly Place[], webMm: number): Finding[] {
  return [...drawings(panel, places), ...holes(panel, places, webMm)]
}

/** The outline layer has the V-cuts that are meant and no others. */
export function checkCuts(board: BoardGeometry, cuts: readonly PlainScore[]): Finding[] {
  const drawn = board.outline?.scores ?? []
  const names = (lines: readonly PlainScore[]): string[] =>
    lines.map(({ from, to }) => [from.x, from.y, to.x, to.y].map(nm).join(" "))
  const [meant, found] = [names(cuts), names(drawn)]
  const findings = cuts
    .filter((_, i) => found.filter((name) => name === meant[i]).length !== 1)
    .map(({ from }) => ({
      ...error("a V-cut is not on the outline layer once, from edge to edge", from),
      rule: "panel/cuts",
    }))
  for (const [i, { from }] of drawn.entries())
    if (!meant.includes(found[i] as string))
      findings.push({ ...error("a line across the panel where no V-cut is meant", from), rule: "panel/cuts" })
  return findings
}

const error = (message: string, at?: Point, file?: string): Finding => ({
  rule: "panel/boards",
  severity: "error",
  message,
  ...(at === undefined ? {} : { at }),
  ...(file === undefined ? {} : { file }),
})

function drawings(panel: FabSet, places: readonly Place[]): Finding[] {
  const roles = new Set(
    [panel, ...places.map(({ files }) => files)].flatMap(({ layers }) => [...layers.keys()]),
  )
  return [...roles].flatMap((role) => {
    if (role === "outline") return []
    const image = panel.layers.get(role)
    if (image === undefined) return [error(`the panel has no ${layerName(role)}, its boards have one`)]
    const left = new Map<string, DrawnObject[]>()
    for (const object of image.objects) {
      const key = signature(object, { x: 0, y: 0 })
      left.set(key, [...(left.get(key) ?? []), object])
    }
    const findings: Finding[] = []
    for (const place of places) {
      const own = place.files.layers.get(role)?.objects ?? []
      const missing = own.filter((object) => left.get(signature(object, place))?.pop() === undefined)
      if (missing.length > 0)
        findings.push(
          error(
            `${place.board} in place ${place.number}: ${missing.length} of ${own.length} objects of its ${layerName(role)} are not on the panel as they are on the board`,
            moved(pointsOf(missing[0] as DrawnObject)[0] ?? { x: 0, y: 0 }, place),
            image.file,
          ),
        )
    }
    for (const object of [...left.values()].flat()) {
      const place = places.find((candidate) => pointsOf(object).some((point) => isOn(point, candidate)))
      if (place !== undefined)
        findings.push(
          error(
            `${place.board} in place ${place.number}: the ${layerName(role)} has something that the board has not`,
            pointsOf(object)[0],
            image.file,
          ),
        )
    }
    return findings
  })
}

function holes(panel: FabSet, places: readonly Place[], webMm: number): Finding[] {
  const key = (at: Point, diameter: number, plated: boolean | undefined): string =>
    `${nm(at.x)} ${nm(at.y)} ${nm(diameter)} ${plated}`
  const all = panel.drills.flatMap(({ hits }) => hits)
  const left = new Map<string, typeof all>()
  for (const hit of all) {
    const name = hit.points.map((at) => key(at, hit.diameter, hit.plated)).join(" ")
    left.set(name, [...(left.get(name) ?? []), hit])
  }
  const findings: Finding[] = []
  for (const place of places)
    for (const hit of place.files.drills.flatMap(({ hits }) => hits)) {
      const points = hit.points.map((at) => moved(at, place))
      const found = left.get(points.map((at) => key(at, hit.diameter, hit.plated)).join(" "))
      if (found?.pop() === undefined)
        findings.push(error(`${place.board} in place ${place.number}: a hole is missing`, points[0]))
    }
  const own = [...left.values()].flat()
  for (const [i, hit] of own.entries()) {
    const at = hit.points[0] as Point
    const place = places.find((candidate) => isOn(at, candidate))
    if (place !== undefined || hit.plated === true)
      findings.push(
        error(`a hole of the panel's own ${place === undefined ? "is plated" : `is on ${place.board}`}`, at),
      )
    for (const other of own.slice(i + 1)) {
      const to = other.points[0] as Point
      const web = Math.hypot(at.x - to.x, at.y - to.y) - (hit.diameter + other.diameter) / 2
      if (web < webMm - 1e-3)
        findings.push({
          ...error(`only ${web.toFixed(2)} mm of board between two holes of a tab, ${webMm} mm at least`, at),
          rule: "panel/web",
        })
    }
  }
  return findings
}

const moved = (point: Point, by: Point): Point => ({ x: point.x + by.x, y: point.y + by.y })

const nm = (mm: number): number => Math.round(mm * 1e6)

const pointsOf = (object: DrawnObject): readonly Point[] =>
  object.kind === "flash" ? [object.at] : object.kind === "stroke" ? object.points : object.contours.flat()

/** What an object is and where, but for what it belongs to. */
function signature(object: DrawnObject, by: Point): string {
  const places = pointsOf(object).map((point) => {
    const { x, y } = moved(point, by)
    return `${nm(x)},${nm(y)}`
  })
  const pen =
    object.kind === "region"
      ? ""
      : JSON.stringify([{ ...object.aperture.shape, name: undefined }, object.transform])
  return `${object.kind} ${object.polarity} ${pen} ${places.join(" ")}`
}

/** Inside the outline (even-odd) of a board in its place. */
function isOn(point: Point, place: Place): boolean {
  const p = { x: point.x - place.x, y: point.y - place.y }
  let inside = false
  place.outline.forEach((a, i) => {
    const b = place.outline[(i + 1) % place.outline.length] as Point
    if (a.y > p.y !== b.y > p.y && p.x < ((b.x - a.x) * (p.y - a.y)) / (b.y - a.y) + a.x) inside = !inside
  })
  return inside
}
