import { silkLine, silkText } from "../../src/board/silk-items"
import type { Side } from "../../src/model/place"
import type { SilkItem } from "../../src/model/silk"

/**
 * What is printed beside the parts' own outlines and the designators that place themselves. Parts stand on the bottom;
 * U2 and J6 are on the top, where the rest is soldered.
 */
const text = (side: Side, words: string, x: number, y: number, why: string, turnDeg: 0 | 90 = 0): SilkItem =>
  silkText(side, words, x, y, why, { turnDeg })

const begin = (side: Side, words: string, x: number, y: number, why: string): SilkItem =>
  silkText(side, words, x, y, why, { align: "start" })

const both = (draw: (side: Side) => readonly SilkItem[]): SilkItem[] => [...draw("top"), ...draw("bottom")]

/** In the room between U1's rows on the top, and along the right edge on the bottom. */
const titles: readonly SilkItem[] = [
  silkText("top", "MEP-HW-THT", 10, 10.6, "which board this is", { capitalMm: 1.45, align: "start" }),
  begin("top", "v1.10-B", 25.1, 10.6, "which revision"),
  text("top", "origin dabbler.dk", 33.4, 4.5, "whose design it is", 90),
  text("top", "ESP32-WROOM-32E", -12, 8.55, "what U2 is; the module covers it"),
  text("bottom", "MEP-HW-THT", 33.4, 8.3, "which board this is", 90),
  text("bottom", "v1.10-B", 31.6, 8.3, "which revision", 90),
  text("bottom", "U1 MAX3232", 18.11, 8.81, "which part is U1, and what it is; the socket covers it"),
  text("bottom", "JLCJLCJLCJLC", -13.5, 8.4, "where JLCPCB prints its order number: the buck covers it"),
]

/** J5's pins from left to right, seen from the top: RX and TX are the ESP32's, so the adapter's TX goes to RX. */
const programmingWords = [
  ["-", 4.3],
  ["TX", 6.5],
  ["RX", 9.1],
  ["3V3", 12.3],
  ["-", 14.7],
  ["GND", 17.1],
] as const

const programming: readonly SilkItem[] = [
  ...both((side) =>
    programmingWords.map(([word, x], index) => text(side, word, x, -10.25, `what J5 pin ${6 - index} is`)),
  ),
  begin("top", "3.3V MAX", 19.9, -10.3, "an adapter that feeds 5 V destroys the ESP32"),
  begin("top", "FTDI RED", 19.9, -11.7, "FTDI's 3.3 V cable has 5 V on its red wire"),
  begin("top", "WIRE OFF", 19.9, -13.1, "that wire must stay off"),
  silkLine(
    "top",
    [
      [19.3, -13.5],
      [19.3, -9.9],
    ],
    "these lines are about J5",
  ),
  begin("bottom", "3.3V MAX", 28, -13.1, "what J5's VCC stands"),
]

/** The meter's own number of each pin of J6, beside the upper row and the ends of the lower one. */
const meterNumbers = (side: Side): SilkItem[] => {
  const upper = side === "top" ? -2.71 : -3.76
  const numbers = [
    [4, 14, upper],
    [5, 16.54, upper],
    [6, 19.08, upper],
    [1, 11.8, -8],
    [3, 20.6, -7.9],
  ] as const
  return numbers.map(([number, x, y]) => text(side, String(number), x, y, `the meter's pin ${number}`))
}

const meterPins = ["1 GND", "2 ENABLE", "3 TXD", "4 RXD", "5 V24", "6 NC"] as const

/** Six cells as the pins lie, seen from the top: 4 5 6 over 1 2 3. */
function meterMap(x: number, y: number): SilkItem[] {
  const lefts = [x, x + 6.86, x + 16.78]
  const why = "the map's cells lie as the pins do"
  return [
    ...meterPins.map((cell, index) =>
      begin("top", cell, lefts[index % 3] ?? x, y + (index < 3 ? -0.875 : 0.875), "what the meter's pin is"),
    ),
    silkLine(
      "top",
      [
        [x, y],
        [x + 21.84, y],
      ],
      why,
    ),
    ...lefts.slice(1).map((left) =>
      silkLine(
        "top",
        [
          [left - 0.9, y - 1.425],
          [left - 0.9, y + 1.425],
        ],
        why,
      ),
    ),
  ]
}

