import { designatorOf, netName } from "../circuit/view"
import { signedArea } from "../geometry/polygon"
import type { CircuitView } from "../model/circuit-view"
import type { Claim, ClaimSubject, Layout } from "../model/claim"
import type { CheckResult, Finding, Place } from "../model/finding"
import type { Point } from "../model/place"
import { pinOf, rounded } from "./claim"

/** What data sheets ask of a layout, held to figures, mm. Pads as "U2.3" or "U2.IO16". */

const id = "layout/rules"
const title = "Layout rules of the data sheets"

type Judged = Omit<Finding, "rule" | "severity">

const layoutClaim = (says: Claim["says"], check: (subject: ClaimSubject) => CheckResult): Claim => ({
  id,
  title,
  says,
  check,
})

const error = (rule: string, judged: Judged): Finding => ({
  rule: `layout/${rule}`,
  severity: "error",
  ...judged,
})

/** A figure beside what it is held to, and what there is to say where it is not. */
interface Held {
  readonly rule: string
  readonly name: string
  readonly value: number
  readonly limit: number
  readonly least?: true
  readonly unit?: string
  readonly advice: string
  readonly parts?: readonly string[]
  readonly nets?: readonly string[]
  readonly at?: Place
}

function held({ rule, name, value, limit, least, unit = "mm", advice, ...where }: Held): CheckResult {
  // Hundredths of a millimetre: what a board is made to.
  const shown = rounded(value, Math.abs(value) >= 100 ? 4 : 3)
  const sound = least === true ? value >= limit - 5e-4 : value <= limit + 5e-4
  const words = (mm: number): string => (unit === "" ? `${mm}` : `${mm} ${unit}`)
  return {
    figures: [{ name, value: shown, limit, ...(unit === "" ? {} : { unit }) }],
    findings: sound
      ? []
      : [
          error(rule, {
            message: `${name}: ${words(shown)}, ${words(limit)} at ${least === true ? "least" : "most"}: ${advice}`,
            measure: { value: shown, limit, unit },
            ...where,
          }),
        ],
  }
}

const together = (results: readonly CheckResult[]) => ({
  findings: results.flatMap(({ findings }) => findings),
  figures: results.flatMap(({ figures = [] }) => figures),
})

const unknown = (what: string, parts: readonly string[], message: string): CheckResult => ({
  figures: [],
  findings: [error("unknown", { message: `${what}: ${message}`, parts })],
})

/** The two pads of two pins that are nearest to each other. */
function nearestPair(layout: Layout, a: string, b: string): readonly [Point, Point] | undefined {
  const pairs = layout.padsAt(a).flatMap((one) => layout.padsAt(b).map((other) => [one, other] as const))
  const far = ([one, other]: readonly [Point, Point]): number => Math.hypot(one.x - other.x, one.y - other.y)
  return pairs.sort((one, other) => far(one) - far(other))[0]
}

/**
 * A loop that fast current goes round, pad by pad: each step is through a part or along a net. Its length, and the area
 * it spans as seen from above: what it radiates grows with both.
 */
export const currentLoop = (
  what: string,
  pads: readonly string[],
  limits: { readonly maxMm: number; readonly maxMm2: number },
  source: string,
): Claim =>
  layoutClaim({ what, loop: pads, ...limits, source }, ({ circuit, layout }) => {
    const round = pads.map((pad) => pinOf(circuit, pad))
    const corners: Point[] = []
    let length = 0
    for (const [index, from] of round.entries()) {
      const to = round[(index + 1) % round.length] as string
      const net = netName(circuit, from)
      const own = designatorOf(from) === designatorOf(to)
      if (!own && (net === undefined || net !== netName(circuit, to)))
        return unknown(what, [from, to], `${from} and ${to} are neither of one part nor on one net`)
      const pair = nearestPair(layout, from, to)
      if (pair === undefined) return unknown(what, [from, to], `${from} or ${to} has no pad`)
      const straight = Math.hypot(pair[0].x - pair[1].x, pair[0].y - pair[1].y)
      // A pour joins them straight; a track may take a longer way.
      length += Math.max(straight, own ? 0 : (layout.trackMm(from, to) ?? 0))
      corners.push(pair[0])
    }
    const common = { parts: [...new Set(round.map(designatorOf))], advice: `nearer together (${source})` }
    return together([
      held({
        ...common,
        rule: "loop-length",
        name: `${what}, once round`,
        value: length,
        limit: limits.maxMm,
      }),
      held({
        ...common,
        ...{ rule: "loop-area", name: `${what}, area`, unit: "mm2" },
        ...{ value: Math.abs(signedArea(corners)), limit: limits.maxMm2 },
      }),
    ])
  })

