import type { AnyCircuitElement } from "circuit-json"
import type { Point } from "../../../src/geometry/point"
import { freePlace } from "../edit/free-place"
import { flash, line, replaced } from "../edit/text"
import { faultsOf } from "./make"

const { circuit, gerber, file } = faultsOf("silkscreen")

let count = 0

const text = (
  words: string,
  at: Point,
  more: { readonly font_size?: number; readonly is_knockout?: boolean } = {},
): AnyCircuitElement => ({
  type: "pcb_silkscreen_text",
  pcb_silkscreen_text_id: `fault_text_${count++}`,
  pcb_component_id: "",
  font: "tscircuit2024",
  font_size: 1.8,
  text: words,
  layer: "top",
  anchor_position: at,
  anchor_alignment: "center",
  ...more,
})

export const silkscreenFaults = [
  circuit("text-too-small", "capitals of 0.7 mm", "dfm/text-height", (d) =>
    d.add(text("R9", freePlace(d, 1.2), { font_size: 1 })),
  ),
  circuit("text-without-glyph", "a character that no font here has", "dfm/text-glyph", (d) =>
    d.add(text("\u2603", freePlace(d, 1.2))),
  ),
  circuit("text-over-pad", "a designator on R5's pad", "dfm/text-over-opening", (d) =>
    d.add(text("R5", d.at("R5.1"))),
  ),
  circuit("text-off-board", "a text across the board's edge", "dfm/text-off-board", (d) =>
    d.add(text("METER", { x: 34, y: 6 })),
  ),
  circuit("text-over-text", "two texts on one place", "dfm/text-overlap", (d) => {
    const { x, y } = freePlace(d, 1.2)
    // Words that name no part: a designator far from its part is another fault.
    return d.add(text("AB", { x, y })).add(text("CD", { x: x + 0.5, y }))
  }),
  circuit("knocked-out-text", "negative text, which is not written", "dfm/text-knockout", (d) =>
    d.add(text("NO", freePlace(d, 1.2), { is_knockout: true })),
  ),
  ...(
    [
      ["run-prog-exchanged", "RUN and PROG exchanged at J7", "RUN", "PROG"],
      ["rx-tx-exchanged", "RX and TX exchanged at J5", "RX", "TX"],
      ["vin-exchanged", "VIN- and VIN+ exchanged at the buck", "VIN-", "VIN+"],
    ] as const
  ).map(([id, title, a, b]) =>
    circuit(id, title, "legend/word", (d) => {
      for (const one of d.all("pcb_silkscreen_text"))
        one.text = one.text === a ? b : one.text === b ? a : one.text
    }),
  ),
  circuit("neighbours-exchanged", "R5 and R6 exchanged", "legend/designator", (d) => {
    const [one, other] = ["R5", "R6"].map((name) =>
      d.first("pcb_silkscreen_text", ({ text }) => text === name),
    )
    if (one !== undefined && other !== undefined) [one.text, other.text] = [other.text, one.text]
  }),
  ...(
    [
      ["volts-misprinted", "5.0V printed where 3.3 V belong", "3.3V ONLY", "5.0V ONLY"],
      ["farads-misprinted", "10u printed beside 100 nF", "C1-C5 100n", "C1-C5 10u"],
      ["type-misprinted", "U1 printed as an RS-485 driver", "U1 MAX3232", "U1 MAX3485"],
    ] as const
  ).map(([id, title, old, now]) =>
    circuit(id, title, "legend/value", (d) => {
      d.first("pcb_silkscreen_text", ({ text }) => text === old).text = now
    }),
  ),
  circuit("text-upside-down", "the revision printed upside down", "legend/wrong-way", (d) => {
    d.first("pcb_silkscreen_text", ({ text }) => text.startsWith("v2.00")).ccw_rotation = 180
  }),
  circuit("copper-text", "text in copper, which the pour swallows", "lvs/copper-text", (d) =>
    d.add({
      type: "pcb_copper_text",
      pcb_copper_text_id: "fault_copper_text",
      pcb_component_id: "",
      font: "tscircuit2024",
      font_size: 1.8,
      text: "MEP",
      layer: "top",
      anchor_position: freePlace(d, 1.2),
      anchor_alignment: "center",
    }),
  ),
  file(
    "lines-too-thin",
    "legend lines written 0.1 mm wide",
    "dfm/silkscreen-line",
    "F_Silkscreen.gto",
    (gerber) => replaced(gerber, /^(%ADD\d+C),0\.15\d*\*%$/m, "$1,0.100000*%"),
  ),
  gerber(
    "line-over-pad",
    "a line through R5's pad",
    "dfm/silkscreen-on-opening",
    "F_Silkscreen.gto",
    (lines, d) => {
      const { x, y } = d.at("R5.1")
      return lines.draw("C,0.15", ...line({ x: x - 2, y }, { x: x + 2, y }))
    },
  ),
  gerber(
    "spot-within-pad",
    "a spot of ink within J1's pad",
    "dfm/silkscreen-on-opening",
    "B_Silkscreen.gbo",
    (lines, d) => lines.draw("C,0.5", flash(d.at("J1.1"))),
  ),
  gerber(
    "line-near-pad",
    "a line 0.1 mm from J2's pad",
    "dfm/silkscreen-on-opening",
    "B_Silkscreen.gbo",
    (lines, d) => {
      const { x, y } = d.at("J2.1")
      const above = y + 2.05 + 0.1 + 0.075
      return lines.draw("C,0.15", ...line({ x: x - 1, y: above }, { x: x + 1, y: above }))
    },
  ),
  gerber(
    "ink-over-hole",
    "a line over a mounting hole",
    "dfm/silkscreen-on-opening",
    "F_Silkscreen.gto",
    (lines, d) => {
      const { x, y } = d.first("pcb_hole")
      return lines.draw("C,0.15", ...line({ x: x - 3, y }, { x: x + 3, y }))
    },
  ),
  gerber("line-off-board", "a line over the edge", "dfm/silkscreen-off-board", "F_Silkscreen.gto", (lines) =>
    lines.draw("C,0.15", ...line({ x: 33, y: 8 }, { x: 36, y: 8 })),
  ),
  gerber(
    "legend-mirrored",
    "the solder side's legend not mirrored",
    "dfm/silkscreen-on-opening",
    "B_Silkscreen.gbo",
    (lines) => lines.mapPoints(({ x, y }) => ({ x: -x, y })),
  ),
]
