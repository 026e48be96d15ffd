import type { Body, Loop, Shape, Vec2 } from "../../src/model/body"
import type { Foot, Leads } from "../../src/model/leads"
import { box, frustum, prism, rectangle, strip } from "../../src/model3d/shapes"

/**
 * ESP32-WROOM-32E, Espressif data sheet "Physical Dimensions": 18.0 x 25.5 x 3.1 mm, board 0.8 mm, shield can
 * 15.8 x 17.6 mm. Terminals as in Espressif's own KiCad footprint (espressif/kicad-libraries). Frame: antenna up,
 * origin = centre of the module, pins 1-14 on the left.
 */
const width = 18
const length = 25.5
const boardThickness = 0.8
const height = 3.1
/** Distance from the antenna's edge of the module -> y. */
const fromTip = (d: number): number => length / 2 - d

const pitch = 1.27
/** Castellated half-hole pads: width along the edge and depth into the module as drawn in the data sheet. */
const pad = { width: 0.85, depth: 0.5 }

type Edge = "left" | "bottom" | "right"
interface Terminal {
  readonly pin: number
  readonly edge: Edge
  /** Along the edge: y on the sides, x on the bottom. */
  readonly along: number
}

const pins: Terminal[] = Array.from({ length: 38 }, (_, i): Terminal => {
  const pin = i + 1
  if (pin <= 14) return { pin, edge: "left", along: fromTip(7.49 + pitch * (pin - 1)) }
  if (pin <= 24) return { pin, edge: "bottom", along: -5.715 + pitch * (pin - 15) }
  return { pin, edge: "right", along: fromTip(7.49 + pitch * (38 - pin)) }
})

/** The rectangle of a castellation on the module's edge. */
function castellation({ edge, along }: Terminal): Vec2[] {
  const a = [along - pad.width / 2, along + pad.width / 2] as const
  if (edge === "left") return rectangle([-width / 2, -width / 2 + pad.depth], a)
  if (edge === "right") return rectangle([width / 2 - pad.depth, width / 2], a)
  return rectangle(a, [-length / 2, -length / 2 + pad.depth])
}

/** The module's board with its castellations cut out, so that the pads fill the gaps and nothing overlaps. */
function boardOutline(): Vec2[] {
  const x = width / 2
  const y = length / 2
  const half = pad.width / 2
  const left = pins.filter((p) => p.edge === "left").sort((p, q) => q.along - p.along)
  const bottom = pins.filter((p) => p.edge === "bottom").sort((p, q) => p.along - q.along)
  const right = pins.filter((p) => p.edge === "right").sort((p, q) => p.along - q.along)
  const notch = (edge: number, inner: number, from: number, to: number, vertical: boolean): Vec2[] => {
    const path: Vec2[] = [
      [edge, from],
      [inner, from],
      [inner, to],
      [edge, to],
    ]
    return vertical ? path : path.map(([u, v]): Vec2 => [v, u])
  }
  return [
    [x, y],
    [-x, y],
    ...left.flatMap((p) => notch(-x, -x + pad.depth, p.along + half, p.along - half, true)),
    [-x, -y],
    ...bottom.flatMap((p) => notch(-y, -y + pad.depth, p.along - half, p.along + half, false)),
    [x, -y],
    ...right.flatMap((p) => notch(x, x - pad.depth, p.along - half, p.along + half, true)),
  ]
}

/** The inverted-F meander under the mask, as seen on the module: feed and short at the bottom, five legs. */
const antenna: readonly Vec2[][] = [
  [
    [-6.4, fromTip(5.7)],
    [-6.4, fromTip(1.2)],
    [-1.9, fromTip(1.2)],
    [-1.9, fromTip(4.3)],
    [0.1, fromTip(4.3)],
    [0.1, fromTip(1.2)],
    [2.1, fromTip(1.2)],
    [2.1, fromTip(4.3)],
    [4.1, fromTip(4.3)],
    [4.1, fromTip(1.2)],
    [7.1, fromTip(1.2)],
    [7.1, fromTip(4.6)],
  ],
  [
    [-4.2, fromTip(5.7)],
    [-4.2, fromTip(1.45)],
  ],
]

const inkHeight = 0.02

const castellations: Shape[] = pins.map((p) => {
  const points = castellation(p)
  return prism(`pad ${p.pin}`, "gold", points, [0, boardThickness + 0.02])
})

const terminalEntries = pins.map(({ pin, edge, along }): [string, Vec2] => {
  if (edge === "left") return [String(pin), [-8.75, along]]
  if (edge === "right") return [String(pin), [8.75, along]]
  return [String(pin), [along, fromTip(25.25)]]
})

const ventHole: Loop = { kind: "circle", centre: [-6.3, fromTip(23)], radius: 0.3 }

export const esp32Body: Body = {
  id: "esp32-wroom-32e",
  title: "ESP32-WROOM-32E module",
  // Pin 39 is the thermal pad; the middle of its nine squares.
  terminals: { ...Object.fromEntries(terminalEntries), "39": [-1.5, fromTip(15.21)] },
  height: {
    mm: height,
    source: "Espressif ESP32-WROOM-32E data sheet, physical dimensions",
    trust: "datasheet",
  },
  pinOne: [-7.9, fromTip(7.49)],
  marks: [
    { text: "ESPRESSIF", at: [1.2, fromTip(9.4)], z: height, capHeight: 1.35, material: "laser" },
    { text: "ESP32-WROOM-32E", at: [0, fromTip(12.2)], z: height, capHeight: 0.95, material: "laser" },
  ],
  shapes: [
    prism("module board", "moduleMask", boardOutline(), [0, boardThickness]),
    ...castellations,
    ...antenna.map((path, i) => ({
      ...prism(`antenna ${i + 1}`, "moduleTrace", strip(path, 0.5), [
        boardThickness,
        boardThickness + inkHeight,
      ]),
      marking: true as const,
    })),
    box("shield can, wall", "shield", [-7.9, 7.9], [fromTip(24.4), fromTip(6.8)], [boardThickness, 2.85]),
    frustum("shield can, lid", "shield", [-7.9, 7.9], [fromTip(24.4), fromTip(6.8)], [2.85, height], 0.25),
    {
      name: "vent",
      material: "inkDark",
      outline: ventHole,
      holes: [],
      frame: { origin: [0, 0, height], u: [1, 0, 0], v: [0, 1, 0], w: [0, 0, 1] },
      length: 0.01,
      marking: true,
    },
  ],
}

/** Castellations as drawn in the data sheet's "Physical Dimensions", and pin 39: 3 x 3 squares of 0.9 mm, 1.4 mm apart. */
export const esp32Leads: Leads = {
  source:
    'ESP32-WROOM-32E data sheet, "Physical Dimensions": pads 0.85 mm wide on the edges of 18.0 x 25.5 mm',
  surface: {
    kind: "castellation",
    density: "B",
    feet: Object.fromEntries(
      pins.map(({ pin, edge, along }): [number, Foot] => {
        const end = edge === "bottom" ? -length / 2 : edge === "left" ? -width / 2 : width / 2
        const inner = end - Math.sign(end) * pad.depth
        const at = (d: number): Vec2 => (edge === "bottom" ? [along, d] : [d, along])
        return [pin, { heel: at(inner), toe: at(end), width: pad.width }]
      }),
    ),
  },
  thermal: { pin: "39", middle: [-1.5, fromTip(15.21)], width: 3.7, height: 3.7 },
}