/** A part stands beside the pin that it serves: from pad to pad on one net, edge to edge. */
export const beside = (what: string, a: string, b: string, maxMm: number, source: string): Claim =>
  layoutClaim({ what, from: a, to: b, maxMm, source }, ({ circuit, layout }) => {
    const [from, to] = [pinOf(circuit, a), pinOf(circuit, b)] as const
    const net = netName(circuit, from)
    if (net === undefined || net !== netName(circuit, to))
      return unknown(what, [from, to], `${from} and ${to} are not on one net`)
    const value = layout.padGap(from, to)
    if (value === undefined) return unknown(what, [from, to], `${from} or ${to} has no pad`)
    const name = `${what}, ${from} to ${to}`
    return held({
      rule: "beside",
      name,
      value,
      limit: maxMm,
      parts: [from, to],
      advice: `nearer (${source})`,
    })
  })

/** All copper of some nets keeps off all copper of others on the same layer. */
export const apart = (
  what: string,
  nets: readonly string[],
  others: readonly string[],
  minMm: number,
  source: string,
): Claim =>
  layoutClaim({ what, nets, others, minMm, source }, ({ circuit, layout }) => {
    const missing = [...nets, ...others].filter((net) => !hasNet(circuit, net))
    if (missing.length > 0) return unknown(what, [], `there is no net ${missing.join(", ")}`)
    return together(
      nets.flatMap((net) =>
        others.flatMap((other): CheckResult[] => {
          const near = layout.between(net, other)
          if (near === undefined) return []
          const name = `${what}, ${net} to ${other}`
          return [
            held({
              ...{ rule: "apart", name, value: near.mm, limit: minMm, least: true, at: near.at },
              ...{ nets: [net, other], advice: `farther apart (${source})` },
            }),
          ]
        }),
      ),
    )
  })

const hasNet = ({ nets }: CircuitView, name: string): boolean =>
  nets.some(({ names }) => names.includes(name))

/** Two tracks that run as a pair: how long the longer is, and by how much. */
export const pair = (
  what: string,
  tracks: readonly [readonly [from: string, to: string], readonly [from: string, to: string]],
  limits: { readonly maxMm: number; readonly maxSkewMm: number },
  source: string,
): Claim =>
  layoutClaim({ what, tracks, ...limits, source }, ({ circuit, layout }) => {
    const ways = tracks.map(([from, to]) => [pinOf(circuit, from), pinOf(circuit, to)] as const)
    const lengths = ways.map(([from, to]) => layout.trackMm(from, to))
    const [one, other] = lengths
    if (one === undefined || other === undefined) {
      const open = ways[one === undefined ? 0 : 1] ?? []
      return unknown(what, open, `no copper joins ${open.join(" and ")}`)
    }
    const nets = ways.flatMap(([from]) => netName(circuit, from) ?? [])
    return together([
      held({
        ...{ rule: "pair-length", name: `${what}, the longer`, value: Math.max(one, other) },
        ...{ limit: limits.maxMm, nets, advice: `shorter (${source})` },
      }),
      held({
        ...{ rule: "pair-skew", name: `${what}, difference`, value: Math.abs(one - other) },
        ...{ limit: limits.maxSkewMm, nets, advice: `more alike (${source})` },
      }),
    ])
  })

/** Vias of a pad's own net, in it or beside it: what takes its heat and its current to the planes. */
export const viasBeside = (
  what: string,
  pad: string,
  withinMm: number,
  atLeast: number,
  source: string,
): Claim =>
  layoutClaim({ what, pad, withinMm, atLeast, source }, ({ circuit, layout }) => {
    const at = pinOf(circuit, pad)
    if (layout.padsAt(at).length === 0) return unknown(what, [at], `${at} has no pad`)
    return held({
      ...{ rule: "vias", name: `${what}: vias within ${withinMm} mm of ${at}`, unit: "", least: true },
      ...{
        value: layout.viasBeside(at, withinMm),
        limit: atLeast,
        parts: [at],
        advice: `more vias (${source})`,
      },
    })
  })

/** All tracks of a net together. */
export const netWithin = (what: string, net: string, maxMm: number, source: string): Claim =>
  layoutClaim({ what, net, maxMm, source }, ({ circuit, layout }) => {
    if (!hasNet(circuit, net)) return unknown(what, [], `there is no net ${net}`)
    const value = layout.netMm(net)
    return held({
      rule: "net-length",
      name: `${what}, tracks of ${net}`,
      value,
      limit: maxMm,
      nets: [net],
      advice: `shorter (${source})`,
    })
  })
