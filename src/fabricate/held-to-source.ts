import { Clipper, EndType, inflatePathsD, JoinType } from "clipper2-ts"
import { BoxIndex } from "../geometry/box-index"
import { boxOf } from "../geometry/shape"
import type { Drawn, DrawnPad, DrawnPaste, DrawnShape } from "../model/drawn"
import { copperFiles, type UploadNames } from "../model/fab-house"
import type { CheckResult, Finding } from "../model/finding"
import type { CopperLayer } from "../model/layer"
import type { Point, Side } from "../model/place"
import { areaMm2, type DrillHit, type GerberImage, readExcellon, readGerber } from "../read"
import {
  difference,
  grow,
  type Ring,
  ringFromMm,
  ringsOf as ringsOfPolygons,
  ringToMm,
  unionRings,
} from "../read/geometry/polygon"
import { ShapeMaker } from "../read/gerber/shape"
import { traceOutline } from "../verify/geometry/outline"
import { inkOf } from "./held-ink"

/** How far a file's edge may be from where the source's own matrix puts it, mm: chords of arcs and rounding. */
const strayMm = 0.006

/** The outline is drawn as it is said, but for rounding, mm. */
const outlineMm = 0.01

export interface HeldFiles {
  readonly gerbers: ReadonlyMap<string, string>
  readonly names: UploadNames
}

export interface HeldLimits {
  /** Of openings that state none of their own, mm. */
  readonly maskMarginMm: number
  /** What ink keeps from openings and from the edge, mm: what is nearer is cut on purpose. */
  readonly inkClearanceMm: number
  readonly outline: readonly Point[]
  /** Layers inside the board: holes have their pads there, too. */
  readonly inner: readonly CopperLayer[]
  /** Drawn where a via says no size. */
  readonly via: { readonly diameterMm: number; readonly drillMm: number }
}

/**
 * The written files have what the source draws, by the source's own matrix: each pad's copper on each of its sides,
 * and inside, its mask opening, its paste, each hole and slot, the outline, each line and letter of ink. Whatever stands between,
 * tscircuit, its Gerber writer and our steps, is not asked.
 */
