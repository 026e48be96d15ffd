import { buckStep, j6Step, mepGuide, u2Step } from "../../components/mep/guide"

const solderSide = ["C1", "C2", "C3", "C4", "C5", "R1", "R2", "R3", "R4", "R5", "R6", "R7", "D1", "J7"]

/** What is particular to soldering MEP-HW-THT; the rest is every MEP board's. */
export const guide = mepGuide({
  which: [
    "v1.10-B is electrically v1.10, and its pads are where v1.10 has them; only U2 is 0.375 mm nearer the notch. Its copper is its own: never use the one's files or pictures for the other.",
    "v1.10-B: the revision is printed on it, ground on both sides, nothing of the pour beside the antenna. DabblerDK's v1.10: ground on the back only, U2's lower pads on the board's edge.",
  ],
  corner: "J7",
  probes: { parts: ["C3", "C4"], words: "V+ at C3.2 (U1 pin 2), V- at C4.2 (U1 pin 6)" },
  soldering: [
    u2Step,
    {
      id: "resistors",
      title: "Resistors, standing, on the solder side",
      text: [
        "R1 and R2 are 10 k. R5, R6, R7 and the one of R3 and R4 are 0 ohm: a piece of wire does.",
        "All leaded parts sit on the bottom and are soldered from the top. Cut their tails short: U2, J6 and the meter are there.",
      ],
      parts: ["R1", "R2", "R3", "R4", "R5", "R6", "R7"],
      when: "hand",
    },
    {
      id: "d1",
      title: "D1 standing, its ring at the square pad",
      text: [
        "The cathode (the line on the part) goes to pin 1, the square pad, where D1's name and bar are.",
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
      id: "u1",
      title: "U1's socket on the solder side",
      text: [
        "The socket's notch to the mark at pin 1. Solder it from the top, then cut its tails level: J6's pins stand 2.35 mm over pins 4, 5 and 6.",
        "Leave the chip out until the voltage is set.",
      ],
      warnings: ["A tail that is left long touches a pin of J6: 24 V among them."],
      parts: ["U1", "J6"],
      when: "hand",
    },
    {
      id: "j7",
      title: "J7 on the solder side",
      text: ["Solder one pin, straighten the header, solder the rest. Leave all jumpers off for now."],
      parts: ["J7"],
      jumpers: "J7 open",
      when: "hand",
    },
    j6Step,
    buckStep("J7", ["J7"]),
    {
      id: "look",
      title: "Look at both sides",
      text: ["No bridge, no long tail on the top, nothing left out but R3 or R4 and J5."],
      parts: solderSide,
    },
  ],
})
