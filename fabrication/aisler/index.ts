import type { FabHouse } from "../../src/model/fab-house"
import { asKicad, kicadBottomAngle } from "../rotation"
import { orderForm } from "./order-form"
import { rules } from "./rules"

const aisler: FabHouse = {
  id: "aisler",
  title: "Aisler",
  limits: rules,
  // "Naming convention for Traditional Gerber files", community.aisler.net/t/99: the words before the extension count.
  upload: {
    F_Cu: "{board}.toplayer.ger",
    B_Cu: "{board}.bottomlayer.ger",
    F_Mask: "{board}.topsoldermask.ger",
    B_Mask: "{board}.bottomsoldermask.ger",
    F_Silkscreen: "{board}.topsilkscreen.ger",
    B_Silkscreen: "{board}.bottomsilkscreen.ger",
    F_Paste: "{board}.toppaste.ger",
    B_Paste: "{board}.bottompaste.ger",
    Edge_Cuts: "{board}.boardoutline.ger",
    PTH: "{board}.drills_pth.xln",
    NPTH: "{board}.holes_npth.xln",
    zip: "{board}-aisler.zip",
  },
  // The same page asks for drill files in inches.
  drillUnit: "inch",
  asciiOnly: true,
  // No page was found that names columns for lists uploaded by hand. These are the words of Aisler's own exporter
  // (github.com/AislerHQ/PushForKiCad, src/push_thread.py, read November 2026): places in mm, sides in lower case, the
  // angle as KiCad has it.
  bom: {
    columns: [
      { field: "designators", title: "designator" },
      { field: "quantity", title: "quantity" },
      { field: "number", title: "mpn" },
      { field: "manufacturer", title: "manufacturer" },
      { field: "comment", title: "value" },
      { field: "footprint", title: "pack" },
      { field: "mount", title: "mount_type" },
    ],
  },
  cpl: {
    columns: [
      { field: "designator", title: "designator" },
      { field: "value", title: "value" },
      { field: "footprint", title: "pack" },
      { field: "x", title: "pos_x" },
      { field: "y", title: "pos_y" },
      { field: "rotation", title: "rotation" },
      { field: "side", title: "side" },
    ],
    sides: { top: "top", bottom: "bottom" },
    decimals: 4,
    wholeDegrees: false,
    bottomAngle: kicadBottomAngle,
  },
  orderNumber: { name: "maker's", label: "mpn", pattern: /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/, makers: true },
  lands: "as-drawn",
  rotation: asKicad,
  plans: {
    "assembled-both": {
      title: "Aisler assembly, both sides",
      short: "Assembled, both sides",
      sides: ["top", "bottom"],
      service: "assembly",
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
    finish: "ENIG",
  },
  offers: {
    maskColours: ["Green"],
    finishes: ["ENIG", "HAL lead-free"],
    thicknessesMm: [1.6],
    source:
      "community.aisler.net/t/41, 13 May 2024 (finishes); one colour, one thickness: nothing else was found",
  },
  misreads: {},
}

export default aisler
