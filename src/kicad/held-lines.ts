import { netOfTrace } from "../circuit/copper"
import { piecesOf } from "../circuit/drawn-pieces"
import { type Circuit, elementsOf } from "../circuit/elements"
import { netlistOf } from "../circuit/netlist"
import { stackIn } from "../circuit/stack"
import type { DrawnInk, DrawnShape } from "../model/drawn"
import type { CheckResult, Finding } from "../model/finding"
import type { CopperLayer } from "../model/layer"
import type { Point } from "../model/place"
import { kicadTree } from "../verify/expected/kicad"
import { Cells } from "./cells"
import { heldPours, heldTexts } from "./held-areas"
import { type Ink, type KicadInk, kicadCopper, linesOf, ring, strokes } from "./read-lines"

/** Coordinates of the file are rounded to a micrometre, and turned by rounded angles, mm. */
const strayMm = 0.006

/** Widths and diameters are written as they are, mm. */
const sizeMm = 0.0015

/**
 * The KiCad board has every track, via, pour, text and piece of ink of the compiled circuit, each once, and no other,
 * read from the file alone; and what is one net in the circuit is one in the file.
 * @param minLineMm what the fab prints: thinner lines of ink are as wide, as in the Gerbers
 */
export function kicadAsCompiled(
  circuit: Circuit,
  text: string,
  file: string,
  minLineMm: number,
): CheckResult {
  const findings: Finding[] = []
  const say = (message: string, at: Point) =>
    findings.push({
      rule: "pkg/not-as-drawn",
      severity: "error",
      message,
      at: { x: round(at.x), y: round(at.y) },
      file,
    })
  const tree = kicadTree(text, file)
  const board = linesOf(tree)
  const nets: OnNet[] = []
  for (const { what, at } of board.odd) say(`the KiCad board has ${what}, which this project never draws`, at)

  const tracks = tracksOf(circuit)
  const trackCells = new Cells(board.tracks, ({ from, to }) => middle(from, to))
  for (const one of tracks) {
    const at = middle(one.from, one.to)
    const found = trackCells.take(
      at,
      (other) =>
        sameEnds([one.from, one.to], [other.from, other.to]) &&
        other.layer === kicadCopper[one.layer] &&
        Math.abs(other.widthMm - one.widthMm) < sizeMm,
    )
    const what = `the ${mm(one.widthMm)} mm track${ofNet(one.net)} on ${one.layer}`
    if (found === undefined) say(`${what}: the KiCad board has no such track`, at)
    else nets.push({ what, net: one.net, found: found.net })
  }
  for (const { from, to, layer } of trackCells.rest())
    say(`the KiCad board has a track on ${layer} that the circuit does not have`, middle(from, to))

  const vias = viasOf(circuit)
  const viaCells = new Cells(board.vias, ({ at }) => at)
  for (const one of vias) {
    const found = viaCells.take(
      one.at,
      (other) =>
        near(one.at, other.at) &&
        other.kind === undefined &&
        other.layers === "F.Cu B.Cu" &&
        Math.abs(other.sizeMm - one.sizeMm) < sizeMm &&
        Math.abs(other.drillMm - one.drillMm) < sizeMm,
    )
    const what = `the ${mm(one.sizeMm)}/${mm(one.drillMm)} mm via${ofNet(one.net)}`
    if (found === undefined) say(`${what}: the KiCad board has no such via through the board`, one.at)
    else nets.push({ what, net: one.net, found: found.net })
  }
  for (const { at } of viaCells.rest()) say("the KiCad board has a via that the circuit does not have", at)

  const ink = inkOf(circuit, minLineMm)
  const inkCells = new Cells(board.ink, ({ ink: one }) => middleOf(one))
  for (const one of ink)
    if (
      inkCells.take(middleOf(one.ink), (other) => other.side === one.side && sameInk(one.ink, other.ink)) ===
      undefined
    )
      say(`${one.what}: the KiCad board does not have it on the ${one.side}`, middleOf(one.ink))
  for (const { side, ink: one } of inkCells.rest())
    say(`the KiCad board has ink on the ${side} that the circuit does not have`, middleOf(one))

  const pours = heldPours(circuit, tree, say)
  nets.push(...pours.nets)
  const texts = heldTexts(circuit, tree, say)

  const { netOf } = netlistOf(circuit)
  for (const { pad, net } of board.padNets)
    nets.push({ what: pad, net: netOf.get(pad)?.name ?? `no net (${pad})`, found: net })
  findings.push(...mixedNets(nets, file))
  return {
    findings,
    figures: [
      {
        name: "tracks, vias, pours, texts and lines of ink found in the KiCad board",
        value: tracks.length + vias.length + pours.count + texts + ink.length,
      },
    ],
  }
}

/** A piece with its net in the circuit and in the file. */
interface OnNet {
  readonly what: string
  readonly net: string | undefined
  readonly found: string
}

/** Two nets of the circuit under one of the file, or one under two. */
function mixedNets(nets: readonly OnNet[], file: string): Finding[] {
  const [ours, theirs] = [new Map<string, string>(), new Map<string, string>()]
  return nets.flatMap(({ what, net, found }): Finding[] => {
    if (net === undefined) return []
    const [known, owner] = [ours.get(net) ?? found, theirs.get(found) ?? net]
    ours.set(net, known)
    theirs.set(found, owner)
    if (known === found && owner === net) return []
    const why = owner === net ? "on another net than the rest of it" : `on the net of ${owner}`
    const message = `${what} is of ${net}, and in the KiCad board ${why}`
    return [{ rule: "pkg/not-as-drawn", severity: "error", message, nets: [net], file }]
  })
}

