import type { Shape, Vec2 } from "../../src/model/body"
import type { LandAtFab, LandByPins, Package, PackageAtFab } from "../../src/model/package"
import type { Point } from "../../src/model/place"
import { alongY, box, frustum } from "../../src/model3d/shapes"
import { footX, lines, mm, pinOneDot, rect, smd } from "./land"

type Pins = 3 | 5 | 6

/** With three leads only: with five and six JLCPCB's library turns part by part (180 and 270 in one published table). */
const atJlcpcb: LandAtFab = {
  offsetDeg: 180,
  midpoint: { x: 0, y: 0 },
  symmetric: false,
  evidence:
    "JLCKicadTools' and Fabrication-Toolkit's tables have \"^SOT-23\" at 180 against KiCad's land, whose pins are where ours are",
}

/**
 * The same by its pins, from the names of JLCPCB's own lands: bills of materials that its EasyEDA wrote have
 * SOT-23-3_L2.9-W1.3-P1.90-LS2.4-BR for a bipolar transistor (C8512) and SOT-23-3_L2.9-W1.6-P1.90-LS2.8-BR for others
 * (C8664, C2132); BR is pin 1 bottom right, and a public test of C2132's land has pins 1 and 2 on one side of it, pin 3
 * opposite. So 2 is above 1. Names and the tables agree; no order has been through.
 */
const threeByPins: LandByPins = {
  axis: [1, 2],
  axisDeg: 90,
  // Pin 3 stands for its side alone.
  corners: [1, 2, 3, 3],
  alongMm: 0,
  symmetric: false,
}

/**
 * With six leads, for the part numbers that a land of JLCPCB's library is known for: its name ends in where pin 1 is,
 * bottom right or bottom left.
 */
const sixAtJlcpcb = {
  "bottom right": {
    land: {
      offsetDeg: 180,
      midpoint: { x: 0, y: 0 },
      symmetric: false,
      evidence:
        "its land SOT-23-6_L2.9-W1.6-P0.95-LS2.8-BR has pin 1 bottom right and counts upwards (CDFER/JLCPCB-Kicad-Library, 2026-08-08, which carries it)",
    },
    byPins: { axis: [6, 1], corners: [1, 3, 4, 6], alongMm: 0, symmetric: false },
  },
  "bottom left": {
    land: {
      offsetDeg: 270,
      midpoint: { x: 0, y: 0 },
      symmetric: false,
      evidence:
        "its land SOT-23-6_L2.9-W1.6-P0.95-LS2.8-BL-1 has pin 1 bottom left and counts to the right (CDFER/JLCPCB-Kicad-Library, 2026-08-08, which carries it)",
    },
    byPins: { axis: [1, 3], corners: [1, 3, 4, 6], alongMm: 0, symmetric: false },
  },
} as const satisfies Readonly<Record<string, PackageAtFab>>

/** A SOT-23-6 whose zero at JLCPCB is known. */
export const sot236 = (pinOneAtJlcpcb: keyof typeof sixAtJlcpcb): Package => ({
  ...sot23(6),
  // Lists and their judge know a land by its name: two that turn differently have two.
  name: pinOneAtJlcpcb === "bottom right" ? "SOT-23-6 BR" : "SOT-23-6 BL",
  fab: { jlcpcb: sixAtJlcpcb[pinOneAtJlcpcb] },
})

/** The leads' own pitch; that of the land is KiCad's and stands with the pads, so that one contradicts the other. */
const jedec = { pitch: 0.95 } as const

/** Pins counter-clockwise from the top left; a SOT-23's third pin is alone on the right. */
function place(pin: number, pins: Pins, x: number, pitch: number): Point {
  if (pins === 3) return pin === 3 ? { x, y: 0 } : { x: -x, y: pin === 1 ? pitch : -pitch }
  if (pin <= 3) return { x: -x, y: (2 - pin) * pitch }
  const step = pins === 5 ? 2 : 1
  return { x, y: ((pin - 4) * step - 1) * pitch }
}