const meterPort: readonly SilkItem[] = [
  ...both(meterNumbers),
  ...meterMap(10, 7.7),
  begin("bottom", "MEP", 34.4, 1.9, "which port the list below is"),
  ...["1 GND", "2 EN", "3 TXD", "4 RXD", "5 V24", "6 NC"].map((row, index) =>
    begin("bottom", row, 34.4, 0.4 - 1.45 * index, "what the meter's pin is"),
  ),
  text("bottom", "PINS", 17, -0.3, "how far J6 goes in:"),
  text("bottom", "FLUSH", 17, -1.75, "its pins end level with this side"),
  text("top", "U1 FLUSH", 16.54, 2.95, "U1's tails are cut level: J6's posts are over them"),
]

/** Bars where the jumper goes, with its word; a thin line and a cross along a pair that must not be joined. */
const jumper: readonly SilkItem[] = [
  silkLine(
    "bottom",
    [
      [1.46, 13.22],
      [6.2, 13.22],
    ],
    "where the jumper goes to program the ESP32: J7 1-2",
    0.25,
  ),
  text("bottom", "PROG", 7.15, 11.62, "where the jumper goes to program the ESP32: J7 1-2", 90),
  silkLine(
    "bottom",
    [
      [1.46, 8.3],
      [4, 8.3],
    ],
    "where the jumper goes in normal use: J7 3-4",
    0.2,
  ),
  text("bottom", "RUN", 2.73, 7.42, "where the jumper goes in normal use: J7 3-4"),
  ...(
    [
      [5.2, 5.95, "never J7 1-3: it ties the buck's output to IO0"],
      [0.25, -0.5, "never J7 2-4: it shorts 3V3 to ground"],
    ] as const
  ).flatMap(([line, cross, why]) => [
    silkLine(
      "bottom",
      [
        [line, 9.46],
        [line, 12],
      ],
      why,
    ),
    text("bottom", "X", cross, 10.73, why),
  ]),
  text("bottom", "J7", -0.75, 7.9, "which part is J7", 90),
]

/** Below the module what must be seen with it on; under it what is read before. */
const buck: readonly SilkItem[] = [
  text("bottom", "VIN+", -4, -4.5, "which corner is VIN+"),
  text("bottom", "BUCK", -10, -4.5, "what goes here"),
  text("bottom", "3.4-3.5V OUT+", -21, -4.5, "which corner is OUT+, and what it is set to"),
  text("bottom", "VIN-", -8.8, 11, "which corner is VIN-"),
  text("bottom", "OUT-", -18.2, 11, "which corner is OUT-"),
  text("bottom", "VIN+", -8.8, -1, "which corner is VIN+"),
  text("bottom", "OUT+", -18.2, -1, "which corner is OUT+"),
  text("bottom", "J1", -7.75, 12.7, "which part is J1"),
  text("bottom", "J3", -19.25, 12.7, "which part is J3"),
  text("bottom", "J2", -7.75, 0.7, "which part is J2"),
  text("bottom", "J4", -19.25, 0.7, "which part is J4"),
  text("bottom", "SET WITH J7 OPEN", -13.5, 4.6, "how the buck is set"),
  text("bottom", "FLAT, NO PIN HEADERS", -13.5, 2.6, "how the buck is fitted"),
]

/** At the cathode, as the guide says; the two places of the one link. */
const parts: readonly SilkItem[] = [
  text("bottom", "D1", 11.65, -5.6, "which part is D1, at its cathode", 90),
  begin("bottom", "NOT R3+R4", 28, -11.7, "never both: R3 is always on, R4 lets the ESP32 switch U1"),
]

export const silkscreen: readonly SilkItem[] = [
  ...titles,
  ...programming,
  ...meterPort,
  ...jumper,
  ...buck,
  ...parts,
]
