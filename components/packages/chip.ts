import type { Body, Material, Shape, SourcedHeight } from "../../src/model/body"
import type { Density, Leads } from "../../src/model/leads"
import type { Land, Package, PackageAtFab } from "../../src/model/package"
import { box, frustum } from "../../src/model3d/shapes"
import { cathodeBar, endsAlike, footX, lines, mm, rect, type Segment, smd } from "./land"

export type ChipSize = "0402" | "0603" | "0805" | "1206"

interface Dimensions {
  /** Middle of a pad from the middle of the land, and its size. */
  readonly padX: number
  readonly padWidth: number
  readonly padHeight: number
  /** From the pads to the courtyard. */
  readonly excess: number
  /** Half the length of the two silkscreen ticks between the pads; 0: no room for them. */
  readonly tick: number
  /** The part itself: length between its ends, width, length of an end cap. */
  readonly length: number
  readonly width: number
  readonly cap: number
  readonly land: string
  /** IPC-7351's density level that the land keeps for these ends. */
  readonly density: Density
}

/**
 * 0402, 0603 and 1206 have KiCad's `R_*` pads, which are IPC-7351's nominal ones; 0805 the numbers of KiCad 5's
 * `*_0805_2012Metric_Pad1.15x1.40mm_HandSolder`, which has room for a soldering iron (KiCad's have rounded corners).
 */
const sizes: Readonly<Record<ChipSize, Dimensions>> = {
  "0402": {
    padX: 0.51,
    padWidth: 0.54,
    padHeight: 0.64,
    excess: 0.15,
    tick: 0,
    length: 1,
    width: 0.5,
    cap: 0.2,
    land: "IPC-7351 nominal (KiCad R_0402_1005Metric)",
    density: "B",
  },
  "0603": {
    padX: 0.825,
    padWidth: 0.8,
    padHeight: 0.95,
    excess: 0.25,
    tick: 0.15,
    length: 1.6,
    width: 0.8,
    cap: 0.3,
    land: "IPC-7351 nominal (KiCad R_0603_1608Metric)",
    density: "B",
  },
  "0805": {
    padX: 1.025,
    padWidth: 1.15,
    padHeight: 1.4,
    excess: 0.25,
    tick: 0.15,
    length: 2,
    width: 1.25,
    cap: 0.4,
    land: "KiCad 5 R_0805_2012Metric_Pad1.15x1.40mm_HandSolder",
    density: "A",
  },
  "1206": {
    padX: 1.4625,
    padWidth: 1.125,
    padHeight: 1.75,
    excess: 0.25,
    tick: 0.5,
    length: 3.2,
    width: 1.6,
    cap: 0.5,
    land: "IPC-7351 nominal (KiCad R_1206_3216Metric)",
    density: "B",
  },
}

/** Pin 1 left, pin 2 right. `cathodeMark` draws the bar beside pin 1 that a diode's cathode gets. */
function chipLand(size: ChipSize, cathodeMark: boolean): Land {
  const { padX, padWidth, padHeight, excess, tick } = sizes[size]
  const tickY = padHeight / 2 + 0.01
  const barX = -(padX + padWidth / 2 + 0.3)
  const ticks: Segment[] = [
    [-tick, tickY, tick, tickY],
    [-tick, -tickY, tick, -tickY],
  ]
  return {
    pads: [smd(1, -padX, 0, padWidth, padHeight), smd(2, padX, 0, padWidth, padHeight)],
    silk: [...lines(tick === 0 ? [] : ticks), ...(cathodeMark ? [cathodeBar(barX, padHeight / 2)] : [])],
    courtyard: rect(2 * (padX + padWidth / 2 + excess), padHeight + 2 * excess),
  }
}

const unpolarized = endsAlike("resistors and capacitors: both ends alike, all published tables have 0")

const turns: PackageAtFab = {
  land: { unconfirmed: "diodes turn part by part at JLCPCB; nobody has confirmed this one" },
}

interface Look {
  readonly kind: string
  /** Sold in several heights: the body's id says which. */
  readonly heights?: true
  readonly height: SourcedHeight
  /** Height of the end caps, where they are lower than the part. */
  readonly caps?: number
  readonly shapes: readonly Shape[]
  readonly marks?: Body["marks"]
}

/** Range of the body between its caps, and across it with a margin that keeps the faces apart. */
const inner = (size: ChipSize) => {
  const half = sizes[size].length / 2 - sizes[size].cap
  return [mm(-half), mm(half)] as const
}
const across = (size: ChipSize, margin = 0) => {
  const half = mm(sizes[size].width / 2 - margin)
  return [-half, half] as const
}

