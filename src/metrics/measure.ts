import type { AnyCircuitElement } from "circuit-json"
import { copperFigure } from "../check/copper/figure"
import { type Copper, copperOf, viaShape } from "../circuit/copper"
import { groupBy } from "../circuit/group-by"
import { netlistOf } from "../circuit/netlist"
import { piecesOf } from "../circuit/pieces"
import { NetCopper } from "../circuit/resistance"
import { BoxIndex } from "../geometry/box-index"
import { distance } from "../geometry/point"
import { boxOf, gap } from "../geometry/shape"
import type { Board } from "../model/board"
import type { CopperProcess } from "../model/fab-house"
import type { Figure } from "../model/finding"
import { angles } from "./angles"
import { clearances, reachMm, toEdge } from "./clearances"
import { ground } from "./ground"
import { judgedRows, type MeasuredRow, type MetricRow, mm } from "./rows"

/** Figures of a built board's copper, measured on its circuit JSON. */

export interface NetRow {
  readonly net: string
  readonly topMm: number
  readonly bottomMm: number
  readonly vias: number
  readonly narrowestMm: number
  readonly widestMm: number
  /** Between the two pads with the most copper between them; undefined for a poured net. */
  readonly milliohm: number | undefined
  readonly between: string
}

export interface Metrics {
  readonly rows: readonly MetricRow[]
  readonly nets: readonly NetRow[]
  /** The copper that resistances are of. */
  readonly process: CopperProcess
}

const place = ({ x, y }: { x: number; y: number }): string => `(${x.toFixed(1)}, ${y.toFixed(1)})`

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

function netRows(copper: Copper, names: readonly string[], process: CopperProcess): NetRow[] {
  const tracksOf = groupBy(copper.tracks, ({ net }) => net)
  return names.map((net): NetRow => {
    const tracks = tracksOf.get(net) ?? []
    const length = (layer: string): number =>
      sum(tracks.filter((track) => track.layer === layer).map(({ from, to }) => distance(from, to)))
    const widths = tracks.map((track) => track.widthMm)
    const poured = copper.pours.some((pour) => pour.net === net)
    const worst = poured ? undefined : new NetCopper(copper, net, process).worst()
    return {
      net,
      topMm: length("top"),
      bottomMm: length("bottom"),
      vias: copper.vias.filter((via) => via.net === net).length,
      narrowestMm: Math.min(...widths, widths[0] ?? 0),
      widestMm: Math.max(...widths, 0),
      milliohm: worst === undefined ? undefined : worst.ohms * 1e3,
      between: poured ? "pours" : worst === undefined ? "" : `${worst.from} - ${worst.to}`,
    }
  })
}

/**
 * Measures a built board. Power nets are those of the class "power" in the board's rules.
 * @param checked figures of the checks on the written files (report.json): the silkscreen is measured there.
 * @throws UserError where the board asks for a figure that there is not.
 */
export function measure(
  circuit: readonly AnyCircuitElement[],
  board: Board,
  checked: readonly Figure[] = [],
  process: CopperProcess,
): Metrics {
  const netlist = netlistOf(circuit)
  const copper = copperOf(circuit, netlist)
  const nets = netRows(
    copper,
    netlist.nets.map(({ name }) => name),
    process,
  )
  const measured = [
    ...distanceRows(copper, board),
    ...trackRows(copper, board, nets),
    ...groundRows(copper, board),
    ...angleRows(copper),
    ...silkscreenRows(checked),
    ...copperRows(checked),
  ]
  return { rows: judgedRows(measured, board.figures ?? [], copper, process), nets, process }
}

const powerOf = ({ netClasses }: Board) => netClasses.filter(({ name }) => name === "power")

