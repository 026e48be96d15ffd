import type { Part } from "../../src/model/part"
import { sot23 } from "../packages/sot23"
import { ao3401a as ao3401aModel, bss84 as bss84Model } from "../spice/transistors"
import { family, lcsc, listed, machine, pin } from "./helpers"

const mosfet = {
  kind: "transistor",
  package: sot23(3),
  pins: [pin(1, "G", "passive"), pin(2, "S", "passive"), pin(3, "D", "passive")],
  assembly: machine,
  height: { mm: 1.15, source: "SOT-23 outline, A max" },
  polarised: true,
} as const satisfies Partial<Part>

export const ao3401a: Part = {
  ...mosfet,
  id: "q-ao3401a",
  spice: ao3401aModel,
  value: "AO3401A",
  description: "P-channel MOSFET 30 V 4 A, on at 2.5 V",
  manufacturer: "Alpha & Omega",
  mpn: "AO3401A",
  ordering: family("AO3401A", "the type's own number"),
  pinout: { names: "G S D", source: "AOS AO3401A data sheet, SOT-23 top view" },
  ratings: {
    maxVoltageV: 30,
    maxCurrentA: 4,
    onResistanceOhm: 0.085,
    source: `${listed}: AO3401A 30 V, 4 A, 85 mohm at 2.5 V, threshold 0.9 V`,
  },
  numbers: lcsc("C15127", "basic", `${listed}: C15127 is Alpha & Omega's AO3401A in SOT-23, Basic`),
}

export const bss84: Part = {
  ...mosfet,
  id: "q-bss84",
  spice: bss84Model,
  value: "BSS84",
  description: "P-channel MOSFET 60 V 0.17 A",
  manufacturer: "hongjiacheng",
  mpn: "BSS84",
  ordering: family("BSS84", "the type's own number"),
  pinout: { names: "G S D", source: "onsemi BSS84 data sheet, SOT-23" },
  ratings: {
    maxVoltageV: 60,
    maxCurrentA: 0.17,
    onResistanceOhm: 3.5,
    source: `${listed}: BSS84 60 V, 0.17 A, 3.5 ohm at 4.5 V, threshold 1.4 V; gate +-20 V (onsemi BSS84)`,
  },
  numbers: lcsc("C7420340", "preferred", `${listed}: C7420340 is hongjiacheng's BSS84 in SOT-23, Preferred`),
}
