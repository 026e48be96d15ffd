import type { Vec2 } from "../../src/model/body"
import type { Package } from "../../src/model/package"
import { alongY, box, cylinder, frustum } from "../../src/model3d/shapes"
import { box as boxLines, cathodeBar, dualRow, hole, lines, mm, numbers, pinOneDot, rect } from "./land"

const byHand = { jlcpcb: { land: { unconfirmed: "leaded parts are fitted by hand here" } } } as const

/** A socket's plastic, mm: turned contacts (Mill-Max 110 series data sheet: 4.19 mm over the board, tails 3.18 mm). */
const socketMm = 4.19

/** DIP of 7.62 mm row to row: holes 0.8 mm, pads 1.6 mm (KiCad `DIP-*_W7.62mm`). In a socket: the chip sits on it. */
export function dip(pins: number, options: { readonly socket?: true } = {}): Package {
  const lift = options.socket ? socketMm : 0
  // Seated on a socket a plastic DIP of Maxim's outline P16 is 5.08 mm high.
  const height = options.socket ? mm(socketMm + 5.08) : 5.33
  const rows = pins / 2
  const half = mm((rows * 2.54) / 2)
  const at = (pin: number) => dualRow(pin, pins, 3.81, 2.54)
  // JEDEC MS-001: eA 7.62, e 2.54. The leads' own figures; the holes' are KiCad's.
  const leadAt = (pin: number) => dualRow(pin, pins, 7.62 / 2, 2.54)
  return {
    name: `DIP-${pins}${options.socket ? " in a socket" : ""}`,
    land: {
      fromAbove: true,
      pads: numbers(pins).map((pin) => hole(pin, at(pin).x, at(pin).y, 1.6, 0.8)),
      silk: [...lines(boxLines(-2.65, -half, 2.65, half)), pinOneDot(-3.81, at(1).y + 1.35)],
      courtyard: rect(9.7, rows * 2.54 + 1),
    },
    body: {
      id: `dip-${pins}${options.socket ? "-socket" : ""}`,
      title: `DIP-${pins}${options.socket ? " in a socket" : ""}`,
      terminals: Object.fromEntries(
        numbers(pins).map((pin) => [String(pin), [leadAt(pin).x, leadAt(pin).y] as const]),
      ),
      height: options.socket
        ? {
            mm: height,
            source: "socket 4.19 mm (Mill-Max 110), DIP 5.08 mm (Maxim P16, A max)",
            trust: "datasheet",
          }
        : { mm: height, source: "JEDEC MS-001, A max", trust: "datasheet" },
      pinDepthMm: 3,
      pinOne: [-2.4, at(1).y],
      marks: [{ text: "{mark}", at: [0, 0], z: height, capHeight: 1.2, material: "laser", turnDeg: 270 }],
      shapes: [
        ...(options.socket ? [box("socket", "plastic", [-5, 5], [-half, half], [0, socketMm])] : []),
        frustum("mould", "mould", [-3.2, 3.2], [-half + 0.2, half - 0.2], [lift + 0.5, height], 0.3),
        ...numbers(pins).map((pin) => {
          const { x, y } = leadAt(pin)
          const s = Math.sign(x)
          if (options.socket) return cylinder(`tail ${pin}`, "tin", [x, y], 0.25, [-3, 0])
          const bent: Vec2[] = [
            [s * 3.2, 3],
            [s * 3.94, 3],
            [s * 3.94, -3],
            [s * 3.68, -3],
            [s * 3.68, 2.75],
            [s * 3.2, 2.75],
          ]
          return alongY(`lead ${pin}`, "tin", bent, [y - 0.23, y + 0.23])
        }),
      ],
    },
    leads: { source: "JEDEC MS-001: b 0.36-0.56, c 0.20-0.36", through: { acrossMm: 0.53 } },
    fab: byHand,
    source: `JEDEC MS-001; land: KiCad DIP-${pins}_W7.62mm`,
  }
}

