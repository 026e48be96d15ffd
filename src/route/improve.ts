import { blockers } from "./blocked"
import { isPoured } from "./board-facts"
import { cutAround, flawsOf } from "./flaws"
import { dropOrphans } from "./keep"
import type { LayContext } from "./lay"
import { copperOf, empty, layAgain, type Nets, priceOf, reach, totalPrice } from "./net-set"
import { viaPriceMm } from "./prices"
import type { NetRoutes } from "./routes-file"

/** Copper drawn by a person is only replaced by what is clearly better. */
const keepPart = 0.8
/** More nets than these in one's way are left where they are. */
const mostMoved = 4
const rounds = 3
/** How much of a net's copper round a flaw is laid again, mm. */
const mendReachesMm = [1, 2, 3.5, 6, 10]

const viasIn = (nets: Nets): number => [...nets.values()].reduce((sum, { vias }) => sum + vias.length, 0)

/**
 * Lays nets again as long as that makes all of them together better: each alone, now that all have a place, and each
 * together with those that stand in its straight way, which then have to find another.
 * Nets that nobody asked to lay may give way, too.
 * @param start what is kept of each net; nets that keep something are drawn by a person.
 */
export function improve(
  context: LayContext,
  fixed: Nets,
  laid: Nets,
  start: Nets,
  order: readonly string[],
  drawn: Readonly<Record<string, NetRoutes>>,
  progress: (line: string) => void,
): Map<string, NetRoutes> {
  const { facts, effort } = context
  let nets = new Map(laid)
  const price = (net: string): number => priceOf(net, nets.get(net) ?? empty, facts)
  const without = (names: readonly string[]) =>
    copperOf(new Map([...fixed, ...nets].filter(([name]) => !names.includes(name))), facts)
  /** All of `names` laid anew, the first of them first; undefined where one finds no way or nothing is gained. */
  const together = (names: readonly string[]): Map<string, NetRoutes> | undefined => {
    const next = new Map<string, NetRoutes>()
    const others = without(names)
    for (const name of names) {
      const bare: NetRoutes = { ...(start.get(name) ?? empty), paths: [], vias: [] }
      const routes = layAgain(context, name, bare, [...others, ...copperOf(next, facts)])
      if (routes === undefined) return undefined
      next.set(name, routes)
    }
    const now = new Map(names.map((name) => [name, nets.get(name) ?? fixed.get(name) ?? empty]))
    const [before, after] = [totalPrice(now, names, facts), totalPrice(next, names, facts)]
    // What nobody asked to be moved moves only where that spares a layer change, and costs nothing else.
    if (names.some((name) => fixed.has(name)))
      return viasIn(next) < viasIn(now) && after < before - viaPriceMm ? next : undefined
    const byHand = names.some((name) => (start.get(name)?.paths.length ?? 0) > 0)
    return after < (byHand ? keepPart * before : before - 0.5) ? next : undefined
  }
  mendFlaws()
  for (let round = 0; round < rounds; round++) {
    const before = totalPrice(nets, order, facts)
    const byPrice = [...order].sort((a, b) => price(b) - reach(facts, b) - (price(a) - reach(facts, a)))
    for (const [index, net] of byPrice.entries()) {
      if (effort.over()) return nets
      progress(`improving ${net} (${index + 1} of ${order.length}, round ${round + 1}), ${effort.words()}`)
      const bare: NetRoutes = { ...(start.get(net) ?? empty), paths: [], vias: [] }
      const drawnVias = drawn[net]?.vias.length
      const isWorse = drawnVias === undefined || (nets.get(net)?.vias.length ?? 0) > drawnVias
      const inWay = blockers(context, net, bare, without([net])).nets.filter(
        (name) => order.includes(name) || (isWorse && fixed.has(name) && !isPoured(facts, name)),
      )
      const sets = [[net], ...(inWay.length > 0 && inWay.length <= mostMoved ? [[net, ...inWay]] : [])]
      for (const names of sets) {
        const better = together(names)
        if (better !== undefined) nets = new Map([...nets, ...better])
      }
    }
    if (totalPrice(nets, order, facts) > before - 0.5) break
  }
  mendFlaws()
  return nets

  /** Lays again what is near the flaws of a net, more and more of it, and keeps the best. */
  function mendFlaws(): void {
    for (const net of order) {
      const flaws = flawsOf(net, nets.get(net) ?? empty, facts)
      if (flaws.length === 0) continue
      progress(`mending ${net}: ${flaws.length} places`)
      const others = without([net])
      const now = nets.get(net) ?? empty
      let best = price(net)
      for (const reachMm of mendReachesMm)
        for (const places of [flaws, ...(flaws.length > 1 ? flaws.map((flaw) => [flaw]) : [])]) {
          if (effort.over()) return
          const rest = dropOrphans(net, cutAround(now, places, reachMm), facts)
          const mended = layAgain(context, net, rest, others)
          if (mended === undefined || priceOf(net, mended, facts) > best - 0.5) continue
          best = priceOf(net, mended, facts)
          nets.set(net, mended)
        }
    }
  }
}
