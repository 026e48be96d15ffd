import type { Need, Part, Pin } from "../../src/model/part"
import { soic } from "../packages/soic"
import { sot23 } from "../packages/sot23"
import { tssop16 } from "../packages/tssop"
import { max3232Model, tl431Model } from "../spice/ics"
import { npn3904 } from "../spice/transistors"
import { byHand, family, lcsc, listed, machine, noNumber, pin } from "./helpers"

/**
 * MAX3232, two RS-232 drivers and receivers on 3.0 to 5.5 V (Maxim 19-0273, "Pin Description"; TI SLLS410 has the
 * same pins under other names: T = D, and the number behind).
 */
const max3232Pins: readonly Pin[] = [
  pin(1, "C1+", "passive", ["charge-pump"], "C1P"),
  pin(2, "V+", "passive", ["charge-pump"], "VP"),
  pin(3, "C1-", "passive", ["charge-pump"], "C1N"),
  pin(4, "C2+", "passive", ["charge-pump"], "C2P"),
  pin(5, "C2-", "passive", ["charge-pump"], "C2N"),
  pin(6, "V-", "passive", ["charge-pump"], "VN"),
  pin(7, "T2OUT", "output", ["rs232"]),
  pin(8, "R2IN", "input", ["rs232", "ground"]),
  pin(9, "R2OUT", "output", ["logic-3v3"]),
  pin(10, "T2IN", "input", ["logic-3v3", "ground"]),
  pin(11, "T1IN", "input", ["logic-3v3", "ground"]),
  pin(12, "R1OUT", "output", ["logic-3v3"]),
  pin(13, "R1IN", "input", ["rs232", "ground"]),
  pin(14, "T1OUT", "output", ["rs232"]),
  pin(15, "GND", "ground", ["ground"]),
  pin(16, "VCC", "power-in", ["logic-3v3"]),
]

/** TI SLLS410, "Typical operating circuit": 0.1 uF at 3.0 to 3.6 V; V+'s capacitor may go to VCC or to ground. */
const source = 'TI SLLS410, "Typical operating circuit"'
const capacitor = (what: string, from: string, ...to: string[]): Need => ({
  kind: "capacitor",
  what,
  pin: from,
  to,
  minFarads: 100e-9,
  source,
})
const max3232Needs: readonly Need[] = [
  capacitor("flying capacitor C1+ to C1-", "C1+", "C1-"),
  capacitor("flying capacitor C2+ to C2-", "C2+", "C2-"),
  capacitor("reservoir at V+", "V+", "VCC", "GND"),
  capacitor("reservoir at V-", "V-", "GND"),
  capacitor("decoupling of VCC", "VCC", "GND"),
  { kind: "grounded-if-unused", what: "the unused receiver", pin: "R1IN", output: "R1OUT", source },
  { kind: "grounded-if-unused", what: "the unused receiver", pin: "R2IN", output: "R2OUT", source },
]

const rs232Pinout = {
  names: "C1+ V+ C1- C2+ C2- V- T2OUT R2IN R2OUT T2IN T1IN R1OUT R1IN T1OUT GND VCC",
  source: "TI MAX232 (SLLS047), Pin Functions: the same pins, V+ and V- called VS+ and VS-",
}

const transceiver = {
  spice: max3232Model,
  kind: "ic",
  package: soic(16),
  pins: max3232Pins,
  pinout: rs232Pinout,
  needs: max3232Needs,
  assembly: machine,
  height: { mm: 1.75, source: "JEDEC MS-012: 1.75 at most" },
  polarised: true,
} as const satisfies Partial<Part>

export const sp3232: Part = {
  ...transceiver,
  id: "u-sp3232een",
  value: "SP3232E",
  description: "RS-232 transceiver, same pins as the MAX3232",
  manufacturer: "MaxLinear",
  mpn: "SP3232EEN-L/TR",
  ordering: family(
    "SP3232E[CE]N(-L)?(/TR)?",
    'MaxLinear SP3222E/SP3232E data sheet, "Ordering Information": C or E = temperature, N = narrow SOIC',
  ),
  ratings: {
    supplyMinV: 3.0,
    supplyMaxV: 5.5,
    quiescentCurrentA: 0.001,
    inputResistanceMinOhm: 3000,
    source: "MaxLinear SP3222E/SP3232E data sheet, Electrical Characteristics",
  },
  numbers: lcsc("C9378", "extended", "public JLCPCB bills of materials map C9378 to SP3232EEN-L/TR"),
}

