import type { AnyCircuitElement } from "circuit-json"
import { holeOf } from "../circuit/pad-copper"
import { layersOf } from "../circuit/stack"
import { innerPoint } from "../geometry/polygon"
import { UserError } from "../model/finding"
import type { LayerCount } from "../model/layer"
import { naturalOrder } from "../natural-order"

type Of<T extends AnyCircuitElement["type"]> = Extract<AnyCircuitElement, { type: T }>

export interface IpcSubject {
  readonly board: string
  readonly title: string
  readonly revision: string
}

/** One line of the netlist before it is text. mm; x, y as in the Gerbers. */
export interface IpcRow {
  readonly operation: "317" | "327" | "367"
  readonly net: string | undefined
  readonly designator: string
  readonly pin: string
  /** A point within a net, not an end of it: vias. */
  readonly mid: boolean
  readonly hole: { readonly diameterMm: number; readonly plated: boolean } | undefined
  /** From both faces, or from the layer of that number: the last is the bottom. */
  readonly access: `A0${number}`
  readonly x: number
  readonly y: number
  readonly widthMm: number
  /** 0 for a round land: the standard's way to tell it from a square. */
  readonly heightMm: number
  readonly rotationDeg: number
  /** 0 none, 1 top, 2 bottom, 3 both sides covered by solder mask. */
  readonly masked: 0 | 1 | 2 | 3
}

/**
 * Circuit JSON -> IPC-D-356A netlist for the fab's electrical test: every pad, via and unplated hole of the board
 * with its net, in mm with three decimals (`UNITS CUST 1`), sorted by net, designator and pin.
 * @throws UserError if a designator, pin or place does not fit the format's columns.
 */
export const ipcNetlist = (circuit: readonly AnyCircuitElement[], subject: IpcSubject): string =>
  ipcText(ipcRows(circuit), subject)

/** @throws UserError if a designator, pin or place does not fit the format's columns. */
export function ipcText(rows: readonly IpcRow[], subject: IpcSubject): string {
  const longNames = [
    ...new Set(rows.flatMap(({ net }) => (net !== undefined && net.length > 14 ? [net] : []))),
  ]
  const aliases = new Map(longNames.sort(naturalOrder).map((name, i) => [name, `NNAME${i + 1}`]))
  const lines = [
    `P  JOB   ${ascii(subject.board)}`,
    "P  CODE  00",
    "P  UNITS CUST 1",
    `P  TITLE ${ascii(subject.title)}`,
    `P  NUM   ${ascii(subject.board)}`,
    `P  REV   ${ascii(subject.revision)}`,
    "P  VER   IPC-D-356A",
    "P  IMAGE PRIMARY",
    ...[...aliases].map(([name, alias]) => `P  ${alias}  ${ascii(name)}`),
    ...rows.map((row) => line(row, aliases)),
    "999",
  ]
  return `${lines.join("\n")}\n`
}

/** The rows behind the text, in order. */
export function ipcRows(circuit: readonly AnyCircuitElement[]): IpcRow[] {
  const names = new Names(circuit)
  const layers = layersOf(circuit)
  const rows = circuit.flatMap((element): IpcRow[] => {
    switch (element.type) {
      case "pcb_smtpad":
        return [padRow(element, names, layers)]
      case "pcb_plated_hole":
        return [platedHoleRow(element, names)]
      case "pcb_via":
        return [
          {
            operation: "317",
            net:
              names.netOfKey(element.subcircuit_connectivity_map_key) ??
              names.netOfTrace(element.pcb_trace_id),
            designator: "VIA",
            pin: "",
            mid: true,
            hole: { diameterMm: element.hole_diameter, plated: true },
            access: "A00",
            x: element.x,
            y: element.y,
            widthMm: element.outer_diameter,
            heightMm: 0,
            rotationDeg: 0,
            masked: maskedSides(element.tented_on_top !== false, element.tented_on_bottom !== false),
          },
        ]
      case "pcb_hole":
        return [
          {
            operation: "367",
            net: undefined,
            designator: "HOLE",
            pin: "",
            mid: false,
            hole: {
              // The tool's, also of a slot, whose ends the drill file has.
              diameterMm:
                "hole_diameter" in element
                  ? element.hole_diameter
                  : Math.min(element.hole_width, element.hole_height),
              plated: false,
            },
            access: "A00",
            x: element.x,
            y: element.y,
            widthMm: "hole_diameter" in element ? element.hole_diameter : element.hole_width,
            heightMm: "hole_diameter" in element ? 0 : element.hole_height,
            rotationDeg: "ccw_rotation" in element ? element.ccw_rotation : 0,
            masked: 0,
          },
        ]
      default:
        return []
    }
  })
  return rows.sort(
    (a, b) =>
      naturalOrder(a.net ?? "~", b.net ?? "~") ||
      naturalOrder(a.designator, b.designator) ||
      naturalOrder(a.pin, b.pin) ||
      a.x - b.x ||
      a.y - b.y,
  )
}

