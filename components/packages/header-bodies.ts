import type { Body, Loop, Shape, Vec2 } from "../../src/model/body"
import { alongX, alongY, cutRectangle, frustum, prism, type Range, rectangle } from "../../src/model3d/shapes"
import { post127, post254, smdFeet, tail } from "./header-leads"
import { mm, numbers } from "./land"

export interface HeaderBodyOptions {
  /** Usually left empty on a finished board. */
  readonly optional?: true
  /** Right angle: how far its plastic stands off the board, because its tails are not pushed in fully, mm. */
  readonly liftMm?: number
  /** Surface mount: the row that a jumper sits on. */
  readonly jumperOnRow?: number
}

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

/** Pin 1 at the origin, rows downwards, columns to the right. */
const gridPlace = (pin: number, columns: number, pitch: number): Vec2 => [
  ((pin - 1) % columns) * pitch,
  0 - Math.floor((pin - 1) / columns) * pitch,
]

/** The plastic round a header's pins: each row's block has its corners cut. */
function combOutline(columns: number, rows: number, pitch: number): Vec2[] {
  const half = pitch / 2
  const cut = (0.4 * pitch) / 2.54
  const wide = (columns - 1) * pitch + half
  const right: Vec2[] = []
  const left: Vec2[] = []
  for (let i = 0; i < rows; i++) {
    const y = -i * pitch
    left.push([-half + cut, y + half], [-half, y + half - cut], [-half, y - half + cut])
    right.push([wide - cut, y + half], [wide, y + half - cut], [wide, y - half + cut])
  }
  const last = -(rows - 1) * pitch - half
  return [...left, [-half + cut, last], [wide - cut, last], ...right.reverse()]
}

export function straightBody(
  columns: number,
  rows: number,
  pitch: number,
  { optional }: HeaderBodyOptions,
): Body {
  const post = pitch === 2.54 ? post254 : post127
  const pins = numbers(columns * rows)
  const height = pitch === 2.54 ? 8.54 : 4.5
  return {
    id: `pin-header-${columns}x${rows}${pitch === 2.54 ? "" : `-${pitch}`}`,
    title: `${columns} x ${rows} pin header, ${pitch} mm`,
    terminals: Object.fromEntries(pins.map((pin) => [String(pin), gridPlace(pin, columns, pitch)])),
    height:
      pitch === 2.54
        ? {
            mm: height,
            source: `plastic 2.54 mm and 6.0 mm of post, Wuerth 6130${String(rows).padStart(2, "0")}${columns}1121 data sheet`,
            trust: "datasheet",
          }
        : {
            mm: height,
            source: "plastic 1.5 mm and 3.0 mm of post, a common build of 1.27 mm headers",
            trust: "typical",
          },
    pinDepthMm: pitch === 2.54 ? 3 : 2.3,
    pinOne: [0, 0],
    ...(optional ? { optional } : {}),
    shapes: [
      prism("plastic", "plastic", combOutline(columns, rows, pitch), [0, pitch === 2.54 ? pitch : 1.5], {
        holes: pins.map((pin) => channel(...gridPlace(pin, columns, pitch), post)),
      }),
      ...pins.flatMap((pin) =>
        straightPost(
          `pin ${pin}`,
          ...gridPlace(pin, columns, pitch),
          post,
          [pitch === 2.54 ? -3 : -2.3, height],
          0.5,
        ),
      ),
    ],
  }
}

/** A female header 8.5 mm high; odd pins on the right (see `pinHeader`). */
export function socketBody(columns: number, rows: number, pitch: number): Body {
  const pins = numbers(columns * rows)
  const height = 8.5
  const half = pitch / 2
  const at = (pin: number): Vec2 => {
    const [x, y] = gridPlace(pin, columns, pitch)
    return [0 - x, y]
  }
  return {
    id: `pin-socket-${columns}x${rows}`,
    title: `${columns} x ${rows} socket, ${pitch} mm`,
    terminals: Object.fromEntries(pins.map((pin) => [String(pin), at(pin)])),
    height: { mm: height, source: "8.5 mm, the common height of 2.54 mm sockets", trust: "typical" },
    pinDepthMm: 3,
    pinOne: [0, 0],
    shapes: [
      prism(
        "plastic",
        "plastic",
        rectangle([-(columns - 1) * pitch - half, half], [-(rows - 1) * pitch - half, half]),
        [0, height],
        { holes: pins.map((pin) => channel(...at(pin), 0.8)) },
      ),
      ...pins.map((pin) => prism(`pin ${pin}`, "gold", rectangle(...square(...at(pin), tail)), [-3, 2])),
    ],
  }
}

/**
 * Rows along x, pins 1, 1 + columns ... on y = 0, the plastic and the posts towards +y (KiCad
 * `PinHeader_*_P2.54mm_Horizontal`). The tails of such headers reach 3.0 mm below the plastic.
 */
