import { notThisNumber } from "../../src/claims/choice"
import { netStands, standsReverse } from "../../src/claims/ratings"
import { anodeAt, carries, link } from "../../src/claims/signals"

/** What the tester promises. 35 V: 26 V and a third on top, as the module's own board has it. */
export const claims = [
  link("24 V through fuse and diode", "J1.+24V", ["F1", "D1"], "J2.+24V"),
  anodeAt("D1", "F1.2"),
  link("TXD back to RXD", "J2.TXD", ["J3"], "J2.RXD"),
  link("ENABLE to the threshold", "J2.ENABLE", ["R4"], "U1.REF"),
  link("24 V through the LED to the TL431", "J2.+24V", ["R2", "D3"], "U1.K"),
  carries("the module's J6", "J2", {
    1: "GND",
    2: "MEP_RXD",
    3: "MEP_ENABLE",
    4: "V24",
    5: "MEP_TXD",
    6: null,
  }),
  netStands("V24", 35, "26 V as from the meter and a third on top"),
  standsReverse("D1", 35, "a bench supply connected the wrong way round"),
  notThisNumber("U1", /^(?!TL431\w*DBZ)/, "in SOT-23 only TI's TL431 (DBZ) has K, REF, A at 1, 2, 3"),
]