/** The same in TSSOP-16, which JLCPCB always has loaded. */
export const sp3232Tssop: Part = {
  ...sp3232,
  id: "u-sp3232eey",
  description: "RS-232 transceiver, two drivers and receivers, 3.0 to 5.5 V, +-15 kV at its RS-232 pins",
  package: tssop16(),
  mpn: "SP3232EEY-L/TR",
  ordering: family(
    "SP3232E[CE]Y(-L)?(/TR)?",
    'MaxLinear SP3222E/SP3232E data sheet, "Ordering Information": C or E = temperature, Y = TSSOP',
  ),
  numbers: lcsc("C13482", "basic", `${listed}: C13482 is MaxLinear's SP3232EEY-L/TR in TSSOP-16, Basic`),
  height: { mm: 1.2, source: "JEDEC MO-153: 1.20 at most" },
}

export const max3232: Part = {
  ...transceiver,
  id: "u-max3232ese",
  value: "MAX3232",
  description: "RS-232 transceiver, two drivers and receivers, 3.0 to 5.5 V",
  manufacturer: "Maxim (Analog Devices)",
  mpn: "MAX3232ESE+T",
  alternates: [sp3232],
  ordering: family(
    "MAX3232E?[CE]SE\\+?T?",
    'Maxim 19-0273, "Ordering Information": C or E = temperature, SE = 16 pins, narrow SO, T = reel',
  ),
  ratings: {
    supplyMinV: 3.0,
    supplyMaxV: 5.5,
    quiescentCurrentA: 0.001,
    inputResistanceMinOhm: 3000,
    source: "Maxim 19-0273 (MAX3222/MAX3232/MAX3237/MAX3241), Electrical Characteristics",
  },
  numbers: lcsc(
    "C15846",
    "extended",
    "public JLCPCB bills of materials map C15846 to MAX3232ESE+T, narrow SOIC-16",
  ),
  notes: [
    "Narrow body only (ESE, CSE, EEN), never the wide one (EWE, CWE).",
    "Fakes are common: a good one has more than 15 kohm between pins 15 and 16 out of circuit.",
  ],
}

const soic8 = {
  kind: "ic",
  package: soic(8),
  assembly: machine,
  height: { mm: 1.75, source: "JEDEC MS-012: 1.75 at most" },
  polarised: true,
  manufacturer: "Texas Instruments",
} as const satisfies Partial<Part>

const bypass = (from: string, to: string, document: string): Need => ({
  kind: "capacitor",
  what: "decoupling of the supply",
  pin: from,
  to: [to],
  minFarads: 100e-9,
  severity: "warning",
  source: document,
})

export const ne555: Part = {
  ...soic8,
  id: "u-ne555dr",
  value: "NE555",
  description: "Timer, bipolar, 4.5 to 16 V",
  mpn: "NE555DR",
  ordering: family("NE555DR?", "TI SLFS022, package option addendum: D = SOIC-8, R = reel"),
  pinout: {
    names: "GND TRIG OUT RESET CONT THRES DISCH VCC",
    source: "TI SLFS022, top view of D, P, PS, PW",
  },
  pins: [
    pin(1, "GND", "ground", ["ground"]),
    pin(2, "TRIG", "input"),
    pin(3, "OUT", "output"),
    pin(4, "RESET", "input"),
    pin(5, "CONT", "passive"),
    pin(6, "THRES", "input"),
    pin(7, "DISCH", "passive"),
    pin(8, "VCC", "power-in"),
  ],
  ratings: {
    supplyMinV: 4.5,
    supplyMaxV: 16,
    outputCurrentA: 0.2,
    source: "TI SLFS022 (NA555/NE555), Recommended Operating Conditions",
  },
  numbers: lcsc("C7593", "extended", "public JLCPCB bills of materials map C7593 to NE555DR"),
  needs: [bypass("VCC", "GND", "TI SLFS022, Power Supply Recommendations")],
}

