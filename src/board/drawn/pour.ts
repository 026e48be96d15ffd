import type { PourRule } from "../../model/board"
import { layerIn, layerNames, stackWords } from "../../model/layer"
import type { SourceLine } from "../../model/place"
import { NotDrawn, type Props } from "./props"

/** A pour that the circuit says, as one of the board's `pour`. */
export interface WrittenPour {
  readonly rule: Partial<PourRule> & Pick<PourRule, "net">
  readonly line?: SourceLine
}

/**
 * A `<copperpour>`. It has the board's mask over it and reliefs at its pads, as every pour of ours.
 * @param moved it stands in a group that has a place: of an outline there nobody knows whose corners they are
 * @throws NotDrawn for what a pour of ours cannot be
 */
export function copperPour(props: Props, moved: boolean): WrittenPour["rule"] {
  props.ignore("name")
  const said = props.text("connectsTo")
  const net = /^\s*net\.(\S+)\s*$/.exec(said ?? "")?.[1]
  if (net === undefined)
    throw new NotDrawn(
      `has the connectsTo ${JSON.stringify(said)}: a pour is of a net, write "net." and its name`,
    )
  const name = props.text("layer")
  const layer = layerIn(layerNames, name ?? "")
  if (layer === undefined)
    throw new NotDrawn(`has the layer ${JSON.stringify(name)}: there are ${stackWords(layerNames)}`)
  // Pours here have thermal reliefs, are under the mask, flow round what is in them, and are full: no other can be asked.
  props.only("useThermalReliefs", true)
  props.only("coveredWithSolderMask", true)
  props.only("unbroken", false)
  props.only("crosshatch", false)
  const outline = props.has("outline") ? { outline: props.points("outline") } : {}
  if (moved && props.has("outline"))
    throw new NotDrawn("has an outline in a group that has a place: write it outside, in the board's frame")
  return {
    net,
    layers: [layer],
    ...outline,
    ...(props.has("clearance") ? { clearanceMm: props.size("clearance") } : {}),
    // Of one with an outline tscircuit draws that in by it: it stays unread, and is refused.
    ...(props.has("boardEdgeMargin") && !props.has("outline")
      ? { boardEdgeMm: props.size("boardEdgeMargin") }
      : {}),
  }
}
