import type { OrderedBoard, OrderForm, OrderSetting } from "../../src/model/order-form"

const assembled = ["turnkey-both", "turnkey-top"]
const every = [...assembled, "hand"]

const row = (field: string, choose: string, why: string, cost: OrderSetting["cost"] = "free") => ({
  field,
  choose,
  why,
  cost,
})

/** PCBWay's instant quote, field by field, for one board. */
export const orderForm = (board: OrderedBoard): OrderForm => ({
  url: "https://www.pcbway.com/orderonline.aspx",
  settings: [
    ...(board.panel === undefined
      ? [
          row("Board type", "Single pieces", "the board is not panelised"),
          row("Different Design in Panel", "1", "one board in the zip"),
        ]
      : [
          row("Board type", "Panel by Customer", "the zip is the whole panel", "check"),
          row(
            "Different Design in Panel",
            String(board.panel.designs),
            `${board.panel.boards} boards on the panel`,
            "check",
          ),
        ]),
    row(
      board.panel === undefined ? "Size (single)" : "Size (panel)",
      `${board.widthMm} x ${board.heightMm} mm`,
      "recognised from the outline; if the form shows anything else, stop",
      "check",
    ),
    row("Quantity (single)", "5", "the smallest lot", "choice"),
    row("Layers", "2 layers", "top and bottom copper"),
    row("Material", "FR-4", "the default"),
    row("Thickness", `${board.thicknessMm} mm`, "what its heights and resistances are reckoned with"),
    row("Min Track/Spacing", "6/6 mil", "nothing here is narrower than 0.2 mm"),
    row("Min Hole Size", `${board.via.drillMm} mm`, "the vias"),
    row("Solder Mask", "Green", maskWhy(board)),
    row("Silkscreen", "White", "goes with green"),
    row("Surface Finish", "HASL lead free", "nothing here needs more", "choice"),
    row("Via Process", "Tenting vias", "the mask files close every via"),
    ...(board.halfHoles === 0
      ? []
      : [
          row(
            "Additional Options, Castellated Holes",
            "Yes",
            `the board's edge cuts ${board.halfHoles} plated holes: choose how many sides have some`,
            "choice",
          ),
        ]),
    row("Finished Copper", "1 oz Cu", "widths and resistances are reckoned with it"),
  ],
  steps: [
    {
      plans: every,
      title: "Set the form, then upload",
      text: `Set the quote form as below, save to the cart and add ${board.zipName} as it is. People look at the files before you pay.`,
    },
    {
      plans: ["turnkey-both"],
      title: "Switch Assembly Service on",
      text: "Turnkey, both sides. The parts they shall buy are those of bom.csv, by makers' numbers.",
    },
    {
      plans: ["turnkey-top"],
      title: "Switch Assembly Service on",
      text: "Turnkey, top side. The parts they shall buy are those of bom.csv, by makers' numbers.",
    },
    {
      plans: assembled,
      title: "Upload the lists",
      text: "bom.csv has the columns of PCBWay's template, cpl.csv is the centroid file in mm. Add drawings/assembly.pdf: designators and polarity are set up from it.",
    },
    {
      plans: assembled,
      title: "Answer what they ask",
      text: "They send pictures of the first board: pin 1 of every chip must lie at the silkscreen's mark.",
    },
    {
      plans: ["hand"],
      title: "Order the parts",
      text: "hand-assembly.csv of the plan is the shopping list, by makers' numbers.",
    },
    { plans: every, title: "Keep the package", text: "manifest.json holds the hash of each file." },
  ],
  caveats: [
    "Limits that are not in PCBWay's text where we could read it are this project's margins; they say so.",
    "Angles are those of KiCad's position files; which angle PCBWay wants of bottom parts is not published where we looked.",
    "Nothing here has been uploaded to PCBWay.",
  ],
})

function maskWhy({ narrowestBridge }: OrderedBoard): string {
  const limit = "bridges between pads want 0.2 mm from pad to pad for green, 0.22 mm for other colours"
  if (narrowestBridge === undefined) return limit
  return `${limit}; the narrowest bridge here is ${narrowestBridge.mm} mm (${narrowestBridge.between})`
}
