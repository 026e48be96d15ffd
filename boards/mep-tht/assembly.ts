import { jumperBlock, type MepParts, meterPort, programmingHeader } from "../../components/mep/parts"
import { pinHeader as headerPackage } from "../../components/packages/pin-header"
import { pinHeader } from "../../components/parts/connectors"
import { diode1n4148, discCapacitor100nF, max3232Dip, standingResistors } from "../../components/parts/leaded"
import { buckXl1509, esp32Wroom32eN4 } from "../../components/parts/modules"
import type { Part } from "../../src/model/part"

const [link, pullUp, capacitor] = [standingResistors["0R"], standingResistors["10k"], discCapacitor100nF]

/** U1's tails come through the board below J6's posts, which stand 2.35 mm over it: they are cut short. */
const overU1 = headerPackage(2, 3, { mount: "right-angle", liftMm: 1.4, postsFree: true })

/** Without the header's outline: words at its pins, or where its jumper goes, take its room. */
const unframed = (part: Part): Part => ({
  ...part,
  package: { ...part.package, land: { ...part.package.land, silk: [] } },
})

const jumperHeader = {
  ...unframed(pinHeader(2, 2)),
  description: "Pin header 2x2, 2.54 mm, with one jumper",
  notes: ["Buy a 2.54 mm jumper too. On 1-2: programming. On 3-4: running. Never 1-3 or 2-4."],
}

/** What is fitted at each designator. */
export const parts: MepParts = {
  U1: max3232Dip,
  U2: esp32Wroom32eN4,
  R1: pullUp,
  R2: pullUp,
  R3: link,
  R4: link,
  R5: link,
  R6: link,
  R7: link,
  C1: capacitor,
  C2: capacitor,
  C3: capacitor,
  C4: capacitor,
  C5: capacitor,
  D1: diode1n4148,
  J1: buckXl1509.vinNeg,
  J2: buckXl1509.vinPos,
  J3: buckXl1509.outNeg,
  J4: buckXl1509.outPos,
  J5: unframed(programmingHeader),
  J6: { ...meterPort, package: overU1 },
  J7: jumperBlock(jumperHeader),
}
