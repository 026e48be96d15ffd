import { distance, type Point } from "../geometry/point"
import { naturalOrder } from "../natural-order"
import { whatBlocks } from "./blocked"
import type { BoardFacts } from "./board-facts"
import { type CopperItem, netCopper, toPoint } from "./copper"
import { FieldMaker } from "./field"
import { conflicts, misfits, padGroups } from "./fit"
import { gridOf, turnSteps } from "./grid"
import { fanOut, settleGround } from "./ground"
import { keepWhatFits } from "./keep"
import { type Laid, type LayContext, layNet } from "./lay"
import { lockOf, padsForFile, staleNets } from "./lock"
import { Maze } from "./maze"
import { dropDeadEnds, joinPaths } from "./mend-paths"
import { Polisher } from "./polish"
import type { NetRoutes, RoutesFile } from "./routes-file"
import { directionOf } from "./terminals"

/** Brings routes up to date with a board: keeps what fits, lays the rest again. Pure: no files, no clock of its own. */

export interface RerouteOptions {
  /** Nets to lay from nothing although they fit. */
  readonly nets?: readonly string[]
  /** Lay every net from nothing. */
  readonly all?: boolean
  /** Asked often; true ends the work. */
  readonly overdue: () => boolean
  readonly progress: (line: string) => void
  /** Ways an outside autorouter finds for these nets; it may take longer where ours found none. */
  readonly guide?: (
    nets: readonly string[],
    fixed: readonly CopperItem[],
    oursFoundOne: boolean,
  ) => Promise<Guide>
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
      readonly blocked: readonly { readonly net: string; readonly why: string }[]
      readonly late: boolean
    }

const empty: NetRoutes = { pads: {}, paths: [], vias: [] }

type Nets = ReadonlyMap<string, NetRoutes>

const copperOf = (nets: Nets, facts: BoardFacts): CopperItem[] =>
  [...nets].flatMap(([net, routes]) => netCopper(net, routes, facts.via.diameterMm))

/** How good copper is, in mm of track: length, ground side, vias and bends. Less is better. */
export function priceOf(net: NetRoutes): number {
  let price = net.vias.length * 5
  for (const path of net.paths) {
    const points = path.points.map(toPoint)
    points.forEach((p, i) => {
      const before = points[i - 1]
      if (!before) return
      price += distance(before, p) * (path.layer === "bottom" ? 2.5 : 1)
      const next = points[i + 1]
      const [a, b] = next ? [directionOf(before, p), directionOf(p, next)] : []
      if (next) price += a === undefined || b === undefined ? 3 : ([0, 0.5, 2][turnSteps(a, b)] ?? 6)
    })
  }
  return price
}

/** Half the way round the net's pads: short nets have the fewest ways to go, so they go first. */
function reach(facts: BoardFacts, net: string): number {
  const pads = facts.pads.filter((pad) => pad.net === net).map((pad) => pad.centre)
  const xs = pads.map((p) => p.x)
  const ys = pads.map((p) => p.y)
  return Math.max(...xs) - Math.min(...xs) + Math.max(...ys) - Math.min(...ys)
}

interface Attempt {
  readonly nets: Map<string, NetRoutes>
  readonly failed?: { readonly net: string; readonly laid: Laid }
}

