import { copperOf } from "../../circuit/copper"
import type { Circuit } from "../../circuit/elements"
import { groupBy } from "../../circuit/group-by"
import { netlistOf } from "../../circuit/netlist"
import type { Board } from "../../model/board"
import { copperFiles, type FabHouse, gerberLayers, laminate, type UploadNames } from "../../model/fab-house"
import { stacks } from "../../model/layer"
import { readExcellon, readGerber } from "../../read"
import { type IpcRow, ipcRows } from "../ipc-d-356"
import { partsOnBoard } from "../parts-on-board"
import { copperSets, drawnSets, drillSets } from "./features"
import { Forms } from "./forms"
import { bomItems, component, type PlacedPart, packagesOf, recordsOf, sourcesOf } from "./parts"
import { contour, formRef, qualified, xml } from "./xml"

type Described =
  | "layers"
  | "id"
  | "title"
  | "revision"
  | "outline"
  | "cutouts"
  | "thicknessMm"
  | "parts"
  | "variants"
export type DescribedBoard = Pick<Board, Described | "defaultVariant">
type Process = Pick<FabHouse, "process">

export interface WrittenFiles {
  readonly gerbers: ReadonlyMap<string, string>
  readonly names: UploadNames
}

export const ipc2581Name = (board: string): string => `${board}-ipc2581.xml`

const dielectric = "DIELECTRIC"

interface FileLayer {
  readonly name: string
  readonly kind:
    | ("SILKSCREEN" | "SOLDERPASTE" | "SOLDERMASK" | "CONDUCTOR" | "DIELCORE" | "DIELPREG")
    | "DRILL"
  readonly side: "TOP" | "BOTTOM" | "INTERNAL" | "ALL"
  /** What it adds to the board, mm; what is printed adds nothing that anybody states. */
  readonly mm?: number
}

/** From the top down, then the drills; what insulates has no file of its own. */
function layersOf(board: Pick<Board, "thicknessMm">, { process }: Process): FileLayer[] {
  const outer = (face: "F" | "B", side: FileLayer["side"]): FileLayer[] => [
    { name: `${face}_Silkscreen`, kind: "SILKSCREEN", side },
    { name: `${face}_Paste`, kind: "SOLDERPASTE", side },
    { name: `${face}_Mask`, kind: "SOLDERMASK", side, mm: process.maskMm },
  ]
  let prepregs = 0
  const inside = laminate(board, process).map((one): FileLayer => {
    const { mm } = one
    if (one.kind === "copper") {
      const side = one.layer === "top" ? "TOP" : one.layer === "bottom" ? "BOTTOM" : "INTERNAL"
      return { name: copperFiles[one.layer], kind: "CONDUCTOR", side, mm }
    }
    return one.kind === "core"
      ? { name: dielectric, kind: "DIELCORE", side: "INTERNAL", mm }
      : { name: `PREPREG_${++prepregs}`, kind: "DIELPREG", side: "INTERNAL", mm }
  })
  return [
    ...outer("F", "TOP"),
    ...inside,
    ...outer("B", "BOTTOM").reverse(),
    { name: "PTH", kind: "DRILL", side: "ALL" },
    { name: "NPTH", kind: "DRILL", side: "ALL" },
  ]
}

/**
 * The whole board in one file, IPC-2581 revision C: layers and stack-up, outline, pad-stacks, packages, parts with their
 * rows of the BOM and second sources, nets as meant and as laid, copper net by net, openings, paste, ink and holes. mm,
 * the frame of the Gerbers. Copper comes from the circuit, what is not wired from the written files.
 * @param date ISO 8601 in UTC
 */
