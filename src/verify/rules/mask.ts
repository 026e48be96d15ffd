import type { Finding } from "../../model/finding"
import { areaMm2, hitRings, type Point, type Polygon, toMm, toUnits } from "../../read"
import { boxOf } from "../../read/geometry/point"
import { difference, grow, type Ring, ringsOf } from "../../read/geometry/polygon"
import { layerName } from "../files/roles"
import { place, spot } from "../geometry/board"
import { gapsBetween } from "../geometry/edge-index"
import { rimPoints } from "../geometry/holes"
import type { LayerGeometry } from "../geometry/layer"
import type { PadShape } from "../geometry/pad-shapes"
import { padName } from "../netlist"
import { extreme, type FileRule, judge, measureErrorMm, missed, widest } from "../rule"
import { holeName, isVia } from "./holes"
import { isCameraMark } from "./marks"

const sides = ["top", "bottom"] as const

/** Every pad lies bare, with the margin all round that the fab needs to register the mask. */
export const maskOpenings: FileRule = {
  id: "dfm/mask-opening",
  title: "solder mask open over every pad",
  check: ({ board, limit }) => {
    const margin = widest(limit("mask-expansion"))
    const findings: Finding[] = []
    for (const side of sides) {
      const mask = board.layer(`mask-${side}`)
      if (mask === undefined) continue
      const pads = board.padShapes.filter((pad) => pad.side === side)
      const short = pads.filter((pad) => {
        const near = mask.ringsIn(boxOf(pad.rings.flat()))
        // Nothing opens over it: no need to measure what is missing.
        if (near.length === 0) return pad.areaMm2 >= 0.0005
        const wanted = grow(pad.rings, margin - measureErrorMm, "round", measureErrorMm)
        return areaMm2(difference(wanted, mask.ringsIn(boxOf(wanted.flat())))) >= 0.0005
      })
      const name = layerName(`mask-${side}`)
      const [closed, tight] = [
        short.filter((pad) => mask.pieceAt(pad) < 0),
        short.filter((pad) => mask.pieceAt(pad) >= 0),
      ]
      findings.push(...told(closed, `the ${name} covers`))
      findings.push(...told(tight, `the ${name} opens less than ${margin.toFixed(3)} mm beyond`))
    }
    return { findings }
  },
}

/** One finding a pad; where a whole layer is drawn that way, one for all. */
function told(pads: readonly PadShape[], what: string): Finding[] {
  const groups = pads.length > 6 ? [pads] : pads.map((pad) => [pad])
  return groups.flatMap((group): Finding[] => {
    const [first] = group
    if (first === undefined) return []
    const parts = [...new Set(group.flatMap(({ pad }) => (pad === undefined ? [] : [padName(pad)])))]
    const rest = group.length > 1 ? ` and ${group.length - 1} other pads` : ""
    return [
      {
        rule: "dfm/mask-opening",
        severity: "error",
        message: `${what} ${nameOf(first)}${rest}`,
        ...place(first, `copper-${first.side}`),
        ...(parts.length === 0 ? {} : { parts }),
      },
    ]
  })
}

/** How far an opening may reach past its pad or hole before it is one for something else, mm. */
const strayMm = 0.4

/** An opening over neither pad nor hole lays bare what nobody solders: tracks and pour. Round a camera's mark it is meant. */
export const maskStray: FileRule = {
  id: "dfm/mask-stray",
  title: "no solder mask opening without a pad or a hole",
  check: ({ board }) => {
    const findings: Finding[] = []
    // Without a netlist nobody knows which copper is meant to be bare.
    if (board.expected === undefined) return { findings }
    for (const side of sides) {
      const mask = board.layer(`mask-${side}`)
      if (mask === undefined) continue
      const wanted = [
        ...board.padShapes.filter((pad) => pad.side === side),
        ...board.holes.map((hole) => ({ ...hole.centre, rings: hitRings(hole) })),
      ]
      const doubtful = beyondBoxes(mask, wanted).filter((piece) => !isCameraMark(board, side, piece))
      if (doubtful.length === 0) continue
      const meant = grow(
        wanted.flatMap(({ rings }) => rings),
        strayMm,
        "miter",
      )
      for (const piece of difference(ringsOf(doubtful), meant)) {
        if (areaMm2([piece]) < 0.01) continue
        const box = boxOf(piece.outer)
        const at = { x: toMm((box.minX + box.maxX) / 2), y: toMm((box.minY + box.maxY) / 2) }
        findings.push({
          rule: "dfm/mask-stray",
          severity: "error",
          message: `the ${layerName(`mask-${side}`)} is open where there is no pad and no hole`,
          ...place(at, `copper-${side}`),
        })
      }
    }
    return { findings }
  },
}

