import { blockers } from "./blocked"
import type { LayContext } from "./lay"
import { copperOf, empty, layAgain, type Nets, priceOf, reach, totalPrice } from "./net-set"
import type { NetRoutes } from "./routes-file"

/** Copper drawn by a person is only replaced by what is clearly better. */
const keepPart = 0.8
/** More nets than these in one's way are left where they are. */
const mostMoved = 4
const rounds = 3

/**
 * Lays nets again as long as that makes all of them together better: each alone, now that all have a place, and each
 * together with those that stand in its straight way, which then have to find another.
 * @param start what is kept of each net; nets that keep something are drawn by a person.
 */
export function improve(
  context: LayContext,
  fixed: Nets,
  laid: Nets,
  start: Nets,
  order: readonly string[],
  progress: (line: string) => void,
): Map<string, NetRoutes> {
  const { facts, effort } = context
  let nets = new Map(laid)
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
    const drawn = names.some((name) => (start.get(name)?.paths.length ?? 0) > 0)
    const before = totalPrice(nets, names)
    return totalPrice(next, names) < (drawn ? keepPart * before : before - 0.5) ? next : undefined
  }
  for (let round = 0; round < rounds; round++) {
    const before = totalPrice(nets, order)
    const byPrice = [...order].sort(
      (a, b) =>
        priceOf(nets.get(b) ?? empty) - reach(facts, b) - (priceOf(nets.get(a) ?? empty) - reach(facts, a)),
    )
    for (const [index, net] of byPrice.entries()) {
      if (effort.over()) return nets
      progress(`improving ${net} (${index + 1} of ${order.length}, round ${round + 1}), ${effort.words()}`)
      const bare: NetRoutes = { ...(start.get(net) ?? empty), paths: [], vias: [] }
      const inWay = blockers(context, net, bare, without([net])).nets.filter((name) => order.includes(name))
      const sets = [[net], ...(inWay.length > 0 && inWay.length <= mostMoved ? [[net, ...inWay]] : [])]
      for (const names of sets) {
        const better = together(names)
        if (better !== undefined) nets = new Map([...nets, ...better])
      }
    }
    if (totalPrice(nets, order) > before - 0.5) break
  }
  return nets
}
