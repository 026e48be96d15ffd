import { silkLine, silkText } from "../../../src/board/silk-items"
import { UserError } from "../../../src/model/finding"
import type { SilkItem } from "../../../src/model/silk"
import { partAt, pinAt } from "../placement"

const j7 = partAt("J7")
const pin = (number: number) => pinAt("J7", number)

if (j7.rotationDeg !== 90 && j7.rotationDeg !== 270) {
  throw new UserError(
    `placement.ts: J7 stands at ${j7.rotationDeg} degrees: its legend is drawn for 90 and 270`,
    { exitCode: 1 },
  )
}

/** Away from the middle of J7: the legend goes with the pins when it is turned round. */
const away = (from: number, at: number): -1 | 1 => (at < from ? -1 : 1)

/** A legal pair: a bar where the jumper goes, as long as one, and its word beside it. */
function legal(word: string, pair: readonly [number, number], why: string): SilkItem[] {
  const outward = away(j7.x, pin(pair[0]).x)
  // The words keep clear of the dot at pin 1 on their left and of R2 on their right.
  const dy = outward < 0 ? -0.35 : 0.22
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
function forbidden(pair: readonly [number, number], why: string): SilkItem[] {
  const [a, b] = [pin(pair[0]), pin(pair[1])]
  const outward = away(j7.y, a.y)
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
  ...legal("PROG", [1, 2], "where the jumper goes to program the ESP32: J7 1-2"),
  ...legal("RUN", [3, 4], "where the jumper goes in normal use: J7 3-4"),
  ...forbidden([1, 3], "never J7 1-3: it ties the buck's output to IO0"),
  ...forbidden([2, 4], "never J7 2-4: it shorts 3V3 to ground"),
]
