import type { Body } from "../body"
import type { Material } from "../materials"
import { alongY, frustum } from "../shapes"
import type { Shape, Vec2 } from "../solid"

/**
 * Small outline package with gull-wing leads, JEDEC MS-012 (narrow, 3.9 mm). Nominal values: E 6.00 over the leads,
 * E1 3.90, D 9.90 (16 leads) or 4.90 (8), A 1.75 at most, A1 0.10-0.25, b 0.42, c 0.20, L 0.40-1.27, e 1.27.
 */
export const ms012 = {
  bodyWidth: 3.9,
  span: 6,
  height: 1.75,
  standoff: 0.15,
  lead: { width: 0.42, thickness: 0.2, foot: 0.7 },
  pitch: 1.27,
} as const

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
export function smallOutline(pins: number, bodyLength: number, mould: Material): Shape[] {
  const rows = pins / 2
  const y = (row: number): number => ((rows - 1) / 2 - row) * ms012.pitch
  const leads = Array.from({ length: pins }, (_, i) =>
    i < rows ? lead(`lead ${i + 1}`, -1, y(i)) : lead(`lead ${i + 1}`, 1, y(pins - 1 - i)),
  )
  const half = bodyLength / 2
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

function terminalsOf(pins: number): Record<string, Vec2> {
  const rows = pins / 2
  const x = ms012.span / 2 - ms012.lead.foot / 2
  const entries = Array.from({ length: pins }, (_, i): [string, Vec2] => {
    const row = i < rows ? i : pins - 1 - i
    return [String(i + 1), [i < rows ? -x : x, ((rows - 1) / 2 - row) * ms012.pitch]]
  })
  return Object.fromEntries(entries)
}

export const soic16: Body = {
  id: "soic-16",
  title: "SOIC-16, 3.9 x 9.9 mm",
  terminals: terminalsOf(16),
  height: { mm: ms012.height, source: "JEDEC MS-012AC, A max", trust: "datasheet" },
  pinOne: [-1.2, 4.2],
  // Read with pin 1 at the lower left.
  marks: [
    { text: "{mark}", at: [0.2, -0.2], z: ms012.height, capHeight: 1.05, material: "laser", turnDeg: 270 },
  ],
  shapes: [
    ...smallOutline(16, 9.9, "mould"),
    {
      name: "pin 1 mark",
      material: "laser",
      outline: { kind: "circle", centre: [-1.2, 4.2], radius: 0.35 },
      holes: [],
      frame: { origin: [0, 0, ms012.height], u: [1, 0, 0], v: [0, 1, 0], w: [0, 0, 1] },
      length: 0.01,
      marking: true,
    },
  ],
}
