import type { Body } from "../../src/model/body"
import type { Leads } from "../../src/model/leads"
import type { Package, PackageAtFab } from "../../src/model/package"
import { box, frustum } from "../../src/model3d/shapes"
import { chipDiode } from "./chip"
import { cathodeBar, endsAlike, footX, mm, rect, smd } from "./land"

interface Dimensions {
  readonly name: string
  readonly pad: { readonly x: number; readonly width: number; readonly height: number }
  /** KiCad's courtyard. */
  readonly courtyard: readonly [number, number]
  /** Over the leads; body length, width; tallest; width of a lead. */
  readonly span: number
  readonly length: number
  readonly width: number
  readonly height: number
  readonly lead: number
  readonly source: string
  readonly leads: Pick<NonNullable<Leads["surface"]>, "kind" | "density" | "less"> & {
    /** Flat part of a lead. */
    readonly foot: number
    readonly source: string
  }
  /** How JLCPCB's library turns it, where that is confirmed. */
  readonly atJlcpcb?: PackageAtFab
}

const sod323Size: Dimensions = {
  name: "SOD-323",
  pad: { x: 1.05, width: 0.6, height: 0.45 },
  courtyard: [3.2, 1.9],
  span: 2.5,
  length: 1.7,
  width: 1.25,
  height: 1.1,
  lead: 0.3,
  source: "JEITA SC-76 (SOD-323), A max",
  leads: {
    kind: "gull-wing",
    density: "C",
    foot: 0.25,
    source: "onsemi case 477-02 (SOD-323): HE 2.30-2.70, b 0.25-0.40, D 1.60-1.80",
    less: { toe: { mm: 0.1, reason: "KiCad's land ends 0.1 mm past the leads, onsemi's own 0.175 mm" } },
  },
}

/** Two gull-wing leads and a mould, cathode = pin 1 with the band. */
function body({ name, span, length, width, height, lead, source }: Dimensions): Body {
  const [half, end] = [length / 2, span / 2]
  const thickness = lead === 0.3 ? 0.12 : 0.2
  const foot = mm((end + half) / 2 + 0.05)
  return {
    id: `diode-${name.toLowerCase().replace("-", "")}`,
    title: `${name} diode`,
    terminals: { "1": [-foot, 0], "2": [foot, 0] },
    height: { mm: height, source, trust: "datasheet" },
    pinOne: [mm(0.25 - half), 0],
    polarity: "cathode",
    shapes: [
      box("lead 1", "tin", [-end, -half], [-lead / 2, lead / 2], [0, thickness]),
      box("lead 2", "tin", [half, end], [-lead / 2, lead / 2], [0, thickness]),
      frustum("mould", "mould", [-half, half], [-width / 2, width / 2], [0.05, height], 0.08),
      {
        ...box(
          "cathode band",
          "ink",
          [mm(0.15 - half), mm(0.15 - half * 0.65)],
          [mm(0.085 - width / 2), mm(width / 2 - 0.085)],
          [height, mm(height + 0.01)],
        ),
        marking: true,
      },
    ],
  }
}

function leads({ span, lead, leads: { foot, source, ...own } }: Dimensions): Leads {
  const end = span / 2
  const feet = { 1: footX(foot - end, -end, 0, lead), 2: footX(end - foot, end, 0, lead) }
  return { source, surface: { ...own, feet } }
}

function diode(size: Dimensions): Package {
  const { x, width, height } = size.pad
  const bar = -(x + width / 2 + 0.3)
  const half = Math.max(0.65, mm(height / 2))
  return {
    name: size.name,
    land: {
      pads: [smd(1, -x, 0, width, height), smd(2, x, 0, width, height)],
      silk: [cathodeBar(bar, half)],
      courtyard: rect(...size.courtyard),
    },
    body: body(size),
    leads: leads(size),
    fab: {
      jlcpcb: size.atJlcpcb ?? {
        land: { unconfirmed: "diodes turn part by part at JLCPCB; nobody has confirmed this one" },
      },
    },
    source: `${size.source}; land: KiCad D_${size.name}`,
  }
}

