import type { Body } from "../body"
import type { Material } from "../materials"
import { box, frustum } from "../shapes"
import type { Shape, Vec2 } from "../solid"

const halfLength = 1
const halfWidth = 0.625
/** Length of an end cap on the board. */
const cap = 0.4

const terminals: Readonly<Record<string, Vec2>> = {
  "1": [cap / 2 - halfLength, 0],
  "2": [halfLength - cap / 2, 0],
}

function endCaps(height: number, material: Material): Shape[] {
  const y = [-halfWidth, halfWidth] as const
  return [
    box("terminal 1", material, [-halfLength, cap - halfLength], y, [0, height]),
    box("terminal 2", material, [halfLength - cap, halfLength], y, [0, height]),
  ]
}

const inner = [cap - halfLength, halfLength - cap] as const
const across = [-halfWidth, halfWidth] as const

/**
 * Thick film resistor 2.00 x 1.25 x 0.55 mm, end caps 0.40 mm (Uniroyal/Royalohm thick film chip resistors data sheet,
 * dimensions table, size 0805: L 2.00, W 1.25, H 0.55, A 0.40).
 */
export const resistor0805: Body = {
  id: "resistor-0805",
  title: "0805 resistor",
  terminals,
  marks: [{ text: "{mark}", at: [0, 0], z: 0.54, capHeight: 0.36, material: "ink" }],
  height: { mm: 0.55, source: "Uniroyal thick film chip resistor data sheet, size 0805", trust: "datasheet" },
  shapes: [
    ...endCaps(0.55, "tin"),
    box("ceramic", "alumina", inner, across, [0, 0.47]),
    box("resistive film", "resistive", inner, [-halfWidth + 0.02, halfWidth - 0.02], [0.47, 0.54]),
  ],
}

/**
 * Multilayer ceramic capacitor 2.00 x 1.25 x 0.85 mm (Yageo CC0805 X7R data sheet: 100 nF 50 V is thickness class
 * 0.85 mm +-0.1).
 */
export const capacitor0805: Body = {
  id: "capacitor-0805",
  title: "0805 capacitor",
  terminals,
  height: {
    mm: 0.85,
    source: "Yageo CC0805 X7R data sheet, thickness class of 100 nF 50 V",
    trust: "datasheet",
  },
  shapes: [
    ...endCaps(0.85, "tin"),
    box("ceramic", "ceramic", inner, [-halfWidth + 0.02, halfWidth - 0.02], [0.01, 0.83]),
  ],
}

/** Chip diode in an 0805 case, cathode = pin 1 with the band. No data sheet of the part is at hand. */
export const diode0805: Body = {
  id: "diode-0805",
  title: "0805 diode",
  terminals,
  height: {
    mm: 0.95,
    source: "0805 chip diodes are sold 0.80 to 0.95 mm high; the tallest is used",
    trust: "typical",
  },
  pinOne: [-0.45, 0],
  polarity: "cathode",
  shapes: [
    ...endCaps(0.75, "tin"),
    box("base", "mould", inner, [-halfWidth + 0.03, halfWidth - 0.03], [0.02, 0.5]),
    frustum("lid", "mould", inner, [-halfWidth + 0.03, halfWidth - 0.03], [0.5, 0.95], 0.06),
    { ...box("cathode band", "ink", [-0.48, -0.22], [-0.53, 0.53], [0.95, 0.96]), marking: true },
  ],
}
