import type { Vec2 } from "../../src/model/body"
import type { Package } from "../../src/model/package"
import { alongY, box, cylinder, frustum } from "../../src/model3d/shapes"
import { box as boxLines, dualRow, hole, lines, mm, numbers, pinOneDot, rect } from "./land"

const byHand = { jlcpcb: { land: { unconfirmed: "leaded parts are fitted by hand here" } } } as const

/** DIP of 7.62 mm row to row: holes 0.8 mm, pads 1.6 mm (KiCad `DIP-*_W7.62mm`). */
export function dip(pins: number): Package {
  const rows = pins / 2
  const half = mm((rows * 2.54) / 2)
  const at = (pin: number) => dualRow(pin, pins, 3.81, 2.54)
  return {
    name: `DIP-${pins}`,
    land: {
      fromAbove: true,
      pads: numbers(pins).map((pin) => hole(pin, at(pin).x, at(pin).y, 1.6, 0.8)),
      silk: [...lines(boxLines(-2.65, -half, 2.65, half)), pinOneDot(-3.81, at(1).y + 1.35)],
      courtyard: rect(9.7, rows * 2.54 + 1),
    },
    body: {
      id: `dip-${pins}`,
      title: `DIP-${pins}`,
      terminals: Object.fromEntries(
        numbers(pins).map((pin) => [String(pin), [at(pin).x, at(pin).y] as const]),
      ),
      height: { mm: 5.33, source: "JEDEC MS-001, A max", trust: "datasheet" },
      pinDepthMm: 3,
      pinOne: [-2.4, at(1).y],
      marks: [{ text: "{mark}", at: [0, 0], z: 5.33, capHeight: 1.2, material: "laser", turnDeg: 270 }],
      shapes: [
        frustum("mould", "mould", [-3.2, 3.2], [-half + 0.2, half - 0.2], [0.5, 5.33], 0.3),
        ...numbers(pins).map((pin) => {
          const { x, y } = at(pin)
          const s = Math.sign(x)
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
      terminals: { "1": [-x, 0], "2": [x, 0] },
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
      terminals: { "1": [-x, 0], "2": [x, 0] },
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
