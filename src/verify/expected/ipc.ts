import type { IpcNetlist } from "../ipc-d-356"
import type { ExpectedNetlist } from "../netlist"
import { namedNet } from "./attributes"

/** The pads of an IPC-D-356A netlist; its vias name no part and are left out. */
export function netlistOfIpc(ipc: IpcNetlist): ExpectedNetlist {
  return {
    source: ipc.file,
    merged: [],
    pads: ipc.records
      .filter(({ kind, designator }) => kind !== "tooling-hole" && designator !== "VIA" && designator !== "")
      .map(({ designator, pin, net, x, y, side }) => ({ designator, pin, net: namedNet(net), x, y, side })),
  }
}
