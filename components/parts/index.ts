import type { Part } from "../../src/model/part"
import { header1x6, header2x2Smd, header2x3RightAngle } from "./connectors"
import { buckXl1509, esp32Wroom32eN4, esp32Wroom32eN16 } from "./modules"
import { c0805, r0603, r0805 } from "./passives"
import { diode1n4007On0805, diode1n4148wsOn0805, max3232, sp3232 } from "./semiconductors"

/** Every part that has a record here; a board may bring more of its own. */
export const allParts: readonly Part[] = [
  ...Object.values(r0603),
  ...Object.values(r0805),
  ...Object.values(c0805),
  diode1n4007On0805,
  diode1n4148wsOn0805,
  max3232,
  sp3232,
  esp32Wroom32eN4,
  esp32Wroom32eN16,
  ...Object.values(buckXl1509),
  header1x6,
  header2x3RightAngle,
  header2x2Smd,
]
