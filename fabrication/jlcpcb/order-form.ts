import { limit } from "../../src/model/fab-rule"
import type { OrderedBoard, OrderForm, OrderSetting } from "../../src/model/order-form"
import { fourLayerRules, leastSide, rules } from "./rules"

const jlcpcb = { limits: rules }
const multilayer = { limits: fourLayerRules }
const standardSide = leastSide.standard.mm

/** JLCPCB's order form, field by field, for one board. */
export const orderForm = (board: OrderedBoard): OrderForm => ({
  url: "https://cart.jlcpcb.com/quote",
  settings: settings(board),
  steps: steps(board),
  caveats: [
    "JLCPCB's form changes its wording now and then; the names of the fields are those of 2026.",
    "Turns and midpoints in cpl.csv were derived from pad positions and fitted to JLCPCB's own lands, but have not been through an order yet: look at the placement preview before paying.",
    "Stock of a part is not checked here. A part JLCPCB is out of goes to the soldering iron.",
  ],
})

const row = (field: string, choose: string, why: string, cost: OrderSetting["cost"] = "free") => ({
  field,
  choose,
  why,
  cost,
})

function settings(board: OrderedBoard): OrderSetting[] {
  return [
    row("Base material", "FR-4", "the default"),
    row("Layers", String(board.layers), "recognised from the files"),
    row(
      "Dimensions",
      `${board.widthMm} x ${board.heightMm} mm`,
      "recognised from the outline; if the form shows anything else, stop",
      "check",
    ),
    row("PCB Qty", "5", "the smallest lot; more boards cost little more", "choice"),
    ...delivery(board),
    row("PCB Thickness", `${board.thicknessMm} mm`, "what its heights and resistances are reckoned with"),
    row("PCB Color", "Green", maskColourWhy(board)),
    row("Silkscreen", "White", "goes with green"),
    row(
      "Surface Finish",
      "HASL (with lead) or LeadFree HASL",
      "leaded is the cheapest, lead-free costs a little; ENIG is flatter and costs more, and nothing here needs it",
      "choice",
    ),
    row("Outer Copper Weight", "1 oz", "widths and resistances are reckoned with it"),
    ...(board.layers === 2 ? [] : inner(board)),
    row("Via Covering", "Tented", "the mask files close every via"),
    viaClass(board),
    row("Board Outline Tolerance", "+-0.2 mm (Regular)", "the default; closer where a housing asks for it"),
    row(
      "Confirm Production file",
      "No, or Yes to see what their engineers made of it",
      "costs a little time",
      "choice",
    ),
    markOnPcb(board),
    row("Electrical Test", "Flying Probe Fully Test", "the default for this size"),
    ...(board.halfHoles === 0
      ? [row("Gold Fingers, Castellated Holes, Edge Plating", "No", "there are none")]
      : [
          row(
            "Castellated Holes",
            "Yes",
            `the board's edge cuts ${board.halfHoles} plated holes; charged by the number of sides that have some`,
            "choice",
          ),
          row("Gold Fingers, Edge Plating", "No", "there are none"),
        ]),
  ]
}

const delivery = ({ panel }: OrderedBoard): OrderSetting[] =>
  panel === undefined
    ? [
        row("Different Design", "1", "one board in the zip"),
        row("Delivery Format", "Single PCB", "the board is not panelised"),
      ]
    : [
        row("Different Design", String(panel.designs), `${panel.boards} boards on the panel`, "check"),
        row(
          "Delivery Format",
          "Panel by Customer",
          `the zip is the whole panel${panel.vCuts ? ", its V-cuts on the outline layer" : ""}`,
          "check",
        ),
      ]

/** What the form asks of layers inside. */
const inner = ({ zipName }: OrderedBoard): OrderSetting[] => [
  row("Inner Copper Weight", "0.5 oz", "the default; resistances inside are reckoned with it"),
  row(
    "Layer Sequence",
    "F_Cu, In1_Cu, In2_Cu, B_Cu",
    `the names of the files in ${zipName} say it, and so do the files themselves: compare what the form shows`,
    "check",
  ),
  row("Impedance Control", "No", "nothing here asks for one: the usual stack-up of 7628 prepreg"),
]