export function ipc2581(
  circuit: Circuit,
  board: DescribedBoard,
  house: Process,
  files: WrittenFiles,
  date: string,
): string {
  const { id, revision, title } = board
  const forms = new Forms()
  const netlist = netlistOf(circuit)
  const copper = copperOf(circuit, netlist)
  const pads = groupBy(copper.pads, ({ designator }) => designator)
  const { placed, packages } = packagesOf(
    partsOnBoard(circuit).flatMap((part) => {
      const record = board.parts[part.designator]
      return record === undefined ? [] : [{ ...part, record, pads: pads.get(part.designator) ?? [] }]
    }),
    forms,
  )
  const stack = stacks[board.layers]
  const layers = layersOf(board, house)
  const gerbers = gerberLayers(board.layers).filter((name) => name !== "Edge_Cuts")
  const features = [...gerbers, "PTH" as const, "NPTH" as const].flatMap((layerRef) => {
    const name = files.names[layerRef]
    const text = files.gerbers.get(name) ?? "M02*"
    const on = stack.find((layer) => copperFiles[layer] === layerRef)
    const sets =
      layerRef === "PTH" || layerRef === "NPTH"
        ? drillSets(readExcellon(text, name), forms, layerRef === "PTH")
        : on === undefined
          ? drawnSets(readGerber(text, name), forms)
          : copperSets(copper, on, forms)
    return sets.length === 0 ? [] : [xml("LayerFeature", { layerRef }, sets)]
  })
  const step = xml("Step", { name: id, type: "BOARD", stackupRef: "STACKUP" }, [
    ...forms.writtenStacks(),
    xml("Datum", { x: 0, y: 0 }),
    contour("Profile", board.outline, board.cutouts),
    ...packages,
    ...placed.map(component),
    ...netlist.nets.map(({ name, pins }) => xml("LogicalNet", { name: qualified(name) }, pins.map(pinRef))),
    ...physical(ipcRows(circuit), forms),
    ...features,
  ])
  const makers = [...new Set(placed.flatMap(({ record }) => sourcesOf(record).map(([maker]) => maker)))]
  const stepRef = xml("StepRef", { name: id })
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml(
    "IPC-2581",
    { revision: "C", xmlns: "http://webstds.ipc.org/2581" },
    [
      xml("Content", { roleRef: "OWNER" }, [
        xml("FunctionMode", { mode: "USERDEF" }),
        stepRef,
        ...layers.map(({ name }) => xml("LayerRef", { name })),
        xml("BomRef", { name: "BOM" }),
        xml("AvlRef", { name: "AVL" }),
        forms.dictionary(),
      ]),
      xml("LogisticHeader", {}, [
        xml("Role", { id: "OWNER", roleFunction: "SENDER" }),
        ...["OWNER", ...makers.sort()].map((maker) => xml("Enterprise", { id: maker, code: "NONE" })),
        xml("Person", { name: "OWNER", enterpriseRef: "OWNER", roleRef: "OWNER" }),
      ]),
      history(revision, date),
      xml("Bom", { name: "BOM" }, [
        xml("BomHeader", { assembly: id, revision }, [stepRef]),
        ...bomItems(placed, board),
      ]),
      xml("Ecad", { name: id }, [
        header(house),
        xml("CadData", {}, [...layers.map(layer), stackup(board, layers), step]),
      ]),
      xml("Avl", { name: "AVL" }, [
        xml("AvlHeader", { title, source: id, author: "OWNER", datetime: date, version: 1 }),
        ...vendors(placed),
      ]),
    ],
  )}\n`
}

const pinRef = (pin: string): string => {
  const dot = pin.lastIndexOf(".")
  return xml("PinRef", { componentRef: qualified(pin.slice(0, dot)), pin: pin.slice(dot + 1) })
}

const specOf = (name: string): string =>
  `SPEC_${name
    .replace(/^([FB]|In\d)_/, "")
    .replace(/_\d$/, "")
    .toUpperCase()}`

const layer = ({ name, kind, side }: FileLayer): string =>
  xml("Layer", { name, layerFunction: kind, side, polarity: "POSITIVE" }, [
    kind === "DRILL"
      ? xml("Span", { fromLayer: copperFiles.top, toLayer: copperFiles.bottom })
      : xml("SpecRef", { id: specOf(name) }),
  ])

function header({ process }: Process): string {
  const materials = {
    Silkscreen: `print, ${process.printColour}`,
    Paste: "solder paste",
    Mask: `solder mask, ${process.maskColour}`,
    Cu: `copper; finish: ${process.finish}`,
    [dielectric]: "FR4",
    ...(process.inner === undefined ? {} : { PREPREG: `FR4 prepreg, ${process.inner.prepreg}` }),
  }
  const specs = Object.entries(materials).map(([name, text]) =>
    xml("Spec", { name: specOf(name) }, [xml("General", { type: "MATERIAL" }, [xml("Property", { text })])]),
  )
  return xml("CadHeader", { units: "MILLIMETER" }, specs)
}

/** Mask, copper and what insulates it. No tolerance is stated: the house's own holds. */
function stackup({ thicknessMm }: DescribedBoard, layers: readonly FileLayer[]): string {
  const open = { tolPlus: 0, tolMinus: 0 }
  const stacked = layers.filter(({ mm }) => mm !== undefined)
  const all = stacked.map(({ name, mm }, index) => {
    const lies = { layerOrGroupRef: name, thickness: mm, ...open, sequence: index + 1 }
    return xml("StackupLayer", lies, [xml("SpecRef", { id: specOf(name) })])
  })
  const over = { overallThickness: thicknessMm, ...open, whereMeasured: "MASK", stackupStatus: "PROPOSED" }
  const group = xml("StackupGroup", { name: "STACKUP_GROUP", thickness: thicknessMm, ...open }, all)
  return xml("Stackup", { name: "STACKUP", ...over }, [group])
}

function history(label: string, date: string): string {
  const certified = xml("Certification", { certificationStatus: "SELFTEST" })
  const made = xml("SoftwarePackage", { name: "MEP-HW", revision: "1", vendor: "MEP-HW" }, [certified])
  return xml("HistoryRecord", { number: "1", origination: date, software: "MEP-HW", lastChange: date }, [
    xml("FileRevision", { fileRevisionId: "1", comment: "", label }, [made]),
  ])
}

/** Who makes what: the chosen one, and what may be bought instead. */
const vendors = (parts: readonly PlacedPart[]): string[] =>
  recordsOf(parts).map((record) => {
    const sources = sourcesOf(record).map(([enterpriseRef, name], index) =>
      xml("AvlVmpn", { chosen: index === 0 }, [
        xml("AvlMpn", { name: qualified(name), rank: index + 1 }),
        xml("AvlVendor", { enterpriseRef }),
      ]),
    )
    return xml("AvlItem", { OEMDesignNumber: record.id }, sources)
  })

/** The points of each net as they are laid. The schema wants names that no logical net has: hence the prefix. */
function physical(rows: readonly IpcRow[], forms: Forms): string[] {
  const point = ({ x, y, widthMm, access, masked, mid, designator }: IpcRow): string => {
    const layerRef = copperFiles[access === "A02" ? "bottom" : "top"]
    const exposure = masked === 3 ? "COVERED" : "EXPOSED"
    const { id } = forms.of({ core: [{ x, y }], radius: widthMm / 2 })
    const is = { x, y, layerRef, netNode: mid ? "MIDDLE" : "END", exposure, via: designator === "VIA" }
    return xml("PhyNetPoint", is, [formRef(id)])
  }
  const nets = [...groupBy(rows, ({ net }) => net)].flatMap(([net, own]) =>
    net === undefined ? [] : [xml("PhyNet", { name: `physical:${qualified(net)}` }, own.map(point))],
  )
  return nets.length === 0 ? [] : [xml("PhyNetGroup", { name: "PHYSICAL" }, nets)]
}
