import type { OrderedBoard, OrderForm } from "../../src/model/order-form"

const assembled = ["assembled-both"]
const every = [...assembled, "hand"]

/** Aisler's order, page by page, for one board. */
export const orderForm = ({ zipName, widthMm, heightMm, thicknessMm, via }: OrderedBoard): OrderForm => ({
  url: "https://aisler.net/p/new",
  settings: [
    {
      field: "Upload",
      choose: zipName,
      why: "or the .kicad_pcb of the folder kicad/, which Aisler reads as it is and which brings the parts along",
      cost: "choice",
    },
    {
      field: "Dimensions",
      choose: `${widthMm} x ${heightMm} mm`,
      why: "recognised from the outline; if the page shows anything else, stop",
      cost: "check",
    },
    {
      field: "Product",
      choose: "2 layers, ENIG (HD)",
      why: `the vias are ${via.diameterMm}/${via.drillMm} mm: the HASL class wants a ring of 0.2 mm`,
      cost: "check",
    },
    {
      field: "Thickness",
      choose: `${thicknessMm} mm`,
      why: "what its heights are reckoned with",
      cost: "check",
    },
    {
      field: "Solder mask",
      choose: "Green",
      why: "what it comes in; openings are widened by Aisler",
      cost: "free",
    },
    { field: "Quantity", choose: "3", why: "lots are counted in threes", cost: "choice" },
    {
      field: "Stencil",
      choose: "top, and bottom where parts stand there",
      why: "for soldering with paste",
      cost: "choice",
    },
  ],
  steps: [
    {
      plans: every,
      title: "Upload",
      text: `Add ${zipName} as it is. All layers must be recognised by their names, plated and unplated holes apart.`,
    },
    {
      plans: every,
      title: "Look at the layers",
      text: "The outline must be whole, no via may lie open, and every hole must be there.",
    },
    {
      plans: assembled,
      title: "Choose assembly and match the parts",
      text: "Parts are found by their makers' numbers (bom.csv). What is not found stays for the iron; take nothing that merely looks alike.",
    },
    {
      plans: assembled,
      title: "Look at the placement",
      text: "Pin 1 of every chip must lie at the silkscreen's mark. Places and angles are those of cpl.csv, as KiCad counts them.",
    },
    {
      plans: ["hand"],
      title: "Order the parts",
      text: "hand-assembly.csv of the plan is the shopping list, by makers' numbers.",
    },
    { plans: every, title: "Keep the package", text: "manifest.json holds the hash of each file." },
  ],
  caveats: [
    "Vias: a page of Aisler's of unknown date says that tented vias are not supported; it may open them.",
    "How Aisler reads lists uploaded beside Gerbers is not published where we looked: the KiCad project is the safer way to an assembled board.",
    "Nothing here has been uploaded to Aisler.",
  ],
})
