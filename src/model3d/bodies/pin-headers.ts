import type { Body } from "../body"
import type { Range } from "../shapes"
import { alongX, alongY, cutRectangle, frustum, prism, rectangle } from "../shapes"
import type { Loop, Shape, Vec2 } from "../solid"

/** 0.1 inch headers: square posts of 0.64 mm, plastic 2.54 mm high and wide (Wuerth 6130xx11121 data sheet). */
const pitch = 2.54
const post = 0.64
const square = (x: number, y: number, side: number): readonly [Range, Range] => [
  [x - side / 2, x + side / 2],
  [y - side / 2, y + side / 2],
]

/** The hole a square post leaves in the plastic, so that the two do not overlap. */
const channel = (x: number, y: number, side: number): Loop => ({
  kind: "polygon",
  points: rectangle(...square(x, y, side)),
})

/** A straight square post with a pyramid tip of `tip` mm at its upper end. */
function straightPost(name: string, x: number, y: number, side: number, z: Range, tip: number): Shape[] {
  const [rx, ry] = square(x, y, side)
  return [
    prism(name, "gold", rectangle(rx, ry), [z[0], z[1] - tip]),
    frustum(`${name}, tip`, "gold", rx, ry, [z[1] - tip, z[1]], side * 0.28),
  ]
}

/** J5: 1 x 6, straight. Usually left empty: an adapter's pins are held into the holes at an angle. */
export const header1x6: Body = {
  id: "pin-header-1x6",
  title: "1 x 6 pin header, 2.54 mm",
  terminals: Object.fromEntries(
    Array.from({ length: 6 }, (_, i): [string, Vec2] => [String(i + 1), [0, -i * pitch]]),
  ),
  height: {
    mm: 8.54,
    source: "plastic 2.54 mm and 6.0 mm of post, Wuerth 61300611121 data sheet",
    trust: "datasheet",
  },
  pinDepthMm: 3,
  pinOne: [0, 0],
  optional: true,
  shapes: [
    prism("plastic", "plastic", combOutline(6), [0, pitch], {
      holes: Array.from({ length: 6 }, (_, i) => channel(0, -i * pitch, post)),
    }),
    ...Array.from({ length: 6 }, (_, i) =>
      straightPost(`pin ${i + 1}`, 0, -i * pitch, post, [-3, 8.54], 0.5),
    ).flat(),
  ],
}

/** The outline of a one-row header from pin 1 at the origin downwards: each pin's block has its corners cut. */
function combOutline(pins: number): Vec2[] {
  const half = pitch / 2
  const cut = 0.4
  const right: Vec2[] = []
  const left: Vec2[] = []
  for (let i = 0; i < pins; i++) {
    const y = -i * pitch
    left.push([-half + cut, y + half], [-half, y + half - cut], [-half, y - half + cut])
    right.push([half - cut, y + half], [half, y + half - cut], [half, y - half + cut])
  }
  const last = -(pins - 1) * pitch - half
  return [...left, [-half + cut, last], [half - cut, last], ...right.reverse()]
}

/**
 * J6: 2 x 3, right-angle. Odd pins on y = 0, even pins on y = 2.54, the plastic from y = 4.04 on, posts up to
 * y = 12.58 (KiCad PinHeader_2x03_P2.54mm_Horizontal). The tails of such headers reach 3.0 mm below the plastic;
 * this one is not pushed in: its tails end flush with the solder side of a 1.6 mm board, which lifts the plastic.
 */
const boardThickness = 1.6
const tail = 3
const lift = tail - boardThickness
const plasticY: Range = [4.04, 6.58]
const postEnd = 12.58

function bentPost(pin: number): Shape[] {
  const column = Math.floor((pin - 1) / 2)
  const odd = pin % 2 === 1
  const x = column * pitch
  const y = odd ? 0 : pitch
  // The row farther from the plastic bends over the nearer one into the upper row.
  const z = lift + (odd ? 3.81 : 1.27)
  const h = post / 2
  const range: Range = [x - h, x + h]
  const tip = 0.5
  const bent: Vec2[] = [
    [y - h, -boardThickness],
    [y + h, -boardThickness],
    [y + h, z - h],
    [postEnd - tip, z - h],
    [postEnd - tip, z + h],
    [y + h * 0.3, z + h],
    [y - h, z - h * 0.3],
  ]
  const pyramid: Shape = {
    name: `pin ${pin}, tip`,
    material: "gold",
    outline: { kind: "polygon", points: rectangle([-h, h], [-h, h]) },
    farOutline: rectangle([-h * 0.45, h * 0.45], [-h * 0.45, h * 0.45]),
    holes: [],
    frame: { origin: [x, postEnd - tip, z], u: [0, 0, 1], v: [1, 0, 0], w: [0, 1, 0] },
    length: tip,
  }
  return [alongX(`pin ${pin}`, "gold", bent, range), pyramid]
}

