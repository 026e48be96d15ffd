import { describe } from "vitest"
import { undrivenInputs } from "../../src/check/erc/inputs"
import { needs } from "../../src/check/erc/needs"
import { claimed, type ErcFault, itCatches, move, swap } from "./erc-fixture"

const links = claimed("erc/links")
const headers = claimed("erc/headers")
const diodeDirection = claimed("erc/diodes")

const faults: readonly ErcFault[] = [
  {
    what: "UART not crossed at the module",
    rule: links,
    change: (d) => swap(d, "U2.27", "U2.28"),
    id: "erc/link",
    says: /TXD2 to the driver T2IN/,
  },
  {
    what: "meter's TXD and RXD swapped",
    rule: links,
    change: (d) => swap(d, "J6.5", "J6.2"),
    id: "erc/link",
    says: /T2OUT to the meter's TXD/,
  },
  {
    what: "R5 bypassed",
    rule: links,
    change: (d) => move(d, "J6.5", "TXD_RS232"),
    id: "erc/link",
    says: /J6\.5/,
  },
  {
    what: "GPIO5 elsewhere",
    rule: links,
    change: (d) => swap(d, "U2.29", "U2.30"),
    id: "erc/link",
    says: /MEP enable to the driver T1IN/,
  },
  {
    what: "diode left out of ENABLE",
    rule: links,
    change: (d) => move(d, "R7.1", "ENABLE_RS232"),
    id: "erc/link",
    says: /R7 is not on net ENABLE_DIODE/,
  },
  {
    what: "console swapped",
    rule: links,
    change: (d) => swap(d, "U2.34", "U2.35"),
    id: "erc/link",
    says: /RXD0/,
  },
  {
    what: "diode reversed",
    rule: diodeDirection,
    change: (d) => swap(d, "D1.1", "D1.2"),
    id: "erc/diode-direction",
    says: /wrong way round/,
  },
  {
    what: "diode elsewhere",
    rule: diodeDirection,
    change: (d) => move(d, "D1.2", "GND"),
    id: "erc/diode-direction",
    says: /not on the net of U1\.14/,
  },
  {
    what: "unused receiver floating",
    rule: needs,
    change: (d) => move(d, "U1.13"),
    id: "erc/unused-input",
    says: /U1\.13 \(R1IN\)/,
  },
  {
    what: "RXD2 driven by nothing",
    rule: undrivenInputs,
    change: (d) => {
      move(d, "J6.2")
    },
    id: "erc/undriven-input",
    says: /U1\.8 \(R2IN\)/,
  },
  {
    what: "FTDI supply on the wrong pin",
    rule: headers,
    change: (d) => {
      move(d, "J5.3")
      move(d, "J5.2", "V3V3")
    },
    id: "erc/header",
    says: /J5\.2 \(CTS#, brown\).*must stay open/,
  },
  {
    what: "MEP plug mirrored",
    rule: headers,
    change: (d) => swap(d, "J6.3", "J6.4"),
    id: "erc/header",
    says: /official MEP pin 5\) is on net MEP_ENABLE, it must be on net V24/,
  },
]

describe("electrical rules", () => {
  itCatches(faults)
})
