import type { FabHouse } from "../../src/model/fab-house"
import { orderForm } from "./order-form"
import { fourLayerRules, leastSide, rules } from "./rules"

const label = "JLCPCB Part #"

const jlcpcb: FabHouse = {
  id: "jlcpcb",
  title: "JLCPCB",
  limits: rules,
  // It tells layers apart by name; these are KiCad's, with Protel extensions. Odd names have been misread.
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
    zip: "{board}-gerbers.zip",
  },
  // It shows other characters as mojibake.
  asciiOnly: true,
  // Titles it recognises; KiCad's own (`Ref,Val,Package,PosX,...`) are refused. The footprint is mandatory.
  bom: {
    columns: [
      { field: "comment", title: "Comment" },
      { field: "designators", title: "Designator" },
      { field: "footprint", title: "Footprint" },
      { field: "number", title: label, also: ["LCSC Part #"] },
    ],
  },
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
    wholeDegrees: true,
    // Counter-clockwise looking at the part's own side.
    bottomAngle: (axisDeg) => 180 - axisDeg,
  },
  orderNumber: {
    ...{ name: "LCSC", label, pattern: /^C\d+$/ },
    search: "https://www.lcsc.com/search?q=",
    classes: { basic: "Basic", preferred: "Preferred", extended: "Extended", unknown: "class not recorded" },
  },
  lands: "own",
  drillUnit: "mm",
  // The usual formula for the bottom is `(180 - angle) + offset` with KiCad's angle, which counts from a part mirrored
  // top to bottom; ours is mirrored left to right, which is KiCad's angle plus 180.
  rotation: ({ side, rotationDeg }, { offsetDeg }) => {
    const angle = side === "top" ? rotationDeg + offsetDeg : offsetDeg - rotationDeg
    return ((angle % 360) + 360) % 360
  },
  plans: {
    "economic-top": {
      title: "JLCPCB Economic, top side",
      short: "Economic, top side",
      sides: ["top"],
      service: "economic",
      leastSide: leastSide.economic,
      tooling: "tooling holes, added by JLCPCB",
    },
    "standard-both": {
      title: "JLCPCB Standard, both sides",
      short: "Standard, both sides",
      sides: ["top", "bottom"],
      service: "standard",
      leastSide: leastSide.standard,
      tooling: "edge rails with tooling holes and fiducials, added by JLCPCB or on a panel",
    },
    hand: { title: "bare boards, everything by hand", short: "By hand", sides: [] },
  },
  orderForm,
  // 1 oz outer copper; hole walls 18 um on average (its "Capabilities" page). Annealed copper at 20 degrees C: IEC 60028.
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
    maskColours: ["Green", "Purple", "Red", "Yellow", "Blue", "White", "Black"],
    finishes: ["HASL (with lead)", "LeadFree HASL", "ENIG"],
    thicknessesMm: [0.4, 0.6, 0.8, 1, 1.2, 1.6, 2],
    source: "JLCPCB's order form and capabilities page, two layers, read August to November 2026",
  },
  fourLayers: {
    // KiCad's names again, with its extensions: the number is the layer's from the top.
    upload: { In1_Cu: "{board}-In1_Cu.g2", In2_Cu: "{board}-In2_Cu.g3" },
    limits: fourLayerRules,
    inner: {
      copperMm: 0.0152,
      prepreg: "7628",
      prepregMm: 0.2104,
      coreMm: { 1: 0.5, 1.2: 0.665, 1.6: 1.065 },
      source:
        "JLCPCB's stack-ups JLC04101H-7628, JLC04121H-7628 and JLC04161H-7628 (0.5 oz inside), built where no other is asked for: its impedance calculator, as public projects quoted it in August to October 2026",
    },
  },
  castellated: {
    leastHoleMm: 0.5,
    cornerMm: 1,
    leastSideMm: 10,
    source:
      "JLCPCB, PCB capabilities: castellated holes of 0.5 mm and boards of 10 x 10 mm and up, as a public rule set quoted it on 3 September 2026; hole to board edge 1 mm, from copies of the page",
  },
  panel: {
    leastSideMm: 70,
    // "Max. Dimension 400x500mm": its capabilities page, a stored copy read November 2026; larger ones it asks about.
    mostMm: { short: 400, long: 500 },
    railMm: 5,
    cutterMm: 1.6,
    gapMm: 2,
    bite: { drillMm: 0.6, holes: 5, webMm: 0.4 },
    tabEveryMm: 55,
    // The help page of 11 May 2024 says 3.58; that of 25 July 2023 asks for 3.35 mm to the mark's edge, which is this.
    fiducial: { copperMm: 1, openingMm: 2, fromEdgeMm: 3.85 },
    toolingMm: 2,
    orderMark: "JLCJLCJLCJLC",
    // It scores what the outline layer (GKO, GM1) draws, no other: "Instructions for ordering", no. 7. No remaining web is
    // stated: 25 degrees, from both faces.
    vCut: {
      copperMm: 0.4,
      leastWidthMm: { thick: 3, thin: 5 },
      mostSideMm: 475,
      mark: "V-CUT",
      source:
        "JLCPCB, Technical Guidance: V-Cut Panelization Standards, and help article PCB Panelization, read November 2026",
    },
    source:
      "JLCPCB, Mouse Bite Panelization Guide, 4 March 2024; help articles 48 (25 July 2023) and 2061 (11 May 2024) on rails, fiducials and tooling holes",
  },
  misreads: {
    "parameterised-centre-line": "JLCPCB makes it too large",
    "transformed-apertures": "JLCPCB and gerbv misplace them",
  },
}

export default jlcpcb
