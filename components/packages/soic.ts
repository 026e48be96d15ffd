import type { Body, Material, Shape, Vec2 } from "../../src/model/body"
import type { Package } from "../../src/model/package"
import { alongY, frustum } from "../../src/model3d/shapes"
import { dualRow, footX, lines, mm, numbers, pinOneDot, rect, smd } from "./land"

/**
 * Small outline package with gull-wing leads, JEDEC MS-012 (narrow, 3.9 mm). Nominal values: E 6.00 over the leads,
 * E1 3.90, A 1.75 at most, A1 0.10-0.25, b 0.42, c 0.20, L 0.40-1.27, e 1.27; D by the number of leads.
 */
const ms012 = {
  bodyWidth: 3.9,
  span: 6,
  height: 1.75,
  standoff: 0.15,
  lead: { width: 0.42, thickness: 0.2, foot: 0.7 },
  pitch: 1.27,
} as const

type Leads = 8 | 14 | 16
const variants: Readonly<Record<Leads, { readonly length: number; readonly letters: string }>> = {
  8: { length: 4.9, letters: "AA" },
  14: { length: 8.65, letters: "AB" },
  16: { length: 9.9, letters: "AC" },
}

/** Narrow SOIC with the pads of KiCad's `SOIC-*_3.9x*mm_P1.27mm`. */
export function soic(pins: Leads): Package {
  const { length, letters } = variants[pins]
  const half = length / 2
  const name = `SOIC-${pins} 3.9x${length === 8.65 ? 8.7 : length}mm`
  const edge = mm(half + 0.11)
  return {
    name,
    land: {
      pads: numbers(pins).map((pin) => {
        // KiCad's own figure, as the span is: JEDEC's stands with the leads.
        const { x, y } = dualRow(pin, pins, 2.475, 1.27)
        return smd(pin, x, y, 1.95, 0.6)
      }),
      silk: [
        ...lines([
          [-1.95, edge, 1.95, edge],
          [-1.95, -edge, 1.95, -edge],
        ]),
        pinOneDot(-2.7, half + 0.27),
      ],
      courtyard: rect(7.4, length + 0.5),
    },
    body: soicBody(pins),
    leads: {
      source: `JEDEC MS-012${letters}: E 5.80-6.20, b 0.31-0.51, L 0.40-1.27`,
      surface: {
        kind: "gull-wing",
        density: "B",
        feet: Object.fromEntries(
          numbers(pins).map((pin) => {
            const { x, y } = dualRow(pin, pins, ms012.span / 2, ms012.pitch)
            return [pin, footX(x - Math.sign(x) * ms012.lead.foot, x, y, ms012.lead.width)]
          }),
        ),
      },
    },
    fab: {
      jlcpcb: {
        land: {
          offsetDeg: 270,
          midpoint: { x: 0, y: 0 },
          symmetric: false,
          evidence:
            "confirmed by fitting JLCPCB's pads: its zero has pin 1 bottom left; JLCKicadTools' table and Konnect issue 518 have 270 for SOIC as well",
        },
        // Pin 1 bottom left, so that the first row of pins runs to the right.
        byPins: {
          axis: [1, pins / 2],
          corners: [1, pins / 2, pins / 2 + 1, pins],
          alongMm: 0,
          symmetric: false,
        },
      },
    },
    source: `JEDEC MS-012${letters}; land: KiCad SOIC-${pins}_3.9x*mm_P1.27mm`,
  }
}

/** The same with pin 1's dot beside its pad, for a part whose end is at a board's edge. */
export function soicDotBeside(pins: Leads): Package {
  const { land, ...more } = soic(pins)
  const y = land.pads[0]?.y ?? 0
  return {
    ...more,
    land: {
      ...land,
      silk: land.silk.map((mark) => (mark.kind === "pin-one" ? pinOneDot(-3.9, y) : mark)),
    },
  }
}

/** One gull-wing lead at height y: foot on the board, up, and into the body at mid height. `side` -1 = left. */
function lead(name: string, side: -1 | 1, y: number): Shape {
  const t = ms012.lead.thickness
  const outer = ms012.span / 2
  const bend = outer - ms012.lead.foot
  const edge = ms012.bodyWidth / 2
  const top = 1.02
  const profile: Vec2[] = [
    [outer, 0],
    [outer, t],
    [bend + 0.1, t],
    [bend - 0.05, top],
    [edge, top],
    [edge, top - t],
    [bend - 0.2, top - t],
    [bend - 0.02, 0],
  ]
  const points = profile.map(([x, z]): Vec2 => [x * side, z])
  const half = ms012.lead.width / 2
  return alongY(name, "tin", points, [y - half, y + half])
}

/** Leads and mould of a package of `pins` leads, pin 1 top left, numbered counter-clockwise. */
export function smallOutline(pins: Leads, mould: Material): Shape[] {
  const leads = numbers(pins).map((pin) => {
    const { x, y } = dualRow(pin, pins, 1, ms012.pitch)
    return lead(`lead ${pin}`, x < 0 ? -1 : 1, y)
  })
  const half = variants[pins].length / 2
  const w = ms012.bodyWidth / 2
  const parting = 0.92
  // The draft angle is about 7 degrees; the lower half is drawn from its small face up to the parting line.
  const lower = frustum(
    "mould, lower half",
    mould,
    [-w, w],
    [-half, half],
    [0, parting - ms012.standoff],
    0.1,
  )
  const upper = frustum("mould, upper half", mould, [-w, w], [-half, half], [parting, ms012.height], 0.1)
  const flipped: Shape = {
    ...lower,
    frame: { origin: [0, 0, parting], u: [1, 0, 0], v: [0, -1, 0], w: [0, 0, -1] },
  }
  return [flipped, upper, ...leads]
}

function soicBody(pins: Leads): Body {
  const { length, letters } = variants[pins]
  const pinOne: Vec2 = [-1.2, mm(length / 2 - 0.75)]
  const x = ms012.span / 2 - ms012.lead.foot / 2
  return {
    id: `soic-${pins}`,
    title: `SOIC-${pins}, 3.9 x ${length} mm`,
    terminals: Object.fromEntries(
      numbers(pins).map((pin) => {
        const at = dualRow(pin, pins, x, ms012.pitch)
        return [String(pin), [at.x, at.y] as const]
      }),
    ),
    height: { mm: ms012.height, source: `JEDEC MS-012${letters}, A max`, trust: "datasheet" },
    pinOne,
    // Read with pin 1 at the lower left.
    marks: [
      {
        text: "{mark}",
        at: [0.2, -0.2],
        z: ms012.height,
        capHeight: pins === 8 ? 0.8 : 1.05,
        material: "laser",
        turnDeg: 270,
      },
    ],
    shapes: [
      ...smallOutline(pins, "mould"),
      {
        name: "pin 1 mark",
        material: "laser",
        outline: { kind: "circle", centre: pinOne, radius: 0.35 },
        holes: [],
        frame: { origin: [0, 0, ms012.height], u: [1, 0, 0], v: [0, 1, 0], w: [0, 0, 1] },
        length: 0.01,
        marking: true,
      },
    ],
  }
}
