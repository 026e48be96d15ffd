import type { Part } from "../../src/model/part"
import { header1x6, header2x3RightAngle } from "../parts/connectors"
import { byHand, named } from "../parts/helpers"
import { buckXl1509, esp32Wroom32eN4 } from "../parts/modules"

/** Designators of the MEP circuit. */
export type MepDesignator =
  | ("U1" | "U2" | "D1")
  | `R${1 | 2 | 3 | 4 | 5 | 6 | 7}`
  | `C${1 | 2 | 3 | 4 | 5}`
  | `J${1 | 2 | 3 | 4 | 5 | 6 | 7}`

/** What a board fits at each of them. */
export type MepParts = Readonly<Record<MepDesignator, Part>>

const logic = ["logic-3v3"] as const

/**
 * J5, in FTDI's order (DS_TTL-232R_CABLES, table 3.1), named as the board sees it: 1 GND black, 2 CTS# brown, 3 VCC
 * red, 4 cable's TXD orange, 5 cable's RXD yellow, 6 RTS# green. VCC must be 3.3 V: the TTL-232R-3V3's is 5 V and its
 * red wire stays off (`adapter`). 2 and 6 stay open: there is no automatic reset.
 */
export const programmingHeader: Part = named(header1x6, {
  1: { name: "GND", role: "ground", domains: ["ground"] },
  2: "CTS",
  3: { name: "3V3", label: "VDD_3V3", role: "power-out", domains: logic },
  4: { name: "RXD0", role: "output", domains: logic },
  5: { name: "TXD0", role: "input", domains: logic },
  6: "RTS",
})

/**
 * J6, which plugs into the meter's Multipurpose Expansion Port (dabbler.dk, 2021-10-27, "Dabbling the hardware v1.00").
 * Names are the meter's: TXD is what it receives, RXD what it sends.
 */
const port: Part = named(
  header2x3RightAngle,
  {
    1: { name: "GND", role: "ground", domains: ["ground"] },
    2: { name: "RXD", role: "output", domains: ["rs232"] },
    3: { name: "ENABLE", role: "input", domains: ["rs232"] },
    4: { name: "+24V", label: "VDD_24V", role: "power-out", domains: ["meter-24v"] },
    5: { name: "TXD", role: "input", domains: ["rs232"] },
    6: { name: "NC", role: "no-connect" },
  },
  {
    description: "Pin header 2x3, right angle, into the meter's expansion port",
    notes: [
      "Solder the pins exactly flush with the solder side, or the plug does not fit the meter.",
      "Better: the meter's own connector (AliExpress 1005002409430150).",
    ],
  },
)

/** The module that reads the meter: RXD2 is on GPIO16. */
export const wifiModule: Part = {
  ...esp32Wroom32eN4,
  notes: [
    "No R2 type: its PSRAM takes GPIO16, which this board uses for RXD2.",
    ...(esp32Wroom32eN4.notes ?? []).slice(1),
  ],
}

const corner = (part: Part, domain?: string): Part =>
  named(part, domain === undefined ? {} : { 1: { domains: [domain] } }, {
    assembly: byHand("a module soldered flat onto J1-J4 from above, with extra heat"),
    notes: [
      "One module on J1-J4, VIN- to C1-C5. Flush, no pin headers: the meter has no room.",
      "Set 3.4 to 3.5 V with all jumpers off J7 before U2 gets power.",
    ],
  })

/** J1-J4, the buck module on the meter's 24 V. */
export const buckModule = {
  J1: corner(buckXl1509.vinNeg),
  J2: corner(buckXl1509.vinPos, "meter-24v"),
  J3: corner(buckXl1509.outNeg),
  J4: corner(buckXl1509.outPos),
} as const

/** The meter's own order of its pins, the second statement of what J6's are called. */
const official = ["GND", "ENABLE", "TXD", "RXD", "+24V", "NC"]

/** J6 pin -> official MEP pin. */
export const officialMepPin: Readonly<Record<number, number>> = { 1: 1, 3: 2, 5: 3, 2: 4, 4: 5, 6: 6 }

export const meterPort: Part = {
  ...port,
  pinout: {
    names: [1, 2, 3, 4, 5, 6].map((pin) => official[(officialMepPin[pin] ?? 0) - 1]).join(" "),
    source: "the meter's own numbers, 1 GND to 6 NC, and which of J6's pins each is",
  },
}

/**
 * J7, 2 x 2: a jumper on 1-2 holds IO0 low (programming), on 3-4 feeds the board from the buck converter (running).
 * Never 1-3 (buck output onto IO0) nor 2-4 (3V3 onto ground).
 */
export const jumperBlock = (header: Part): Part =>
  named(header, {
    1: { name: "PROG", domains: logic },
    2: { name: "GND", role: "ground", domains: ["ground"] },
    3: { name: "BUCK", domains: logic },
    4: { name: "RUN", domains: logic },
  })
