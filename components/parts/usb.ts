import type { Part } from "../../src/model/part"
import { soicDotBeside } from "../packages/soic"
import { solderJumper2, ts1088 } from "../packages/switches"
import { usbTypeC31M12 } from "../packages/usb-c"
import { ch340cModel } from "../spice/ics"
import { button as contact } from "../spice/passives"
import { byHand, ends, family, lcsc, listed, machine, noNumber, pin } from "./helpers"

const usb = ["usb"] as const

/** USB Type-C specification, table 3-4: A1 A12 B1 B12 ground, A4 A9 B4 B9 VBUS, A6 B6 D+, A7 B7 D-, A5 B5 CC, A8 B8 SBU. */
export const usbC: Part = {
  id: "j-usb-c-31-m-12",
  kind: "connector",
  value: "USB-C",
  description: "USB-C receptacle, USB 2.0, 16 contacts",
  package: usbTypeC31M12,
  pins: [
    pin(1, "A1B12", "ground", ["ground"]),
    { ...pin(2, "A4B9", "power-out", usb), signal: "USB VBUS" },
    pin(3, "B8", "no-connect"),
    pin(4, "A5", "passive", usb),
    { ...pin(5, "B7", "passive", usb), signal: "USB D-" },
    { ...pin(6, "A6", "passive", usb), signal: "USB D+" },
    { ...pin(7, "A7", "passive", usb), signal: "USB D-" },
    { ...pin(8, "B6", "passive", usb), signal: "USB D+" },
    pin(9, "A8", "no-connect"),
    pin(10, "B5", "passive", usb),
    { ...pin(11, "B4A9", "passive", usb), signal: "USB VBUS" },
    pin(12, "B1A12", "ground", ["ground"]),
    ...[13, 14, 15, 16].map((number) => pin(number, "SHELL", "ground", ["ground"])),
  ],
  manufacturer: "Korean Hroparts",
  mpn: "TYPE-C-31-M-12",
  ordering: family("TYPE-C-31-M-12", "Korean Hroparts: the type's own number"),
  ratings: {
    maxCurrentA: 3,
    maxVoltageV: 20,
    source: "USB Type-C specification: 20 V, 3 A by a plain contact set",
  },
  numbers: lcsc(
    "C165948",
    "extended",
    "LCSC's own data sheet address has C165948 and TYPE-C-31-M-12, as have many public lists of 2026",
  ),
  assembly: machine,
  needs: ["A5", "B5"].map((contact) => ({
    kind: "pull-down" as const,
    what: "by which a source knows that it is to give 5 V",
    pin: contact,
    minOhms: 4.59e3,
    maxOhms: 5.61e3,
    source: "USB Type-C specification, Rd of a sink: 5.1 kohm, 10 % at most off",
  })),
  height: { mm: 3.31, source: "Korean Hroparts TYPE-C-31-M-12: 3.26 +- 0.05, as quoted" },
  polarised: true,
}

/** On 3.3 V its VCC and V3 are joined (WCH, CH340 data sheet, "Pin out" and "Functional description"). */
export const ch340c: Part = {
  id: "u-ch340c",
  spice: ch340cModel,
  kind: "ic",
  value: "CH340C",
  description: "USB to serial, own clock",
  package: soicDotBeside(16),
  pins: [
    pin(1, "GND", "ground", ["ground"]),
    pin(2, "TXD", "output", ["logic-3v3"]),
    pin(3, "RXD", "input", ["logic-3v3"]),
    pin(4, "V3", "power-in", ["logic-3v3"]),
    { ...pin(5, "UD+", "passive", usb, "UDP"), signal: "USB D+" },
    { ...pin(6, "UD-", "passive", usb, "UDN"), signal: "USB D-" },
    pin(7, "NC", "no-connect"),
    pin(8, "OUT", "passive"),
    pin(9, "CTS", "passive"),
    pin(10, "DSR", "passive"),
    pin(11, "RI", "passive"),
    pin(12, "DCD", "passive"),
    pin(13, "DTR", "output", ["logic-3v3"]),
    pin(14, "RTS", "output", ["logic-3v3"]),
    pin(15, "R232", "passive"),
    pin(16, "VCC", "power-in", ["logic-3v3"]),
  ],
  pinout: {
    names: "GND TXD RXD V3 UD+ UD- NC OUT CTS DSR RI DCD DTR RTS R232 VCC",
    source: "KiCad Interface_USB:CH340C, from WCH's data sheet",
  },
  manufacturer: "WCH",
  mpn: "CH340C",
  ordering: family("CH340C", "the type's own number: C = SOP-16 with its own clock"),
  ratings: {
    supplyMinV: 3,
    supplyMaxV: 5.5,
    quiescentCurrentA: 0.02,
    source: "WCH CH340 data sheet: 3.3 V with V3 joined to VCC; 20 mA at most, 0.2 mA suspended",
  },
  numbers: lcsc(
    "C84681",
    "extended",
    "public bills of materials of 2025 and 2026 map C84681 to WCH's CH340C in SOP-16",
  ),
  assembly: machine,
  height: { mm: 1.75, source: "JEDEC MS-012: 1.75 at most" },
  polarised: true,
  needs: [
    {
      kind: "capacitor",
      what: "decoupling of the supply",
      pin: "VCC",
      to: ["GND"],
      minFarads: 100e-9,
      source: 'WCH CH340 data sheet, "Reference circuit"',
    },
  ],
}

export const button: Part = {
  id: "sw-ts-1088",
  spice: contact,
  kind: "switch",
  value: "button",
  description: "Push button, 4 x 3 mm, 1.6 N",
  package: ts1088,
  pins: ends,
  manufacturer: "XUNPU",
  mpn: "TS-1088-AR02016",
  ordering: family("TS-1088-AR02016", "how XUNPU's numbers read on LCSC: 020 = 2.0 mm high, 16 = 1.6 N"),
  ratings: { maxVoltageV: 12, maxCurrentA: 0.05, source: `${listed}: TS-1088-AR02016 12 V, 50 mA` },
  numbers: lcsc("C720477", "basic", `${listed}: C720477 is XUNPU's TS-1088-AR02016, Basic`),
  assembly: machine,
  height: { mm: 2.2, source: `${listed}: 4 x 3 x 2 mm, and a tenth` },
  polarised: false,
}

/** Closed by a blob of solder. */
export const solderJumper: Part = {
  id: "sj-2",
  spice: { leftOut: "bare pads: a jumper state says whether they are joined" },
  kind: "other",
  value: "solder jumper",
  description: "Two bare half pads, open",
  package: solderJumper2,
  pins: ends,
  numbers: noNumber("bare pads: nothing is bought"),
  assembly: byHand("bare pads: a blob of solder closes them"),
  height: { unknown: "nothing stands on it" },
  polarised: false,
  takesJumpers: true,
}
