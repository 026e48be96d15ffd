import { createHash } from "node:crypto"
import type { Point } from "../geometry/point"
import type { HandSoldered } from "../model/board"
import type { CheckResult, Finding, Place } from "../model/finding"
import { naturalOrder } from "../natural-order"
import { type BoardFacts, ruleOf } from "./board-facts"
import { netCopper } from "./copper"
import { misfits } from "./fit"
import type { NetRoutes, Position, RoutesFile, RoutesLock } from "./routes-file"

/** Routes are locked to what they were drawn for: pads, nets, rules, outline, keepouts and holes. */

const hashOf = (lines: readonly string[]): string =>
  createHash("sha256").update(lines.join("\n")).digest("hex")

/** 0.1 um: finer than any placement, coarser than the rounding of turned coordinates. */
const rounded = (value: number): number => Math.round(value * 1e4) / 1e4 || 0

const placeText = ({ x, y }: Point): string => `(${rounded(x)}, ${rounded(y)})`

const shapeText = (shape: { core: readonly Point[]; radius: number }): string =>
  `${shape.core.map(placeText).join(" ")} r ${rounded(shape.radius)}`

/** Centre of each pin of a net; a pin of several pads (a thermal pad in squares) has the middle of all. */
export function pinPlaces(facts: BoardFacts, net: string): Map<string, Point> {
  const sums = new Map<string, { x: number; y: number; n: number }>()
  for (const pad of facts.pads) {
    if (pad.net !== net) continue
    const sum = sums.get(pad.name) ?? { x: 0, y: 0, n: 0 }
    sums.set(pad.name, { x: sum.x + pad.centre.x, y: sum.y + pad.centre.y, n: sum.n + 1 })
  }
  return new Map(
    [...sums.entries()]
      .sort(([a], [b]) => naturalOrder(a, b))
      .map(([name, { x, y, n }]) => [name, { x: rounded(x / n), y: rounded(y / n) }]),
  )
}

/** The `pads` of a net as the routes file keeps them. */
export const padsForFile = (facts: BoardFacts, net: string): Record<string, Position> =>
  Object.fromEntries([...pinPlaces(facts, net)].map(([name, p]) => [name, [p.x, p.y] as const]))

const ruleText = (facts: BoardFacts, net: string): string => {
  const { widthMm, clearanceMm, layers } = ruleOf(facts, net)
  return `${widthMm} mm wide, ${clearanceMm} mm clear${layers === undefined ? "" : `, on ${layers.join(", ")}`}`
}

const handSolderedText = ({ pads, pourGapMm, trackGapMm }: HandSoldered): string =>
  `${pads.join(", ")}: ${trackGapMm} mm clear of tracks, ${pourGapMm} mm of the pour`

/** One pour over the whole board in these words, as ever; more, or within outlines, with all that is poured. */
function pourText({ pour }: BoardFacts): string {
  const main = `${pour.net} on ${pour.layers.join(" and ")}, ${pour.clearanceMm} mm clear`
  if (pour.all.length < 2 && pour.all.every(({ outline }) => outline === undefined)) return main
  const all = pour.all.map(
    ({ net, layers, outline }) =>
      `${net} on ${layers.join(" and ")}${outline === undefined ? "" : ` within ${outline.map(placeText).join(" ")}`}`,
  )
  return `${main}; in turn: ${all.join("; ")}`
}

/** The lock that fits a board as it is now. */
export function lockOf(facts: BoardFacts): RoutesLock {
  const outline = hashOf(facts.outline.map(placeText))
  const keepouts = hashOf(
    facts.keepouts.map((zone) => `${zone.layers.join("+")} ${shapeText(zone.shape)}`).sort(),
  )
  const holes = hashOf(facts.holes.map((hole) => shapeText(hole.shape)).sort())
  const rules: Record<string, string> = {
    via: `${facts.via.diameterMm} mm, drill ${facts.via.drillMm} mm`,
    pour: pourText(facts),
  }
  if (facts.handSoldered !== undefined) rules["hand-soldered pads"] = handSolderedText(facts.handSoldered)
  for (const net of facts.nets) rules[`net ${net}`] = ruleText(facts, net)
  const lands = new Map<string, Set<string>>()
  for (const pad of facts.pads) lands.set(pad.land, (lands.get(pad.land) ?? new Set()).add(pad.name))
  const pads = facts.pads.map(
    (pad) => `${pad.name} [${pad.net ?? ""}] ${placeText(pad.centre)} ${pad.land} ${shapeText(pad.shape)}`,
  )
  return {
    hash: hashOf([
      ...pads,
      ...Object.entries(rules).map((entry) => entry.join(": ")),
      outline,
      keepouts,
      holes,
    ]),
    outline,
    keepouts,
    holes,
    rules,
    lands: Object.fromEntries([...lands].map(([land, names]) => [land, [...names].sort(naturalOrder)])),
  }
}

/** A net whose copper no longer fits. */
export interface StaleNet {
  readonly net: string
  readonly reasons: readonly string[]
  readonly at?: Place
}

