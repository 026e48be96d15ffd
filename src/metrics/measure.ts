import type { AnyCircuitElement } from "circuit-json"
import type { BoardDefinition } from "../board-definition"
import type { Figure } from "../finding"
import { distance } from "../geometry/point"
import { gap } from "../geometry/shape"
import { naturalOrder } from "../natural-order"
import { angles } from "./angles"
import { type BoardCopper, boardCopper, viaShape } from "./board-copper"
import { clearances, type Least, toEdge } from "./clearances"
import { ground } from "./ground"
import { NetNetwork } from "./network"

/** Figures of a built board's copper, measured on its circuit JSON. */

/** What is asked of a figure, where something is. */
export type Verdict = "met" | "missed" | "told"

export interface MetricRow {
  /** Stable key; the original's figure has the same. */
  readonly id: string
  readonly what: string
  readonly ours: string
  readonly asked: string
  readonly verdict: Verdict
}

export interface NetRow {
  readonly net: string
  readonly topMm: number
  readonly bottomMm: number
  readonly vias: number
  readonly narrowestMm: number
  readonly widestMm: number
  /** Between the two pads with the most copper between them; undefined for the pour's net. */
  readonly milliohm: number | undefined
  readonly between: string
}

export interface Metrics {
  readonly rows: readonly MetricRow[]
  readonly nets: readonly NetRow[]
}

const mm = (value: number, digits = 2): string => `${value.toFixed(digits)} mm`
const place = ({ x, y }: { x: number; y: number }): string => `(${x.toFixed(1)}, ${y.toFixed(1)})`

