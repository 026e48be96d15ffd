import { buckStep, j6Step, mepGuide, u2Step } from "../../components/mep/guide"

/** What is particular to soldering MEP-HW-SMD; the rest is every MEP board's. */
export const guide = mepGuide({
  which: [
    "v2.00-B is electrically v2.00: the same parts joined pin for pin, the same firmware. Its copper and the places of its parts are its own: never use the one's files or pictures for the other.",
    "v2.00-B: the revision is printed on both sides, ground on both sides, J5's first pin in the upper third beside U2, J7 with RUN and PROG beside it. DabblerDK's v2.00: its title in copper at the left edge, ground on the back only, C1 to C5 in one column, R2 beside J5.",
  ],
  corner: "C1 to C5",
  probes: {
    parts: ["C3", "C4"],
    words: "V+ at C3.2 (its end away from U1's supply; U1 pin 2), V- at C4.2 (U1 pin 6)",
  },
  soldering: [
    u2Step,
    {
      id: "u1",
      title: "U1",
      text: ["Pin 1 to the mark. One corner first, then the others; a little flux stops bridges."],
      parts: ["U1"],
      when: "hand",
    },
    {
      id: "passives-top",
      title: "Resistors on the top",
      text: ["R1 and R2 are 10 k. R5, R6, R7 and the one of R3 and R4 are 0 ohm."],
      parts: ["R1", "R2", "R3", "R4", "R5", "R6", "R7"],
      when: "hand",
    },
    {
      id: "d1",
      title: "D1, its line towards the bar and the K",
      text: [
        "The cathode (the line on the part) goes to pin 1: the bar, the K and the name D1 are printed at that end.",
      ],
      warnings: ["Turned round, the meter never sees ENABLE."],
      parts: ["D1"],
      when: "hand",
    },
    {
      id: "capacitors",
      title: "C1 to C5 on the bottom",
      text: ["All five are the same, 100 nF, and have no polarity."],
      parts: ["C1", "C2", "C3", "C4", "C5"],
      when: "hand",
    },
    {
      id: "j7",
      title: "J7",
      text: ["Solder one pin, straighten the header, solder the rest. Leave all jumpers off for now."],
      parts: ["J7"],
      jumpers: "J7 open",
      when: "hand",
    },
    j6Step,
    buckStep("C1 to C5", ["C1", "C2", "C3", "C4", "C5"]),
  ],
})
