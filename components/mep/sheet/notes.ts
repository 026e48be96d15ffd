import type { Block, JumperView, Note, Outline } from "../../../src/model/sheet"
import type { OwnSheet } from "../own"
import { officialMepPin } from "../parts"

/** Frames and texts: what a reader cannot see from the symbols. Steps of 2.54 mm. */
export const blocks: readonly Block[] = [
  { title: "Power supply", from: [5.25, 5.25], to: [58, 21.5] },
  { title: "J7 seen from above", from: [58.75, 5.25], to: [111.75, 21.5] },
  { title: "Programming", from: [5.25, 22.25], to: [27, 65] },
  { title: "ESP32", from: [27.75, 22.25], to: [51, 65] },
  { title: "RS-232", from: [51.75, 22.25], to: [84.75, 65] },
  { title: "Meter port (MEP)", from: [85.5, 22.25], to: [111.75, 65] },
]

export const outlines: readonly Outline[] = [
  {
    from: [18.25, 7.5],
    to: [37.75, 20.5],
    caption: ["Buck converter module"],
    captionAt: [28, 9],
    anchor: "middle",
  },
  {
    from: [59.5, 25.5],
    to: [64.5, 34.75],
    caption: ["fit one", "only"],
    captionAt: [62, 29.9],
    anchor: "middle",
  },
]

export const notesOf = ({ transceiver }: OwnSheet): readonly Note[] => [
  {
    at: [28, 13.25],
    anchor: "middle",
    lines: ["24 V to 3.4-3.5 V", "XL1509-ADJ, 23 x 17 mm", "flush, on the solder side"],
  },
  { at: [6.25, 14], lines: ["24 or 26 V from J6,", "by meter model;", "1 W at most"] },
  { at: [43, 15], lines: ["Set to 3.4-3.5 V with both", "jumpers off J7, before", "U2 first gets power."] },
  { at: [52.25, 47.4], lines: ["low = port enabled"] },
  {
    at: [6, 54.5],
    lines: [
      "Colours: FTDI's. Its TTL-232R-3V3 has",
      "5 V on red: red stays OFF (note 2).",
      "Pin names as the board sees them.",
      "",
      "CTS and RTS stay open: no automatic",
      "reset. To program, put the jumper on",
      "J7 1-2, take the one on 3-4 off and",
      "power up through J5.",
    ],
  },
  {
    at: [5.75, 67.75],
    title: "Notes",
    lines: [
      "1  Fit R4 (MAX3232 fed from GPIO32, so that the ESP32 can restart it) or R3 (always on). Never both.",
      "2  J5: measure the adapter's VCC first: 3.3 V, 500 mA, or leave it off; 5 V kills U2. In the meter: GND, RX, TX only.",
      "3  J6 counts odd and even, the meter's documents 1 2 3 over 4 5 6: MEP n is the official number.",
      "4  TXD and RXD at J6 are the meter's names: it receives on TXD and sends on RXD. RS-232, 9600 8N1.",
      "5  U2: a module without PSRAM (N4, N8, N16; not R2), whose PSRAM would take IO16 from the meter port.",
      `6  U1: ${transceiver}, C1 to C5 suit 3.0 to 3.6 V. Unused receiver R1: input grounded, output open.`,
    ],
  },
]

export const jumperViews: readonly JumperView[] = [
  {
    part: "J7",
    at: [63, 12],
    title: "RUN",
    lines: ["the buck converter", "feeds the board"],
    joined: [["3", "4"]],
    allowed: true,
  },
  {
    part: "J7",
    at: [73.5, 12],
    title: "PROG",
    lines: ["download mode;", "3.3 V from J5 only,", "3-4 must be open"],
    joined: [["1", "2"]],
    allowed: true,
  },
  {
    part: "J7",
    at: [84, 12],
    title: "ADJUST",
    lines: ["no jumper while", "the buck converter", "is being set"],
    joined: [],
    allowed: true,
  },
  {
    part: "J7",
    at: [94.5, 12],
    title: "NEVER",
    lines: ["buck output", "onto IO0"],
    joined: [["1", "3"]],
    allowed: false,
  },
  {
    part: "J7",
    at: [105, 12],
    title: "NEVER",
    lines: ["3V3 shorted", "to GND"],
    joined: [["2", "4"]],
    allowed: false,
  },
  {
    part: "J6",
    at: [96.5, 32],
    title: "J6 seen from above",
    lines: ["in the rings: official MEP pin", "outside: pin of J6"],
    joined: [],
    allowed: true,
    inside: Object.fromEntries(
      Object.entries(officialMepPin).map(([pin, official]) => [pin, String(official)]),
    ),
  },
]
