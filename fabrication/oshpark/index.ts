import type { FabHouse } from "../../src/model/fab-house"
import { limitsOf, type Said } from "../limits"
import { asKicad, kicadBottomAngle } from "../rotation"

const specs = "OSH Park, 2 layer services, docs.oshpark.com/services, read November 2026"
const mil = (mils: number): Said => ({ limit: Math.round(mils * 254) / 1e4, source: specs })

/** Bare boards only. */
const oshpark: FabHouse = {
  id: "oshpark",
  title: "OSH Park",
  limits: limitsOf(
    {
      "track-width": mil(6),
      "track-space": mil(6),
      "via-hole": mil(10),
      "via-diameter": mil(20),
      "pth-ring": mil(5),
      "plated-slot-width": mil(20),
      "copper-to-edge": mil(15),
      "mask-bridge": mil(4),
    },
    "OSH Park",
  ),
  // "Suggested Naming Patterns", docs.oshpark.com/troubleshooting/naming-pattern. Paste it does not need.
  upload: {
    F_Cu: "{board}.GTL",
    B_Cu: "{board}.GBL",
    F_Mask: "{board}.GTS",
    B_Mask: "{board}.GBS",
    F_Silkscreen: "{board}.GTO",
    B_Silkscreen: "{board}.GBO",
    F_Paste: "{board}.GTP",
    B_Paste: "{board}.GBP",
    Edge_Cuts: "{board}.GKO",
    PTH: "{board}-PTH.XLN",
    NPTH: "{board}-NPTH.XLN",
    zip: "{board}-oshpark.zip",
  },
  drillUnit: "mm",
  asciiOnly: true,
  // It assembles nothing: the BOM is a shopping list, and no list of places is written.
  bom: {
    columns: [
      { field: "designators", title: "Designator" },
      { field: "quantity", title: "Quantity" },
      { field: "manufacturer", title: "Manufacturer" },
      { field: "number", title: "Manufacturer Part" },
      { field: "comment", title: "Value" },
      { field: "footprint", title: "Footprint" },
    ],
  },
  cpl: {
    columns: [
      { field: "designator", title: "Designator" },
      { field: "x", title: "X" },
      { field: "y", title: "Y" },
      { field: "side", title: "Side" },
      { field: "rotation", title: "Rotation" },
    ],
    sides: { top: "Top", bottom: "Bottom" },
    decimals: 4,
    wholeDegrees: false,
    bottomAngle: kicadBottomAngle,
  },
  orderNumber: {
    name: "maker's",
    label: "Manufacturer Part",
    pattern: /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/,
    makers: true,
  },
  lands: "as-drawn",
  rotation: asKicad,
  plans: { hand: { title: "bare boards, everything by hand", short: "By hand", sides: [] } },
  orderForm: ({ zipName, widthMm, heightMm, thicknessMm }) => ({
    url: "https://oshpark.com",
    settings: [
      {
        field: "Service",
        choose: "2 Layer Prototype",
        why: `FR4 of ${thicknessMm} mm, 1 oz, ENIG`,
        cost: "free",
      },
      {
        field: "Size",
        choose: `${widthMm} x ${heightMm} mm`,
        why: "shown in inches too; if it is anything else, stop",
        cost: "check",
      },
      { field: "Quantity", choose: "3", why: "boards come in threes", cost: "choice" },
    ],
    steps: [
      { plans: ["hand"], title: "Upload", text: `Add ${zipName} as it is.` },
      {
        plans: ["hand"],
        title: "Look at every layer",
        text: "The page of holes must show the plated and the unplated ones: they come in two files.",
      },
      { plans: ["hand"], title: "Order the parts", text: "hand-assembly.csv is the shopping list." },
    ],
    caveats: [
      "OSH Park states nothing about print where we looked: the project's margins hold.",
      "Nothing here has been uploaded to OSH Park.",
    ],
  }),
  // Walls: nothing published was found; 18 um as IPC-A-600 class 2 has it on average at least.
  process: {
    copperMm: 0.035,
    platingMm: 0.018,
    resistivityOhmMm: 1.7241e-5,
    maskMm: 0.01,
    maskColour: "Purple",
    printColour: "White",
    finish: "ENIG",
  },
  offers: { maskColours: ["Purple"], finishes: ["ENIG"], thicknessesMm: [1.6], source: specs },
  misreads: {},
}

export default oshpark
