import { firmware } from "../../components/mep/claims"
import { fixedPads, mountingHoles, outline } from "../../components/mep/mechanics"
import { meterSpace } from "../../components/mep/meter-space"
import { defineBoard } from "../../src/board/define"
import { Circuit } from "./circuit"
import { claims, jumper } from "./claims"
import { nets } from "./nets"
import { placements } from "./placement"

const { "J6.1": a, "J6.2": b, "J6.3": c, "J6.4": d, "J6.5": e, "J6.6": f } = fixedPads

/** MEP-HW 3.00: nothing for the iron but J6. */
export default defineBoard({
  id: "mep-v3",
  title: "MEP-HW",
  revision: "3.00",
  outline,
  mountingHoles,
  circuit: () => <Circuit />,
  nets,
  placements,
  claims,
  jumper,
  firmware,
  plans: ["standard-both"],
  space: meterSpace,
  fixedPads: { "J6.1": a, "J6.2": b, "J6.3": c, "J6.4": d, "J6.5": e, "J6.6": f } as typeof fixedPads,
})
