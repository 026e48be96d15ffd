import type { Density, FilletName, LeadKind } from "../../model/leads"

type Goals = Readonly<Record<FilletName, Readonly<Record<Density, number>>>>

/** At levels A (most), B (nominal), C (least). */
const goals = (
  toe: readonly [number, number, number],
  heel: readonly [number, number, number],
  side: readonly [number, number, number],
): Goals => {
  const levels = ([A, B, C]: readonly [number, number, number]) => ({ A, B, C })
  return { toe: levels(toe), heel: levels(heel), side: levels(side) }
}

/**
 * Solder that shows past a lead's toe, heel and sides, mm: IPC-7351B, tables 3-2 to 3-22 (read in the table of
 * footag's `ipc7351b`, which cites them by number). The goals are the standard's for the least favourable part; held
 * against nominal sizes they are necessary, and the tolerances' share comes on top.
 */
export const filletGoals: Readonly<Record<LeadKind, Goals>> = {
  // 3-2, pitch above 0.625 mm; 3-3, up to it.
  "gull-wing": goals([0.55, 0.35, 0.15], [0.45, 0.35, 0.25], [0.05, 0.03, 0.01]),
  "fine gull-wing": goals([0.55, 0.35, 0.15], [0.45, 0.35, 0.25], [0.01, -0.02, -0.04]),
  // 3-4
  J: goals([0.1, 0, -0.1], [0.55, 0.35, 0.15], [0.05, 0.03, 0.01]),
  // 3-5, 0603 (1608 metric) and larger; 3-6, smaller.
  chip: goals([0.55, 0.35, 0.15], [0, 0, 0], [0.05, 0, -0.05]),
  "small chip": goals([0.3, 0.2, 0.1], [0, 0, 0], [0.05, 0, -0.05]),
  // 3-7
  MELF: goals([0.6, 0.4, 0.2], [0.2, 0.1, 0.02], [0.1, 0.05, 0.01]),
  // 3-9, concave terminals on the edge of a small board
  castellation: goals([0.55, 0.45, 0.35], [-0.05, -0.07, -0.1], [-0.05, -0.07, -0.1]),
  // 3-13, moulded diodes, inductors and tantalums
  "inward L": goals([0.25, 0.15, 0.07], [0.8, 0.5, 0.2], [0.01, -0.05, -0.1]),
  // 3-15 and 3-16, QFN and SON
  "no-lead": goals([0.4, 0.3, 0.2], [0, 0, 0], [-0.04, -0.04, -0.04]),
  // 3-20, electrolytic capacitors and two-pin crystals
  can: goals([0.7, 0.5, 0.3], [0, -0.1, -0.2], [0.5, 0.4, 0.3]),
  // 3-22, small outline, flat leads (SOD-123FL, SOD-523)
  "flat lead": goals([0.3, 0.2, 0.1], [0, 0, 0], [0.05, 0, -0.05]),
}

/**
 * A toe or side longer than the most generous goal by so much belongs to a larger part: the hand-soldering lands of
 * KiCad's library, the longest in use, add up to 0.5 mm.
 */
export const tooMuchMm = 0.6

/**
 * Room of a pin in its hole, mm, diameter less the pin's greatest width: IPC-2222 asks 0.2 (level B) to 0.25 mm (A) at
 * least; past 0.4 mm the solder does not fill the gap by itself.
 */
export const pinRoomMm = { least: 0.2, most: 0.4 } as const
