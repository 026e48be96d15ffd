import type { NetFacts } from "../../src/model/net"

/** The nets of the MEP circuit: names for people, domains and volts. Names are tscircuit's `source_net` names. */

const logic = (title: string): NetFacts => ({
  title,
  domain: "logic-3v3",
  kind: "signal",
  minVolts: 0,
  maxVolts: 3.6,
})

/** RS-232 lines reach +-15 V where the other side drives them (TIA-232-F). */
const rs232 = (title: string): NetFacts => ({
  title,
  domain: "rs232",
  kind: "signal",
  minVolts: -15,
  maxVolts: 15,
})

/** The MAX3232's doubled supply, up to +-5.5 V (TI SLLS410, page 1; Maxim 19-0273, page 8). */
const pump = (title: string, minVolts: number, maxVolts: number): NetFacts => ({
  title,
  domain: "charge-pump",
  kind: "signal",
  minVolts,
  maxVolts,
})

/** What the ESP32 module asks of its supply (data sheet, "Recommended Operating Conditions"), A. */
const moduleAmperes = 0.5

/** 3.4 to 3.5 V is what the buck converter is set to; 3.0 to 3.6 V is what the ESP32 module allows. */
const supply = (title: string): NetFacts => ({
  title,
  domain: "logic-3v3",
  kind: "power",
  nominalVolts: 3.45,
  minVolts: 3.0,
  maxVolts: 3.6,
  maxAmperes: moduleAmperes,
})

export const mepNets = {
  GND: { title: "GND", domain: "ground", kind: "ground", nominalVolts: 0, minVolts: 0, maxVolts: 0 },
  V24: {
    title: "24 V from the meter",
    domain: "meter-24v",
    kind: "power",
    nominalVolts: 24,
    minVolts: 0,
    maxVolts: 26,
    // The module's peaks through the converter: 0.5 A at 3.45 V and 75 % are 96 mA at 24 V.
    maxAmperes: 0.1,
  },
  BUCK_OUT: supply("buck output"),
  V3V3: supply("3V3"),
  // Through GPIO32 and R4, as `budgets.ts` has it; 3.45 V through R3.
  VCC_RS232: { ...supply("switched MAX3232 supply"), nominalVolts: 3.1, minVolts: 0, maxAmperes: 0.02 },
  RS232_POWER: logic("MAX3232 supply from GPIO32"),
  MEP_ENABLE_TTL: logic("MEP enable, active low"),
  TXD2_TTL: logic("UART2 TX"),
  RXD2_TTL: logic("UART2 RX"),
  ENABLE_RS232: rs232("MEP enable at the driver"),
  ENABLE_DIODE: rs232("MEP enable behind the diode"),
  MEP_ENABLE: rs232("MEP ENABLE"),
  TXD_RS232: rs232("TXD at the driver"),
  MEP_TXD: rs232("MEP TXD, to the meter"),
  RXD_RS232: rs232("RXD at the receiver"),
  MEP_RXD: rs232("MEP RXD, from the meter"),
  IO0_PROGRAM: logic("boot strap IO0"),
  ESP_EN: logic("ESP32 EN"),
  ESP_RXD0: logic("ESP32 RXD0"),
  ESP_TXD0: logic("ESP32 TXD0"),
  C1_POS: pump("C1+", 0, 5.5),
  C1_NEG: pump("C1-", 0, 5.5),
  C2_POS: pump("C2+", 0, 5.5),
  C2_NEG: pump("C2-", -5.5, 0),
  V_POS: pump("V+", 0, 5.5),
  V_NEG: pump("V-", -5.5, 0),
} as const satisfies Record<string, NetFacts>

export type MepNet = keyof typeof mepNets
