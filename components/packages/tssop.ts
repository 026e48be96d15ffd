import type { Shape, Vec2 } from "../../src/model/body"
import type { Package } from "../../src/model/package"
import { alongY, box, frustum } from "../../src/model3d/shapes"
import { dualRow, footX, lines, mm, numbers, pinOneDot, rect, smd } from "./land"

/** JEDEC MO-153 variation AB: E 6.40 over the leads, E1 4.40, A 1.20 at most, b 0.19-0.30, L 0.45-0.75, e 0.65. */
const mo153 = { span: 6.4, width: 4.4, height: 1.2, lead: 0.25, foot: 0.6, pitch: 0.65, length: 5 } as const

function lead(name: string, side: number, y: number): Shape {
  const outer = mo153.span / 2
  const edge = mo153.width / 2
  const profile: Vec2[] = [
    [outer, 0],
    [outer, 0.15],
    [outer - 0.55, 0.15],
    [outer - 0.65, 0.7],
    [edge, 0.7],
    [edge, 0.55],
    [outer - 0.75, 0.55],
    [outer - 0.6, 0],
  ]
  const half = mo153.lead / 2
  return alongY(
    name,
    "tin",
    profile.map(([x, z]): Vec2 => [x * side, z]),
    [y - half, y + half],
  )
}

/** TSSOP-16 of 4.4 x 5 mm. */
export function tssop16(): Package {
  const half = mo153.length / 2
  const at = (pin: number, x: number, pitch: number) => dualRow(pin, 16, x, pitch)
  const foot = mm(mo153.span / 2 - mo153.foot / 2)
  const pinOne: Vec2 = [-1.6, 2.05]
  return {
    name: "TSSOP-16 4.4x5mm",
    land: {
      pads: numbers(16).map((pin) => {
        const { x, y } = at(pin, 2.875, 0.65)
        return smd(pin, x, y, 1.5, 0.4)
      }),
      silk: [
        ...lines([
          [-1.8, half + 0.235, 1.8, half + 0.235],
          [-1.8, -half - 0.235, 1.8, -half - 0.235],
        ]),
        pinOneDot(-3.2, half + 0.5),
      ],
      courtyard: rect(7.76, 5.5),
    },
    body: {
      id: "tssop-16",
      title: "TSSOP-16, 4.4 x 5 mm",
      terminals: Object.fromEntries(
        numbers(16).map((pin) => {
          const { x, y } = at(pin, foot, mo153.pitch)
          return [String(pin), [x, y] as const]
        }),
      ),
      height: { mm: mo153.height, source: "JEDEC MO-153, A max", trust: "datasheet" },
      pinOne,
      marks: [
        { text: "{mark}", at: [0.2, -0.2], z: mo153.height, capHeight: 0.8, material: "laser", turnDeg: 270 },
      ],
      shapes: [
        frustum(
          "mould",
          "mould",
          [-mo153.width / 2, mo153.width / 2],
          [-half, half],
          [0.05, mo153.height],
          0.08,
        ),
        ...numbers(16).map((pin) => {
          const { x, y } = at(pin, 1, mo153.pitch)
          return lead(`lead ${pin}`, x, y)
        }),
        {
          ...box("pin 1 mark", "laser", [-1.8, -1.4], [1.85, 2.25], [mo153.height, 1.21]),
          marking: true,
        },
      ],
    },
    leads: {
      source: "JEDEC MO-153: E 6.40, b 0.19-0.30, L 0.45-0.75",
      surface: {
        kind: "gull-wing",
        density: "B",
        feet: Object.fromEntries(
          numbers(16).map((pin) => {
            const { x, y } = at(pin, mo153.span / 2, mo153.pitch)
            return [pin, footX(x - Math.sign(x) * mo153.foot, x, y, mo153.lead)]
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
            "JLCKicadTools' and Fabrication-Toolkit's tables have \"^TSSOP-\" at 270 against KiCad's land, whose pins are where ours are; its library's name TSSOP-16_L5.0-W4.4-P0.65-LS6.4-BL says pin 1 bottom left",
        },
        byPins: { axis: [1, 8], corners: [1, 8, 9, 16], alongMm: 0, symmetric: false },
      },
    },
    source: "JEDEC MO-153 AB; land: KiCad TSSOP-16_4.4x5mm_P0.65mm",
  }
}
