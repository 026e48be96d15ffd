import { mepIntent } from "../../components/mep-intent"
import type { BoardDefinition } from "../../src/board-definition"
import { defaultVariant, parts, plans, variants } from "./assembly"
import { board } from "./board"
import { guide } from "./guide"
import { antennaZone, fixedPads, mountingHoles, outline, thicknessMm } from "./mechanics"
import { placements } from "./placement"
import { handSoldered, netClasses, pour, via } from "./rules"
import { sheet } from "./schematic"
import { waivers } from "./waivers"

/** MEP-HW-SMD v2.00: ESP32 and MAX3232 on a meter's expansion port, surface-mounted parts. */
const definition: BoardDefinition = {
  id: "mep-smd",
  title: "MEP-HW-SMD",
  revision: "2.00",
  fab: "jlcpcb",
  thicknessMm,
  outline,
  mountingHoles,
  keepouts: [antennaZone(placements)],
  fixedPads,
  handSoldered,
  placements,
  parts,
  variants,
  defaultVariant,
  plans,
  netClasses,
  via,
  pour,
  waivers,
  schematic: sheet,
  guide,
  intent: mepIntent,
  element: board,
}

export default definition
