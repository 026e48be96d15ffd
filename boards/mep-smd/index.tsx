import { MepCircuit } from "../../components/mep/circuit"
import { firmware, jumper, mepClaims, narrowMax3232 } from "../../components/mep/claims"
import { fixedPads, handSoldered, mountingHoles, outline } from "../../components/mep/mechanics"
import { meterSpace } from "../../components/mep/meter-space"
import { mepNets } from "../../components/mep/nets"
import { mepScenarios } from "../../components/mep/scenarios"
import { exactlyOne, variants } from "../../components/mep/variants"
import { knownRisks } from "../../components/mep/waivers"
import { defineBoard } from "../../src/board/define"
import { parts, setUps } from "./assembly"
import { figures } from "./figures"
import { guide } from "./guide"
import { pourVoids } from "./mechanics"
import { placements } from "./placement"
import { sheet } from "./schematic"
import { silkscreen } from "./silkscreen"

/** MEP-HW-SMD v2.00-B: v2.00 electrically, another layout. Surface-mounted parts. */
export default defineBoard({
  id: "mep-smd",
  title: "MEP-HW-SMD",
  revision: "2.00-B",
  outline,
  mountingHoles,
  circuit: () => (
    <>
      <MepCircuit parts={parts} />
      {/* What this board has beside the MEP circuit: <Part>s, and <Connect>s to pins that the circuit leaves open. */}
    </>
  ),
  nets: mepNets,
  placements,
  claims: [...mepClaims, narrowMax3232],
  scenarios: mepScenarios,
  jumper,
  firmware,
  variants,
  exactlyOne,
  space: meterSpace,
  fixedPads,
  handSoldered,
  pour: { voids: pourVoids },
  silkscreen,
  ownPinNames: ["J5", "J6", "J7"],
  sheet,
  guide,
  figures,
  waivers: [...knownRisks("v2.00"), ...setUps],
})
