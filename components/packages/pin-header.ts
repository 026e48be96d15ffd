import type { Land, Package } from "../../src/model/package"
import type { Point } from "../../src/model/place"
import { type HeaderBodyOptions, rightAngleBody, smdBody, socketBody, straightBody } from "./header-bodies"
import { smdLeads, throughLeads } from "./header-leads"
import { box, hole, lines, mm, numbers, outline, pinOneDot, rect, type Segment, smd } from "./land"

export type HeaderPitch = 2.54 | 1.27

export interface HeaderOptions extends HeaderBodyOptions {
  readonly pitch?: HeaderPitch
  /** "straight" unless said; "right-angle" posts leave to the right; "socket" is female and straight. */
  readonly mount?: "straight" | "right-angle" | "smd" | "socket"
  /** Right-angle posts of a header that does not sit on the board: other parts' pads may lie below their ends. */
  readonly postsFree?: true
}

/** Holes for 0.64 and 0.40 mm square posts, pads round them; pads of the surface-mounted kind (KiCad's numbers). */
const sizes = {
  2.54: { drill: 1, pad: 1.7, edge: 1.33, smd: { x: 2.525, width: 3.15, height: 1, courtyardX: 10.1 } },
  1.27: { drill: 0.65, pad: 1, edge: 0.85, smd: { x: 1.95, width: 2.4, height: 0.74, courtyardX: 6.8 } },
} as const

/**
 * Middle of pin `number` of a header with `columns` of `rows` pins, mm: row by row from the top, left to right, so
 * that odd pins are left and even pins right where there are two columns.
 */
export function headerPin(number: number, columns: 1 | 2, rows: number, pitch: number = 2.54): Point {
  const row = Math.ceil(number / columns)
  const x = columns === 1 ? 0 : ((number % 2 === 1 ? -1 : 1) * pitch) / 2
  return { x, y: ((rows + 1) / 2 - row) * pitch }
}

/**
 * A pin header or socket, pin 1 square.
 *
 * A socket's columns are exchanged (KiCad `PinSocket_2x*` too): seen from above, odd pins are on the right, so that
 * pin n takes pin n of a header that is pushed in.
 */
export function pinHeader(columns: 1 | 2, rows: number, options: HeaderOptions = {}): Package {
  const { pitch = 2.54, mount = "straight" } = options
  const build = mount === "smd" ? surface : straight
  const words = { straight: "", "right-angle": " right angle", smd: " SMD", socket: " socket" }[mount]
  const bodyOf = {
    straight: straightBody,
    "right-angle": rightAngleBody,
    smd: smdBody,
    socket: socketBody,
  }[mount]
  const kicad = {
    straight: "Vertical",
    "right-angle": "Horizontal",
    smd: "Vertical_SMD",
    socket: "Vertical",
  }[mount]
  const kind = mount === "socket" ? "PinSocket" : "PinHeader"
  return {
    name: `${columns}x${rows} ${pitch}mm${words}`,
    land:
      mount === "right-angle"
        ? rightAngle(columns, rows, options)
        : build(columns, rows, pitch, mount === "socket"),
    body: bodyOf(columns, rows, pitch, options),
    leads: mount === "smd" ? smdLeads(columns, rows, pitch) : throughLeads(pitch, mount === "socket"),
    fab: {
      jlcpcb: {
        land: { unconfirmed: "headers turn part by part at JLCPCB; nobody has confirmed this one" },
      },
    },
    source: `KiCad ${kind}_${columns}x${String(rows).padStart(2, "0")}_P${pitch}mm_${kicad}`,
  }
}

function drilled(columns: 1 | 2, rows: number, pitch: HeaderPitch, mirror = false): Land["pads"] {
  const { drill, pad } = sizes[pitch]
  return numbers(columns * rows).map((pin) => {
    const { x, y } = headerPin(pin, columns, rows, pitch)
    return hole(pin, mirror ? 0 - x : x, y, pad, drill)
  })
}

/** The outline is open at pin 1, which has a corner of its own; at 1.27 mm there is only room for a dot. */
function straight(columns: 1 | 2, rows: number, pitch: HeaderPitch, socket: boolean): Land {
  const { edge } = sizes[pitch]
  const y = (row: number) => headerPin(1 + (row - 1) * columns, columns, rows, pitch).y
  const half = ((columns - 1) * pitch) / 2 + edge
  const bottom = y(rows) - edge
  const top = y(1) + edge
  const below = y(1) - pitch / 2
  const s = socket && columns === 2 ? -1 : 1
  const pinOneX = s * headerPin(1, columns, rows, pitch).x
  const corner: readonly Segment[] = [
    [-half * s, y(1), -half * s, top],
    [-half * s, top, pinOneX, top],
  ]
  const body: readonly Segment[] =
    columns === 1
      ? box(-half, below, half, bottom)
      : [
          [0, top, half * s, top],
          [half * s, top, half * s, bottom],
          [half * s, bottom, -half * s, bottom],
          [-half * s, bottom, -half * s, below],
          [-half * s, below, 0, below],
          [0, below, 0, top],
        ]
  const silk =
    pitch === 1.27
      ? [...lines(box(-half, top, half, bottom)), pinOneDot(pinOneX, top + 0.4)]
      : lines([...body, ...corner])
  return {
    fromAbove: true,
    pads: drilled(columns, rows, pitch, socket),
    silk,
    courtyard: rect(2 * half + 0.94, rows * pitch + 0.8),
  }
}

/** The plastic body and the posts lie to the right of the pads. */
function rightAngle(columns: 1 | 2, rows: number, { postsFree }: HeaderOptions): Land {
  const pitch = 2.54
  const last = headerPin(columns, columns, rows).x
  const first = headerPin(1, columns, rows)
  const body = { from: mm(last + 1.5), to: mm(last + 4.04), half: mm((rows * pitch) / 2) }
  const tip = mm(body.to + (postsFree ? 3.5 : 6))
  return {
    fromAbove: true,
    pads: drilled(columns, rows, pitch),
    silk: [
      ...lines([
        ...box(body.from, -body.half, body.to, body.half),
        ...numbers(rows).flatMap((row): Segment[] => {
          const { y } = headerPin(row * columns, columns, rows)
          return [
            [body.to, y + 0.32, tip, y + 0.32],
            [tip, y + 0.32, tip, y - 0.32],
            [tip, y - 0.32, body.to, y - 0.32],
          ]
        }),
      ]),
      pinOneDot(first.x, first.y + 1.35),
    ],
    courtyard: outline(
      mm(first.x - 1.35),
      -mm(body.half + 0.5),
      mm((postsFree ? body.to : tip) + 0.5),
      mm(body.half + 0.5),
    ),
  }
}

/** Without an outline: a board with jumpers on it prints where they go instead. */
function surface(columns: 1 | 2, rows: number, pitch: HeaderPitch): Land {
  if (columns !== 2) throw new Error("a surface-mounted header has two columns here")
  const { x, width, height, courtyardX } = sizes[pitch].smd
  return {
    fromAbove: true,
    pads: numbers(columns * rows).map((pin) =>
      smd(pin, pin % 2 === 1 ? -x : x, headerPin(pin, columns, rows, pitch).y, width, height, "none"),
    ),
    silk: [pinOneDot(-x - 0.8, ((rows - 1) * pitch) / 2 + height / 2 + 0.475)],
    courtyard: rect(courtyardX, rows * pitch + 0.5),
  }
}