/** A quarter watt resistor lying on the board, DIN 0207: body 6.3 x 2.5 mm, leads 10.16 mm apart. */
export function axialResistor(): Package {
  const x = 5.08
  return {
    name: "axial 0207 10.16mm",
    land: {
      fromAbove: true,
      pads: [hole(1, -x, 0, 1.6, 0.8), hole(2, x, 0, 1.6, 0.8)],
      silk: lines(boxLines(-3.3, -1.35, 3.3, 1.35)),
      courtyard: rect(12.3, 3.2),
    },
    body: {
      id: "resistor-axial-0207",
      title: "axial resistor",
      // Bent to 0.4 inch.
      terminals: { "1": [-10.16 / 2, 0], "2": [10.16 / 2, 0] },
      height: { mm: 2.5, source: "DIN 0207: 2.5 mm thick, lying on the board", trust: "datasheet" },
      pinDepthMm: 3,
      shapes: [
        box("body", "ceramic", [-3.15, 3.15], [-1.25, 1.25], [0, 2.5]),
        ...[-1, 1].flatMap((s) => [
          box(`lead ${s}`, "tin", s < 0 ? [-x - 0.3, -3.15] : [3.15, x + 0.3], [-0.3, 0.3], [0.95, 1.55]),
          cylinder(`tail ${s}`, "tin", [s * x, 0], 0.3, [-3, 0.95]),
        ]),
      ],
    },
    leads: { source: "DIN 0207: leads 0.6 mm", through: { acrossMm: 0.6 } },
    fab: byHand,
    source: "DIN 0207; land: KiCad R_Axial_DIN0207_L6.3mm_D2.5mm_P10.16mm_Horizontal",
  }
}

/** A ceramic disc or film capacitor, leads 5 mm apart. */
export function radialCapacitor(): Package {
  const x = 2.5
  return {
    name: "radial 5mm",
    land: {
      fromAbove: true,
      pads: [hole(1, -x, 0, 1.6, 0.8), hole(2, x, 0, 1.6, 0.8)],
      silk: lines([
        [-1.4, 1.4, 1.4, 1.4],
        [-1.4, -1.4, 1.4, -1.4],
      ]),
      courtyard: rect(7.1, 3.3),
    },
    body: {
      id: "capacitor-radial-5",
      title: "radial capacitor",
      terminals: { "1": [-5 / 2, 0], "2": [5 / 2, 0] },
      height: { mm: 7, source: "7 mm, usual for 100 nF discs with 5 mm pitch", trust: "typical" },
      pinDepthMm: 3,
      shapes: [
        box("body", "ceramic", [-2.9, 2.9], [-1.25, 1.25], [1.5, 7]),
        ...[-1, 1].map((s) => cylinder(`lead ${s}`, "tin", [s * x, 0], 0.25, [-3, 1.5])),
      ],
    },
    leads: { source: "leads 0.5 mm, usual for discs of 5 mm", through: { acrossMm: 0.5 } },
    fab: byHand,
    source: "KiCad C_Disc_D5.0mm_W2.5mm_P5.00mm",
  }
}

/** Two round pads without a square one among them: the part has no polarity. */
const alike = (x: number, pad: number, drill: number) =>
  [1, 2].map((pin) => ({ ...hole(pin, pin === 1 ? -x : x, 0, pad, drill), shape: "circle" as const }))

/** Body over pin 1, the other lead bent back down to pin 2, 2.54 mm away. */
const standing = (length: number, radius: number, lead: number, material: "ceramic" | "lens") => {
  const [foot, x] = [0.5, 1.27]
  const top = mm(foot + length + 1)
  return {
    top,
    shapes: [
      cylinder("body", material, [-x, 0], radius, [foot, foot + length]),
      cylinder("lead 1", "tin", [-x, 0], lead / 2, [-3, foot]),
      cylinder("lead 1 above", "tin", [-x, 0], lead / 2, [foot + length, mm(top - lead)]),
      box("bend", "tin", [-x - lead / 2, x + lead / 2], [-lead / 2, lead / 2], [mm(top - lead), top]),
      cylinder("lead 2", "tin", [x, 0], lead / 2, [-3, mm(top - lead)]),
    ],
  }
}