function distanceRows(copper: Copper, board: Board): MeasuredRow[] {
  const pieces = piecesOf(copper)
  const edge = toEdge(pieces, board.outline, board.cutouts)
  const power = new Set(powerOf(board).flatMap((one) => one.nets))
  const near = clearances(pieces, power)
  const least = (key: string, id: string, what: string): MeasuredRow => {
    const found = near.get(key)
    const ours = found ? `${mm(found.mm)} (${found.between})` : `none nearer than ${reachMm} mm`
    return { id, what, ours, value: found?.mm ?? reachMm }
  }
  const smallest = Math.min(...board.netClasses.map(({ clearanceMm }) => clearanceMm))
  return [
    {
      id: "copper-to-edge",
      what: "copper to board edge",
      ours: `${mm(edge.mm)} (${edge.between})`,
      value: edge.mm,
    },
    {
      ...least("any", "clearance", "clearance, all copper"),
      ...(Number.isFinite(smallest) ? { asked: { atLeast: smallest } } : {}),
    },
    least("track-track", "clearance-track-track", "  track to track"),
    least("pad-track", "clearance-pad-track", "  track to pad"),
    least("track-via", "clearance-track-via", "  track to via"),
    least("pad-via", "clearance-pad-via", "  via to pad"),
    least("via-via", "clearance-via-via", "  via to via"),
    least("pour", "clearance-pour", "  pour to the rest"),
    ...(power.size === 0 ? [] : [least("power", "clearance-power", "clearance, power")]),
  ]
}

/** Widths of the power nets, and the length below the class width; that may only be necks at pins. */
function powerRow(copper: Copper, board: Board): MeasuredRow[] {
  const power = powerOf(board)
  if (power.length === 0) return []
  const nets = new Set(power.flatMap((one) => one.nets))
  const wideMm = Math.min(...power.map(({ widthMm }) => widthMm))
  const tracks = copper.tracks.filter(({ net }) => net !== undefined && nets.has(net))
  const thin = tracks.filter((track) => track.widthMm < wideMm - 1e-6)
  const atPin = thin.every(({ net, from, to }) =>
    copper.pads.some((pad) => pad.net === net && gap(pad.shape, { core: [from, to], radius: 0 }) <= 1.5),
  )
  const widths = [...new Set(tracks.map((track) => track.widthMm))].sort((a, b) => a - b)
  const necks =
    thin.length > 0 ? `, ${mm(sum(thin.map(({ from, to }) => distance(from, to))), 1)} of it necks` : ""
  const ours = `${widths.map((width) => width.toFixed(2)).join(" / ")} mm${necks}`
  const note = `>= ${wideMm.toFixed(2)}, necks at pins only`
  return [{ id: "power-width", what: "power tracks", ours, asked: { note, met: atPin } }]
}

function trackRows(copper: Copper, board: Board, nets: readonly NetRow[]): MeasuredRow[] {
  const total = sum(nets.map((net) => net.topMm + net.bottomMm))
  const bottom = sum(nets.map((net) => net.bottomMm))
  const signalVias = copper.vias.filter((via) => via.net !== board.pour.net).length
  const smdPads = new BoxIndex(
    copper.pads.filter((pad) => pad.drillMm === undefined),
    ({ shape }) => boxOf(shape),
  )
  const inPads = copper.vias.map(viaShape).filter((via) => {
    return smdPads.within(boxOf(via)).some((pad) => gap(via, pad.shape) < -1e-6)
  }).length
  const size = (via: { diameterMm: number; drillMm: number }) => `${via.diameterMm} / ${via.drillMm}`
  const sizes = [...new Set(copper.vias.map((via) => `${size(via)} mm`))].sort()
  const met = sizes.every((text) => text === `${size(board.via)} mm`)
  return [
    ...powerRow(copper, board),
    { id: "tracks", what: "tracks in all", ours: mm(total, 1), value: total },
    { id: "tracks-bottom", what: "tracks on the bottom", ours: mm(bottom, 1), value: bottom },
    { id: "signal-vias", what: "signal vias", ours: String(signalVias), value: signalVias },
    { id: "ground-vias", what: "ground vias", ours: String(copper.vias.length - signalVias) },
    none("vias-in-pads", "vias in SMD pads", String(inPads), inPads),
    { id: "via-size", what: "vias", ours: sizes.join(", "), asked: { note: size(board.via), met } },
  ]
}

/** A figure that is to be none on every board. */
const none = (id: string, what: string, ours: string, value: number): MeasuredRow => ({
  id,
  what,
  ours,
  value,
  asked: { note: "0", met: value === 0 },
})

