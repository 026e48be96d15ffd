import {
  buckModule,
  jumperBlock,
  type MepParts,
  meterPort,
  programmingHeader,
  wifiModule,
} from "../../components/mep/parts"
import { header2x2Smd } from "../../components/parts/connectors"
import { diode1n4148w } from "../../components/parts/diodes"
import { c0805, r0805 } from "../../components/parts/passives"
import { max3232 } from "../../components/parts/semiconductors"
import type { Waiver } from "../../src/model/board"

const capacitor = c0805["100nF"]

/** What is fitted at each designator. */
export const parts: MepParts = {
  U1: max3232,
  // N4: the firmware needs no more, and its LCSC number is the best attested. The N16 fits as well.
  U2: wifiModule,
  R1: r0805["10k"],
  R2: r0805["10k"],
  R3: r0805["0R"],
  R4: r0805["0R"],
  R5: r0805["0R"],
  R6: r0805["0R"],
  R7: r0805["0R"],
  C1: capacitor,
  C2: capacitor,
  C3: capacitor,
  C4: capacitor,
  C5: capacitor,
  D1: diode1n4148w,
  ...buckModule,
  J5: programmingHeader,
  J6: meterPort,
  J7: jumperBlock(header2x2Smd),
}

/** What would save a set-up at the house and is kept. */
export const setUps: readonly Waiver[] = [
  {
    rule: "parts/set-up",
    names: ["C1", "C2", "C3", "C4", "C5"],
    reason:
      "the capacitors stand on the back, behind U1's pins, as on v2.00; whoever wants one side orders the plan for the top",
  },
  {
    rule: "parts/set-up",
    names: ["U1"],
    reason: "no Basic part is a 3 V RS-232 transceiver in this land: the circuit needs one",
  },
]
