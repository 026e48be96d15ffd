import { rigidFit } from "../geometry/rigid-fit"
import type { Body } from "../model/body"
import type { Side } from "../model/place"
import type { Land } from "./lands"
import type { Shape, Vec2, Vec3 } from "./solid"

/** Where a body sits: turned by (cos, sin) about z after being flipped for the bottom side, then moved. mm. */
export interface Pose {
  readonly x: number
  readonly y: number
  readonly cos: number
  readonly sin: number
  readonly side: Side
}

/** How well the terminals of a body meet their pads. */
export interface Misfit {
  readonly pad: string
  /** From the terminal to the middle of its pad, mm. */
  readonly distance: number
  readonly x: number
  readonly y: number
}

export interface Fit {
  readonly pose: Pose
  /** Terminals that lie outside their pads. */
  readonly offPad: readonly Misfit[]
  /** Terminals for which the board has no pad, and pads for which the body has no terminal. */
  readonly unmatched: readonly string[]
}

const pointOf = ([x, y]: Vec2) => ({ x, y })

/**
 * Puts a body where its pads are: the turn and move that bring its terminals nearest to them (least squares). The
 * pads are the only input, so a land pattern drawn mirrored or with exchanged pins shows as terminals off their pads.
 *
 * @param lands the pads of this part; several pads of one pin count as their middle.
 */
export function fitBody(body: Body, lands: readonly Land[], terminalName: (land: Land) => string): Fit {
  const side: Side = lands[0]?.side ?? "top"
  const mirror = side === "bottom" ? -1 : 1
  const middles = middleByPin(lands, terminalName)
  const pairs: { from: Vec2; to: Vec2 }[] = []
  const unmatched: string[] = []
  for (const [pin, terminal] of Object.entries(body.terminals)) {
    const to = middles.get(pin)
    if (to) pairs.push({ from: [terminal[0] * mirror, terminal[1]], to })
    else unmatched.push(pin)
  }
  for (const pin of middles.keys()) if (!(pin in body.terminals)) unmatched.push(pin)

  const pose: Pose = {
    ...rigidFit(pairs.map(({ from, to }) => ({ from: pointOf(from), to: pointOf(to) }))),
    side,
  }
  return { pose, offPad: terminalsOffPads(body, pose, lands, terminalName), unmatched }
}

function mean(points: readonly Vec2[]): Vec2 {
  const n = Math.max(1, points.length)
  const sum = points.reduce((a, p): Vec2 => [a[0] + p[0], a[1] + p[1]], [0, 0] as Vec2)
  return [sum[0] / n, sum[1] / n]
}

function middleByPin(lands: readonly Land[], terminalName: (land: Land) => string): Map<string, Vec2> {
  const groups = new Map<string, Vec2[]>()
  for (const land of lands) {
    const name = terminalName(land)
    groups.set(name, [...(groups.get(name) ?? []), [land.x, land.y]])
  }
  return new Map([...groups].map(([name, points]) => [name, mean(points)]))
}

function terminalsOffPads(
  body: Body,
  pose: Pose,
  lands: readonly Land[],
  terminalName: (land: Land) => string,
): Misfit[] {
  const misfits: Misfit[] = []
  for (const [pin, terminal] of Object.entries(body.terminals)) {
    const pads = lands.filter((land) => terminalName(land) === pin)
    // The middle of a thermal pad made of several squares need not be on one of them.
    const pad = pads.length === 1 ? pads[0] : undefined
    if (!pad) continue
    const [x, y] = placePoint(pose, terminal)
    const angle = (pad.rotationDeg * Math.PI) / 180
    const [dx, dy] = [x - pad.x, y - pad.y]
    const [u, v] = [dx * Math.cos(angle) + dy * Math.sin(angle), dy * Math.cos(angle) - dx * Math.sin(angle)]
    if (Math.abs(u) > pad.halfWidth + 1e-3 || Math.abs(v) > pad.halfHeight + 1e-3) {
      misfits.push({ pad: `${pad.designator}.${pad.pin}`, distance: Math.sqrt(dx * dx + dy * dy), x, y })
    }
  }
  return misfits
}

/** A point of the part's frame on the board. */
export function placePoint(pose: Pose, [px, py]: Vec2): Vec2 {
  const x = pose.side === "bottom" ? -px : px
  return [pose.x + pose.cos * x - pose.sin * py, pose.y + pose.sin * x + pose.cos * py]
}

/** A shape of the part's frame on the board, `thickness` mm thick. */
export function placeShape(pose: Pose, shape: Shape, thickness: number): Shape {
  const bottom = pose.side === "bottom"
  const turn = ([px, py, pz]: Vec3): Vec3 => {
    // The solder side is the component side turned over about the y axis: no mirroring, so shapes stay right-handed.
    const x = bottom ? -px : px
    const z = bottom ? -pz : pz
    return [pose.cos * x - pose.sin * py + 0, pose.sin * x + pose.cos * py + 0, z + 0]
  }
  const [x, y, z] = turn(shape.frame.origin)
  return {
    ...shape,
    frame: {
      origin: [pose.x + x, pose.y + y, (bottom ? 0 : thickness) + z],
      u: turn(shape.frame.u),
      v: turn(shape.frame.v),
      w: turn(shape.frame.w),
    },
  }
}
