import { polygonShape, type Shape } from "../geometry/shape"
import { type CopperLayer, isSide } from "../model/layer"
import { type BoardFacts, isPoured, ruleOf } from "./board-facts"
import { layerIndex } from "./grid"
import { wishedClearance } from "./limits"
import { groundSidePrice, innerPrice } from "./prices"

/** Which layers tracks of a net are laid on, and where inside the board: a plane is cut only where a class says so. */

/** A place inside that a pour has to itself. */
interface Plane {
  /** Absent: the whole layer. */
  readonly shape?: Shape
  readonly keepMm: number
}

/** What keeps tracks of a net off a layer inside: all that is poured there, unless the net's class names the layer. */
export function planesInWay(facts: BoardFacts, net: string, layer: CopperLayer): Plane[] {
  if (isSide(layer) || ruleOf(facts, net).layers?.includes(layer)) return []
  return facts.pour.all
    .filter((pour) => pour.layers.includes(layer))
    .map(({ net: other, outline }) => ({
      ...(outline === undefined ? {} : { shape: polygonShape(outline) }),
      keepMm: Math.max(facts.pour.clearanceMm, wishedClearance(facts, net, other)),
    }))
}

const known = new WeakMap<BoardFacts, Map<string, readonly CopperLayer[]>>()

/** The layers a net's tracks may lie on, wholly or in places. A poured net's pads have stubs only, on their own face. */
export function openLayers(facts: BoardFacts, net: string): readonly CopperLayer[] {
  const ofBoard = known.get(facts) ?? new Map<string, readonly CopperLayer[]>()
  known.set(facts, ofBoard)
  const kept = ofBoard.get(net)
  if (kept !== undefined) return kept
  const said = ruleOf(facts, net).layers
  const open = facts.stack.filter((layer) => {
    if (isPoured(facts, net)) return isSide(layer) && (said?.includes(layer) ?? true)
    return said?.includes(layer) ?? planesInWay(facts, net, layer).every(({ shape }) => shape !== undefined)
  })
  ofBoard.set(net, open)
  return open
}

/** How many layers, as the grid counts them, the search for ways has to know. */
export const layersSearched = (facts: BoardFacts): number =>
  Math.max(2, ...facts.nets.flatMap((net) => openLayers(facts, net)).map((layer) => layerIndex(layer) + 1))

/** What a millimetre of track costs on a layer. With a plane inside, one face is as good as the other. */
export function layerPrice(facts: BoardFacts, layer: CopperLayer): number {
  if (!isSide(layer)) return innerPrice
  return layer === "bottom" && facts.pour.layers.every(isSide) ? groundSidePrice : 1
}