export const sod323 = diode(sod323Size)

const asSod123 = (name: string): PackageAtFab => ({
  land: {
    offsetDeg: 0,
    midpoint: { x: 0, y: 0 },
    symmetric: false,
    evidence: `its library's lands ${name}-RD are named as SOD-123's, which have the cathode, pin 1, on the left; neither JLCKicadTools' nor Fabrication-Toolkit's table turns them`,
  },
  byPins: { axis: [1, 2], corners: [1, 2], alongMm: 0, symmetric: false },
})

/** A diode that clamps both ways: no mark, and half a turn makes no difference. */
const bothWays = (of: Package): Package => ({
  ...of,
  name: `${of.name} both ways`,
  land: { ...of.land, silk: of.land.silk.filter((mark) => mark.kind !== "line" || mark.means !== "cathode") },
  ...(of.body === undefined ? {} : { body: unmarked(of.body) }),
  fab: { jlcpcb: endsAlike("clamps both ways: both ends alike, on whatever side the fab counts them") },
})

const unmarked = ({ polarity: _none, pinOne: _no, ...own }: Body): Body => ({
  ...own,
  id: `${own.id}-both`,
  title: `${own.title}, both ways`,
  shapes: own.shapes.filter(({ marking }) => marking !== true),
})

/** A SOD-323 as JLCPCB's machine places it. */
export const sod323Placed: Package = { ...sod323, fab: { jlcpcb: asSod123("SOD-323_L1.8-W1.3-LS2.5") } }

export const sod323Both = bothWays(sod323)

/** A SOD-323 on the land of a chip diode, which it fits. */
export const sod323OnChip0805: Package = {
  ...sod323,
  land: chipDiode("0805").land,
  leads: leads({ ...sod323Size, leads: { ...sod323Size.leads, density: "B", less: {} } }),
}

export const sod123 = diode({
  name: "SOD-123",
  pad: { x: 1.65, width: 0.9, height: 1.2 },
  courtyard: [4.7, 2.3],
  span: 3.7,
  length: 2.7,
  width: 1.6,
  height: 1.35,
  lead: 0.55,
  source: "SOD-123 outline, A max",
  leads: {
    kind: "gull-wing",
    // KiCad's land: 0.25 mm at the toe.
    density: "C",
    foot: 0.35,
    source: "Diodes Inc. DS30217 (SOD-123): A 3.55-3.85, E 0.55, foot G at least 0.25",
  },
  atJlcpcb: {
    land: {
      offsetDeg: 0,
      midpoint: { x: 0, y: 0 },
      symmetric: false,
      evidence:
        "its library's lands SOD-123_..-RD and SOD-123F_..-RD have pin 1, the cathode, on the left, where ours is: a public review measured band and dot there, and a public table has a SOD-123 diode at 0",
    },
    byPins: { axis: [1, 2], corners: [1, 2], alongMm: 0, symmetric: false },
  },
})

export const sma = diode({
  name: "SMA",
  pad: { x: 2, width: 2.5, height: 1.8 },
  courtyard: [7, 3.5],
  span: 5.1,
  length: 4.3,
  width: 2.6,
  height: 2.4,
  lead: 1.45,
  source: "JEDEC DO-214AC, A max",
  leads: {
    kind: "inward L",
    density: "B",
    foot: 1.14,
    source:
      "Comchip ACDBA340-HF (DO-214AC): 4.90-5.28 over the leads, terminal 0.76-1.52 long, 1.25-1.65 wide",
  },
})

/** An SMA as JLCPCB's machine places it: SS210's land there is SMA_L4.3-W2.6-LS5.2-RD. */
export const smaPlaced: Package = { ...sma, fab: { jlcpcb: asSod123("SMA_L4.3-W2.6-LS5.2") } }

export const smaBoth = bothWays(sma)
