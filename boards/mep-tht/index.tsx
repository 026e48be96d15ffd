import { MepCircuit } from "../../components/mep/circuit"
import { firmware, jumper, mepClaims } from "../../components/mep/claims"
import { fixedPads, handSoldered, mountingHoles, outline } from "../../components/mep/mechanics"
import { meterSpace } from "../../components/mep/meter-space"
import { mepNets } from "../../components/mep/nets"
import { mepScenarios } from "../../components/mep/scenarios"
import { mepSheet } from "../../components/mep/sheet"
import { exactlyOne, variants } from "../../components/mep/variants"
import { knownRisks } from "../../components/mep/waivers"
import { defineBoard } from "../../src/board/define"
import type { Waiver } from "../../src/model/board"
import { parts } from "./assembly"
import { figures } from "./figures"
import { guide } from "./guide"
import { pourVoids } from "./mechanics"
import { placements } from "./placement"
import { silkscreen } from "./silkscreen"

const unfinished = "this board's copper is not finished"

/** Cuts in the ground plane on the solder side, each with its length: a changed one is a finding again. */
const cuts: readonly Waiver[] = [
  {
    rule: "copper/ground-slot",
    names: ["BUCK_OUT", "IO0_PROGRAM", "MEP_ENABLE_TTL", "V3V3"],
    figure: 34.3,
    reason: `under the module, where ground is on top too; ${unfinished}`,
  },
  {
    rule: "copper/ground-slot",
    names: ["V24"],
    figure: 15.33,
    reason: `from J2, whose pad is on that side, to a free place beyond C3; ${unfinished}`,
  },
]

/** MEP-HW-THT v1.10-B: v1.10 electrically and pad for pad, another layout. Leaded parts on the solder side. */
export default defineBoard({
  id: "mep-tht",
  title: "MEP-HW-THT",
  revision: "1.10-B",
  outline,
  mountingHoles,
  circuit: () => <MepCircuit parts={parts} />,
  nets: mepNets,
  placements,
  claims: mepClaims,
  scenarios: mepScenarios,
  jumper,
  firmware,
  variants,
  exactlyOne,
  plans: ["hand"],
  space: meterSpace,
  fixedPads,
  handSoldered,
  pour: { voids: pourVoids },
  silkscreen,
  ownPinNames: ["J5", "J6", "J7"],
  sheet: mepSheet({
    like: "electrically v1.10",
    origin: "after DabblerDK MEP-HW-THT",
    transceiver: "the 3.3 V part in DIP-16, socketed",
  }),
  guide,
  figures,
  waivers: [...knownRisks("v1.10"), ...cuts],
})