/** Lays `order` one after the other; a net that finds no way goes to the front and all start again. */
function layInTurn(
  context: LayContext,
  fixed: Nets,
  start: Nets,
  order: readonly string[],
  drawn: Readonly<Record<string, NetRoutes>>,
  progress: (line: string) => void,
): Attempt {
  const { facts } = context
  let turn = [...order]
  let best: Attempt | undefined
  const tries = Math.min(12, 2 + order.length * 2)
  for (let round = 0; round < tries; round++) {
    const nets = new Map(start)
    let failed: Attempt["failed"]
    for (const [index, net] of turn.entries()) {
      progress(`laying ${net} (${index + 1} of ${turn.length}${round > 0 ? `, order ${round + 1}` : ""})`)
      // What is still to be laid again holds no place: only kept copper and what was laid before does.
      const others = [
        ...copperOf(fixed, facts),
        ...copperOf(new Map([...nets].filter(([name]) => name !== net)), facts),
      ]
      const kept = nets.get(net) ?? empty
      const laid = layNet(context, net, kept, others, drawn[net])
      if (!laid.done) {
        failed = { net, laid }
        break
      }
      const joined = joinPaths(dropDeadEnds(net, laid.routes, facts))
      nets.set(net, new Polisher(facts, net, others).polish(joined, kept))
    }
    const attempt: Attempt = failed ? { nets, failed } : { nets }
    if (!failed) return { nets: polishAll(context, fixed, nets, start, turn) }
    best = attempt
    const blocked = failed.net
    const next = [blocked, ...turn.filter((net) => net !== blocked)]
    if (context.overdue() || next.join() === turn.join()) break
    turn = next
  }
  return best ?? { nets: new Map(start) }
}

/** Once more round all that was laid, now that everything has its place. */
function polishAll(
  context: LayContext,
  fixed: Nets,
  laid: ReadonlyMap<string, NetRoutes>,
  start: Nets,
  order: readonly string[],
): Map<string, NetRoutes> {
  const { facts } = context
  const nets = new Map(laid)
  for (const net of order) {
    const others = copperOf(new Map([...fixed, ...nets].filter(([name]) => name !== net)), facts)
    const polished = new Polisher(facts, net, others).polish(nets.get(net) ?? empty, start.get(net) ?? empty)
    nets.set(net, joinPaths(polished))
  }
  return nets
}

const totalPrice = (nets: Nets, names: readonly string[]): number =>
  names.reduce((sum, net) => sum + priceOf(nets.get(net) ?? empty), 0)

/** Everything wrong with a set of routes: misfits, conflicts and open nets, in plain words. */
export function faults(nets: Nets, facts: BoardFacts): string[] {
  const copper = copperOf(nets, facts)
  const found = [...misfits(copper, facts), ...conflicts(copper, copper, facts)].map(
    (misfit) => `${misfit.text} at (${misfit.at.x.toFixed(2)}, ${misfit.at.y.toFixed(2)})`,
  )
  for (const net of facts.nets) {
    if (net === facts.pour.net) continue
    const groups = padGroups(net, netCopper(net, nets.get(net) ?? empty, facts.via.diameterMm), facts)
    if (groups.length > 1) found.push(`${net} is open: ${groups.map((pads) => pads.join(", ")).join(" | ")}`)
  }
  return [...new Set(found)]
}

type Outcome =
  | { readonly ok: true; readonly nets: Nets; readonly notes: readonly string[] }
  | { readonly ok: false; readonly blocked: readonly Blocked[] }

interface Blocked {
  readonly net: string
  readonly why: string
}

const lateReason = ({ net, why }: Blocked): Blocked => ({
  net,
  why: `${why.split(":")[0]} was found in the time given`,
})

interface Plan {
  readonly fixed: Nets
  readonly start: Nets
  readonly order: readonly string[]
  /** Routes as they were before the edit. */
  readonly drawn: Readonly<Record<string, NetRoutes>>
  readonly groundDrawn: NetRoutes | undefined
  /** Ground copper that tracks must not take the place of. */
  readonly groundFirm: NetRoutes
  readonly changed: boolean
}