/** Vias are tented unless the design says otherwise. */
function maskedSides(top: boolean, bottom: boolean): IpcRow["masked"] {
  return top ? (bottom ? 3 : 1) : bottom ? 2 : 0
}

function padRow(pad: Of<"pcb_smtpad">, names: Names, layers: LayerCount): IpcRow {
  const { designator, pin, net } = names.ofPort(pad.pcb_port_id)
  const shape = padShape(pad)
  return {
    operation: "327",
    net,
    designator,
    pin,
    mid: false,
    hole: undefined,
    access: pad.layer === "bottom" ? `A0${layers}` : "A01",
    masked: pad.layer === "bottom" ? 1 : 2,
    ...shape,
  }
}

function padShape(pad: Of<"pcb_smtpad">): Pick<IpcRow, "x" | "y" | "widthMm" | "heightMm" | "rotationDeg"> {
  switch (pad.shape) {
    case "circle":
      return { x: pad.x, y: pad.y, widthMm: 2 * pad.radius, heightMm: 0, rotationDeg: 0 }
    case "rect":
    case "pill":
      return { x: pad.x, y: pad.y, widthMm: pad.width, heightMm: pad.height, rotationDeg: 0 }
    case "rotated_rect":
    case "rotated_pill":
      return { x: pad.x, y: pad.y, widthMm: pad.width, heightMm: pad.height, rotationDeg: pad.ccw_rotation }
    case "polygon": {
      const [xs, ys] = [pad.points.map(({ x }) => x), pad.points.map(({ y }) => y)]
      const [minX, maxX, minY, maxY] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
      return {
        ...innerPoint(pad.points),
        widthMm: maxX - minX,
        heightMm: maxY - minY,
        rotationDeg: 0,
      }
    }
  }
}

function platedHoleRow(hole: Of<"pcb_plated_hole">, names: Names): IpcRow {
  const { designator, pin, net } = names.ofPort(hole.pcb_port_id)
  const [width, height] = landSize(hole)
  const drilled = holeOf(hole)
  const [a = hole, b = a] = drilled.core
  const rotationDeg =
    "rect_ccw_rotation" in hole
      ? hole.rect_ccw_rotation
      : "ccw_rotation" in hole
        ? hole.ccw_rotation
        : undefined
  return {
    operation: "317",
    net,
    designator,
    pin,
    mid: false,
    // The tool's, also of a slot, whose ends the drill file has.
    hole: { diameterMm: 2 * drilled.radius, plated: true },
    access: "A00",
    // The place of a hole is the drill's, wherever its land lies.
    x: (a.x + b.x) / 2,
    y: (a.y + b.y) / 2,
    widthMm: width,
    heightMm: height,
    // A square looks the same after a quarter turn, anything else after half a turn.
    rotationDeg: (rotationDeg ?? 0) % (width === height || height === 0 ? 90 : 180),
    masked: 0,
  }
}

/** Width and height of a hole's land; height 0 for a round one. */
function landSize(hole: Of<"pcb_plated_hole">): readonly [number, number] {
  if ("outer_diameter" in hole) return [hole.outer_diameter, 0]
  if ("rect_pad_width" in hole) return [hole.rect_pad_width, hole.rect_pad_height]
  if ("outer_width" in hole) return [hole.outer_width, hole.outer_height]
  const [xs, ys] = [hole.pad_outline.map(({ x }) => x), hole.pad_outline.map(({ y }) => y)]
  return [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)]
}

/** Names of ports and nets, as people know them. */
class Names {
  private readonly ports = new Map<string, { designator: string; pin: string; key: string | undefined }>()
  private readonly nets = new Map<string, string>()
  private readonly traces = new Map<string, string | undefined>()
  private readonly sourceOfPcb = new Map<string, string>()

