import type { FabHouse } from "../../src/model/fab-house"
import { asKicad, kicadBottomAngle } from "../rotation"
import { orderForm } from "./order-form"
import { rules } from "./rules"

const pcbway: FabHouse = {
  id: "pcbway",
  title: "PCBWay",
  limits: rules,
  // Protel's extensions, which KiKit's export for PCBWay writes as well (github.com/yaqwsx/KiKit, kikit/fab/pcbway.py).
  upload: {
    F_Cu: "{board}-F_Cu.gtl",
    B_Cu: "{board}-B_Cu.gbl",
    F_Mask: "{board}-F_Mask.gts",
    B_Mask: "{board}-B_Mask.gbs",
    F_Silkscreen: "{board}-F_Silkscreen.gto",
    B_Silkscreen: "{board}-B_Silkscreen.gbo",
    F_Paste: "{board}-F_Paste.gtp",
    B_Paste: "{board}-B_Paste.gbp",
    Edge_Cuts: "{board}-Edge_Cuts.gm1",
    PTH: "{board}-PTH.drl",
    NPTH: "{board}-NPTH.drl",
    zip: "{board}-pcbway.zip",
  },
  drillUnit: "mm",
  asciiOnly: true,
  // PCBWay's BOM template, as KiKit fills it in.
  bom: {
    columns: [
      { field: "item", title: "Item #" },
      { field: "designators", title: "Designator" },
      { field: "quantity", title: "Qty" },
      { field: "manufacturer", title: "Manufacturer" },
      { field: "number", title: "Mfg Part #" },
      { field: "description", title: "Description / Value" },
      { field: "footprint", title: "Footprint" },
      { field: "mount", title: "Type" },
      { field: "notes", title: "Your Instructions / Notes" },
    ],
  },
  // "What files are requested for assembly production?", pcbway.com help centre: designators, x, y, angle, in mm. People
  // set the machine up and ask back; the angle is KiCad's.
  cpl: {
    columns: [
      { field: "designator", title: "Designator" },
      { field: "x", title: "Mid X" },
      { field: "y", title: "Mid Y" },
      { field: "side", title: "Layer" },
      { field: "rotation", title: "Rotation" },
    ],
    sides: { top: "Top", bottom: "Bottom" },
    decimals: 4,
    wholeDegrees: false,
    bottomAngle: kicadBottomAngle,
  },
  orderNumber: {
    name: "maker's",
    label: "Mfg Part #",
    pattern: /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/,
    makers: true,
  },
  lands: "as-drawn",
  rotation: asKicad,
  plans: {
    "turnkey-both": {
      title: "PCBWay turnkey, both sides",
      short: "Turnkey, both sides",
      sides: ["top", "bottom"],
      service: "turnkey",
    },
    "turnkey-top": {
      title: "PCBWay turnkey, top side",
      short: "Turnkey, top side",
      sides: ["top"],
      service: "turnkey",
    },
    hand: { title: "bare boards, everything by hand", short: "By hand", sides: [] },
  },
  orderForm,
  // Nothing published was found about walls: 18 um as IPC-A-600 class 2 has it on average at least.
  process: {
    copperMm: 0.035,
    platingMm: 0.018,
    resistivityOhmMm: 1.7241e-5,
    maskMm: 0.01,
    maskColour: "Green",
    printColour: "White",
    finish: "HAL lead-free",
  },
  offers: {
    maskColours: ["Green", "Red", "Yellow", "Blue", "White", "Black"],
    finishes: ["HASL with lead", "HASL lead-free", "Immersion gold (ENIG)"],
    thicknessesMm: [0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.6, 2, 2.4],
    source: "PCBWay, PCB capabilities, quick-turn (a copy without date at byfpcba.com, read November 2026)",
  },
  castellated: {
    leastHoleMm: 0.4,
    apartMm: 0.4,
    source: "PCBWay help centre, How to design the half (castellated) holes for PCB, read November 2026",
  },
  // What it wants of fiducials and tooling holes stands further down than those pages could be read: as at IPC-7351B, and
  // 2 mm. Of V-cuts only the room between boards was found, not what copper keeps off them: there are none.
  panel: {
    leastSideMm: 50,
    mostMm: { short: 330, long: 530 },
    railMm: 5,
    cutterMm: 1.6,
    gapMm: 1.6,
    bite: { drillMm: 0.6, holes: 5, webMm: 0.4 },
    tabEveryMm: 55,
    fiducial: { copperMm: 1, openingMm: 2, fromEdgeMm: 3.85 },
    toolingMm: 2,
    source:
      "PCBWay help centre, PCB Panelization, Breakaway Rails, Fiducial Marks, Tooling Holes (rails of 3 mm at least, along two sides or four; what assembly needs); PCBWay's panel requirements as electronicspost.com quotes them (50 x 50 to 330 x 530 mm, 1.6 mm between boards, holes of 0.45 mm at least, usually 0.55 to 0.6, and 0.25 mm between them); both read November 2026",
  },
  misreads: {},
}

export default pcbway
