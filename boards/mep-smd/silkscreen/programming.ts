import { programmingHeaderPins } from "../../../components/ProgrammingHeader"
import { padAt } from "../../../components/packages/land"
import { header1x6 } from "../../../components/parts/connectors"
import { type SilkItem, silkText } from "../../../components/silkscreen-items"
import { partAt } from "../placement"
import { nameOfNet, onBoard } from "./place"

/** Names at J5: RX and TX are the ESP32's, so the adapter's TX goes to RX. */
const names = { GND: "GND", V3V3: "3V3", ESP_RXD0: "RX", ESP_TXD0: "TX" } as const

const j5 = partAt("J5")

export const programmingLegend: readonly SilkItem[] = [
  ...programmingHeaderPins.flatMap(({ number }): SilkItem[] => {
    const { x, y } = onBoard("J5", padAt(header1x6.package.land, number))
    const name = nameOfNet(`J5.${number}`, names, "-")
    return [
      silkText("top", name, x + 1.6, y, `what J5 pin ${number} is`, { align: "start" }),
      silkText("bottom", name, x - 1.25, y, `what J5 pin ${number} is`, { align: "start" }),
    ]
  }),
  silkText("top", "RX = ESP IN", j5.x - 0.7, j5.y + 8.8, "from whose side RX and TX are named"),
  silkText("top", "3.3V ONLY", j5.x - 2.4, j5.y - 2.6, "an adapter that feeds 5 V destroys the ESP32", {
    turnDeg: 90,
  }),
  silkText("bottom", "J5", j5.x - 0.9, j5.y - 8.1, "which header this is"),
]
