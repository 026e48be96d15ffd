import type { FabSet } from "../files/fab-set"
import { anchor } from "../geometry/objects"
import type { ExpectedNetlist, ExpectedPad } from "../netlist"

/** Pads and nets that the copper layers name themselves (X2 `.P` and `.N`); undefined if they name none. */
export function netlistOfAttributes(files: FabSet): ExpectedNetlist | undefined {
  const pads = new Map<string, ExpectedPad>()
  for (const side of ["top", "bottom"] as const)
    for (const object of files.layers.get(`copper-${side}`)?.objects ?? []) {
      // Pads that no aperture has the shape of are drawn as regions.
      if (object.kind === "stroke" || object.pin === undefined) continue
      const { designator, pin } = object.pin
      const { x, y } = anchor(object)
      const net = namedNet(object.net)
      const key = `${designator} ${pin} ${x.toFixed(3)} ${y.toFixed(3)}`
      const known = pads.get(key)
      pads.set(key, { designator, pin, net, x, y, side: known === undefined ? side : "both" })
    }
  if (pads.size === 0) return undefined
  return { source: "the Gerbers' own net attributes", pads: [...pads.values()], merged: [] }
}

/** KiCad gives every pad that is to stay unconnected a net of its own, `unconnected-(U1-NC-Pad3)`. */
export function namedNet(name: string | undefined): string | undefined {
  return name === undefined || name === "" || name === "N/C" || name.startsWith("unconnected-(")
    ? undefined
    : name
}