function padReasons(net: string, drawn: NetRoutes, facts: BoardFacts, lock: RoutesLock): [string, Point?][] {
  const reasons: [string, Point?][] = []
  const now = pinPlaces(facts, net)
  const oldLand = new Map(
    Object.entries(lock.lands).flatMap(([land, names]) => names.map((name) => [name, land])),
  )
  for (const [name, [x, y]] of Object.entries(drawn.pads).sort(([a], [b]) => naturalOrder(a, b))) {
    const place = now.get(name)
    if (!place) {
      const pad = facts.pads.find((candidate) => candidate.name === name)
      const fate = pad
        ? pad.net === undefined
          ? "is no longer connected"
          : `is now on ${pad.net}`
        : "is gone"
      reasons.push([`pad ${name} ${fate}`, { x, y }])
      continue
    }
    if (Math.hypot(place.x - x, place.y - y) > 1e-3)
      reasons.push([`${name} moved from ${placeText({ x, y })} to ${placeText(place)}`, place])
    const land = facts.pads.find((pad) => pad.name === name)?.land
    const was = oldLand.get(name)
    if (was !== undefined && land !== undefined && land !== was)
      reasons.push([`${name} was ${was}, is now ${land}`, place])
  }
  for (const [name, place] of now)
    if (!(name in drawn.pads)) reasons.push([`new pad ${name} at ${placeText(place)}`, place])
  const rule = ruleText(facts, net)
  const oldRule = lock.rules[`net ${net}`]
  if (oldRule !== undefined && oldRule !== rule) reasons.push([`its rule was ${oldRule}, is now ${rule}`])
  return reasons
}

/** Every net whose routes do not fit the board any more, with reasons in plain words. Nets that fit are absent. */
export function staleNets(routes: RoutesFile, facts: BoardFacts): StaleNet[] {
  const stale: StaleNet[] = []
  const lock = routes.lock ?? lockOf(facts)
  const add = (net: string, reasons: [string, Point?][]): void => {
    const at = reasons.find(([, place]) => place)?.[1]
    if (reasons.length > 0) stale.push({ net, reasons: reasons.map(([text]) => text), ...(at ? { at } : {}) })
  }
  for (const net of [...new Set([...facts.nets, ...Object.keys(routes.nets)])].sort(naturalOrder)) {
    const drawn = routes.nets[net]
    const pins = pinPlaces(facts, net).size
    if (!drawn) {
      if (pins > 1) add(net, [[`it has ${pins} pads and no routes`]])
    } else if (!facts.nets.includes(net)) {
      add(net, [["it is not in the circuit any more"]])
    } else {
      const bad = misfits(netCopper(net, drawn, facts.via.diameterMm), facts)
      const texts = new Map(bad.map((misfit) => [`${misfit.text} at ${placeText(misfit.at)}`, misfit.at]))
      const geometry = [...texts].slice(0, 3).map(([text, at]): [string, Point] => [text, at])
      if (texts.size > 3) geometry.push([`and ${texts.size - 3} more places`, geometry[0]?.[1] as Point])
      add(net, [...padReasons(net, drawn, facts, lock), ...geometry])
    }
  }
  return stale
}

export interface LockCheck extends CheckResult {
  readonly stale: readonly StaleNet[]
  /** Every net fits and only the lock is out of date: `route` would change nothing but the lock. */
  readonly onlyLock: boolean
}

/**
 * Holds a routes file against the board it is to be laid on.
 * @param file name shown in findings.
 */
export function checkLock(routes: RoutesFile, facts: BoardFacts, file: string): LockCheck {
  const current = lockOf(facts)
  if (routes.lock?.hash === current.hash) return { findings: [], stale: [], onlyLock: false }
  const stale = staleNets(routes, facts)
  const findings: Finding[] = stale.map(({ net, reasons, at }) => ({
    rule: "route/stale",
    severity: "error",
    message: `routes of ${net} no longer fit: ${reasons.join("; ")}. Run "npm run route" to bring them up to date`,
    nets: [net],
    file,
    ...(at ? { at } : {}),
  }))
  if (stale.length === 0) {
    findings.push({
      rule: "route/stale",
      severity: "error",
      message: `${changeText(routes.lock, current)}; every net still fits. Run "npm run route" to renew the lock`,
      file,
    })
  }
  return { findings, stale, onlyLock: stale.length === 0 }
}

function changeText(before: RoutesLock | undefined, now: RoutesLock): string {
  if (!before) return "the routes were never locked to this board"
  const changed = (["outline", "keepouts", "holes"] as const).filter((key) => before[key] !== now[key])
  for (const name of ["via", "pour", "hand-soldered pads"] as const) {
    if (before.rules[name] !== now.rules[name])
      return `the rule of the ${name} was ${before.rules[name] ?? "none"}, is now ${now.rules[name] ?? "none"}`
  }
  const what = changed.length > 0 ? changed.join(" and ") : "pads that no net uses"
  return `${what} changed since the routes were drawn`
}
