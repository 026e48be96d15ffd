import type { Circuit } from "../circuit/elements"
import type { Pad } from "../circuit/pads"
import { partsOf } from "../circuit/parts"
import type { Finding, Place } from "../model/finding"

/**
 * Gives findings that name a pad or a part but no place the place of the first one named, so that they can be shown
 * on the board.
 */
export function locator(circuit: Circuit, pads: readonly Pad[]): (finding: Finding) => Finding {
  const places = new Map<string, Place>()
  const add = (name: string, place: Place) => {
    if (!places.has(name)) places.set(name, place)
  }
  for (const pad of pads) {
    const [layer, ...more] = pad.layers
    add(pad.name, {
      x: rounded(pad.x),
      y: rounded(pad.y),
      ...(layer === undefined || more.length > 0 ? {} : { layer }),
    })
  }
  for (const { designator, placed } of partsOf(circuit)) {
    if (placed !== undefined)
      add(designator, { x: rounded(placed.x), y: rounded(placed.y), layer: placed.side })
  }
  return (finding) => {
    if (finding.at !== undefined) return finding
    const name = finding.parts?.find((part) => places.has(part))
    const at = name === undefined ? undefined : places.get(name)
    return at === undefined ? finding : { ...finding, at }
  }
}

const rounded = (mm: number): number => Math.round(mm * 1000) / 1000 + 0
