import { header2x2Pin } from "../../../components/lands/HeaderLands"
import { type SilkItem, silkLine, silkText } from "../../../components/silkscreen-items"
import { onBoard, partAt } from "./place"

const j7 = partAt("J7")
const pin = (number: number) => onBoard("J7", header2x2Pin(number))

/** A legal pair: a bar where the jumper goes, as long as one, and its word beside it. */
function legal(word: string, outward: -1 | 1, dy: number, why: string): SilkItem[] {
  const x = j7.x + outward * 1.36
  return [
    silkLine(
      "top",
      [
        [x, j7.y - 1.2],
        [x, j7.y + 1.2],
      ],
      why,
      0.25,
    ),
    silkText("top", word, x + outward * 0.875, j7.y + dy, why, { turnDeg: 90 }),
  ]
}

/** A pair that must not be joined: a thin line along it, and a cross. */
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
  ...legal("PROG", -1, -0.35, "where the jumper goes to program the ESP32: J7 1-2"),
  ...legal("RUN", 1, 0.22, "where the jumper goes in normal use: J7 3-4"),
  ...forbidden([1, 3], -1, "never J7 1-3: it ties the buck's output to IO0"),
  ...forbidden([2, 4], 1, "never J7 2-4: it shorts 3V3 to ground"),
]