const sixPins = [1, 2, 3, 4, 5, 6]

export const header2x3RightAngle: Body = {
  id: "pin-header-2x3-right-angle",
  title: "2 x 3 right-angle pin header, 2.54 mm",
  terminals: Object.fromEntries(
    sixPins.map((pin): [string, Vec2] => [
      String(pin),
      [Math.floor((pin - 1) / 2) * pitch, pin % 2 === 1 ? 0 : pitch],
    ]),
  ),
  height: {
    mm: lift + 2 * pitch,
    source: "plastic 5.08 mm, lifted 1.4 mm because the 3.0 mm tails end flush with the solder side",
    trust: "typical",
  },
  pinDepthMm: boardThickness,
  pinOne: [0, 0],
  shapes: [
    ...[0, 1, 2].map((column): Shape => {
      const x = column * pitch
      const outline = cutRectangle([x - pitch / 2, x + pitch / 2], [lift, lift + 2 * pitch], 0.3)
      const block = alongY(`plastic ${column + 1}`, "plastic", outline, plasticY)
      return { ...block, holes: [lift + 1.27, lift + 3.81].map((z) => channel(x, z, post)) }
    }),
    ...sixPins.flatMap(bentPost),
  ],
}

/**
 * J7: 2 x 2, 1.27 mm, surface mount (KiCad PinHeader_2x02_P1.27mm_Vertical_SMD: plastic 3.41 x 2.54 mm, feet to
 * +-2.75 mm, posts 0.4 mm square). Heights differ between makers; a common one is drawn. With the jumper of normal
 * operation on pins 3-4.
 */
const fine = { pitch: 1.27, post: 0.4, plastic: 1.5, height: 4.5, jumperTop: 4.2 }

function surfacePost(pin: number): Shape[] {
  const side = pin % 2 === 1 ? -1 : 1
  const y = pin <= 2 ? fine.pitch / 2 : -fine.pitch / 2
  const x = (side * fine.pitch) / 2
  const h = fine.post / 2
  const profile = [
    [side * 2.75, 0],
    [side * 2.75, 0.2],
    [x + side * h, 0.2],
    [x + side * h, fine.height - 0.3],
    [x - side * h, fine.height - 0.3],
    [x - side * h, 0],
  ] as const
  const foot = alongY(`pin ${pin}`, "gold", profile, [y - h, y + h])
  const [rx, ry] = square(x, y, fine.post)
  return [foot, frustum(`pin ${pin}, tip`, "gold", rx, ry, [fine.height - 0.3, fine.height], 0.1)]
}

const h7 = fine.pitch / 2

export const header2x2Smd: Body = {
  id: "pin-header-2x2-smd",
  title: "2 x 2 pin header, 1.27 mm, surface mount",
  terminals: { "1": [-2.2, h7], "2": [2.2, h7], "3": [-2.2, -h7], "4": [2.2, -h7] },
  height: {
    mm: fine.height,
    source: "plastic 1.5 mm and 3.0 mm of post, a common build of 1.27 mm headers; the jumper stays below",
    trust: "typical",
  },
  pinOne: [-1.1, h7],
  shapes: [
    prism("plastic", "plastic", cutRectangle([-1.705, 1.705], [-1.27, 1.27], 0.25), [0.25, fine.plastic], {
      holes: [1, 2, 3, 4].map((pin) =>
        channel((pin % 2 === 1 ? -1 : 1) * h7, pin <= 2 ? h7 : -h7, fine.post),
      ),
    }),
    ...[1, 2, 3, 4].flatMap(surfacePost),
    prism(
      "jumper on 3-4",
      "jumper",
      cutRectangle([-1.25, 1.25], [-1.2, -0.07], 0.12),
      [fine.plastic + 0.05, fine.jumperTop],
      {
        holes: [-h7, h7].map((x) => channel(x, -h7, fine.post)),
      },
    ),
  ],
}