export const lm358: Part = {
  ...soic8,
  id: "u-lm358dr",
  value: "LM358",
  description: "Two operational amplifiers, 3 to 32 V",
  mpn: "LM358DR",
  ordering: family("LM358[AB]?DR?", "TI SLOS068, package option addendum: D = SOIC-8, R = reel"),
  pinout: { names: "OUT1 IN1- IN1+ V- IN2+ IN2- OUT2 V+", source: "TI SLOS068, top view of D, DGK, P" },
  pins: [
    pin(1, "OUT1", "output"),
    pin(2, "IN1-", "input", undefined, "IN1N"),
    pin(3, "IN1+", "input", undefined, "IN1P"),
    pin(4, "V-", "ground", undefined, "VN"),
    pin(5, "IN2+", "input", undefined, "IN2P"),
    pin(6, "IN2-", "input", undefined, "IN2N"),
    pin(7, "OUT2", "output"),
    pin(8, "V+", "power-in", undefined, "VP"),
  ],
  ratings: { supplyMinV: 3, supplyMaxV: 32, source: "TI SLOS068 (LM358), Absolute Maximum Ratings" },
  numbers: lcsc(
    "C7950",
    "unknown",
    "public lists map C7950 to an LM358 in SOIC-8, but some to TI's LM358DR and one to onsemi's LM358DR2G",
    "medium",
  ),
  needs: [bypass("V+", "V-", "TI SLOS068, Layout Guidelines")],
}

export const mmbt3904: Part = {
  id: "q-mmbt3904",
  kind: "transistor",
  spice: npn3904,
  value: "MMBT3904",
  description: "NPN transistor 40 V 0.2 A",
  package: sot23(3),
  pins: [pin(1, "B", "passive"), pin(2, "E", "passive"), pin(3, "C", "passive")],
  manufacturer: "JSCJ",
  mpn: "MMBT3904",
  ordering: family("MMBT3904", "the type's own number: MMBT = SOT-23; JSCJ adds nothing to it"),
  pinout: { names: "B E C", source: "NXP MMBT3904 data sheet, table 2, and Pan Jit MMBT3904-AU" },
  ratings: {
    maxVoltageV: 40,
    maxCurrentA: 0.2,
    source:
      "NXP, BL Galaxy and Pan Jit MMBT3904 data sheets alike: VCEO 40 V, IC 0.2 A; JSCJ's was not found",
  },
  numbers: lcsc(
    "C20526",
    "basic",
    "public JLCPCB bills of materials map C20526 to JSCJ's MMBT3904 in SOT-23",
  ),
  assembly: machine,
  height: { mm: 1.15, source: "SOT-23 outline, A max" },
  polarised: true,
}

export const tl431: Part = {
  id: "u-tl431-sot23",
  kind: "ic",
  spice: tl431Model,
  value: "TL431",
  description: "Adjustable shunt reference 2.5 V, 36 V, 1 to 100 mA",
  package: sot23(3),
  // TI's DBZ: other makers, and TI's own TL432, have K and REF the other way round.
  pins: [
    pin(1, "K", "passive"),
    { ...pin(2, "REF", "input"), sensitive: "a feedback" },
    pin(3, "A", "passive"),
  ],
  manufacturer: "Texas Instruments",
  mpn: "TL431AIDBZR",
  ordering: family("TL431[AB]?[CIQ]?DBZ[RT]", "TI SLVS543, device information: DBZ = SOT-23 with K, REF, A"),
  pinout: { names: "K REF A", source: "TI SLVS543, DBZ package, top view" },
  ratings: {
    maxVoltageV: 36,
    maxCurrentA: 0.1,
    source: "TI SLVS543 (TL431), Recommended Operating Conditions",
  },
  numbers: noNumber("no public list was found that maps an LCSC number to TI's TL431 in SOT-23"),
  assembly: byHand("no LCSC number is confirmed"),
  height: { mm: 1.12, source: "JEDEC TO-236AB, A max" },
  polarised: true,
  notes: ["TI's TL431 only: in SOT-23 other makers' and the TL432 have cathode and reference exchanged."],
}
