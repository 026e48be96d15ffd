import { fabRule, fabRules, ruleGate } from "../../../fabrication/jlcpcb/rules"
import type { OrderData } from "../data"
import type { BookInput } from "../input"
import { maskColourWhy } from "./mask-bridge"

/** How to order this very board at JLCPCB, and what each choice does to the price class. */
export function orderData(input: BookInput): OrderData {
  return {
    fab: "JLCPCB",
    url: "https://cart.jlcpcb.com/quote",
    settings: settings(input),
    limits: fabRules
      .filter(({ gate, unit }) => (gate.error ?? gate.warning) !== undefined && unit === "mm")
      // A smaller board is ordered with rails, as its step says: no limit that it keeps.
      .filter(({ id }) => id !== "standard-side" || shortSide(input) >= ruleGate(id))
      .map((rule) => ({
        title: rule.title,
        ours: `${rule.sense === "min" ? "at least" : "at most"} ${ruleGate(rule.id)} mm`,
        fab: rule.fabLimit === undefined ? "states none" : `${rule.fabLimit} mm`,
        source: rule.source,
      })),
    steps: steps(input),
    caveats: [
      "JLCPCB's form changes its wording now and then; the names of the fields are those of 2026.",
      "Turns and midpoints in cpl.csv were derived from pad positions and fitted to JLCPCB's own lands, but have not been through an order yet: look at the placement preview before paying.",
      "Stock of a part is not checked here. A part JLCPCB is out of goes to the soldering iron.",
    ],
  }
}

/** Width and height of the outline, mm. */
function sidesOf({ definition }: BookInput): [number, number] {
  const xs = definition.outline.map(({ x }) => x)
  const ys = definition.outline.map(({ y }) => y)
  return [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)]
}

const shortSide = (input: BookInput): number => Math.min(...sidesOf(input))

function settings(input: BookInput): OrderData["settings"] {
  const { definition } = input
  const size = `${sidesOf(input).join(" x ")} mm`
  const { drillMm, diameterMm } = definition.via
  const advice = fabRule("via-diameter").fabAdvice ?? 0
  const cheapVia = drillMm >= (fabRule("via-hole").fabAdvice ?? 0) && diameterMm >= advice
  return [
    { field: "Base material", choose: "FR-4", why: "the default", cost: "free" },
    { field: "Layers", choose: "2", why: "recognised from the files", cost: "free" },
    {
      field: "Dimensions",
      choose: size,
      why: "recognised from the outline; if the form shows anything else, stop",
      cost: "check",
    },
    { field: "PCB Qty", choose: "5", why: "the smallest lot; more boards cost little more", cost: "choice" },
    { field: "Different Design", choose: "1", why: "one board in the zip", cost: "free" },
    { field: "Delivery Format", choose: "Single PCB", why: "the board is not panelised", cost: "free" },
    {
      field: "PCB Thickness",
      choose: `${definition.thicknessMm} mm`,
      why: "what the meter's space and the heights are reckoned with",
      cost: "free",
    },
    {
      field: "PCB Color",
      choose: "Green",
      why: maskColourWhy(input.circuit),
      cost: "free",
    },
    { field: "Silkscreen", choose: "White", why: "goes with green", cost: "free" },
    {
      field: "Surface Finish",
      choose: "HASL (with lead) or LeadFree HASL",
      why: "leaded is the cheapest, lead-free costs a little; ENIG is flatter and costs more, and nothing here needs it",
      cost: "choice",
    },
    {
      field: "Outer Copper Weight",
      choose: "1 oz",
      why: "widths and resistances are reckoned with it",
      cost: "free",
    },
    { field: "Via Covering", choose: "Tented", why: "the mask files close every via", cost: "free" },
    {
      field: "Min via hole size/diameter",
      choose: "0.3 mm/(0.4/0.45 mm)",
      why: cheapVia
        ? `the vias are ${diameterMm}/${drillMm} mm: ${advice} mm and a ${fabRule("via-hole").fabAdvice} mm hole or more stay in the class without extra cost; leaving it would cost about 50 USD`
        : `the vias are ${diameterMm}/${drillMm} mm: smaller than the class without extra cost`,
      cost: cheapVia ? "free" : "choice",
    },
    {
      field: "Board Outline Tolerance",
      choose: "+-0.2 mm (Regular)",
      why: "the meter's space allows it",
      cost: "free",
    },
    {
      field: "Confirm Production file",
      choose: "No, or Yes to see what their engineers made of it",
      why: "costs a little time",
      cost: "choice",
    },
    markOnPcb(input),
    {
      field: "Electrical Test",
      choose: "Flying Probe Fully Test",
      why: "the default for this size",
      cost: "free",
    },
    {
      field: "Gold Fingers, Castellated Holes, Edge Plating",
      choose: "No",
      why: "there are none",
      cost: "free",
    },
  ]
}

/** JLCPCB replaces this text by the order's number where the form asks for it. */
const orderNumberText = "JLCJLCJLCJLC"

function markOnPcb({ circuit }: BookInput): OrderData["settings"][number] {
  const field = "Mark on PCB"
  const hasPlace = circuit.some(
    (element) => element.type === "pcb_silkscreen_text" && element.text.includes(orderNumberText),
  )
  return hasPlace
    ? {
        field,
        choose: "Order Number (Specify Position)",
        why: `the back carries ${orderNumberText} under the buck module: the number is printed there`,
        cost: "free",
      }
    : {
        field,
        choose: "Order Number, or Remove Mark",
        why: "the number goes where there is room",
        cost: "choice",
      }
}

function steps({ definition }: BookInput): OrderData["steps"] {
  const id = definition.id
  return [
    {
      plans: ["economic-top", "standard-both", "hand"],
      title: "Upload the Gerbers",
      text: `Open the quote page and add ${id}-gerbers.zip as it is. The viewer must show the outline with its notch, two coppers, two masks and two silkscreens.`,
    },
    {
      plans: ["economic-top", "standard-both", "hand"],
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
      text: `PCBA Type: Standard. Assembly Side: Both Sides. Standard wants boards of ${ruleGate("standard-side")} x ${ruleGate("standard-side")} mm and more: choose rails (Edge Rails: Added by JLCPCB) or a panel. Confirm Parts Placement: Yes.`,
    },
    {
      plans: ["economic-top", "standard-both"],
      title: "Upload the two lists",
      text: "Add bom.csv, then cpl.csv, of the chosen variant and plan. Every line must be matched; a line that is not goes to the iron, do not replace it by something that merely looks alike.",
    },
    {
      plans: ["economic-top", "standard-both"],
      title: "Look at the placement preview",
      text: "Pin 1 of U1 must lie at the silkscreen's mark, and every part on its pads. Turn what is turned in the preview itself.",
    },
    {
      plans: ["hand"],
      title: "Order the parts",
      text: "hand-assembly.csv of the plan is the shopping list: every part with its maker's number where one is confirmed, the buck module (one piece on J1 to J4) among them. The parts page of this book has ticks for them.",
    },
    {
      plans: ["economic-top", "standard-both", "hand"],
      title: "Keep the package",
      text: "manifest.json holds the hash of each file: keep the folder with the order, and it can be verified years later.",
    },
  ]
}
