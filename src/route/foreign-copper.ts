import { distance, type Point } from "../geometry/point"
import { covers } from "../geometry/shape"
import { UserError } from "../model/finding"
import type { CopperLayer } from "../model/layer"
import { naturalOrder } from "../natural-order"
import type { BoardFacts } from "./board-facts"
import { padsForFile } from "./lock"
import { joinPaths } from "./mend-paths"
import type { NetRoutes, Position, RoutePath, RoutesFile } from "./routes-file"
import { netTraces } from "./traces"

/** Copper that another program drew, in our frame: mm, board centre = origin, y up. Nets by that program's names. */
export interface ForeignCopper {
  /** Pads as "R5.2", where it has them and on which of its nets. */
  readonly pads: readonly { readonly name: string; readonly at: Point; readonly net: string }[]
  readonly tracks: readonly {
    readonly net: string
    readonly layer: CopperLayer
    readonly widthMm: number
    readonly points: readonly Point[]
  }[]
  readonly vias: readonly { readonly net: string; readonly at: Point; readonly diameterMm: number }[]
}

/** Pads nearer than this are in one place: programs round to a micrometre or coarser. mm */
const placeMm = 0.01

/**
 * Routes of a board from what another program drew on it. Its nets are known by their pads, whatever it calls them.
 * Nets whose copper is what it was keep their lines.
 * @throws UserError where pads, nets or vias are not the board's: the file is of another board, or of an older one.
 */
export function routesFrom(
  { pads, tracks, vias }: ForeignCopper,
  facts: BoardFacts,
  old: RoutesFile | undefined,
  file: string,
): RoutesFile {
  const fail = (what: string): never => {
    throw new UserError(`${file}: ${what}: it is not this board as it is now`, { exitCode: 1 })
  }
  const nameOf = new Map<string, string>()
  const seen = new Set<string>()
  for (const { name, at, net } of pads) {
    const own = facts.pads.filter((pad) => pad.name === name)
    if (own.length === 0) fail(`has a pad ${name} that the board has not`)
    if (!own.some(({ centre }) => distance(centre, at) <= placeMm)) {
      const [here] = own
      fail(`has ${name} at ${place(at)}, here it is at ${place(here?.centre ?? at)}`)
    }
    seen.add(name)
    const ours = own[0]?.net
    if (ours === undefined) {
      // A program may give an open pin a net of its own, as long as nothing else is on it.
      if (pads.some((pad) => pad.net === net && net !== "" && pad.name !== name))
        fail(`joins ${name} to "${net}"`)
      continue
    }
    const known = nameOf.get(net)
    if (known !== undefined && known !== ours)
      fail(`has ${name} (net ${ours}) on its net "${net}", which is ${known}`)
    if ([...nameOf].some(([theirs, other]) => other === ours && theirs !== net))
      fail(`has ${name} on its net "${net}", and other pads of ${ours} on another`)
    nameOf.set(net, ours)
  }
  const missing = facts.pads.find(({ name, net }) => net !== undefined && !seen.has(name))
  if (missing !== undefined) fail(`has no pad ${missing.name}`)
  for (const { net, at, diameterMm } of vias)
    if (Math.abs(diameterMm - facts.via.diameterMm) > 1e-3)
      fail(
        `has a via of ${diameterMm} mm on "${net}" at ${place(at)}, this board's have ${facts.via.diameterMm} mm`,
      )
  const odd = tracks.find(({ layer }) => !facts.stack.includes(layer))
  if (odd !== undefined) fail(`has a track of "${odd.net}" on ${odd.layer}, which the board has not`)
  const lone = [...tracks, ...vias].find(({ net }) => !nameOf.has(net))
  if (lone !== undefined) fail(`has copper on its net "${lone.net}", which has none of the board's pads`)
  const nets = facts.nets
    .filter((net) => [...nameOf.values()].includes(net))
    .sort(naturalOrder)
    .map((net): [string, NetRoutes] => {
      const of = (theirs: string): boolean => nameOf.get(theirs) === net
      const drawn = netOf(
        net,
        tracks.filter((track) => of(track.net)),
        vias.filter((via) => of(via.net)).map(({ at }) => position(at)),
        facts,
      )
      const before = old?.nets[net]
      const same = before !== undefined && copperText(net, before, facts) === copperText(net, drawn, facts)
      const note = before?.note === undefined ? {} : { note: before.note }
      return [net, same ? { ...before, pads: drawn.pads } : { ...note, ...drawn }]
    })
  return { format: 1, nets: Object.fromEntries(nets) }
}

const place = ({ x, y }: Point): string => `(${x.toFixed(2)}, ${y.toFixed(2)})`

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4 + 0
const position = ({ x, y }: Point): Position => [rounded(x), rounded(y)]

function netOf(
  net: string,
  tracks: ForeignCopper["tracks"],
  vias: readonly Position[],
  facts: BoardFacts,
): NetRoutes {
  const pads = facts.pads.filter((pad) => pad.net === net)
  const endName = ([x, y]: Position, layer: RoutePath["layer"]): string => {
    if (vias.some((via) => Math.hypot(via[0] - x, via[1] - y) < 1e-3)) return "via"
    return pads.find((pad) => pad.layers.includes(layer) && covers(pad.shape, { x, y }))?.name ?? "track"
  }
  const paths = tracks.map(({ layer, widthMm, points }): RoutePath => {
    const drawn = points.map(position)
    const [start, end] = [drawn[0] as Position, drawn[drawn.length - 1] as Position]
    return { from: endName(start, layer), to: endName(end, layer), layer, width: widthMm, points: drawn }
  })
  return joinPaths({ pads: padsForFile(facts, net), paths, vias })
}

/** All pieces of a net's copper, in an order that does not depend on how they were drawn. */
function copperText(net: string, routes: NetRoutes, facts: BoardFacts): string {
  const pieces = netTraces(net, routes, facts.via).flatMap(({ points }) => {
    const wires = points.filter((point) => point.route_type === "wire")
    return wires.slice(1).map((b, i) => {
      const a = wires[i] as (typeof wires)[number]
      const ends = [`${rounded(a.x)} ${rounded(a.y)}`, `${rounded(b.x)} ${rounded(b.y)}`].sort()
      return `${ends.join(" ")} ${a.layer} ${a.width}`
    })
  })
  return [...pieces, ...routes.vias.map(([x, y]) => `via ${x} ${y}`)].sort().join("\n")
}
