import { MepCircuit } from "../../components/mep/circuit"
import { firmware, jumper, mepClaims } from "../../components/mep/claims"
import { fixedPads, handSoldered, mountingHoles, outline } from "../../components/mep/mechanics"
import { meterSpace } from "../../components/mep/meter-space"
import { mepNets } from "../../components/mep/nets"
import { mepSheet } from "../../components/mep/sheet"
import { exactlyOne, variants } from "../../components/mep/variants"
import { knownRisks } from "../../components/mep/waivers"
import { defineBoard } from "../../src/board/define"
import { parts } from "./assembly"
import { figures } from "./figures"
import { guide } from "./guide"
import { pourVoids } from "./mechanics"
import { placements } from "./placement"
import { silkscreen } from "./silkscreen"

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
  waivers: knownRisks("v1.10"),
})
