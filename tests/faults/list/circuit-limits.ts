import type { Draft } from "../edit/draft"
import { rated } from "../edit/records"
import { type Limit, type LimitValues, limit } from "./limit"

const inCircuit = (
  title: string,
  rule: string,
  unit: string,
  values: LimitValues,
  change: (draft: Draft, value: number) => unknown,
): Limit => limit(title, rule, unit, values, { stage: "circuit", change })

const resistance = (draft: Draft, value: number): void => {
  const part = draft.source("R1")
  if (part.ftype === "simple_resistor") part.resistance = value
}

const inRecord = (
  title: string,
  rule: string,
  values: LimitValues,
  part: string,
  field: "maxVoltageV" | "reverseVoltageV",
): Limit =>
  limit(title, rule, "V", values, {
    stage: "records",
    change: (records, value) => rated(part, { [field]: value })(records),
  })

/** Limits of circuit, records and net classes. */
export const circuitLimits: readonly Limit[] = [
  inCircuit(
    "width of a signal in its net class",
    "board/track-width",
    "mm",
    [0.249, 0.25, 0.251],
    (draft, mm) => {
      for (const wire of draft.wires("TXD2_TTL")) wire.width = mm
    },
  ),
  inCircuit("track to a hand-soldered pad", "board/hand-soldered", "mm", [0.998, 1, 1.002], (draft, mm) => {
    const { x, y } = draft.at("J4.1")
    const left = x - 2 - mm - 0.125
    draft.track("ESP_EN", "bottom", 0.25, { x: left, y: y - 1 }, { x: left, y: y + 1 })
  }),
  inCircuit("J6 from its place", "board/fixed-pad", "mm", [0.011, 0.01, 0.009], (draft, mm) =>
    draft.movePart("J6", mm, 0),
  ),
  inCircuit("pull-up, least", "erc/pull-up", "ohm", [999, 1000, 1001], resistance),
  inCircuit("charge pump's capacitor", "erc/capacitor-value", "nF", [99, 100, 101], (draft, nF) => {
    const part = draft.source("C1")
    if (part.ftype === "simple_capacitor") part.capacitance = nF * 1e-9
  }),
  inRecord("voltage rating of the converter", "erc/rating", [34.9, 35, 35.1], "J2", "maxVoltageV"),
  inRecord("reverse voltage of D1", "erc/reverse-voltage", [24.9, 25, 25.1], "D1", "reverseVoltageV"),
]
