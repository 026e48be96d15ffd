import { driven } from "../../components/mep/circuit"
import { meterPort, wifiModule } from "../../components/mep/parts"
import { pinHeader, testPoint } from "../../components/parts/connectors"
import { named } from "../../components/parts/helpers"
import { c0603, c0805, c1206, fuse100mA, r0603, r1206 } from "../../components/parts/passives"
import { can47uF50V, coil22uH, lmr16006x, tlv803s } from "../../components/parts/power"
import { b16ws, clamp15V, smaj28ca, srv054, ss210, zener10V } from "../../components/parts/protection"
import { mmbt3904, sp3232Tssop } from "../../components/parts/semiconductors"
import { ao3401a, bss84 } from "../../components/parts/transistors"
import { button, ch340c, solderJumper, usbC } from "../../components/parts/usb"
import { lmr16006x as converter } from "../../components/spice/converters"
import type { Part } from "../../src/model/part"

const logic = ["logic-3v3"] as const

/**
 * J5 in FTDI's order, as on the boards before it; VCC is 5 V here (a TTL-232R-3V3's red wire is right), and goes through
 * D5 into the converter's input, so that nothing from outside is 3V3. Usually left empty.
 */
const serialHeader: Part = named(
  pinHeader(1, 6, { optional: true }),
  {
    1: { name: "GND", role: "ground", domains: ["ground"] },
    2: "CTS",
    3: { name: "5V", label: "VDD_5V", role: "power-out", domains: ["usb"] },
    4: { name: "RXD0", role: "output", domains: logic },
    5: { name: "TXD0", role: "input", domains: logic },
    6: "RTS",
  },
  {
    id: "j-1x6-serial-5v",
    value: "1x6 2.54mm",
    description: "Pin header 1x6 for a serial cable with 5 V on VCC and 3.3 V signals; usually left empty",
    notes: [
      "Left empty: the meter's plug passes beside it. 3.3 V on VCC does nothing here, 5 V feeds the board.",
    ],
  },
)

const bulk = c0805["22uF"]
const small = c0603["100nF"]

/** What is fitted at each designator. */
export const parts = {
  U1: sp3232Tssop,
  U2: { ...wifiModule, spice: driven },
  // 0.765 V x (1 + 33k/10k); what the record assumes of its efficiency.
  U3: { ...lmr16006x, spice: converter(3.29, lmr16006x.assumed?.efficiency?.value) },
  U4: ch340c,
  U5: tlv803s,
  U6: srv054,
  U7: srv054,
  Q1: mmbt3904,
  Q2: mmbt3904,
  Q3: mmbt3904,
  Q4: ao3401a,
  Q5: mmbt3904,
  Q6: bss84,
  D1: b16ws,
  D2: ss210,
  D3: smaj28ca,
  D4: b16ws,
  D5: b16ws,
  D6: ss210,
  D7: b16ws,
  D8: zener10V,
  D9: clamp15V,
  D10: clamp15V,
  D11: clamp15V,
  F1: fuse100mA,
  L1: coil22uH,
  C1: small,
  C2: small,
  C3: small,
  C4: small,
  C5: c0603["1uF"],
  C6: c0603["1uF"],
  C7: small,
  C8: bulk,
  C9: c1206["100uF"],
  C10: can47uF50V,
  C11: can47uF50V,
  C12: c1206["10uF"],
  C13: small,
  C14: small,
  C15: bulk,
  C16: bulk,
  C17: small,
  C18: small,
  R1: r0603["10k"],
  R2: r0603["10k"],
  R3: r0603["10k"],
  R4: r0603["10k"],
  R5: r0603["100R"],
  R6: r0603["100R"],
  R7: r0603["33R"],
  R8: r0603["33k"],
  R9: r0603["10k"],
  R13: r0603["10k"],
  R14: r0603["10k"],
  R15: r0603["150k"],
  R16: r0603["100k"],
  R17: r1206["4k7"],
  R20: r0603["5k1"],
  R21: r0603["5k1"],
  R22: r0603["1k"],
  R23: r0603["10k"],
  R24: r0603["10k"],
  R25: r0603["100R"],
  R26: r0603["100R"],
  R27: r0603["10k"],
  R28: r0603["10k"],
  J5: serialHeader,
  J6: meterPort,
  J7: usbC,
  SW1: button,
  SW2: button,
  SJ1: solderJumper,
  TP1: testPoint,
  TP2: testPoint,
  TP3: testPoint,
  TP4: testPoint,
  TP5: testPoint,
  TP6: testPoint,
  TP7: testPoint,
  TP8: testPoint,
  TP9: testPoint,
  TP10: testPoint,
  TP11: testPoint,
  TP12: testPoint,
} as const satisfies Readonly<Record<string, Part>>

export type Designator = keyof typeof parts