function groundRows(copper: Copper, board: Board): MeasuredRow[] {
  const { net, layers, stitchMm } = board.pour
  if (!copper.pours.some((pour) => pour.net === net)) return []
  const earth = ground(copper, piecesOf(copper), board.outline, board.pour)
  const sides = earth.sides.map((side) => `${side.layer} ${side.areaMm2.toFixed(0)} mm2 in ${side.pieces}`)
  const asked = stitchMm === undefined ? {} : { asked: { atMost: stitchMm } }
  return [
    {
      id: "slot",
      what: `longest slot in the ${layers.at(-1)} ground`,
      ours: `${mm(earth.slot.mm, 1)} at ${place(earth.slot.at)}`,
      value: earth.slot.mm,
    },
    {
      id: "ground-sides",
      what: "ground pours",
      ours: sides.join(", "),
      asked: {
        note: layers.length > 1 ? "both sides" : `${layers[0]} side`,
        met: earth.sides.every(({ areaMm2 }) => areaMm2 > 0),
      },
    },
    {
      id: "stitching",
      what: "ground farthest from a via",
      ours: mm(earth.farthestMm, 1),
      value: earth.farthestMm,
      ...asked,
    },
    {
      id: "stitching-notch",
      what: "  along the notch",
      ours: mm(earth.notchMm, 1),
      value: earth.notchMm,
      ...asked,
    },
    none("islands", "pieces of pour that hang alone", String(earth.islands), earth.islands),
    {
      id: "spokes",
      what: "fewest spokes to a ground pad",
      ours: `${earth.spokes.count} (${earth.spokes.pad})`,
      value: earth.spokes.count,
      asked: { atLeast: 2 },
    },
    { id: "relief", what: "ground pads without relief", ours: earth.solid.join(", ") || "none" },
  ]
}

function angleRows(copper: Copper): MeasuredRow[] {
  const { oddSlopes, steps, segments, acuteJoints, slantedEntries } = angles(copper)
  const slopes = `${oddSlopes} and ${listed(steps)}, of ${segments} segments`
  return [
    none("slopes", "slopes other than 0/45/90, steps", slopes, oddSlopes + steps.length),
    none("acute", "acute joints", listed(acuteJoints), acuteJoints.length),
    none("entries", "pads entered at an angle", listed(slantedEntries), slantedEntries.length),
  ]
}

const listed = (points: readonly { x: number; y: number }[]): string =>
  points.length === 0 ? "0" : `${points.length}: ${points.slice(0, 4).map(place).join(" ")}`

/** What the checks of copper measured; what they do not accept stops the build, so these are told. */
const copperRows = (checked: readonly Figure[]): MeasuredRow[] =>
  checked
    .filter(({ name }) => name.startsWith(copperFigure))
    .map(({ name, value, unit, limit }) => {
      const words = (one: number | string): string => `${one}${unit === undefined ? "" : ` ${unit}`}`
      const what = name.slice(copperFigure.length)
      return {
        id: what.replaceAll(/[^a-z]+/g, "-"),
        what,
        ours: words(value),
        ...(typeof value === "number" ? { value } : {}),
        ...(limit === undefined ? {} : { asked: { note: `limit ${words(limit)}` } }),
      }
    })

const silkscreenRows = (checked: readonly Figure[]): MeasuredRow[] =>
  (
    [
      ["silk-line", "thinnest silkscreen line", "thinnest line, top silkscreen"],
      ["silk-line-bottom", "  on the bottom", "thinnest line, bottom silkscreen"],
      ["silk-height", "lowest silkscreen capital", "lowest capitals on the silkscreen"],
    ] as const
  ).flatMap(([id, what, name]) => {
    const figure = checked.find((candidate) => candidate.name === name)
    if (typeof figure?.value !== "number" || figure.limit === undefined) return []
    const { value, limit } = figure
    const asked = { note: `>= ${limit.toFixed(2)}`, met: value >= limit - 5e-4 }
    return [{ id, what, ours: mm(value), asked }]
  })