export function heldToSource(drawn: readonly Drawn[], files: HeldFiles, limits: HeldLimits): CheckResult {
  const findings: Finding[] = []
  const image = (layer: keyof UploadNames): GerberImage => {
    const name = files.names[layer]
    return readGerber(files.gerbers.get(name) ?? "M02*", name)
  }
  const say = (one: Drawn, what: string, at: Point, side?: Side) =>
    findings.push({
      rule: "pkg/not-as-drawn",
      severity: "error",
      message: `${one.what}${one.part === undefined ? "" : ` of ${one.part}`}: ${what}`,
      at: { x: round(at.x), y: round(at.y), ...(side === undefined ? {} : { layer: side }) },
      parts: one.part === undefined ? [] : [one.part],
      ...one.line,
    })

  const cutouts = drawn.flatMap((one) => (one.kind === "cutout" ? [ccw(one.shape.core)] : []))
  const pads = drawn.filter((one): one is DrawnPad => one.kind === "pad")
  for (const side of ["top", "bottom"] as const) {
    const letter = side === "top" ? "F" : "B"
    const copper = byPlace(objectsOf(image(`${letter}_Cu`)))
    const openings = objectsOf(image(`${letter}_Mask`))
    const mask = byPlace(openings)
    const windows = drawn.filter((one) => one.kind === "paste" && one.side === side) as DrawnPaste[]
    const allPaste = objectsOf(image(`${letter}_Paste`))
    const pasteThere = byPlace(allPaste)
    const ofWindows = new Set(windows.flatMap((one) => alike(pasteThere, ringsOf(one.shape))))
    const paste = byPlace(allPaste.filter((object) => !ofWindows.has(object)))
    for (const one of windows)
      if (alike(pasteThere, ringsOf(one.shape)).length === 0)
        say(
          one,
          `${files.names[`${letter}_Paste`]} has no paste of its form there`,
          middleOf(one.shape),
          side,
        )
    for (const pad of pads.filter(({ sides }) => sides.includes(side))) {
      const at = middleOf(pad.shape)
      const rings = ringsOf(pad.shape)
      if (alike(copper, rings).length === 0)
        say(pad, `${files.names[`${letter}_Cu`]} has no copper of its form there`, at, side)
      const margin = pad.maskMarginMm ?? limits.maskMarginMm
      const opened = mask
        .within(boxOfRings(rings), 3 * (Math.abs(margin) + strayMm))
        .some((object) => isOpening(object, rings, margin))
      if (opened !== pad.mask)
        say(
          pad,
          `${files.names[`${letter}_Mask`]} has ${pad.mask ? "no" : "an"} opening of its form there`,
          at,
          side,
        )
      const own =
        pad.hole !== undefined
          ? []
          : paste.within(boxOf(pad.shape)).filter((object) => meets(object, pad.shape))
      const inPad = own.filter((object) => isInside(object.rings, grow(rings, strayMm, "miter")))
      if (pad.paste && inPad.length === 0)
        say(pad, `${files.names[`${letter}_Paste`]} has no paste on it`, at, side)
      if (!pad.paste && inPad.length > 0)
        say(pad, `${files.names[`${letter}_Paste`]} has paste on it, which the source leaves out`, at, side)
      // Another pad may lie there too: what is on neither is no pad's.
      if (own.length > inPad.length && !pads.some((other) => other !== pad && isNear(other, pad)))
        say(pad, `${files.names[`${letter}_Paste`]} has paste that reaches beside it`, at, side)
    }
    const clear = openings.flatMap(({ rings }) => grow(unionRings(rings), limits.inkClearanceMm + 0.05))
    const silk = objectsOf(image(`${letter}_Silkscreen`), true).flatMap(({ rings }) => rings)
    const edges = ringsOfPolygons(difference([ringFromMm(ccw(limits.outline))], cutouts.map(ringFromMm)))
    const board = grow(edges, -limits.inkClearanceMm - 0.05, "miter")
    // A ring covers nothing outside its box, so each piece of ink is held to those alone that come near it.
    const covered = new BoxIndex([...silk, ...clear], boxOfRing)
    for (const one of drawn) {
      if ((one.kind !== "ink" && one.kind !== "text") || one.side !== side) continue
      const wanted = inkOf(one)
      const ink = unionRings(wanted.flatMap(ringsOf))
      const left = ink.length === 0 ? [] : difference(ink, covered.within(boxOfRings(ink), strayMm))
      const missing = left.flatMap(({ outer, holes }) => [outer, ...holes])
      const onBoard =
        missing.length === 0
          ? 0
          : areaMm2(Clipper.intersect(missing, board, 1).map((outer) => ({ outer, holes: [] })))
      if (onBoard > 0.004)
        say(
          one,
          `${files.names[`${letter}_Silkscreen`]} lacks ${onBoard.toFixed(3)} mm2 of its ink`,
          middleOf(wanted[0] ?? { core: [], radius: 0 }),
          side,
        )
    }
  }

  for (const layer of limits.inner) {
    const file = copperFiles[layer]
    const copper = byPlace(objectsOf(image(file)))
    for (const pad of pads)
      if (pad.hole !== undefined && alike(copper, ringsOf(pad.shape)).length === 0)
        say(pad, `${files.names[file]} has no copper of its form there`, middleOf(pad.shape))
  }

  const hits = {
    plated: [...readExcellon(files.gerbers.get(files.names.PTH) ?? "", files.names.PTH).hits],
    unplated: [...readExcellon(files.gerbers.get(files.names.NPTH) ?? "", files.names.NPTH).hits],
  }
  for (const one of drawn) {
    const hole =
      one.kind === "pad"
        ? one.hole
        : one.kind === "hole"
          ? one.shape
          : one.kind === "via"
            ? viaHole(one)
            : undefined
    if (hole === undefined) continue
    const list = one.kind === "hole" ? hits.unplated : hits.plated
    const index = list.findIndex((hit) => sameHole(hit, hole))
    if (index >= 0) list.splice(index, 1)
    else
      say(
        one,
        `${files.names[one.kind === "hole" ? "NPTH" : "PTH"]} has no hole of its size there`,
        middleOf(hole),
      )
  }
  function viaHole({ at, drillMm }: Extract<Drawn, { kind: "via" }>): DrawnShape {
    return { core: [at], radius: (drillMm ?? limits.via.drillMm) / 2 }
  }

  const [contour, ...inner] = traceOutline(image("Edge_Cuts")).contours.map((one) =>
    areaOf([ringFromMm(ccw(one))]),
  )
  const edge = [ringFromMm(ccw(limits.outline))]
  if (contour === undefined || !sameArea(contour, edge, outlineMm))
    findings.push({
      rule: "pkg/not-as-drawn",
      severity: "error",
      message: `${files.names.Edge_Cuts} does not have the outline that the board's definition has`,
    })
  for (const one of drawn) {
    if (one.kind !== "cutout") continue
    const index = inner.findIndex((found) => sameArea(found, ringsOf(one.shape), outlineMm))
    if (index >= 0) inner.splice(index, 1)
    else say(one, `${files.names.Edge_Cuts} has no contour of its form there`, middleOf(one.shape))
  }
  for (const { box } of inner)
    findings.push({
      rule: "pkg/not-as-drawn",
      severity: "error",
      message: `${files.names.Edge_Cuts} has a contour that the source does not draw`,
      at: { x: round((box.minX + box.maxX) / 2), y: round((box.minY + box.maxY) / 2) },
    })
  return { findings, figures: [{ name: "pieces of the source found in the files", value: drawn.length }] }
}

