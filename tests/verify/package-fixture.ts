import { createHash } from "node:crypto"
import type { AnyCircuitElement } from "circuit-json"
import { zipSync } from "fflate"
import { chipResistor } from "../../components/packages/chip"
import { r0805 } from "../../components/parts/passives"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { rectangle } from "../../src/board/define"
import { ipc2581 } from "../../src/fabricate/ipc-2581/document"
import { uploadNames } from "../../src/model/fab-house"
import { type VerifyOptions, verifyContents } from "../../src/verify/verify"
import { SmallBoard, smallBoardIpc } from "./small-board"

export const bom = "Comment,Designator,Footprint,JLCPCB Part #\n10k,R1,0805,C17414\n100nF,C1,0805,C49678\n"
export const cpl =
  "Designator,Mid X,Mid Y,Layer,Rotation\nR1,0.0000,0.0000,Top,0\nC1,1.5000,2.0000,Bottom,180\n"
/** How the fab turns the packages of the lists above. */
export const packages = { "0805": chipResistor("0805").fab?.jlcpcb ?? { land: { unconfirmed: "nowhere" } } }
export const hand = "Designator,Value,Reason\nJ1,header,by hand\n"

export const testPoints =
  "Net,X,Y,Side,Diameter,Hole,Pad,Kind\nA,-5.000,3.000,both,1.800,1.000,J1.1,through hole\nB,5.000,0.000,top,1.000,,R1.2,pad\n"

/** The sound board as a package of this project, written down by hand. */
export function packageFiles(board = new SmallBoard()): Map<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>()
  const gerbers = board.files().map(({ name, text }) => ({ name: name.replace("b-", "small-"), text }))
  for (const { name, text } of gerbers) files.set(`gerbers/${name}`, text)
  files.set(
    "small-gerbers.zip",
    zipSync(Object.fromEntries(gerbers.map(({ name, text }) => [name, Buffer.from(text)])), {
      mtime: "2026-01-02",
    }),
  )
  files.set("circuit.json", circuitJson(board))
  files.set("report.json", report())
  files.set("small.ipc", smallBoardIpc)
  files.set("small-ipc2581.xml", exchangeFile(board, gerbers))
  files.set("test-points.csv", testPoints)
  files.set("assembly/plans.md", "# Plans\n")
  for (const variant of ["one", "other"]) {
    files.set(`assembly/${variant}/shopping.csv`, "Distributor,Search for\n")
    files.set(`assembly/${variant}/bom.html`, "<!doctype html>\n")
    files.set(`assembly/${variant}/economic-top/bom.csv`, bom)
    files.set(`assembly/${variant}/economic-top/cpl.csv`, cpl)
    files.set(`assembly/${variant}/economic-top/hand-assembly.csv`, hand)
  }
  return files
}

/** Too long to be written by hand: made of the circuit and the Gerbers that were. */
function exchangeFile(
  board: SmallBoard,
  gerbers: readonly { readonly name: string; readonly text: string }[],
): string {
  const part = r0805["10k"]
  const described = {
    id: "small",
    title: "Small",
    revision: "v1",
    layers: 2,
    thicknessMm: 1.6,
    outline: rectangle(20, 10),
    cutouts: [],
    parts: { R1: part, C1: part, J1: part },
    variants: { one: { title: "one", notFitted: [] } },
    defaultVariant: "one",
  } as const
  const written = {
    names: uploadNames(jlcpcb, "small"),
    gerbers: new Map(gerbers.map(({ name, text }) => [name, text])),
  }
  const circuit = JSON.parse(circuitJson(board)) as AnyCircuitElement[]
  return ipc2581(circuit, described, jlcpcb, written, "2026-01-02T03:04:05Z")
}

export const report = (change: object = {}): string =>
  JSON.stringify({
    format: 1,
    board: "small",
    revision: "v1",
    date: "2026-01-02T03:04:05Z",
    assembly: { variants: { one: [], other: [] }, plans: ["economic-top"] },
    summary: { errors: 0, warnings: 0, waived: 0 },
    checks: [],
    findings: [],
    waived: [],
    ...change,
  })

/** As the board's sheets draw it, in the circuit's words. */
function drawn(board: SmallBoard): object[] {
  const track = (net: string, layer: string, ...points: readonly (readonly [number, number])[]): object => ({
    type: "pcb_trace",
    pcb_trace_id: `${net} ${layer} ${points.length}`,
    source_trace_id: net,
    route: points.map(([x, y]) => ({ route_type: "wire", x, y, width: 0.25, layer })),
  })
  const line = (layer: string, y1: number, x2: number): object => ({
    type: "pcb_silkscreen_line",
    layer,
    x1: -3,
    y1,
    x2,
    y2: y1,
    stroke_width: 0.15,
  })
  return [
    track("A", "top", [-5, 3], [-5, 0], [-3, -2], [-2, -2]),
    track("B", "top", [5, 0], [5, -2]),
    track("A", "bottom", [-2, -2], [-2, 0], [0, 2]),
    track("B", "bottom", [5, -2], [5, 0], [3, 2]),
    ...board.pads.flatMap(({ side, x, y }) =>
      side === "both"
        ? []
        : [{ type: "pcb_solder_paste", layer: side, shape: "rect", width: 0.9, height: 0.9, x, y }],
    ),
    line("top", 1, 3),
    line("bottom", -3, 0),
  ]
}

function circuitJson(board: SmallBoard): string {
  const names = [...new Set(board.pads.map(({ designator }) => designator))]
  const nets = [...new Set(board.pads.flatMap(({ net }) => net ?? []))]
  return JSON.stringify([
    ...names.map((name) => ({ type: "source_component", source_component_id: name, name })),
    ...names.map((name) => ({
      type: "pcb_component",
      pcb_component_id: name,
      center: { x: 0, y: 0 },
      rotation: 0,
      source_component_id: name,
      layer: name.startsWith("C") ? "bottom" : "top",
    })),
    ...nets.map((name) => ({
      type: "source_net",
      source_net_id: name,
      name,
      subcircuit_connectivity_map_key: name,
    })),
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
      {
        type: "source_trace",
        source_trace_id: `t${i}`,
        connected_source_port_ids: [`s${i}`],
        connected_source_net_ids: net === undefined ? [] : [net],
      },
      side === "both"
        ? {
            type: "pcb_plated_hole",
            pcb_port_id: `p${i}`,
            pcb_component_id: designator,
            layers: ["top", "bottom"],
            x,
            y,
            shape: "circle",
            outer_diameter: 1.8,
            hole_diameter: 1,
          }
        : {
            type: "pcb_smtpad",
            pcb_port_id: `p${i}`,
            pcb_component_id: designator,
            layer: side,
            x,
            y,
            shape: "rect",
            width: 1,
            height: 1,
          },
    ]),
    ...board.plated
      .filter(({ via }) => via)
      .map(({ x, y, d }) => ({ type: "pcb_via", x, y, hole_diameter: d, outer_diameter: 0.6 })),
    ...drawn(board),
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
