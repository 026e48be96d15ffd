import type { ReactElement } from "react"
import { landElement } from "../../components/land-element"
import { header1x6, header2x2Smd, header2x3RightAngle } from "../../components/parts/connectors"
import { diode1n4007On0805 } from "../../components/parts/diodes"
import { buckXl1509, esp32Wroom32eN4 } from "../../components/parts/modules"
import { r0805 } from "../../components/parts/passives"
import { max3232 } from "../../components/parts/semiconductors"
import type { Designator } from "../../components/schematic-places"
import type { Part } from "../../src/model/part"

const parts: Partial<Record<Designator, Part>> = {
  U1: max3232,
  U2: esp32Wroom32eN4,
  D1: diode1n4007On0805,
  J1: buckXl1509.vinNeg,
  J2: buckXl1509.vinPos,
  J3: buckXl1509.outNeg,
  J4: buckXl1509.outPos,
  J5: header1x6,
  J6: header2x3RightAngle,
  J7: header2x2Smd,
}

/** The land that each part is soldered to on this board. */
export const land = (designator: Designator): ReactElement =>
  landElement((parts[designator] ?? r0805["10k"]).package.land)
