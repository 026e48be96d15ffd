import { header2x2Pin } from "../../../components/lands/HeaderLands"
import { type SilkItem, silkLine, silkText } from "../../../components/silkscreen-items"
import { onBoard, partAt } from "./place"

const j7 = partAt("J7")
const pin = (number: number) => onBoard("J7", header2x2Pin(number))

/** The word for a legal pair, beside it. The line between them, which is as long as a jumper, comes with the land. */
const legal = (word: string, outward: -1 | 1, dy: number, why: string): SilkItem =>
  silkText("top", word, j7.x + outward * 2.16, j7.y + dy, why, { turnDeg: 90 })

/** A bracket along a pair that must not be joined, and a cross. */
function forbidden(pair: readonly [number, number], outward: -1 | 1, why: string): SilkItem[] {
  const [a, b] = [pin(pair[0]), pin(pair[1])]
  const y = a.y + outward * 1.55
  return [
    silkLine(
      "top",
      [
        [a.x, y],
        [b.x, y],
      ],
      why,
    ),
    silkText("top", "X", j7.x, y + outward * 0.85, why),
  ]
}

export const jumperLegend: readonly SilkItem[] = [
  legal("PROG", -1, -0.35, "where the jumper goes to program the ESP32: J7 1-2"),
  legal("RUN", 1, 0.2, "where the jumper goes in normal use: J7 3-4"),
  ...forbidden([1, 3], -1, "never J7 1-3: it ties the buck's output to IO0"),
  ...forbidden([2, 4], 1, "never J7 2-4: it shorts 3V3 to ground"),
]
