import type { Point, Side } from "../../src/board-definition"

/**
 * How JLCPCB's library draws a package against how `components/lands/` draws it.
 *
 * Our frame: origin in the middle of the box round all pads, y up, rotation counter-clockwise; pin 1 top left (chips:
 * left). A bottom part is mirrored left to right first, then turned counter-clockwise as seen from the top.
 */
export interface LandAtJlcpcb {
  /** JLCPCB's angle of a part that we have at 0 degrees on the top. */
  readonly offsetDeg: number
  /** Middle of JLCPCB's own land, in our frame at 0 degrees on the top, mm. */
  readonly midpoint: Point
  /** Two ends that may be swapped: half a turn makes no difference. */
  readonly symmetric: boolean
  readonly evidence: string
}

/** Package (as in the parts catalogue) -> its land at JLCPCB, or why a machine may not be told where to put it. */
export const landsAtJlcpcb: Readonly<Record<string, LandAtJlcpcb | { readonly unconfirmed: string }>> = {
  "0805": {
    offsetDeg: 0,
    midpoint: { x: 0, y: 0 },
    symmetric: true,
    evidence: "resistors and capacitors: both ends alike, all published tables have 0",
  },
  "SOIC-16 3.9x9.9mm": {
    offsetDeg: 270,
    midpoint: { x: 0, y: 0 },
    symmetric: false,
    evidence:
      "confirmed by fitting JLCPCB's pads: its zero has pin 1 bottom left; JLCKicadTools' table and Konnect issue 518 have 270 for SOIC as well",
  },
  "ESP32-WROOM-32E 18x25.5mm": {
    offsetDeg: 270,
    // JLCPCB's middle is 1.035 mm from KiCad's WROOM-32 origin, which is 15.745 mm from the antenna's end; the middle
    // of our pads is 16.52 mm from it.
    midpoint: { x: 0, y: 16.52 - (15.745 + 1.035) },
    symmetric: false,
    evidence:
      "confirmed by fitting the pads of C701341: a quarter turn, and the middle 1.035 mm from KiCad's WROOM-32 origin, away from the antenna",
  },
  "SOD-323": { unconfirmed: "diodes turn part by part at JLCPCB; nobody has confirmed this one" },
  "1x6 2.54mm": { unconfirmed: "headers turn part by part at JLCPCB; nobody has confirmed this one" },
  "2x3 2.54mm right angle": {
    unconfirmed: "headers turn part by part at JLCPCB; nobody has confirmed this one",
  },
  "2x2 1.27mm SMD": { unconfirmed: "headers turn part by part at JLCPCB; nobody has confirmed this one" },
}

export interface PlacedPart extends Point {
  readonly side: Side
  /** Our angle: counter-clockwise seen from the top, after the mirroring of a bottom part. */
  readonly rotationDeg: number
}

/**
 * JLCPCB's angle, 0..359: top `angle + offset`, bottom `offset - angle`.
 *
 * The usual formula for the bottom is `(180 - angle) + offset` with KiCad's angle, which counts from a part mirrored
 * top to bottom; ours is mirrored left to right, which is KiCad's angle plus 180.
 */
export function jlcpcbRotation(part: PlacedPart, land: LandAtJlcpcb): number {
  const angle = part.side === "top" ? part.rotationDeg + land.offsetDeg : land.offsetDeg - part.rotationDeg
  return ((angle % 360) + 360) % 360
}

/** Where the middle of JLCPCB's land comes to lie on the board, mm. */
export function jlcpcbMidpoint(part: PlacedPart, land: LandAtJlcpcb): Point {
  const dx = part.side === "top" ? land.midpoint.x : -land.midpoint.x
  const dy = land.midpoint.y
  const angle = (part.rotationDeg * Math.PI) / 180
  return {
    x: part.x + dx * Math.cos(angle) - dy * Math.sin(angle),
    y: part.y + dx * Math.sin(angle) + dy * Math.cos(angle),
  }
}