  constructor(circuit: readonly AnyCircuitElement[]) {
    const components = new Map<string, string>()
    for (const e of circuit) {
      if (e.type === "source_component") components.set(e.source_component_id, e.name ?? "?")
      else if (e.type === "source_net" && e.subcircuit_connectivity_map_key !== undefined)
        this.nets.set(e.subcircuit_connectivity_map_key, e.name)
      else if (e.type === "pcb_port") this.sourceOfPcb.set(e.pcb_port_id, e.source_port_id)
    }
    const keyOfTrace = new Map<string, string | undefined>()
    for (const e of circuit) {
      if (e.type === "source_port")
        this.ports.set(e.source_port_id, {
          designator: components.get(e.source_component_id ?? "") ?? "?",
          pin: e.pin_number === undefined ? e.name : String(e.pin_number),
          key: e.subcircuit_connectivity_map_key,
        })
      else if (e.type === "source_trace") keyOfTrace.set(e.source_trace_id, e.subcircuit_connectivity_map_key)
      else if (e.type === "source_net") keyOfTrace.set(e.source_net_id, e.subcircuit_connectivity_map_key)
    }
    for (const e of circuit) {
      if (e.type === "pcb_trace" && e.source_trace_id !== undefined)
        this.traces.set(e.pcb_trace_id, keyOfTrace.get(e.source_trace_id))
      // Squares of one thermal pad have a port each: all take the name and net of the lowest pin.
      if (e.type === "source_component_internal_connection") {
        const own = e.source_port_ids.flatMap((id) => this.ports.get(id) ?? [])
        const [head] = [...own].sort((a, b) => naturalOrder(a.pin, b.pin))
        for (const id of e.source_port_ids) if (head !== undefined) this.ports.set(id, head)
      }
    }
  }

  ofPort(pcbPortId: string | undefined): { designator: string; pin: string; net: string | undefined } {
    const port = this.ports.get(this.sourceOfPcb.get(pcbPortId ?? "") ?? "")
    if (port === undefined) return { designator: "?", pin: "", net: undefined }
    return { designator: port.designator, pin: port.pin, net: this.netOfKey(port.key) }
  }

  netOfKey(key: string | undefined): string | undefined {
    return key === undefined ? undefined : (this.nets.get(key) ?? key)
  }

  netOfTrace(pcbTraceId: string | undefined): string | undefined {
    return this.netOfKey(this.traces.get(pcbTraceId ?? ""))
  }
}

/** 80 columns: code 1-3, net 4-17, designator 21-26, pin 28-31, M 32, drill 33-38, access 39-41, X/Y 42-57, ... */
function line(row: IpcRow, aliases: ReadonlyMap<string, string>): string {
  const net = row.net === undefined ? "N/C" : (aliases.get(row.net) ?? row.net)
  const drill =
    row.hole === undefined ? "      " : `D${size(row.hole.diameterMm, row)}${row.hole.plated ? "P" : "U"}`
  return [
    row.operation,
    columns(net, 14, row),
    "   ",
    columns(row.designator, 6, row),
    row.pin === "" ? " " : "-",
    columns(row.pin, 4, row),
    row.mid ? "M" : " ",
    drill,
    row.access,
    `X${coordinate(row.x, row)}Y${coordinate(row.y, row)}`,
    `X${size(row.widthMm, row)}Y${size(row.heightMm, row)}`,
    `R${String(((Math.round(row.rotationDeg) % 360) + 360) % 360).padStart(3, "0")}`,
    `S${row.masked}`,
  ].join("")
}

function columns(text: string, width: number, row: IpcRow): string {
  const clean = ascii(text)
  if (clean.length > width)
    throw new UserError(
      `IPC-D-356: "${text}" (${row.designator}.${row.pin}) is longer than ${width} characters`,
    )
  return clean.padEnd(width)
}

function coordinate(mm: number, row: IpcRow): string {
  const steps = Math.round(mm * 1000)
  if (!(Math.abs(steps) <= 999_999))
    throw new UserError(`IPC-D-356: ${row.designator}.${row.pin} at ${mm} mm is too far from the origin`)
  return `${steps < 0 ? "-" : "+"}${String(Math.abs(steps)).padStart(6, "0")}`
}

function size(mm: number, row: IpcRow): string {
  const steps = Math.round(mm * 1000)
  if (!(steps >= 0 && steps <= 9999))
    throw new UserError(
      `IPC-D-356: ${row.designator}.${row.pin} is ${mm} mm large, more than the format holds`,
    )
  return String(steps).padStart(4, "0")
}

function ascii(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, "?")
}