/** Openings that reach further than the boxes of the pads and holes in them: only these need exact geometry. */
function beyondBoxes(
  mask: LayerGeometry,
  wanted: readonly (Point & { readonly rings: readonly Ring[] })[],
): Polygon[] {
  const inside = new Map<number, Ring[]>()
  for (const { x, y, rings } of wanted) {
    const piece = mask.pieceAt({ x, y })
    if (piece >= 0) inside.set(piece, [...(inside.get(piece) ?? []), ...rings])
  }
  const slack = toUnits(strayMm)
  return mask.pieces.filter(({ outer }, piece) => {
    const [opening, meant] = [boxOf(outer), boxOf((inside.get(piece) ?? []).flat())]
    return !(
      opening.minX >= meant.minX - slack &&
      opening.minY >= meant.minY - slack &&
      opening.maxX <= meant.maxX + slack &&
      opening.maxY <= meant.maxY + slack
    )
  })
}

/** Mask left standing between two openings; openings that run into each other across two nets have none. */
export const maskBridge: FileRule = {
  id: "dfm/mask-bridge",
  title: "solder mask between openings",
  check: ({ board, limit }) => {
    const rule = limit("mask-bridge")
    const findings: Finding[] = []
    let smallest = Number.POSITIVE_INFINITY
    for (const side of sides) {
      const mask = board.layer(`mask-${side}`)
      if (mask === undefined) continue
      for (const gap of gapsBetween(mask.edges, (piece) => piece, widest(rule) * 2, widest(rule))) {
        smallest = Math.min(smallest, gap.distance)
        const verdict = judge(gap.distance, rule)
        if (verdict === undefined) continue
        const what = `the bridge of the ${layerName(`mask-${side}`)} is too narrow`
        findings.push(
          missed("dfm/mask-bridge", verdict, gap.distance, what, gap.a, { layer: `copper-${side}` }),
        )
      }
      for (const nets of sharedOpenings(board.padShapes, side, mask.pieceAt.bind(mask)))
        findings.push({
          rule: "dfm/mask-bridge",
          severity: "error",
          message: `no solder mask between ${nets.names.join(" and ")} on the ${side} side`,
          ...place(nets.at, `copper-${side}`),
          parts: nets.names,
        })
    }
    return { findings, figures: extreme("narrowest solder mask bridge", smallest, rule) }
  },
}

/** Vias are tented: no opening reaches a via's hole. */
export const viasTented: FileRule = {
  id: "dfm/via-tented",
  title: "vias covered by solder mask, none in a pad",
  check: ({ board }) => {
    const findings: Finding[] = []
    for (const hole of board.holes) {
      if (!isVia(board, hole)) continue
      for (const side of sides) {
        const mask = board.layer(`mask-${side}`)
        const rim = rimPoints(hole.points, hole.radius, 0)
        if (mask === undefined || ![hole.centre, ...rim].some((point) => mask.pieceAt(point) >= 0)) continue
        findings.push({
          rule: "dfm/via-tented",
          severity: "error",
          message: `the ${holeName(board, hole)} is not covered by the ${layerName(`mask-${side}`)}`,
          ...place(hole.centre, `copper-${side}`),
        })
      }
    }
    return { findings }
  },
}

function* sharedOpenings(
  pads: readonly PadShape[],
  side: "top" | "bottom",
  openingAt: (at: PadShape) => number,
): Generator<{ names: string[]; at: PadShape }> {
  const first = new Map<number, PadShape>()
  for (const pad of pads) {
    if (pad.side !== side || pad.pad === undefined) continue
    const opening = openingAt(pad)
    if (opening < 0) continue
    const other = first.get(opening)
    if (other === undefined) first.set(opening, pad)
    else if (other.pad?.net !== pad.pad.net || pad.pad.net === undefined)
      yield { names: [nameOf(other), nameOf(pad)], at: pad }
  }
}

function nameOf(pad: PadShape): string {
  return pad.pad === undefined ? `the pad at ${spot(pad)}` : padName(pad.pad)
}
