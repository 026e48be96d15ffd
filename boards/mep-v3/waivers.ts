import type { Waiver } from "../../src/model/board"

/** Designators that find no room where parts stand courtyard to courtyard. */
const unprinted = [
  ...["C6", "C7", "C8", "C14", "C17", "D1", "D3", "D7", "F1", "Q2", "Q5"],
  ...["R1", "R3", "R4", "R5", "R14", "R15", "R16", "R17", "R21", "R22", "R23", "R24", "R26"],
  ...["SW2", "U3", "U5", "U6", "U7"],
]

/** Kinks shorter than a pad, by net and length in mm. */
const kinks: readonly (readonly [string, number])[] = [
  ["BOOST", 0.389],
  ["CC1", 0.275],
  ["DTR", 0.283],
  ["FB", 0.354],
  ["GND", 0.141],
  ["IO0_PROGRAM", 0.106],
  ["IO0_PROGRAM", 0.247],
  ["MEP_TXD", 0.4],
  ["ON_9V_BASE", 0.495],
  ["TXD2_TTL", 0.127],
  ["TXD_RS232", 0.3],
  ["V3V3", 0.194],
  ["VBUS", 0.283],
  ["VCC_RS232", 0.283],
  ["VCC_RS232", 0.177],
]

/** Tracks between the pads of one part: net, part, length in mm. */
const under: readonly (readonly [string, string, number])[] = [
  ["GND", "L1", 0.5],
  ["DTR", "C17", 0.95],
  ["IO0_PROGRAM", "SW2", 1.8],
  ["RTS", "SW2", 1.802],
  ["RXD2_TTL", "C12", 1.847],
]

/** Vias in a designator: net and depth in mm. */
const printedOver: readonly (readonly [string, number])[] = [
  ["GND", 0.25],
  ["V3V3", 0.25],
]

/** What is known of the copper and the print of MEP-HW 3.00, and kept. */
export const waivers: readonly Waiver[] = [
  ...unprinted.map(
    (name): Waiver => ({
      rule: "legend/no-room",
      names: [name],
      reason:
        "a machine places it, and the assembly drawing has its name; at 1 mm the name would lie on a neighbour's pads",
    }),
  ),
  ...kinks.map(
    ([net, figure]): Waiver => ({
      rule: "copper/step",
      names: [net],
      figure,
      reason:
        "a kink of less than half a millimetre that another net's via or pad makes; no fast edge is on it",
    }),
  ),
  ...under.map(
    ([net, part, figure]): Waiver => ({
      rule: "copper/under-part",
      names: [net, part],
      figure,
      reason: "no other way on two layers of tracks; masked, and a machine places the part",
    }),
  ),
  ...printedOver.map(
    ([net, figure]): Waiver => ({
      rule: "copper/via-in-text",
      names: [net],
      figure,
      reason: "tented, and the name can be read: vias to the planes stand where their pads are",
    }),
  ),
  {
    rule: "copper/between-own-pads",
    names: ["ENABLE_9V", "R17"],
    figure: 0.9,
    reason: "a 1206 has 1.8 mm between its pads, and the track is on the net of the pad that it leads to",
  },
  {
    rule: "copper/entry-slant",
    names: ["ENABLE_RS232", "SJ1.1"],
    figure: 45,
    reason: "a bare pad that an iron bridges: no part is drawn aside by it",
  },
  {
    rule: "tscircuit/pcb-connector-not-in-accessible-orientation-warning",
    names: ["J7"],
    reason: "guessed from its pads; its mouth is at the left edge, as the 3D model and the drawings show",
  },
  {
    rule: "tscircuit/pcb-connector-not-in-accessible-orientation-warning",
    names: ["U3"],
    reason: "no connector",
  },
  ...["J7.13", "J7.14", "J7.15", "J7.16"].map(
    (name): Waiver => ({
      rule: "drc/annular-ring",
      names: [name],
      figure: 0.199,
      severity: "warning",
      reason:
        "the legs of the shell as the maker draws their land; JLCPCB advises 0.2 mm and makes 0.15 mm, and solder and plating hold the leg",
    }),
  ),
  {
    rule: "parts/set-up",
    names: [
      "C2",
      "C12",
      "C13",
      "C14",
      "C15",
      "C16",
      "C17",
      "D4",
      "D6",
      "L1",
      "R2",
      "R8",
      "R9",
      "R28",
      "U3",
      "U4",
    ],
    reason:
      'the top has no room for converter and bridge: see "Why both sides" in this board\'s README; the plan is Standard on both sides all the same',
  },
]