export function rightAngleBody(
  columns: number,
  rows: number,
  pitch: number,
  { liftMm = 0 }: HeaderBodyOptions,
): Body {
  const plasticY: Range = [mm((columns - 1) * pitch + 1.5), mm(columns * pitch + 1.5)]
  const below = mm(3 - liftMm)
  const size = columns * pitch
  const pins = numbers(columns * rows)
  // The column farther from the plastic bends over the nearer one into the upper row.
  const level = (column: number) => liftMm + (columns - 1 - column + 0.5) * pitch
  const bent = (pin: number): Shape[] => {
    const x = Math.floor((pin - 1) / columns) * pitch
    const column = (pin - 1) % columns
    const y = column * pitch
    return bentPost(`pin ${pin}`, x, y, level(column), -below, plasticY[1] + 6)
  }
  return {
    id: `pin-header-${columns}x${rows}-right-angle${liftMm === 0 ? "" : "-lifted"}`,
    title: `${columns} x ${rows} right-angle pin header, ${pitch} mm`,
    terminals: Object.fromEntries(
      pins.map((pin) => [
        String(pin),
        [Math.floor((pin - 1) / columns) * pitch, ((pin - 1) % columns) * pitch] as const,
      ]),
    ),
    height: {
      mm: liftMm + size,
      source:
        liftMm === 0
          ? `plastic ${size} mm on the board`
          : `plastic ${size} mm, lifted ${liftMm} mm because the 3.0 mm tails end flush with the solder side`,
      trust: "typical",
    },
    pinDepthMm: below,
    ...(liftMm === 0
      ? {}
      : {
          levels: [
            { what: "plastic", mm: liftMm },
            ...numbers(columns).map((row) => ({ what: `pin row ${row}`, mm: mm(level(columns - row)) })),
          ],
        }),
    pinOne: [0, 0],
    shapes: [
      ...numbers(rows).map((row): Shape => {
        const x = (row - 1) * pitch
        const outline = cutRectangle([x - pitch / 2, x + pitch / 2], [liftMm, liftMm + size], 0.3)
        const block = alongY(`plastic ${row}`, "plastic", outline, plasticY)
        return { ...block, holes: numbers(columns).map((c) => channel(x, level(columns - c), post254)) }
      }),
      ...pins.flatMap(bent),
    ],
  }
}

function bentPost(name: string, x: number, y: number, z: number, foot: number, end: number): Shape[] {
  const h = post254 / 2
  const range: Range = [x - h, x + h]
  const tip = 0.5
  const bent: Vec2[] = [
    [y - h, foot],
    [y + h, foot],
    [y + h, z - h],
    [end - tip, z - h],
    [end - tip, z + h],
    [y + h * 0.3, z + h],
    [y - h, z - h * 0.3],
  ]
  const pyramid: Shape = {
    name: `${name}, tip`,
    material: "gold",
    outline: { kind: "polygon", points: rectangle([-h, h], [-h, h]) },
    farOutline: rectangle([-h * 0.45, h * 0.45], [-h * 0.45, h * 0.45]),
    holes: [],
    frame: { origin: [x, end - tip, z], u: [0, 0, 1], v: [1, 0, 0], w: [0, 1, 0] },
    length: tip,
  }
  return [alongX(name, "gold", bent, range), pyramid]
}

/**
 * Surface mount, two columns (KiCad `PinHeader_2x*_Vertical_SMD`; 1.27 mm: plastic 3.41 mm wide, feet to +-2.75 mm,
 * posts 0.4 mm square). Heights differ between makers; a common one is drawn.
 */
export function smdBody(
  columns: number,
  rows: number,
  pitch: number,
  { jumperOnRow }: HeaderBodyOptions,
): Body {
  const fine = pitch === 1.27
  const post = fine ? post127 : post254
  const { foot, wide } = smdFeet(fine)
  const [plastic, height] = fine ? [1.5, 4.5] : [2.54, 8.54]
  const pins = numbers(columns * rows)
  const y = (pin: number) => ((rows + 1) / 2 - Math.ceil(pin / columns)) * pitch
  const side = (pin: number) => (pin % 2 === 1 ? -1 : 1)
  const x = (pin: number) => (side(pin) * pitch) / 2
  const long = (rows * pitch) / 2
  const shaft = (pin: number): Shape[] => {
    const s = side(pin)
    const h = post / 2
    const profile = [
      [s * foot, 0],
      [s * foot, 0.2],
      [x(pin) + s * h, 0.2],
      [x(pin) + s * h, height - 0.3],
      [x(pin) - s * h, height - 0.3],
      [x(pin) - s * h, 0],
    ] as const
    const [rx, ry] = square(x(pin), y(pin), post)
    return [
      alongY(`pin ${pin}`, "gold", profile, [y(pin) - h, y(pin) + h]),
      frustum(`pin ${pin}, tip`, "gold", rx, ry, [height - 0.3, height], 0.1),
    ]
  }
  const jumped =
    jumperOnRow === undefined ? [] : pins.filter((pin) => Math.ceil(pin / columns) === jumperOnRow)
  const jumperY = y(jumped[0] ?? 1)
  return {
    id: `pin-header-${columns}x${rows}-${pitch}-smd${jumperOnRow === undefined ? "" : `-jumper-${jumperOnRow}`}`,
    title: `${columns} x ${rows} pin header, ${pitch} mm, surface mount`,
    terminals: Object.fromEntries(
      pins.map((pin) => [String(pin), [side(pin) * mm(foot - 0.55), y(pin)] as const]),
    ),
    height: {
      mm: height,
      source: fine
        ? "plastic 1.5 mm and 3.0 mm of post, a common build of 1.27 mm headers; the jumper stays below"
        : "plastic 2.54 mm and 6.0 mm of post, a common build",
      trust: "typical",
    },
    pinOne: [-1.1, y(1)],
    shapes: [
      prism("plastic", "plastic", cutRectangle([-wide, wide], [-long, long], 0.25), [0.25, plastic], {
        holes: pins.map((pin) => channel(x(pin), y(pin), post)),
      }),
      ...pins.flatMap(shaft),
      ...(jumped.length === 0
        ? []
        : [
            prism(
              `jumper on ${jumped.join("-")}`,
              "jumper",
              cutRectangle([-1.25, 1.25], [mm(jumperY - 0.565), mm(jumperY + 0.565)], 0.12),
              [plastic + 0.05, 4.2],
              { holes: jumped.map((pin) => channel(x(pin), jumperY, post)) },
            ),
          ]),
    ],
  }
}