interface Area {
  readonly rings: readonly Ring[]
  readonly box: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number }
}

/** Corners of a region above which it is a pour. */
const manyCorners = 600

/** What a layer draws, object by object; without lines, unless asked, and without pours. */
function objectsOf(image: GerberImage, lines = false): Area[] {
  const maker = new ShapeMaker()
  return image.objects.flatMap((object): Area[] => {
    if (object.polarity !== "dark") return []
    if (object.kind === "region" && object.contours.some(({ length }) => length > manyCorners)) return []
    const isLine = object.kind === "stroke" && !lines && object.apertureFunction === "Conductor"
    if (isLine) return []
    const rings = maker.rings(object)
    if (rings.length === 0) return []
    return [areaOf(rings)]
  })
}

const areaOf = (rings: readonly Ring[]): Area => ({ rings, box: boxOfRings(rings) })

const byPlace = (areas: readonly Area[]): BoxIndex<Area> => new BoxIndex(areas, ({ box }) => box)

/** The objects that cover what is wanted, and no more. */
const alike = (objects: BoxIndex<Area>, wanted: readonly Ring[]): Area[] =>
  objects.within(boxOfRings(wanted), strayMm).filter((object) => sameArea(object, wanted))

const ccw = (points: readonly Point[]): Point[] => {
  const path = points.map(({ x, y }) => ({ x, y }))
  return Clipper.areaD(path) < 0 ? path.reverse() : path
}

function ringsOf({ core, radius }: DrawnShape): Ring[] {
  const path = core.length > 2 ? ccw(core) : core.map(({ x, y }) => ({ x, y }))
  if (radius === 0) return [ringFromMm(path)]
  const end = core.length > 2 ? EndType.Polygon : EndType.Round
  return inflatePathsD([path], radius, JoinType.Round, end, 2, 6, 0.001).map(ringFromMm)
}

const boxOfRing = (ring: Ring) => boxOfRings([ring])
const boxOfRings = (rings: readonly Ring[]) => boxOf({ core: rings.flatMap(ringToMm), radius: 0 })

function sameBox(a: Area["box"], b: Area["box"], by: number): boolean {
  return (
    Math.abs(a.minX - b.minX) <= by &&
    Math.abs(a.minY - b.minY) <= by &&
    Math.abs(a.maxX - b.maxX) <= by &&
    Math.abs(a.maxY - b.maxY) <= by
  )
}

const isInside = (rings: readonly Ring[], outer: readonly Ring[]): boolean =>
  difference(rings, outer).every(({ outer: ring }) => Math.abs(Clipper.area(ring)) < 1e7)

function sameArea(found: Area, wanted: readonly Ring[], by = strayMm): boolean {
  if (!sameBox(found.box, boxOfRings(wanted), by)) return false
  return isInside(found.rings, grow(wanted, by)) && isInside(wanted, grow(found.rings, by))
}

/** Whether it opens the pad and its margin all round, and no more. Corners may be round or sharp. */
function isOpening(found: Area, pad: readonly Ring[], marginMm: number): boolean {
  if (!sameBox(found.box, boxOfRings(grow(pad, marginMm, "miter")), Math.max(strayMm, marginMm))) return false
  return (
    isInside(found.rings, grow(pad, marginMm + strayMm, "miter")) &&
    isInside(grow(pad, marginMm - strayMm), found.rings)
  )
}

function meets({ box, rings }: Area, shape: DrawnShape): boolean {
  const own = boxOf(shape)
  if (box.minX > own.maxX || box.maxX < own.minX || box.minY > own.maxY || box.maxY < own.minY) return false
  return Clipper.intersect(rings as Ring[], ringsOf(shape), 1).length > 0
}

function isNear(a: DrawnPad, b: DrawnPad): boolean {
  const [p, q] = [boxOf(a.shape), boxOf(b.shape)]
  return p.minX < q.maxX && q.minX < p.maxX && p.minY < q.maxY && q.minY < p.maxY
}

function middleOf(shape: DrawnShape): Point {
  if (shape.core.length === 0) return { x: 0, y: 0 }
  const { minX, minY, maxX, maxY } = boxOf(shape)
  return { x: (minX + maxX) / 2, y: (minY + maxY) / 2 }
}

function sameHole(hit: DrillHit, { core, radius }: DrawnShape): boolean {
  const near = (p: Point, q: Point | undefined) => q !== undefined && Math.hypot(p.x - q.x, p.y - q.y) < 0.002
  return (
    Math.abs(hit.diameter - 2 * radius) < 0.002 &&
    hit.points.length === core.length &&
    hit.points.every((p) => core.some((q) => near(p, q)))
  )
}

const round = (mm: number): number => Math.round(mm * 1000) / 1000 + 0
