import { silkText } from "../../../src/board/silk-items"
import type { SilkItem } from "../../../src/model/silk"
import { parts } from "../assembly"
import { partAt, pinAt } from "../placement"

/** Names at J5: RX and TX are the ESP32's, so the adapter's TX goes to RX. */
const words: Readonly<Record<string, string>> = { RXD0: "RX", TXD0: "TX", CTS: "-", RTS: "-" }

const j5 = partAt("J5")

export const programmingLegend: readonly SilkItem[] = [
  ...parts.J5.pins.flatMap(({ number, name: pin }): SilkItem[] => {
    const { x, y } = pinAt("J5", number)
    const name = words[pin] ?? pin
    return [
      silkText("top", name, x + 1.6, y, `what J5 pin ${number} is`, { align: "start" }),
      silkText("bottom", name, x - 1.25, y, `what J5 pin ${number} is`, { align: "start" }),
    ]
  }),
  silkText("top", "RX = ESP IN", j5.x - 0.7, j5.y + 8.8, "from whose side RX and TX are named"),
  silkText("top", "3.3V ONLY", j5.x - 2.4, j5.y - 2.6, "an adapter that feeds 5 V destroys the ESP32", {
    turnDeg: 90,
  }),
  silkText("top", "FTDI RED", -30.5, -6.8, "FTDI's 3.3 V cable has 5 V on its red wire"),
  silkText("top", "= OFF", -30.5, -8.4, "that wire must stay off"),
  silkText("bottom", "3.3V MAX", -30.5, -8.2, "what J5's VCC stands"),
  silkText("bottom", "J5", j5.x - 0.9, j5.y - 8.1, "which header this is"),
]