/** Why green, and when another colour will do. */
function maskColourWhy({ narrowestBridge }: OrderedBoard): string {
  const green = `the default and the fastest; it needs mask bridges of ${limit(jlcpcb, "mask-bridge").fabLimit} mm`
  if (narrowestBridge === undefined) return green
  const { mm, between } = narrowestBridge
  return `${green}, and the narrowest here is ${mm} mm (${between}). Another colour is fine where JLCPCB's limit for it is at most that`
}

function viaClass({ layers, via: { diameterMm, drillMm } }: OrderedBoard): OrderSetting {
  const house = layers === 2 ? jlcpcb : multilayer
  const [diameter = 0, hole = 0] = [
    limit(house, "via-diameter").fabAdvice,
    limit(house, "via-hole").fabAdvice,
  ]
  const cheap = drillMm >= hole && diameterMm >= diameter
  const kept = `${diameter} mm and a ${hole} mm hole or more ${
    layers === 2
      ? "stay in the class without extra cost; leaving it would cost about 50 USD"
      : "are what JLCPCB prefers for layers inside; if the form adds to the price for it, ask before paying"
  }`
  return row(
    "Min via hole size/diameter",
    "0.3 mm/(0.4/0.45 mm)",
    `the vias are ${diameterMm}/${drillMm} mm: ${cheap ? kept : "smaller than the class without extra cost"}`,
    cheap ? "free" : "choice",
  )
}

/** JLCPCB replaces this text by the order's number where the form asks for it. */
const orderNumberText = "JLCJLCJLCJLC"

function markOnPcb({ prints }: OrderedBoard): OrderSetting {
  const place = prints.find(({ text }) => text.includes(orderNumberText))
  if (place === undefined)
    return row("Mark on PCB", "Order Number, or Remove Mark", "the number goes where there is room", "choice")
  const side = place.side === "top" ? "front" : "back"
  return row(
    "Mark on PCB",
    "Order Number (Specify Position)",
    `the ${side} carries ${orderNumberText}: the number is printed there`,
  )
}

const every = ["economic-top", "standard-both", "hand"]
const assembled = ["economic-top", "standard-both"]

const steps = ({ zipName, layers }: OrderedBoard): OrderForm["steps"] => [
  {
    plans: every,
    title: "Upload the Gerbers",
    text: `Open the quote page and add ${zipName} as it is. The viewer must show the whole outline, ${layers === 2 ? "two" : "four"} coppers, two masks and two silkscreens.`,
  },
  {
    plans: every,
    title: "Set the form",
    text: "Choose what the table below says. What it does not name stays as it is.",
  },
  {
    plans: ["economic-top"],
    title: "Switch PCB Assembly on",
    text: "PCBA Type: Economic. Assembly Side: Top Side. PCBA Qty: 2 is the least. Tooling holes: Added by JLCPCB. Confirm Parts Placement: Yes.",
  },
  {
    plans: ["standard-both"],
    title: "Switch PCB Assembly on",
    text: `PCBA Type: Standard. Assembly Side: Both Sides. Standard wants boards of ${standardSide} x ${standardSide} mm and more: choose rails (Edge Rails: Added by JLCPCB) or a panel. Confirm Parts Placement: Yes.`,
  },
  {
    plans: assembled,
    title: "Upload the two lists",
    text: "Add bom.csv, then cpl.csv, of the chosen variant and plan. Every line must be matched; a line that is not goes to the iron, do not replace it by something that merely looks alike.",
  },
  {
    plans: assembled,
    title: "Look at the placement preview",
    text: "Pin 1 of every chip must lie at the silkscreen's mark, and every part on its pads. Turn what is turned in the preview itself.",
  },
  {
    plans: ["hand"],
    title: "Order the parts",
    text: "hand-assembly.csv of the plan is the shopping list: every part with its maker's number where one is confirmed. The parts page of this book has ticks for them, and counts what is one piece on several designators once.",
  },
  {
    plans: every,
    title: "Keep the package",
    text: "manifest.json holds the hash of each file: keep the folder with the order, and it can be verified years later.",
  },
]