interface OwnTrack {
  readonly from: Point
  readonly to: Point
  readonly widthMm: number
  readonly layer: CopperLayer
  readonly net: string | undefined
}

/** Straight pieces of the routes, read here once more and not as the writer reads them. */
function tracksOf(circuit: Circuit): OwnTrack[] {
  const nets = netOfTrace(circuit, netlistOf(circuit))
  const stack = stackIn(circuit)
  return elementsOf(circuit, "pcb_trace").flatMap(({ pcb_trace_id, route }) => {
    const net = nets.get(pcb_trace_id)
    const tracks: OwnTrack[] = []
    route.forEach((point, index) => {
      const before = route[index - 1]
      if (before === undefined) return
      // A piece has the width of the wire point that it starts from, else of the one it ends at.
      const wire = before.route_type === "wire" ? before : point
      if (wire.route_type !== "wire") return
      const from = before.route_type === "through_pad" ? before.end : before
      const to = point.route_type === "through_pad" ? point.start : point
      const layer = stack.find((one) => one === wire.layer)
      if (layer !== undefined && Math.hypot(to.x - from.x, to.y - from.y) > 0)
        tracks.push({ from, to, widthMm: wire.width, layer, net })
    })
    return tracks
  })
}

/** Vias through the board; those that the circuit has twice, as an element and in a route, once. */
function viasOf(circuit: Circuit) {
  const netlist = netlistOf(circuit)
  const nets = netOfTrace(circuit, netlist)
  const all = [
    ...elementsOf(circuit, "pcb_via").map((one) => ({
      at: { x: one.x, y: one.y },
      sizeMm: one.outer_diameter,
      drillMm: one.hole_diameter,
      net: netlist.netOfSourceNet.get(one.source_net_id ?? "")?.name ?? nets.get(one.pcb_trace_id ?? ""),
    })),
    ...elementsOf(circuit, "pcb_trace").flatMap(({ pcb_trace_id, route }) =>
      route.flatMap((one) =>
        one.route_type === "via" && one.outer_diameter !== undefined && one.hole_diameter !== undefined
          ? [
              {
                at: { x: one.x, y: one.y },
                sizeMm: one.outer_diameter,
                drillMm: one.hole_diameter,
                net: nets.get(pcb_trace_id),
              },
            ]
          : [],
      ),
    ),
  ]
  const byPlace = new Map<string, (typeof all)[number]>()
  for (const one of all) {
    const key = `${one.at.x.toFixed(3)} ${one.at.y.toFixed(3)}`
    const known = byPlace.get(key) ?? one
    byPlace.set(key, {
      at: known.at,
      sizeMm: Math.max(known.sizeMm, one.sizeMm),
      drillMm: Math.max(known.drillMm, one.drillMm),
      net: known.net ?? one.net,
    })
  }
  return [...byPlace.values()]
}

function inkOf(circuit: Circuit, minLineMm: number): (KicadInk & { readonly what: string })[] {
  return piecesOf(circuit).flatMap(({ piece, part }) =>
    piece.kind === "ink"
      ? strokesOf(piece.form, minLineMm).map((ink) => ({
          side: piece.side,
          ink,
          what: `${piece.what}${part === undefined ? "" : ` of ${part}`}`,
        }))
      : [],
  )
}

function strokesOf(form: DrawnInk["form"], minLineMm: number): Ink[] {
  switch (form.kind) {
    case "lines":
      return strokes(form.points, Math.max(form.widthMm, minLineMm) / 2)
    case "circle":
      return [ring(form.centre, form.radiusMm, Math.max(form.widthMm, minLineMm), false)]
    case "area": {
      const { core, radius } = form.shape
      // A disc is a ring of half its radius, drawn with a pen as wide as that.
      const [centre] = core
      return core.length === 1 && centre !== undefined
        ? [ring(centre, radius / 2, Math.max(radius, minLineMm), true)]
        : [{ kind: "area", shape: { core, radius: radius === 0 ? 0 : Math.max(radius, minLineMm / 2) } }]
    }
  }
}

const near = (a: Point, b: Point): boolean => Math.hypot(a.x - b.x, a.y - b.y) < strayMm

const sameEnds = ([a, b]: readonly [Point, Point], [p, q]: readonly [Point, Point]): boolean =>
  (near(a, p) && near(b, q)) || (near(a, q) && near(b, p))

function sameInk(a: Ink, b: Ink): boolean {
  if (a.kind === "area") return b.kind === "area" && sameShape(a.shape, b.shape)
  return (
    b.kind === "ring" &&
    near(a.centre, b.centre) &&
    Math.abs(a.radiusMm - b.radiusMm) < strayMm &&
    Math.abs(a.widthMm - b.widthMm) < sizeMm
  )
}

/** Whichever corner it begins at, and whichever way it goes. */
function sameShape(a: DrawnShape, b: DrawnShape): boolean {
  const count = a.core.length
  if (count !== b.core.length || Math.abs(a.radius - b.radius) > strayMm) return false
  return b.core.some((_, start) =>
    [1, -1].some((way) =>
      a.core.every((p, i) => near(p, b.core[(start + way * i + count * count) % count] as Point)),
    ),
  )
}

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })

function middleOf(one: Ink): Point {
  if (one.kind === "ring") return one.centre
  const { core } = one.shape
  const sum = core.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 })
  return { x: sum.x / Math.max(1, core.length), y: sum.y / Math.max(1, core.length) }
}

const ofNet = (net: string | undefined): string => (net === undefined ? "" : ` of ${net}`)
const mm = (value: number): string => String(Math.round(value * 1000) / 1000)
const round = (value: number): number => Math.round(value * 1000) / 1000 + 0
