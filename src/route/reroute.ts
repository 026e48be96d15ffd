import type { Point } from "../geometry/point"
import { naturalOrder } from "../natural-order"
import { type Blocked, lateReason, type Outcome, tryOut } from "./attempt"
import { type BoardFacts, pouredViews } from "./board-facts"
import type { CopperItem } from "./copper"
import type { Effort } from "./effort"
import { FieldMaker } from "./field"
import { gridOf } from "./grid"
import { keepWhatFits } from "./keep"
import type { LayContext } from "./lay"
import { lockOf, padsForFile, staleNets } from "./lock"
import { Maze } from "./maze"
import { copperOf, empty, type Nets, reach, totalPrice } from "./net-set"
import { layersSearched } from "./open-layers"
import { formatNet, type NetRoutes, type RoutesFile } from "./routes-file"

/** Brings routes up to date with a board: keeps what fits, lays the rest again. Pure: no files, no clock of its own. */

export interface RerouteOptions {
  /** Nets to lay from nothing although they fit. */
  readonly nets?: readonly string[]
  /** Lay every net from nothing. */
  readonly all?: boolean
  /** Counts the work and bounds it. */
  readonly effort: Effort
  readonly progress: (line: string) => void
  /** Ways an outside autorouter finds for these nets: asked where ours finds none. */
  readonly guide?: (nets: readonly string[], fixed: readonly CopperItem[]) => Promise<Guide>
}

export type Guide = ReadonlyMap<string, readonly (readonly Point[])[]>

export type RerouteResult =
  | {
      readonly ok: true
      readonly routes: RoutesFile
      readonly laid: readonly string[]
      readonly notes: readonly string[]
    }
  | {
      readonly ok: false
      readonly blocked: readonly Blocked[]
      readonly late: boolean
    }

export async function reroute(
  file: RoutesFile | undefined,
  board: BoardFacts,
  options: RerouteOptions,
): Promise<RerouteResult> {
  const drawn: RoutesFile = file ?? { format: 1, nets: {} }
  // Without a pour its net is laid like any other.
  const facts = board.pour.layers.length > 0 ? board : { ...board, pour: { ...board.pour, net: "" } }
  const poured = pouredViews(facts).map(({ pour }) => pour.net)
  const stale = staleNets(drawn, facts).map(({ net }) => net)
  const whole = new Set(options.all ? facts.nets : (options.nets ?? []))
  const redo = facts.nets.filter((net) => (stale.includes(net) || whole.has(net)) && !poured.includes(net))
  const fixed = new Map(
    Object.entries(drawn.nets).filter(
      ([net]) => facts.nets.includes(net) && !poured.includes(net) && !redo.includes(net),
    ),
  )
  const fixedCopper = copperOf(fixed, facts)
  const grid = gridOf(facts.outline)
  const fields = new FieldMaker(grid, facts)
  const plain: LayContext = {
    facts,
    fields,
    maze: new Maze(grid, options.effort, layersSearched(facts)),
    effort: options.effort,
  }
  const order = [...redo].sort((a, b) => reach(facts, a) - reach(facts, b) || naturalOrder(a, b))

  const fresh = (net: string): NetRoutes => {
    const note = drawn.nets[net]?.note
    return { ...(note === undefined ? {} : { note }), pads: padsForFile(facts, net), paths: [], vias: [] }
  }
  const partly = new Map<string, NetRoutes>()
  for (const net of order) {
    const old = drawn.nets[net]
    if (!old || whole.has(net)) {
      partly.set(net, fresh(net))
      continue
    }
    const others = [...fixedCopper, ...copperOf(partly, facts)]
    partly.set(net, { ...keepWhatFits(net, old, facts, others), pads: padsForFile(facts, net) })
  }
  const fromNothing = new Map(order.map((net) => [net, fresh(net)]))
  const pouredDrawn = new Map(
    poured.flatMap((net) => {
      const routes = whole.has(net) ? undefined : drawn.nets[net]
      return routes === undefined ? [] : [[net, routes] as const]
    }),
  )
  const pouredKept = new Map(
    poured.map((net) => {
      const routes = pouredDrawn.get(net)
      return [net, routes ? keepWhatFits(net, routes, facts, fixedCopper) : empty] as const
    }),
  )
  const noneKept = new Map(poured.map((net) => [net, empty] as const))
  const changed = stale.length > 0 || redo.length > 0
  const attempt = (start: Nets, firm: Nets, context = plain): Outcome =>
    tryOut(
      context,
      { fixed, start, order, drawn: drawn.nets, pouredDrawn, pouredFirm: firm, changed },
      options.progress,
    )

  // Drawn copper first, the ground's vias in their places; then with less and less of it.
  let best = attempt(partly, pouredKept)
  const someKept = [...partly.values()].some((net) => net.paths.length > 0)
  const firmPours = [...pouredKept.values()].some(({ vias, paths }) => vias.length + paths.length > 0)
  for (const [start, firm] of [
    ...(someKept ? ([[fromNothing, pouredKept]] as const) : []),
    ...(firmPours ? ([[partly, noneKept]] as const) : []),
    ...(someKept && firmPours ? ([[fromNothing, noneKept]] as const) : []),
  ]) {
    if (options.effort.over() || (best.ok && start === partly)) break
    const other = attempt(start, firm)
    // Drawn copper is worth keeping unless what it forces on the rest is clearly worse.
    const better =
      other.ok &&
      (!best.ok || totalPrice(other.nets, order, facts) < 0.8 * totalPrice(best.nets, order, facts))
    if (better) best = other
    if (best.ok) break
  }
  if (!best.ok && !options.effort.over()) {
    // What fits makes room for what does not: the nets in the way are laid again, too.
    const more = best.blocked.flatMap(({ by = [] }) => by).filter((net) => fixed.has(net))
    if (more.length > 0) {
      options.progress(`laying ${more.join(", ")} again to make room`)
      return reroute(file, facts, { ...options, nets: [...new Set([...whole, ...more])] })
    }
    const guide = (await options.guide?.(order, fixedCopper)) ?? new Map()
    const guided = guide.size > 0 ? attempt(partly, pouredKept, { ...plain, guide }) : best
    if (guided.ok) best = guided
  }
  if (!best.ok) {
    const late = options.effort.over()
    return { ok: false, blocked: late ? best.blocked.map(lateReason) : best.blocked, late }
  }
  const { nets, notes } = best
  const result: RoutesFile = {
    format: 1,
    lock: lockOf(board),
    nets: Object.fromEntries([...nets].sort(([a], [b]) => naturalOrder(a, b))),
  }
  const renewed = poured.filter((net) => {
    const [before, now] = [drawn.nets[net], nets.get(net)]
    return now !== undefined && (before === undefined || formatNet(before) !== formatNet(now))
  })
  const gaveWay = [...fixed].filter(([net, before]) => nets.get(net) !== before).map(([net]) => net)
  return { ok: true, routes: result, laid: [...redo, ...gaveWay, ...renewed], notes }
}
