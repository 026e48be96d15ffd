import { firmware } from "../../components/mep/claims"
import { fixedPads, mountingHoles, outline } from "../../components/mep/mechanics"
import { meterSpace } from "../../components/mep/meter-space"
import { defineBoard } from "../../src/board/define"
import { Circuit } from "./circuit"
import { claims, jumper } from "./claims"
import { pour } from "./copper"
import { guide } from "./guide"
import { nets } from "./nets"
import { placements } from "./placement"
import { risks } from "./risks"
import { scenarios } from "./scenarios"
import { sheet } from "./schematic"
import { silkscreen } from "./silkscreen"
import { waivers } from "./waivers"

const { "J6.1": a, "J6.2": b, "J6.3": c, "J6.4": d, "J6.5": e, "J6.6": f } = fixedPads

/** MEP-HW 3.00: nothing for the iron but J6. */
export default defineBoard({
  id: "mep-v3",
  title: "MEP-HW",
  revision: "3.00",
  layers: 4,
  outline,
  mountingHoles,
  circuit: () => <Circuit />,
  nets,
  placements,
  claims,
  scenarios,
  guide,
  jumper,
  firmware,
  // With 0.6 mm a net finds no way. JLCPCB prefers 0.45 mm and more on four layers.
  via: { diameterMm: 0.5, drillMm: 0.3 },
  // USB-C's contacts are 0.5 mm apart.
  netClasses: [
    { name: "signal", nets: [], widthMm: 0.2, clearanceMm: 0.2 },
    { name: "input", nets: ["VIN"], widthMm: 0.4, clearanceMm: 0.2 },
    { name: "logic supply", nets: ["V3V3"], widthMm: 0.4, clearanceMm: 0.2 },
    { name: "five", nets: ["VBUS", "V5_J5"], widthMm: 0.4, clearanceMm: 0.2 },
    { name: "usb", nets: ["CC1", "CC2", "USB_DP", "USB_DN"], widthMm: 0.2, clearanceMm: 0.2 },
  ],
  pour,
  plans: ["standard-both"],
  silkscreen,
  ownPinNames: ["J5", "J6", "J7"],
  sheet,
  waivers: [...waivers, ...risks],
  space: meterSpace,
  fixedPads: { "J6.1": a, "J6.2": b, "J6.3": c, "J6.4": d, "J6.5": e, "J6.6": f } as typeof fixedPads,
})
