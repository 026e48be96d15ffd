import type { Leads } from "../../src/model/leads"
import { footX, mm, numbers } from "./land"

/** 0.1 inch headers: square posts of 0.64 mm, plastic 2.54 mm high and wide (Wuerth 6130xx11121 data sheet). */
export const post254 = 0.64
/** Posts of 1.27 mm headers. */
export const post127 = 0.4
/** Tails of sockets. */
export const tail = 0.6

/** Feet of the surface-mounted kind: ends of the leads, and the plastic's side, where they come out. */
export const smdFeet = (fine: boolean) => (fine ? { foot: 2.75, wide: 1.705 } : { foot: 3.6, wide: 2.54 })

/** Posts in their holes: what the library's drills leave round them is less than is asked, and why that is right. */
export function throughLeads(pitch: number, socket: boolean): Leads {
  const side = socket ? tail : pitch === 2.54 ? post254 : post127
  const [hole, room] = socket ? [1, 0.15] : pitch === 2.54 ? [1, 0.09] : [0.65, 0.08]
  return {
    source: `square ${socket ? "tails" : "posts"} of ${side} mm (${pitch === 2.54 && !socket ? "Wuerth 6130xx11121 data sheet" : "a common build"})`,
    through: {
      acrossMm: mm(side * Math.SQRT2),
      less: {
        mm: room,
        reason: `KiCad's land, as on the original board, drills ${hole} mm: the corners pass and ${mm(hole - side)} mm is left along the flats for solder`,
      },
    },
  }
}

export function smdLeads(columns: number, rows: number, pitch: number): Leads {
  const fine = pitch === 1.27
  const { foot, wide } = smdFeet(fine)
  const feet = Object.fromEntries(
    numbers(columns * rows).map((pin) => {
      const side = pin % 2 === 1 ? -1 : 1
      const y = ((rows + 1) / 2 - Math.ceil(pin / columns)) * pitch
      return [pin, footX(side * wide, side * foot, y, fine ? post127 : post254)]
    }),
  )
  return {
    source: `feet to ${foot} mm from the middle, plastic to ${wide} mm: a common build`,
    surface: { kind: "gull-wing", density: "B", feet },
  }
}