/** One attempt: signals, then ground. A ground pad that ends up walled in gets its via first, and all start again. */
function tryOut(context: LayContext, plan: Plan, progress: (line: string) => void): Outcome {
  const { facts } = context
  const ground = facts.pour.net
  let firm = plan.groundFirm
  for (let round = 0; ; round++) {
    const fixed = new Map(plan.fixed).set(ground, firm)
    const tried = layInTurn(context, fixed, plan.start, plan.order, plan.drawn, progress)
    if (tried.failed) {
      const { net } = tried.failed
      const routes = tried.nets.get(net) ?? empty
      const copper = [...copperOf(fixed, facts), ...copperOf(tried.nets, facts)]
      return { ok: false, blocked: [{ net, why: whatBlocks(context, net, routes, copper) }] }
    }
    const nets = new Map<string, NetRoutes>([...plan.fixed, ...tried.nets])
    progress(`settling ${ground}: vias and islands of the pour`)
    const settled = settleGround(context, plan.groundDrawn, firm, copperOf(nets, facts), plan.changed)
    nets.set(ground, settled.routes)
    const wrong = faults(nets, facts)
    if (wrong.length === 0 && settled.open.length === 0) return { ok: true, nets, notes: settled.notes }
    const walled = settled.open.map(({ pad }) => pad)
    const reserved = round < 4 ? fanOut(context, walled, firm, copperOf(plan.fixed, facts)) : undefined
    if (!reserved) {
      return {
        ok: false,
        blocked: [
          ...wrong.map((why) => ({
            net: facts.nets.find((net) => why.split(" ").includes(net)) ?? ground,
            why,
          })),
          ...settled.open.map(({ why }) => ({ net: ground, why })),
        ],
      }
    }
    firm = reserved
  }
}

export async function reroute(
  file: RoutesFile | undefined,
  facts: BoardFacts,
  options: RerouteOptions,
): Promise<RerouteResult> {
  const drawn: RoutesFile = file ?? { format: 1, nets: {} }
  const ground = facts.pour.net
  const stale = staleNets(drawn, facts).map(({ net }) => net)
  const whole = new Set(options.all ? facts.nets : (options.nets ?? []))
  const redo = facts.nets.filter((net) => (stale.includes(net) || whole.has(net)) && net !== ground)
  const fixed = new Map(
    Object.entries(drawn.nets).filter(
      ([net]) => facts.nets.includes(net) && net !== ground && !redo.includes(net),
    ),
  )
  const fixedCopper = copperOf(fixed, facts)
  const grid = gridOf(facts.outline)
  const fields = new FieldMaker(grid, facts)
  const plain: LayContext = { facts, fields, maze: new Maze(grid), overdue: options.overdue }
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
  const groundDrawn = whole.has(ground) ? undefined : drawn.nets[ground]
  const groundKept = groundDrawn ? keepWhatFits(ground, groundDrawn, facts, fixedCopper) : empty
  const changed = stale.length > 0 || redo.length > 0
  const attempt = (start: Nets, firm: NetRoutes, context = plain): Outcome =>
    tryOut(
      context,
      { fixed, start, order, drawn: drawn.nets, groundDrawn, groundFirm: firm, changed },
      options.progress,
    )

  // Drawn copper first, the ground's vias in their places; then with less and less of it.
  let best = attempt(partly, groundKept)
  const someKept = [...partly.values()].some((net) => net.paths.length > 0)
  const firmGround = groundKept.vias.length + groundKept.paths.length > 0
  for (const [start, firm] of [
    ...(someKept ? ([[fromNothing, groundKept]] as const) : []),
    ...(firmGround ? ([[partly, empty]] as const) : []),
    ...(someKept && firmGround ? ([[fromNothing, empty]] as const) : []),
  ]) {
    if (options.overdue() || (best.ok && start === partly)) break
    const other = attempt(start, firm)
    // Drawn copper is worth keeping unless what it forces on the rest is clearly worse.
    const better =
      other.ok && (!best.ok || totalPrice(other.nets, order) < 0.8 * totalPrice(best.nets, order))
    if (better) best = other
    if (best.ok) break
  }
  if (order.length > 0 && options.guide && !options.overdue()) {
    const guide = await options.guide(order, fixedCopper, best.ok)
    const guided = guide.size > 0 ? attempt(partly, groundKept, { ...plain, guide }) : best
    if (guided.ok && (!best.ok || totalPrice(guided.nets, order) < totalPrice(best.nets, order)))
      best = guided
  }
  if (!best.ok) {
    const late = options.overdue()
    return { ok: false, blocked: late ? best.blocked.map(lateReason) : best.blocked, late }
  }
  const { nets, notes } = best
  const result: RoutesFile = {
    format: 1,
    lock: lockOf(facts),
    nets: Object.fromEntries([...nets].sort(([a], [b]) => naturalOrder(a, b))),
  }
  return { ok: true, routes: result, laid: redo, notes }
}
