import { besideHotMm } from "../check/copper/sensitive-nets"
import type { BoardFacts, PadFact } from "./board-facts"
import { limits } from "./distances"

export { limits } from "./distances"

/** Coordinates are rounded to 0.1 um in the file: gaps that miss a limit by less than this meet it. */
export const toleranceMm = 5e-4

/** Gap that routing aims for between two nets; `limits.clearanceMm` is what it may fall back to. */
export function wishedClearance(facts: BoardFacts, a: string | undefined, b: string | undefined): number {
  const of = (net: string | undefined): number =>
    (net === undefined ? undefined : facts.rules.get(net)?.clearanceMm) ?? limits.clearanceMm
  const apart =
    a !== undefined &&
    b !== undefined &&
    ((facts.shyNets?.has(a) && facts.hotNets?.has(b)) || (facts.shyNets?.has(b) && facts.hotNets?.has(a)))
  return Math.max(of(a), of(b), limits.clearanceMm, apart ? besideHotMm : 0)
}

/** What a net's copper keeps from a pad of another net because that is soldered by hand; 0 where it is not. */
export function handSolderedGap({ handSoldered, pour }: BoardFacts, net: string, pad: PadFact): number {
  if (handSoldered === undefined || !handSoldered.pads.includes(pad.name)) return 0
  return net === pour.net ? handSoldered.pourGapMm : handSoldered.trackGapMm
}

/** Gap that routing aims for between a net's copper and a pad of another net. */
export const padClearance = (facts: BoardFacts, net: string, pad: PadFact): number =>
  Math.max(wishedClearance(facts, net, pad.net), handSolderedGap(facts, net, pad))
