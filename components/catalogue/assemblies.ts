import type { CatalogueEntry } from "../catalogue-schema"

/** Headers and the buck module. */
export const assemblies: Readonly<Record<string, CatalogueEntry>> = {
  "j-1x6-254": {
    kind: "connector",
    value: "1x6 2.54mm",
    description: "Pin header 1x6, straight, for an FTDI cable; usually left empty",
    package: "1x6 2.54mm",
    manufacturer: "XFCN",
    mpn: "PZ254V-11-06P",
    jlcpcb: {
      lcsc: "C492405",
      class: "unknown",
      trust: "high",
      evidence: "parts lists map C492405 to XFCN PZ254V-11-06P",
    },
    assembly: {
      by: "hand",
      reason: "usually left empty: the cable's pins are held in the holes at an angle",
    },
    height: { unknown: "usually left empty; with a common header about 8.5 mm, not looked up" },
    polarised: true,
    notes: ["The cable's VCC must be 3.3 V: some adapters give 5 V though set to 3.3 V."],
  },
  "j-2x3-254-right-angle": {
    kind: "connector",
    value: "2x3 2.54mm right angle",
    description: "Pin header 2x3, right angle, into the meter's expansion port",
    package: "2x3 2.54mm right angle",
    manufacturer: "XFCN",
    mpn: "PZ254R-12-6P",
    jlcpcb: {
      lcsc: "C492431",
      class: "unknown",
      trust: "medium",
      evidence: "one parts list maps C492431 to XFCN PZ254R-12-6P",
    },
    assembly: {
      by: "hand",
      reason: "not pushed in fully: its pins end flush with the solder side, which no machine does",
    },
    height: { unknown: "set by hand: the pins end flush with the solder side" },
    polarised: true,
    notes: [
      "Solder the pins exactly flush with the solder side, or the plug does not fit the meter.",
      "Better: the meter's own connector (AliExpress 1005002409430150).",
    ],
  },
  "j-2x2-127-smd": {
    kind: "connector",
    value: "2x2 1.27mm SMD",
    description: "Pin header 2x2, 1.27 mm, surface mounted, with one jumper",
    package: "2x2 1.27mm SMD",
    jlcpcb: { none: "no LCSC number is confirmed for a 2x2 1.27 mm SMD header with these lands" },
    assembly: { by: "hand", reason: "no LCSC number is confirmed for a 2x2 1.27 mm SMD header" },
    height: { unknown: "no maker's part is chosen" },
    polarised: true,
    notes: ["Buy a 1.27 mm jumper too. On 1-2: programming. On 3-4: running. Never 1-3 or 2-4."],
  },
  "buck-xl1509": {
    kind: "converter",
    value: "Buck module 24V to 3.4-3.5V",
    description: "Adjustable step-down module with XL1509-ADJ, 23 x 17 mm, four corner pads",
    package: "23x17mm module",
    ratings: {
      maxVoltageV: 40,
      maxCurrentA: 2,
      source: "XLSEMI XL1509 data sheet: input 4.5 to 40 V, output 2 A",
    },
    jlcpcb: { none: "a ready-made module from an auction house; not stocked by LCSC" },
    assembly: { by: "hand", reason: "a module soldered flat onto J1-J4 from above, with extra heat" },
    height: {
      unknown: "no drawing; 7 to 9.5 mm from photographs: board 1.2-1.6 mm and capacitor 5.4-7.7 mm",
    },
    polarised: true,
    designatorsPerPiece: 4,
    assumed: {
      efficiency: { value: 0.8, reason: "usual for a 24 V to 3.4 V XL1509 circuit; not measured" },
    },
    notes: [
      "One module on J1-J4, VIN- to C1-C5. Flush, no pin headers: the meter has no room.",
      "Set 3.4 to 3.5 V with all jumpers off J7 before U2 gets power.",
    ],
  },
}