/** SOT-23 with 3, 5 or 6 leads, JEDEC TO-236/MO-178: 2.9 x 1.6 mm (1.3 mm with 3), 2.8 mm over the leads (2.4). */
export function sot23(pins: Pins): Package {
  const three = pins === 3
  const name = three ? "SOT-23" : `SOT-23-${pins}`
  const all = Array.from({ length: pins }, (_, i) => i + 1)
  const [padX, padWidth] = three ? [0.9375, 1.475] : [1.1375, 1.325]
  const [width, span, height] = three ? [1.3, 2.4, 1.12] : [1.6, 2.8, 1.45]
  const edge = 1.56
  const foot = mm(span / 2 - 0.25)
  return {
    name,
    land: {
      pads: all.map((pin) => {
        const { x, y } = place(pin, pins, padX, 0.95)
        return smd(pin, x, y, padWidth, 0.6)
      }),
      silk: [
        ...lines([
          [-width / 2, edge, width / 2, edge],
          [-width / 2, -edge, width / 2, -edge],
        ]),
        pinOneDot(-padX - 0.3, edge + 0.15),
      ],
      courtyard: rect(2 * (padX + padWidth / 2 + 0.25), 3.4),
    },
    body: {
      id: `sot23-${pins}`,
      title: name,
      terminals: Object.fromEntries(
        all.map((pin) => {
          const { x, y } = place(pin, pins, foot, jedec.pitch)
          return [String(pin), [x, y] as const]
        }),
      ),
      height: {
        mm: height,
        source: three ? "JEDEC TO-236AB, A max" : "JEDEC MO-178, A max",
        trust: "datasheet",
      },
      pinOne: [mm(0.3 - width / 2), 1.05],
      shapes: [
        frustum("mould", "mould", [-width / 2, width / 2], [-1.45, 1.45], [0.05, height], 0.08),
        ...all.map((pin) => lead(`lead ${pin}`, place(pin, pins, 1, jedec.pitch), width / 2, span / 2)),
        {
          ...box(
            "pin 1 mark",
            "laser",
            [mm(0.2 - width / 2), mm(0.45 - width / 2)],
            [0.9, 1.15],
            [height, mm(height + 0.01)],
          ),
          marking: true,
        },
      ],
    },
    leads: {
      source: three
        ? "Diodes Inc. DS30036 (SOT-23): C 2.30-2.50 over the leads, A 0.37-0.51, L 0.45-0.61"
        : "JEDEC MO-178: E 2.80, b 0.30-0.50, L 0.30-0.60",
      surface: {
        kind: "gull-wing",
        density: "B",
        feet: Object.fromEntries(
          all.map((pin) => {
            const { x, y } = place(pin, pins, span / 2, jedec.pitch)
            return [pin, footX(x - Math.sign(x) * (three ? 0.53 : 0.45), x, y, three ? 0.44 : 0.4)]
          }),
        ),
      },
    },
    fab: {
      jlcpcb: {
        ...(three
          ? { land: atJlcpcb, byPins: threeByPins }
          : { land: { unconfirmed: `${name} turns part by part at JLCPCB` } }),
      },
    },
    source: `${three ? "JEDEC TO-236AB" : "JEDEC MO-178"}; land: KiCad ${name}`,
  }
}

function lead(name: string, { x, y }: Point, edge: number, outer: number): Shape {
  const profile: Vec2[] = [
    [outer, 0],
    [outer, 0.12],
    [edge + 0.2, 0.12],
    [edge + 0.12, 0.6],
    [edge, 0.6],
    [edge, 0.48],
    [edge + 0.02, 0.48],
    [edge + 0.1, 0],
  ]
  const side = x < 0 ? -1 : 1
  return alongY(
    name,
    "tin",
    profile.map(([px, z]): Vec2 => [px * side, z]),
    [y - 0.2, y + 0.2],
  )
}