/** A resistor standing on one end, DIN 0204: body 3.6 x 1.6 mm, leads 0.5 mm, holes 0.7 mm. */
export function standingResistor(): Package {
  const { top, shapes } = standing(3.6, 0.8, 0.5, "ceramic")
  return {
    name: "axial 0204 standing 2.54mm",
    land: {
      fromAbove: true,
      pads: alike(1.27, 1.4, 0.7),
      silk: lines([[-0.2, 0, 0.2, 0]]),
      courtyard: rect(4.5, 2.1, -0.05),
    },
    body: {
      id: "resistor-axial-0204-standing",
      title: "axial resistor, standing",
      terminals: { "1": [-1.27, 0], "2": [1.27, 0] },
      height: {
        mm: top,
        source: "DIN 0204: 3.6 mm long, 0.5 mm over the board, 1 mm for the bend",
        trust: "typical",
      },
      pinDepthMm: 3,
      shapes,
    },
    leads: { source: "Vishay MBA/SMA 0204 data sheet: d 0.5 mm", through: { acrossMm: 0.5 } },
    fab: byHand,
    source:
      "DIN 0204 (Vishay MBA 0204 data sheet: 3.6 x 1.6 mm, leads 0.5 mm); land: KiCad R_Axial_DIN0204_L3.6mm_D1.6mm_P2.54mm_Vertical",
  }
}

/** A glass diode standing on its cathode's end: DO-35, body 3.05 to 5.08 mm long, leads 0.56 mm at most. */
export function standingDiode(): Package {
  const { top, shapes } = standing(4.2, 0.95, 0.5, "lens")
  return {
    name: "DO-35 standing 2.54mm",
    land: {
      fromAbove: true,
      pads: [hole(1, -1.27, 0, 1.5, 0.75), hole(2, 1.27, 0, 1.5, 0.75)],
      silk: [cathodeBar(-2.35, 0.75)],
      courtyard: rect(4.9, 2.5),
    },
    body: {
      id: "diode-do35-standing",
      title: "DO-35 diode, standing",
      terminals: { "1": [-1.27, 0], "2": [1.27, 0] },
      height: {
        mm: top,
        source: "JEDEC DO-35: 4.2 mm typical, 0.5 mm over the board, 1 mm for the bend",
        trust: "typical",
      },
      pinDepthMm: 3,
      pinOne: [-1.27, 0],
      polarity: "cathode",
      shapes,
    },
    leads: {
      source: "JEDEC DO-35 (Formosa MS 1N4148, DO-35G): leads 0.46 to 0.56 mm",
      through: {
        acrossMm: 0.56,
        less: { mm: 0.19, reason: "the original's holes of 0.75 mm; a usual lead is 0.5 mm thick" },
      },
    },
    fab: byHand,
    source:
      "JEDEC DO-35 (onsemi 1N914/1N4148 data sheet: leads 0.46 to 0.56 mm); land: KiCad D_DO-34_SOD68_P2.54mm_Vertical_AnodeUp",
  }
}

/** A ceramic disc, 5.1 mm across and 3.2 mm thick, leads 5 mm apart. */
export function discCapacitor(): Package {
  return {
    name: "disc 5.1x3.2mm 5mm",
    land: {
      fromAbove: true,
      pads: alike(2.5, 1.6, 0.8),
      silk: lines([
        [-1.5, 1.6, 1.5, 1.6],
        [-1.5, -1.6, 1.5, -1.6],
      ]),
      courtyard: rect(7.1, 3.7),
    },
    body: {
      id: "capacitor-disc-51",
      title: "disc capacitor",
      terminals: { "1": [-2.5, 0], "2": [2.5, 0] },
      height: {
        mm: 6.6,
        source: "disc of 5.1 mm, 1.5 mm over the board where its leads are bent",
        trust: "typical",
      },
      pinDepthMm: 3,
      shapes: [
        alongY("disc", "ceramic", disc(2.55, 4.05), [-1.6, 1.6]),
        ...[-1, 1].map((s) => cylinder(`lead ${s}`, "tin", [s * 2.5, 0], 0.25, [-3, 2.8])),
      ],
    },
    leads: {
      source: "Vishay D series (50 V discs, 5 mm): leads 0.6 mm; radial multilayer ones have 0.5 mm",
      through: { acrossMm: 0.6 },
    },
    fab: byHand,
    source: "land and disc: KiCad C_Disc_D5.1mm_W3.2mm_P5.00mm; height: common 50 V discs of that size",
  }
}

/** A circle as a polygon, seen along y: x, z. */
const disc = (radius: number, z: number): Vec2[] =>
  Array.from({ length: 24 }, (_, i) => {
    const angle = (i * Math.PI) / 12
    return [mm(radius * Math.cos(angle)), mm(z + radius * Math.sin(angle))]
  })
