import { officialMepPin } from "../../../components/mep/parts"
import { silkHeight, silkLine, silkText, silkTextWidth } from "../../../src/board/silk-items"
import type { Side } from "../../../src/model/place"
import type { SilkItem } from "../../../src/model/silk"
import { parts } from "../assembly"
import { partAt, pinAt } from "../placement"

const j6 = partAt("J6")

const pins = parts.J6.pins.map(({ number, name }) => ({
  ...pinAt("J6", number),
  number,
  official: officialMepPin[number] ?? 0,
  name: name.replace("+", ""),
}))

/** The pins as their reader sees them: row by row from the top, each from left to right. */
function grid(side: Side): (typeof pins)[] {
  const sorted = [...pins].sort((a, b) => (side === "top" ? a.x - b.x : b.x - a.x))
  return [sorted.filter(({ y }) => y > j6.y), sorted.filter(({ y }) => y < j6.y)]
}

/** A map of the port: number and name of every pin, in the same grid as the pins. `x` is where its reader begins. */
function map(side: Side, x: number, y: number): SilkItem[] {
  const pitchY = 1.75
  const gap = 1.8
  const rows = grid(side)
  const right = side === "top" ? 1 : -1
  const label = (pin: (typeof pins)[number]) => `${pin.official} ${pin.name}`
  const widths = [0, 1, 2].map((column) =>
    Math.max(
      ...rows.map((row) => {
        const pin = row[column]
        return pin === undefined ? 0 : silkTextWidth(label(pin), silkHeight.small)
      }),
    ),
  )
  const lefts = widths.map((_, column) =>
    widths.slice(0, column).reduce((sum, width) => sum + width + gap, 0),
  )
  const total = widths.reduce((sum, width) => sum + width, 0) + 2 * gap
  const cells = rows.flatMap((row, line) =>
    row.map((pin, column) =>
      silkText(
        side,
        label(pin),
        x + right * (lefts[column] ?? 0),
        y + (0.5 - line) * pitchY,
        `what the meter's pin ${pin.official} is (J6 pin ${pin.number})`,
        { align: "start" },
      ),
    ),
  )
  const why = "the map's cells lie as the pins do"
  return [
    ...cells,
    silkLine(
      side,
      [
        [x, y],
        [x + right * total, y],
      ],
      why,
    ),
    ...[1, 2].map((column) => {
      const at = x + right * ((lefts[column] ?? 0) - gap / 2)
      const half = pitchY / 2 + 0.55
      return silkLine(
        side,
        [
          [at, y - half],
          [at, y + half],
        ],
        why,
      )
    }),
  ]
}

/** The meter's pin numbers beside the pads. */
const numbers = (side: Side): SilkItem[] =>
  pins.map(({ x, y, number, official }) => {
    const outward = y > j6.y ? (side === "top" ? 2.75 : 1.7) : -1.7
    return silkText(
      side,
      String(official),
      x,
      y + outward,
      `which pin of the meter's port J6 pin ${number} is`,
    )
  })

export const meterPortLegend: readonly SilkItem[] = [
  ...numbers("top"),
  ...map("top", 12.4, 6.85),
  ...numbers("bottom"),
  ...map("bottom", 33.6, -0.95),
  silkText(
    "bottom",
    "J6 PINS FLUSH",
    j6.x,
    j6.y - 4.6,
    "how far J6 goes in: its pins end level with this side",
  ),
]
