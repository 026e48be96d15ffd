import { silkHeight, silkLine, silkText, silkTextWidth } from "../../../src/board/silk-items"
import type { SilkItem } from "../../../src/model/silk"
import { partAt, pinName } from "../placement"

const at = (name: "J1" | "J2" | "J3" | "J4", dx: number, dy: number) => {
  const { x, y } = partAt(name)
  return [x + dx, y + dy] as const
}

/** Polarity beside each corner, outside the module: it must be seen with the module on. */
const polarity: readonly SilkItem[] = [
  silkText("bottom", pinName("J1", 1), ...at("J1", 2.6, 1.9), "which corner is VIN-", { align: "end" }),
  silkText("bottom", pinName("J2", 1), ...at("J2", 2.6, -2), "which corner is VIN+", { align: "end" }),
  silkText("bottom", pinName("J3", 1), ...at("J3", -2.6, 0), "which corner is OUT-", { align: "start" }),
  silkText(
    "bottom",
    `3.4-3.5V ${pinName("J4", 1)}`,
    ...at("J4", -2.2, -3.13),
    "which corner is OUT+, and what comes out",
    { align: "end" },
  ),
]

/** What to know before the module is soldered on and before the board is first fed: a frame with its title in it. */
function notice(title: string, lines: readonly string[]): SilkItem[] {
  const frame = { from: 34.55, to: 11.4, upper: 8.1, lower: 1.7 }
  const textFrom = 33.6
  const titleTo = textFrom - silkTextWidth(title, silkHeight.small)
  return [
    silkLine(
      "bottom",
      [
        [textFrom + 0.3, frame.upper],
        [frame.from, frame.upper],
        [frame.from, frame.lower],
        [frame.to, frame.lower],
        [frame.to, frame.upper],
        [titleTo - 0.3, frame.upper],
      ],
      "these lines belong together",
    ),
    silkText("bottom", title, textFrom, frame.upper, "what the lines below are about", { align: "start" }),
    ...lines.map((line, index) =>
      silkText("bottom", line, textFrom, 6.6 - 1.8 * index, "how the buck is set and fitted", {
        align: "start",
      }),
    ),
  ]
}

export const buckLegend: readonly SilkItem[] = [
  ...polarity,
  silkText("bottom", "BUCK", -13.5, -2.305, "what goes here", { capitalMm: silkHeight.heading }),
  ...notice("BUCK", ["SET 3.4-3.5V, J7 OPEN", "VIN- TO C1-C5 SIDE", "FLAT, NO PIN HEADERS"]),
]
