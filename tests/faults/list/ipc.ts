import { withoutFile } from "../edit/files"
import { replaced, withFile } from "../edit/text"
import { faultsOf } from "./make"

const { packaged } = faultsOf("IPC netlist")

const ipc = (id: string, title: string, rule: string, change: (text: string) => string) =>
  packaged(id, title, rule, ({ files }) =>
    withFile(files, ".ipc", (bytes) => Buffer.from(change(Buffer.from(bytes).toString("utf8")), "utf8")),
  )

export const ipcFaults = [
  ipc("ipc-net-swapped", "U1.7 on another net", "lvs/ipc", (text) =>
    replaced(text, /^327TXD_RS232 (.*U1 {4}-7)/m, "327RXD_RS232 $1"),
  ),
  ipc("ipc-pad-missing", "a test point missing", "lvs/ipc", (text) =>
    replaced(text, /^327.* R5 {4}-1 .*\n/m, ""),
  ),
  ipc("ipc-pad-moved", "a test point 1 mm off", "lvs/ipc", (text) =>
    replaced(text, /^(327.* R5 {4}-1 .*X\+)0247/m, "$10257"),
  ),
  ipc("ipc-wrong-side", "a test point on the other side", "lvs/ipc", (text) =>
    replaced(text, /^(327.* R5 {4}-1 .*)A01/m, "$1A02"),
  ),
  ipc("ipc-hole-size", "a pin's hole of another size", "lvs/ipc", (text) =>
    replaced(text, "D1000P", "D0900P"),
  ),
  ipc("ipc-via-net", "a via on another net", "lvs/ipc", (text) =>
    replaced(text, /^317BUCK_OUT( +VIA)/m, "317V24     $1"),
  ),
  ipc("ipc-extra-pad", "a pad that the board does not have", "lvs/ipc", (text) =>
    replaced(text, /^(327.* R5 {4}-)1( .*\n)/m, "$11$2$19$2"),
  ),
  ipc("ipc-unit", "inches declared", "lvs/ipc", (text) =>
    replaced(text, "P  UNITS CUST 1", "P  UNITS CUST 0"),
  ),
  packaged("ipc-missing", "no netlist for electrical test", "pkg/contents", ({ files }) =>
    withoutFile(files, ".ipc"),
  ),
]