function body(
  size: ChipSize,
  { kind, heights, height, caps = height.mm, shapes, marks }: Look,
  cathode: boolean,
): Body {
  const { length, cap } = sizes[size]
  const half = length / 2
  const end = (name: string, from: number, to: number, material: Material = "tin") =>
    box(name, material, [mm(from), mm(to)], across(size), [0, caps])
  return {
    id: `${kind}-${size}${heights ? `-${height.mm}mm` : ""}`,
    title: `${size} ${kind}`,
    terminals: { "1": [mm(cap / 2 - half), 0], "2": [mm(half - cap / 2), 0] },
    ...(marks ? { marks } : {}),
    height,
    ...(cathode ? { pinOne: [mm(-0.45 * half), 0] as const, polarity: "cathode" as const } : {}),
    shapes: [end("terminal 1", -half, cap - half), end("terminal 2", half - cap, half), ...shapes],
  }
}

/** Ends as in the tables of dimensions of chip resistors (UniOhm: L 2.00, W 1.25, D2 0.40 for 0805). */
function leads(size: ChipSize): Leads {
  const { length, width, cap, density } = sizes[size]
  const half = length / 2
  return {
    source: `UniOhm thick film chip resistor data sheet, table of dimensions, ${size}: L, W and end cap`,
    surface: {
      kind: size === "0402" ? "small chip" : "chip",
      density,
      feet: { 1: footX(cap - half, -half, 0, width), 2: footX(half - cap, half, 0, width) },
    },
  }
}

const chip = (size: ChipSize, look: Look, options: { cathode?: true } = {}): Package => ({
  name: size,
  land: chipLand(size, options.cathode ?? false),
  body: body(size, look, options.cathode ?? false),
  leads: leads(size),
  fab: { jlcpcb: options.cathode ? turns : unpolarized },
  source: sizes[size].land,
})

const resistorHeights: Readonly<Record<ChipSize, number>> = {
  "0402": 0.35,
  "0603": 0.45,
  "0805": 0.55,
  "1206": 0.55,
}

/** Thick film resistors as in the Uniroyal/Royalohm data sheet's table of dimensions; only the larger are printed on. */
export function chipResistor(size: ChipSize): Package {
  const height = resistorHeights[size]
  const printed = size === "0805" || size === "1206"
  return chip(size, {
    kind: "resistor",
    height: {
      mm: height,
      source: `Uniroyal thick film chip resistor data sheet, size ${size}`,
      trust: "datasheet",
    },
    ...(printed
      ? { marks: [{ text: "{mark}", at: [0, 0], z: mm(height - 0.01), capHeight: 0.36, material: "ink" }] }
      : {}),
    shapes: [
      box("ceramic", "alumina", inner(size), across(size), [0, mm(height - 0.08)]),
      box("resistive film", "resistive", inner(size), across(size, 0.02), [
        mm(height - 0.08),
        mm(height - 0.01),
      ]),
    ],
  })
}

/** Multilayer ceramic capacitors: their height goes with the value. */
export const chipCapacitor = (size: ChipSize, height: SourcedHeight): Package =>
  chip(size, {
    kind: "capacitor",
    heights: true,
    height,
    shapes: [box("ceramic", "ceramic", inner(size), across(size, 0.02), [0.01, mm(height.mm - 0.02)])],
  })

/** A diode in a moulded chip case, cathode = pin 1 with the band. No data sheet of one is at hand. */
export function chipDiode(size: ChipSize): Package {
  const { length } = sizes[size]
  const height = 0.95
  return chip(
    size,
    {
      kind: "diode",
      height: {
        mm: height,
        source: `${size} chip diodes are sold 0.80 to 0.95 mm high; the tallest is used`,
        trust: "typical",
      },
      caps: 0.75,
      shapes: [
        box("base", "mould", inner(size), across(size, 0.03), [0.02, 0.5]),
        frustum("lid", "mould", inner(size), across(size, 0.03), [0.5, height], 0.06),
        {
          ...box("cathode band", "ink", [mm(-0.24 * length), mm(-0.11 * length)], across(size, 0.095), [
            height,
            0.96,
          ]),
          marking: true,
        },
      ],
    },
    { cathode: true },
  )
}

/** A chip LED: a lens on a small board, a mark at the cathode = pin 1 (KiCad's LEDs are numbered so too). */
export function chipLed(size: ChipSize, height: SourcedHeight): Package {
  const half = sizes[size].length / 2
  const base = 0.3
  return chip(
    size,
    {
      kind: "led",
      heights: true,
      height,
      caps: base,
      shapes: [
        box("base", "alumina", inner(size), across(size), [0, base]),
        frustum("lens", "lens", inner(size), across(size, 0.05), [base, height.mm], 0.05),
        {
          ...box("cathode mark", "greenMask", [mm(0.1 - half), mm(-0.75 * half)], across(size, 0.1), [
            base,
            mm(base + 0.01),
          ]),
          marking: true,
        },
      ],
    },
    { cathode: true },
  )
}

/** A resettable fuse: two ends alike. */
export const chipFuse = (size: ChipSize, height: SourcedHeight): Package =>
  chip(size, {
    kind: "fuse",
    heights: true,
    height,
    shapes: [box("body", "mould", inner(size), across(size, 0.02), [0.01, mm(height.mm - 0.02)])],
  })
