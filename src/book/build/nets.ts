import type { Copper } from "../../circuit/copper"
import type { Net } from "../../circuit/netlist"
import type { NetRow } from "../../metrics/measure"
import { type CopperLayer, isSide } from "../../model/layer"
import type { NetFacts } from "../../model/net"
import { naturalOrder } from "../../natural-order"
import type { NetCopperData, NetData, PadData } from "../data"
import type { BookInput } from "../input"
import { closed, figure, line, shapePath } from "./svg"

/** Every net with its copper: what is drawn of it, and what was measured. */
export function netsData(input: BookInput, nets: readonly Net[], copper: Copper): NetData[] {
  return nets.map((net): NetData => {
    const facts = input.definition.nets[net.name]
    const tracks = copper.tracks.filter((track) => track.net === net.name)
    const measured = input.netRows?.find((row) => row.net === net.name)
    return {
      name: net.name,
      title: facts?.title ?? net.name,
      kind: facts?.kind ?? "signal",
      domain: facts?.domain ?? "",
      volts: facts === undefined ? "" : voltsText(facts),
      pins: net.pins,
      ...(measured === undefined ? {} : { copper: netCopper(measured) }),
      vias: copper.vias
        .filter((via) => via.net === net.name)
        .map((via) => ({ x: round(via.x), y: round(via.y), diameterMm: via.diameterMm })),
      tracks: joinedTracks(tracks),
      pours: copper.pours
        .filter((pour) => pour.net === net.name)
        .map((pour) => ({ side: pour.layer, d: [pour.outline, ...pour.holes].map(closed).join("") })),
    }
  })
}

const netCopper = (row: NetRow): NetCopperData => ({
  topMm: round(row.topMm),
  bottomMm: round(row.bottomMm),
  ...(row.innerMm === undefined ? {} : { innerMm: round(row.innerMm) }),
  narrowestMm: row.narrowestMm,
  widestMm: row.widestMm,
  ...(row.milliohm === undefined ? {} : { milliohm: round(row.milliohm) }),
  between: row.between,
})

/** One path a layer and width: strokes of one width need one element. */
function joinedTracks(tracks: Copper["tracks"]): NetData["tracks"] {
  const paths = new Map<string, { side: CopperLayer; widthMm: number; d: string }>()
  for (const { layer, widthMm, from, to } of tracks) {
    const key = `${layer} ${figure(widthMm)}`
    const known = paths.get(key) ?? { side: layer, widthMm, d: "" }
    known.d += line(from, to)
    paths.set(key, known)
  }
  return [...paths.entries()].sort(([a], [b]) => naturalOrder(a, b)).map(([, path]) => path)
}

export const padsData = (copper: Copper): PadData[] =>
  copper.pads.map((pad) => ({
    name: pad.name,
    part: pad.designator,
    ...(pad.pin === undefined ? {} : { pin: pad.pin }),
    ...(pad.net === undefined ? {} : { net: pad.net }),
    x: round(pad.x),
    y: round(pad.y),
    sides: pad.layers.filter(isSide),
    d: shapePath(pad.shape),
    ...(pad.drillMm === undefined ? {} : { drillMm: pad.drillMm }),
  }))

function voltsText(facts: Pick<NetFacts, "nominalVolts" | "minVolts" | "maxVolts">): string {
  if (facts.minVolts === undefined || facts.maxVolts === undefined) return ""
  if (facts.minVolts === facts.maxVolts) return `${facts.maxVolts} V`
  const range = `${facts.minVolts} to ${facts.maxVolts} V`
  return facts.nominalVolts === undefined ? range : `${facts.nominalVolts} V nominal, ${range}`
}

const round = (value: number): number => Math.round(value * 1000) / 1000 + 0
