import type { ReactElement } from "react"
import type { PartProps } from "./part-props"
import { type Pin, pinAttributes, pinLabels } from "./pins"

const gpio = (number: number, name: string, extra: Partial<Pin> = {}): Pin => ({
  number,
  name,
  role: "bidirectional",
  domains: ["logic-3v3", "ground"],
  ...extra,
})

const sense = (number: number, name: string): Pin => gpio(number, name, { role: "input" })

const ground = (number: number): Pin => ({ number, name: "GND", role: "ground", domains: ["ground"] })

/** Not led out on the 32E: on other WROOM modules these are the flash bus. */
const open = (number: number): Pin => ({ number, name: "NC", role: "no-connect" })

/** ESP32-WROOM-32E pins (data sheet v1.6, table "Pin Definitions"). 39 is the thermal pad. */
export const esp32Wroom32ePins: readonly Pin[] = [
  ground(1),
  {
    number: 2,
    name: "3V3",
    label: "VDD_3V3",
    role: "power-in",
    domains: ["logic-3v3"],
  },
  {
    number: 3,
    name: "EN",
    role: "input",
    domains: ["logic-3v3", "ground"],
    attributes: { mustBeConnected: true, needsExternalPullup: true },
  },
  sense(4, "SENSOR_VP"),
  sense(5, "SENSOR_VN"),
  sense(6, "IO34"),
  sense(7, "IO35"),
  gpio(8, "IO32"),
  gpio(9, "IO33"),
  gpio(10, "IO25"),
  gpio(11, "IO26"),
  gpio(12, "IO27"),
  gpio(13, "IO14"),
  gpio(14, "IO12"),
  ground(15),
  gpio(16, "IO13"),
  open(17),
  open(18),
  open(19),
  open(20),
  open(21),
  open(22),
  gpio(23, "IO15"),
  gpio(24, "IO2"),
  gpio(25, "IO0", { attributes: { needsExternalPullup: true } }),
  gpio(26, "IO4"),
  gpio(27, "IO16"),
  gpio(28, "IO17"),
  gpio(29, "IO5"),
  gpio(30, "IO18"),
  gpio(31, "IO19"),
  open(32),
  gpio(33, "IO21"),
  gpio(34, "RXD0", { role: "input" }),
  gpio(35, "TXD0", { role: "output" }),
  gpio(36, "IO22"),
  gpio(37, "IO23"),
  ground(38),
  ground(39),
]

/** Supply on top, what comes from the MAX3232 on the left, programming on the right, ground and NC below. */
export function Esp32Wroom32e(props: PartProps): ReactElement {
  return (
    <chip
      {...props}
      pinLabels={pinLabels(esp32Wroom32ePins)}
      pinAttributes={pinAttributes(esp32Wroom32ePins)}
      schWidth={3}
      schPinArrangement={{
        leftSide: {
          direction: "top-to-bottom",
          pins: [2, 3, 8, 29, 28, 27, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 16, 1, 15, 38, 39],
        },
        rightSide: {
          direction: "top-to-bottom",
          pins: [25, 34, 35, 24, 26, 30, 31, 33, 36, 37, 23, 17, 18, 19, 20, 21, 22, 32],
        },
      }}
    />
  )
}