function netRows(copper: BoardCopper, networks: (net: string) => NetNetwork): NetRow[] {
  const pourNet = copper.facts.pour.net
  return [...copper.facts.nets].sort(naturalOrder).map((net): NetRow => {
    const tracks = copper.tracks.filter((track) => track.net === net)
    const length = (layer: string): number =>
      tracks.filter((t) => t.layer === layer).reduce((sum, t) => sum + distance(t.a, t.b), 0)
    const widths = tracks.map((track) => track.widthMm)
    const worst = net === pourNet ? undefined : networks(net).worst()
    return {
      net,
      topMm: length("top"),
      bottomMm: length("bottom"),
      vias: copper.vias.filter((via) => via.net === net).length,
      narrowestMm: widths.length > 0 ? Math.min(...widths) : 0,
      widestMm: widths.length > 0 ? Math.max(...widths) : 0,
      milliohm: worst?.milliohm,
      between: worst ? `${worst.from} - ${worst.to}` : "pours",
    }
  })
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

/** Widths of the power nets, and the longest run below the class width that is no neck at a pin. */
function powerText(
  copper: BoardCopper,
  power: ReadonlySet<string>,
  wideMm: number,
): { text: string; met: boolean } {
  const tracks = copper.tracks.filter((track) => power.has(track.net))
  const thin = tracks.filter((track) => track.widthMm < wideMm - 1e-6)
  const atPin = thin.every((track) =>
    copper.facts.pads.some(
      (pad) => pad.net === track.net && gap(pad.shape, { core: [track.a, track.b], radius: 0 }) <= 1.5,
    ),
  )
  const widths = [...new Set(tracks.map((track) => track.widthMm))].sort((a, b) => a - b)
  const necks = thin.length > 0 ? `, ${mm(sum(thin.map((t) => distance(t.a, t.b))), 1)} of it necks` : ""
  return { text: `${widths.map((width) => width.toFixed(2)).join(" / ")} mm${necks}`, met: atPin }
}

/**
 * Measures a built board. Power nets are those of the class "power" in the board's rules.
 * @param checked figures of the checks on the written files (report.json): the silkscreen is measured there.
 */
export function measure(
  circuit: readonly AnyCircuitElement[],
  board: BoardDefinition,
  checked: readonly Figure[] = [],
): Metrics {
  const copper = boardCopper(circuit, board)
  const power = new Set(board.netClasses.filter((c) => c.name === "power").flatMap((c) => c.nets))
  const wideMm = Math.min(0.6, ...board.netClasses.filter((c) => c.name === "power").map((c) => c.widthMm))
  const made = new Map<string, NetNetwork>()
  const network = (net: string): NetNetwork => {
    const known = made.get(net) ?? new NetNetwork(copper, net, board.thicknessMm)
    made.set(net, known)
    return known
  }
  const nets = netRows(copper, network)
  const pourNet = copper.facts.pour.net
  const total = sum(nets.map((net) => net.topMm + net.bottomMm))
  const bottom = sum(nets.map((net) => net.bottomMm))
  const signalVias = copper.vias.filter((via) => via.net !== pourNet)
  const smdPads = copper.facts.pads.filter((pad) => pad.drillMm === undefined)
  const inPads = copper.vias.filter((via) => smdPads.some((pad) => gap(viaShape(via), pad.shape) < -1e-6))
  const near = clearances(copper, power)
  const edge = toEdge(copper)
  const earth = ground(copper)
  const drawn = angles(copper)
  const rows: MetricRow[] = []
  const row = (id: string, what: string, ours: string, asked = "", met?: boolean): void => {
    rows.push({ id, what, ours, asked, verdict: met === undefined ? "told" : met ? "met" : "missed" })
  }
  const least = (key: string): Least | undefined => near.get(key)
  const leastText = (found: Least | undefined): string =>
    found ? `${mm(found.mm)} (${found.between})` : "none nearer than 1 mm"
  const enough = (found: Least | undefined, limit: number): boolean => (found?.mm ?? 1) >= limit - 5e-4

  row(
    "copper-to-edge",
    "copper to board edge",
    `${mm(edge.mm)} (${edge.between})`,
    ">= 0.30",
    edge.mm >= 0.2995,
  )
  row("clearance", "clearance, all copper", leastText(least("any")), ">= 0.20", enough(least("any"), 0.2))
  for (const [key, what] of [
    ["track-track", "  track to track"],
    ["pad-track", "  track to pad"],
    ["track-via", "  track to via"],
    ["pad-via", "  via to pad"],
    ["via-via", "  via to via"],
    ["pour", "  pour to the rest"],
  ] as const)
    row(`clearance-${key}`, what, leastText(least(key)))
  row("clearance-power", "clearance, power", leastText(least("power")), ">= 0.25 where there is room")
  const widths = powerText(copper, power, wideMm)
  row("power-width", "power tracks", widths.text, ">= 0.60, necks at pins only", widths.met)
  const jumper = supplyPath(network)
  if (jumper !== undefined)
    row("buck-to-u2", "buck output to U2 pin 2", `${jumper.toFixed(1)} mohm`, "< 60 mohm", jumper < 60)
  row("tracks", "tracks in all", mm(total, 1), "<= 500", total <= 500)
  row("tracks-bottom", "tracks on the bottom", mm(bottom, 1), "<= 60", bottom <= 60)
  row(
    "slot",
    "longest slot in the bottom ground",
    `${mm(earth.slot.mm, 1)} at ${place(earth.slot.at)}`,
    "<= 12",
    earth.slot.mm <= 12,
  )
  row("signal-vias", "signal vias", String(signalVias.length), "<= 16", signalVias.length <= 16)
  row("ground-vias", "ground vias", String(copper.vias.length - signalVias.length))
  row("vias-in-pads", "vias in SMD pads", String(inPads.length), "0", inPads.length === 0)
  const sizes = [...new Set(copper.vias.map((via) => `${via.diameterMm} / ${via.drillMm} mm`))].sort()
  row("via-size", "vias", sizes.join(", "), "0.6 / 0.3", sizes.join() === "0.6 / 0.3 mm")
  row(
    "ground-sides",
    "ground pours",
    `top ${earth.areaMm2.top.toFixed(0)} mm2 in ${earth.pieces.top}, bottom ${earth.areaMm2.bottom.toFixed(0)} mm2 in ${earth.pieces.bottom}`,
    "both sides",
    earth.areaMm2.top > 0 && earth.areaMm2.bottom > 0,
  )
  row("stitching", "ground farthest from a via", mm(earth.farthestMm, 1), "<= 10", earth.farthestMm <= 10)
  row("stitching-notch", "  along the notch", mm(earth.notchMm, 1), "<= 10", earth.notchMm <= 10)
  row("islands", "pieces of pour that hang alone", String(earth.islands), "0", earth.islands === 0)
  row(
    "spokes",
    "fewest spokes to a ground pad",
    `${earth.spokes.count} (${earth.spokes.pad})`,
    ">= 2",
    earth.spokes.count >= 2,
  )
  row("relief", "ground pads without relief", earth.solid.length === 0 ? "none" : earth.solid.join(", "))
  const io0 = nets.find((net) => net.net === "IO0_PROGRAM")
  if (io0) row("io0", "IO0 strap", mm(io0.topMm + io0.bottomMm, 1), "<= 50", io0.topMm + io0.bottomMm <= 50)
  if (copper.facts.nets.includes("VCC_RS232")) {
    const length = network("VCC_RS232").trackLength("C5.1", "U1.16")
    row(
      "c5-u1-16",
      "C5 to U1 pin 16",
      Number.isFinite(length) ? mm(length, 1) : "not by track",
      "<= 3",
      length <= 3,
    )
  }
  row(
    "slopes",
    "slopes other than 0/45/90, steps",
    `${drawn.oddSlopes} and ${listed(drawn.steps)}, of ${drawn.segments} segments`,
    "0",
    drawn.oddSlopes + drawn.steps.length === 0,
  )
  row("acute", "acute joints", listed(drawn.acuteJoints), "0", drawn.acuteJoints.length === 0)
  row(
    "entries",
    "pads entered at an angle",
    listed(drawn.slantedEntries),
    "0",
    drawn.slantedEntries.length === 0,
  )
  for (const [id, what, name] of [
    ["silk-line", "thinnest silkscreen line", "thinnest line, top silkscreen"],
    ["silk-line-bottom", "  on the bottom", "thinnest line, bottom silkscreen"],
    ["silk-height", "lowest silkscreen capital", "lowest capitals on the silkscreen"],
  ] as const) {
    const figure = checked.find((candidate) => candidate.name === name)
    if (figure && typeof figure.value === "number" && figure.limit !== undefined)
      row(id, what, mm(figure.value), `>= ${figure.limit.toFixed(2)}`, figure.value >= figure.limit - 5e-4)
  }
  return { rows, nets }
}

const listed = (points: readonly { x: number; y: number }[]): string =>
  points.length === 0 ? "0" : `${points.length}: ${points.slice(0, 4).map(place).join(" ")}`

/** Milliohm from the buck's output pad through the closed jumper J7 3-4 (taken as none) to the module's supply pin. */
function supplyPath(network: (net: string) => NetNetwork): number | undefined {
  const buck = network("BUCK_OUT").resistance("J4.1", "J7.3")
  const supply = network("V3V3").resistance("J7.4", "U2.2")
  return Number.isFinite(buck + supply) ? buck + supply : undefined
}
