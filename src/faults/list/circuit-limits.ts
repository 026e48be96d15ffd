import type { Catalogue } from "../../../components/catalogue"
import { type Draft, found } from "../edit/draft"
import type { Limit } from "./limit"

const resistance = (value: number) => (draft: Draft) => {
  const part = draft.source("R1")
  if (part.ftype === "simple_resistor") part.resistance = value
}

const rated =
  (id: string, field: "maxVoltageV" | "reverseVoltageV") =>
  (parts: Catalogue, value: number): Catalogue => {
    const part = found(parts[id], id)
    return { ...parts, [id]: { ...part, ratings: { ...found(part.ratings, "ratings"), [field]: value } } }
  }

/** Limits of circuit, catalogue and net classes. */
export const circuitLimits: readonly Limit[] = [
  {
    title: "width of a signal in its net class",
    rule: "board/track-width",
    unit: "mm",
    beyond: 0.249,
    at: 0.25,
    within: 0.251,
    apply: {
      stage: "circuit",
      change: (draft, mm) => {
        for (const wire of draft.wires("TXD2_TTL")) wire.width = mm
      },
    },
  },
  {
    title: "track to a hand-soldered pad",
    rule: "board/hand-soldered",
    unit: "mm",
    beyond: 0.998,
    at: 1,
    within: 1.002,
    apply: {
      stage: "circuit",
      change: (draft, mm) => {
        const { x, y } = draft.at("J4.1")
        const left = x - 2 - mm - 0.125
        draft.track("ESP_EN", "bottom", 0.25, { x: left, y: y - 1 }, { x: left, y: y + 1 })
      },
    },
  },
  {
    title: "J6 from its place",
    rule: "board/fixed-pad",
    unit: "mm",
    beyond: 0.011,
    at: 0.01,
    within: 0.009,
    apply: { stage: "circuit", change: (draft, mm) => draft.movePart("J6", mm, 0) },
  },
  {
    title: "pull-up, least",
    rule: "erc/pull-up",
    unit: "ohm",
    beyond: 999,
    at: 1000,
    within: 1001,
    apply: { stage: "circuit", change: (draft, ohms) => resistance(ohms)(draft) },
  },
  {
    title: "charge pump's capacitor",
    rule: "erc/capacitor-value",
    unit: "nF",
    beyond: 99,
    at: 100,
    within: 101,
    apply: {
      stage: "circuit",
      change: (draft, nF) => {
        const part = draft.source("C1")
        if (part.ftype === "simple_capacitor") part.capacitance = nF * 1e-9
      },
    },
  },
  {
    title: "voltage rating of the converter",
    rule: "erc/rating",
    unit: "V",
    beyond: 34.9,
    at: 35,
    within: 35.1,
    apply: { stage: "catalogue", change: rated("buck-xl1509", "maxVoltageV") },
  },
  {
    title: "reverse voltage of D1",
    rule: "erc/reverse-voltage",
    unit: "V",
    beyond: 24.9,
    at: 25,
    within: 25.1,
    apply: { stage: "catalogue", change: rated("d-1n4007-0805", "reverseVoltageV") },
  },
]
