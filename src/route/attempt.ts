import { groupBy } from "../circuit/group-by"
import { whatBlocks } from "./blocked"
import { type BoardFacts, isPoured, type PadFact, pouredViews } from "./board-facts"
import { netCopper } from "./copper"
import { conflicts, misfits, padGroups } from "./fit"
import { fanOut, settleGround } from "./ground"
import { improve } from "./improve"
import type { LayContext } from "./lay"
import { joinPaths } from "./mend-paths"
import { copperOf, empty, layAgain, type Nets } from "./net-set"
import { Polisher } from "./polish"
import type { NetRoutes } from "./routes-file"

/** One attempt at laying a set of nets: in turn, with what blocks first next time, then the ground. */

interface Attempt {
  readonly nets: Map<string, NetRoutes>
  /** The net that found no way. */
  readonly failed?: string
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
    let failed: string | undefined
    for (const [index, net] of turn.entries()) {
      progress(`laying ${net} (${index + 1} of ${turn.length}${round > 0 ? `, order ${round + 1}` : ""})`)
      // What is still to be laid again holds no place: only kept copper and what was laid before does.
      const others = [
        ...copperOf(fixed, facts),
        ...copperOf(new Map([...nets].filter(([name]) => name !== net)), facts),
      ]
      const kept = nets.get(net) ?? empty
      const laid = layAgain(context, net, kept, others, drawn[net])
      if (laid === undefined) {
        failed = net
        break
      }
      nets.set(net, laid)
    }
    const attempt: Attempt = failed ? { nets, failed } : { nets }
    if (!failed) return { nets: polishAll(context, fixed, nets, start, turn) }
    best = attempt
    const blocked = failed
    const next = [blocked, ...turn.filter((net) => net !== blocked)]
    if (context.effort.over() || next.join() === turn.join()) break
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

/** Everything wrong with a set of routes: misfits, conflicts and open nets, in plain words. */
export function faults(nets: Nets, facts: BoardFacts): string[] {
  const copper = copperOf(nets, facts)
  const found = [...misfits(copper, facts), ...conflicts(copper, copper, facts)].map(
    (misfit) => `${misfit.text} at (${misfit.at.x.toFixed(2)}, ${misfit.at.y.toFixed(2)})`,
  )
  for (const net of facts.nets) {
    if (isPoured(facts, net)) continue
    const groups = padGroups(net, netCopper(net, nets.get(net) ?? empty, facts.via.diameterMm), facts)
    if (groups.length > 1) found.push(`${net} is open: ${groups.map((pads) => pads.join(", ")).join(" | ")}`)
  }
  return [...new Set(found)]
}

export type Outcome =
  | { readonly ok: true; readonly nets: Nets; readonly notes: readonly string[] }
  | { readonly ok: false; readonly blocked: readonly Blocked[] }

export interface Blocked {
  readonly net: string
  readonly why: string
  /** Nets whose copper stands in its way. */
  readonly by?: readonly string[]
}

export const lateReason = ({ net, why }: Blocked): Blocked => ({
  net,
  why: `${why.split(":")[0]} was found with the effort given`,
})

interface Plan {
  readonly fixed: Nets
  readonly start: Nets
  readonly order: readonly string[]
  /** Routes as they were before the edit. */
  readonly drawn: Readonly<Record<string, NetRoutes>>
  readonly pouredDrawn: Nets
  /** Copper of poured nets that tracks must not take the place of. */
  readonly pouredFirm: Nets
  readonly changed: boolean
}

/** One attempt: signals, then ground. A ground pad that ends up walled in gets its via first, and all start again. */
export function tryOut(context: LayContext, plan: Plan, progress: (line: string) => void): Outcome {
  const { facts } = context
  const views = pouredViews(facts)
  const firm = new Map(plan.pouredFirm)
  for (let round = 0; ; round++) {
    const fixed = new Map([...plan.fixed, ...firm])
    const tried = layInTurn(context, fixed, plan.start, plan.order, plan.drawn, progress)
    if (tried.failed !== undefined) {
      const net = tried.failed
      const routes = tried.nets.get(net) ?? empty
      const copper = [...copperOf(fixed, facts), ...copperOf(tried.nets, facts)]
      return { ok: false, blocked: [{ net, ...whatBlocks(context, net, routes, copper) }] }
    }
    const improved = improve(context, fixed, tried.nets, plan.start, plan.order, plan.drawn, progress)
    const nets = new Map<string, NetRoutes>([...plan.fixed, ...improved])
    const notes: string[] = []
    const open: { readonly view: BoardFacts; readonly pad: PadFact; readonly why: string }[] = []
    const settling = new Map(firm)
    for (const view of views) {
      const { net } = view.pour
      progress(`settling ${net}: vias and islands of the pour`)
      settling.delete(net)
      const own = { ...context, facts: view }
      const others = copperOf(new Map([...nets, ...settling]), facts)
      const settled = settleGround(
        own,
        plan.pouredDrawn.get(net),
        firm.get(net) ?? empty,
        others,
        plan.changed,
      )
      if (facts.nets.includes(net)) nets.set(net, settled.routes)
      notes.push(...settled.notes)
      open.push(...settled.open.map((one) => ({ ...one, view })))
    }
    const wrong = faults(nets, facts)
    if (wrong.length === 0 && open.length === 0) return { ok: true, nets, notes }
    const reserved = round < 4 ? reserve(context, open, firm, plan.fixed) : undefined
    if (!reserved) {
      return {
        ok: false,
        blocked: [
          ...wrong.map((why) => ({
            net: facts.nets.find((net) => why.split(" ").includes(net)) ?? facts.pour.net,
            why,
          })),
          ...open.map(({ view, why }) => ({ net: view.pour.net, why })),
        ],
      }
    }
    for (const [net, routes] of reserved) firm.set(net, routes)
  }
}

/** Vias for walled-in pads of poured nets, laid before anything else; undefined when one finds no room even then. */
function reserve(
  context: LayContext,
  open: readonly { readonly view: BoardFacts; readonly pad: PadFact }[],
  firm: Nets,
  fixed: Nets,
): Nets | undefined {
  if (open.length === 0) return undefined
  const reserved = new Map(firm)
  for (const [net, own] of groupBy(open, ({ view }) => view.pour.net)) {
    const [first] = own
    if (first === undefined) continue
    const others = new Map([...fixed, ...[...reserved].filter(([name]) => name !== net)])
    const routes = fanOut(
      { ...context, facts: first.view },
      own.map(({ pad }) => pad),
      reserved.get(net) ?? empty,
      copperOf(others, context.facts),
    )
    if (routes === undefined) return undefined
    reserved.set(net, routes)
  }
  return reserved
}
