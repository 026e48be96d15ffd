import { createHash } from "node:crypto"
import { zipSync } from "fflate"
import { chipResistor } from "../../components/packages/chip"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { type VerifyOptions, verifyContents } from "../../src/verify/verify"
import { SmallBoard, smallBoardIpc } from "./small-board"

export const bom = "Comment,Designator,Footprint,JLCPCB Part #\n10k,R1,0805,C17414\n100nF,C1,0805,C49678\n"
export const cpl =
  "Designator,Mid X,Mid Y,Layer,Rotation\nR1,0.0000,0.0000,Top,0\nC1,1.5000,2.0000,Bottom,180\n"
/** How the fab turns the packages of the lists above. */
export const packages = { "0805": chipResistor("0805").fab?.jlcpcb ?? { land: { unconfirmed: "nowhere" } } }
export const hand = "Designator,Value,Reason\nJ1,header,by hand\n"

/** The sound board as a package of this project, written down by hand. */
export function packageFiles(board = new SmallBoard()): Map<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>()
  const gerbers = board.files().map(({ name, text }) => ({ name: name.replace("b-", "small-"), text }))
  for (const { name, text } of gerbers) files.set(`gerbers/${name}`, text)
  files.set(
    "small-gerbers.zip",
    zipSync(Object.fromEntries(gerbers.map(({ name, text }) => [name, Buffer.from(text)]))),
  )
  files.set("circuit.json", circuitJson(board))
  files.set("report.json", "{}\n")
  files.set("small.ipc", smallBoardIpc)
  for (const variant of ["one", "other"]) {
    files.set(`assembly/${variant}/economic-top/bom.csv`, bom)
    files.set(`assembly/${variant}/economic-top/cpl.csv`, cpl)
    files.set(`assembly/${variant}/economic-top/hand-assembly.csv`, hand)
  }
  return files
}

function circuitJson(board: SmallBoard): string {
  const names = [...new Set(board.pads.map(({ designator }) => designator))]
  const nets = [...new Set(board.pads.flatMap(({ net }) => net ?? []))]
  return JSON.stringify([
    ...names.map((name) => ({ type: "source_component", source_component_id: name, name })),
    ...nets.map((name) => ({ type: "source_net", name, subcircuit_connectivity_map_key: name })),
    ...board.pads.flatMap(({ designator, pin, net, x, y, side }, i) => [
      {
        type: "source_port",
        source_port_id: `s${i}`,
        source_component_id: designator,
        name: pin,
        pin_number: Number(pin),
        ...(net === undefined ? {} : { subcircuit_connectivity_map_key: net }),
      },
      { type: "pcb_port", pcb_port_id: `p${i}`, source_port_id: `s${i}` },
      side === "both"
        ? { type: "pcb_plated_hole", pcb_port_id: `p${i}`, x, y, hole_diameter: 1 }
        : { type: "pcb_smtpad", pcb_port_id: `p${i}`, layer: side, x, y },
    ]),
    ...board.plated
      .filter(({ via }) => via)
      .map(({ x, y, d }) => ({ type: "pcb_via", x, y, hole_diameter: d })),
    ...board.unplated.map(({ x, y, d }) => ({ type: "pcb_hole", x, y, hole_diameter: d })),
  ])
}

export function sealed(files: ReadonlyMap<string, string | Uint8Array>): Map<string, Uint8Array> {
  const contents = new Map([...files].map(([path, content]) => [path, Buffer.from(content)]))
  const entries = [...contents].map(([path, bytes]) => [
    path,
    { sha256: createHash("sha256").update(bytes).digest("hex"), size: bytes.length },
  ])
  const manifest = {
    format: 1,
    board: "small",
    revision: "v1",
    sourceHash: "abc",
    files: Object.fromEntries(entries),
  }
  return contents.set("manifest.json", Buffer.from(JSON.stringify(manifest)))
}

/** "rule: message" of the findings after one file was replaced (undefined: removed) before the manifest was written. */
export function foundWith(
  path: string,
  content: string | Uint8Array | undefined,
  options: VerifyOptions = {},
): string[] {
  const files = packageFiles()
  if (content === undefined) files.delete(path)
  else files.set(path, content)
  return verifyContents(sealed(files), jlcpcb, options).findings.map(
    ({ rule, message }) => `${rule}: ${message}`,
  )
}
