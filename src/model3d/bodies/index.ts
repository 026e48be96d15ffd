import type { Body } from "../body"
import { buckModule } from "./buck-module"
import { capacitor0805, diode0805, resistor0805 } from "./chip-0805"
import { esp32Wroom32e } from "./esp32-wroom-32e"
import { header1x6, header2x2Smd, header2x3RightAngle } from "./pin-headers"
import { diodeSod323 } from "./sod323"
import { soic16 } from "./soic16"

/** Every body the project can put on a board. */
export const bodies: readonly Body[] = [
  resistor0805,
  capacitor0805,
  diode0805,
  diodeSod323,
  soic16,
  esp32Wroom32e,
  buckModule,
  header1x6,
  header2x3RightAngle,
  header2x2Smd,
]
