import type { ReactElement } from "react"
import { gpio, rs232 } from "../../components/mep/circuit"
import { Part } from "../../src/board/parts"
import { type Designator, parts } from "./assembly"
import type { V3Net } from "./nets"

type Pins = Readonly<Record<string, V3Net>>

const fitted = (name: Designator, pins: Pins) => <Part name={name} is={parts[name]} pins={pins} />

/** 24 V: fuse, clamp, reverse protection, storage, converter. USB and J5 come in behind diodes of their own. */
function Supply(): ReactElement {
  return (
    <>
      {fitted("F1", { 1: "V24", 2: "V24_FUSED" })}
      {fitted("D3", { 1: "V24_FUSED", 2: "GND" })}
      {fitted("D2", { A: "V24_FUSED", K: "VIN" })}
      {fitted("D4", { A: "VBUS", K: "VIN" })}
      {fitted("D5", { A: "V5_J5", K: "VIN" })}
      {fitted("C10", { "+": "VIN", "-": "GND" })}
      {fitted("C11", { "+": "VIN", "-": "GND" })}
      {fitted("C12", { 1: "VIN", 2: "GND" })}
      {fitted("C13", { 1: "VIN", 2: "GND" })}
      {/* SHDN stays open: its own current source switches it on (TI SNVSA24, pin functions). */}
      {fitted("U3", { CB: "BOOST", GND: "GND", FB: "FB", VIN: "VIN", SW: "SW" })}
      {fitted("C14", { 1: "BOOST", 2: "SW" })}
      {fitted("D6", { K: "SW", A: "GND" })}
      {fitted("L1", { 1: "SW", 2: "V3V3" })}
      {fitted("C15", { 1: "V3V3", 2: "GND" })}
      {fitted("C16", { 1: "V3V3", 2: "GND" })}
      {fitted("R8", { 1: "V3V3", 2: "FB" })}
      {fitted("R9", { 1: "FB", 2: "GND" })}
    </>
  )
}

/** USB: the connector, its clamp, the bridge, and the reset that esptool works by DTR and RTS. J5 beside it. */
function Serial(): ReactElement {
  return (
    <>
      {fitted("J7", {
        A1B12: "GND",
        A4B9: "VBUS",
        A5: "CC1",
        B7: "USB_DN",
        A6: "USB_DP",
        A7: "USB_DN",
        B6: "USB_DP",
        B5: "CC2",
        B4A9: "VBUS",
        B1A12: "GND",
        SHELL: "GND",
      })}
      {/* What D4 and D5 leak from the meter's 24 V would lift an open pin: 10 kohm takes it away. */}
      {fitted("R28", { 1: "VBUS", 2: "GND" })}
      {fitted("R20", { 1: "CC1", 2: "GND" })}
      {fitted("R21", { 1: "CC2", 2: "GND" })}
      {fitted("U6", { IO1: "USB_DN", GND: "GND", IO2: "USB_DP", IO3: "CC2", VREF: "VBUS", IO4: "CC1" })}
      {fitted("U4", {
        GND: "GND",
        TXD: "BRIDGE_TXD",
        RXD: "ESP_TXD0",
        V3: "V3V3",
        "UD+": "USB_DP",
        "UD-": "USB_DN",
        DTR: "DTR",
        RTS: "RTS",
        VCC: "V3V3",
      })}
      {fitted("C17", { 1: "V3V3", 2: "GND" })}
      {/* An adapter at J5 wins against the bridge: 100 ohm against 1 k. */}
      {fitted("R22", { 1: "BRIDGE_TXD", 2: "ESP_RXD0" })}
      {fitted("R23", { 1: "DTR", 2: "DTR_BASE" })}
      {fitted("R24", { 1: "RTS", 2: "RTS_BASE" })}
      {fitted("Q1", { B: "DTR_BASE", E: "RTS", C: "ESP_EN" })}
      {fitted("Q2", { B: "RTS_BASE", E: "DTR", C: "IO0_PROGRAM" })}
      {fitted("J5", { 1: "GND", 3: "V5_J5", 4: "J5_RXD0", 5: "J5_TXD0" })}
      {fitted("R25", { 1: "J5_RXD0", 2: "ESP_RXD0" })}
      {fitted("R26", { 1: "J5_TXD0", 2: "ESP_TXD0" })}
      {/* VREF stays open: U7's own clamp is the reference, and what a cable brings does not go into 3V3. */}
      {fitted("U7", { IO1: "J5_RXD0", GND: "GND", IO2: "J5_TXD0" })}
      {fitted("C18", { 1: "V5_J5", 2: "GND" })}
      {fitted("R27", { 1: "V5_J5", 2: "GND" })}
    </>
  )
}

function Module(): ReactElement {
  return (
    <>
      {fitted("U2", {
        GND: "GND",
        "3V3": "V3V3",
        EN: "ESP_EN",
        IO0: "IO0_PROGRAM",
        [gpio.transceiverPower]: "RS232_POWER",
        [gpio.rxd2]: "RXD2_TTL",
        [gpio.txd2]: "TXD2_TTL",
        [gpio.mepEnable]: "MEP_ENABLE_TTL",
        RXD0: "ESP_RXD0",
        TXD0: "ESP_TXD0",
        IO2: "FAIL_SAFE",
        IO4: "NO_AP",
        IO12: "CLEAR_CONFIG",
      })}
      {fitted("C7", { 1: "V3V3", 2: "GND" })}
      {fitted("C8", { 1: "V3V3", 2: "GND" })}
      {fitted("C9", { 1: "V3V3", 2: "GND" })}
      {fitted("U5", { GND: "GND", RESET: "ESP_EN", VDD: "V3V3" })}
      {fitted("R1", { 1: "ESP_EN", 2: "V3V3" })}
      {fitted("C6", { 1: "ESP_EN", 2: "GND" })}
      {fitted("R2", { 1: "IO0_PROGRAM", 2: "V3V3" })}
      {fitted("SW1", { 1: "IO0_PROGRAM", 2: "GND" })}
      {fitted("SW2", { 1: "ESP_EN", 2: "GND" })}
    </>
  )
}

/** RS-232. GPIO32 high switches the transceiver on through Q3 and Q4, as it fed it on the boards before. */
function Port(): ReactElement {
  return (
    <>
      {fitted("R3", { 1: "RS232_POWER", 2: "POWER_BASE" })}
      {fitted("Q3", { B: "POWER_BASE", E: "GND", C: "POWER_GATE" })}
      {fitted("R4", { 1: "POWER_GATE", 2: "V3V3" })}
      {fitted("Q4", { G: "POWER_GATE", S: "V3V3", D: "VCC_RS232" })}
      {rs232(fitted)}
      {fitted("D9", { 1: "MEP_TXD", 2: "GND" })}
      {fitted("D10", { 1: "MEP_RXD", 2: "GND" })}
      {fitted("D11", { 1: "MEP_ENABLE", 2: "GND" })}
      {/* With SJ1 closed: T1OUT high pulls Q6 on, and about 9.7 V from the meter's own supply wins over D1. */}
      {fitted("SJ1", { 1: "ENABLE_RS232", 2: "BOOST_9V" })}
      {fitted("R13", { 1: "BOOST_9V", 2: "ON_9V_BASE" })}
      {fitted("R14", { 1: "ON_9V_BASE", 2: "GND" })}
      {fitted("Q5", { B: "ON_9V_BASE", E: "GND", C: "ON_9V" })}
      {fitted("R15", { 1: "ON_9V", 2: "GATE_9V" })}
      {fitted("R16", { 1: "GATE_9V", 2: "VIN" })}
      {fitted("Q6", { G: "GATE_9V", S: "VIN", D: "SWITCHED_24V" })}
      {fitted("R17", { 1: "SWITCHED_24V", 2: "ENABLE_9V" })}
      {fitted("D8", { K: "ENABLE_9V", A: "GND" })}
      {fitted("D7", { A: "ENABLE_9V", K: "ENABLE_DIODE" })}
    </>
  )
}

const points: readonly (readonly [Designator, V3Net])[] = [
  ["TP1", "V24"],
  ["TP2", "VIN"],
  ["TP3", "V3V3"],
  ["TP4", "VCC_RS232"],
  ["TP5", "V_POS"],
  ["TP6", "V_NEG"],
  ["TP7", "ESP_EN"],
  ["TP8", "GND"],
  ["TP9", "MEP_ENABLE"],
  ["TP10", "FAIL_SAFE"],
  ["TP11", "NO_AP"],
  ["TP12", "CLEAR_CONFIG"],
]

/** MEP-HW 3.00. It knows no places. */
export const Circuit = (): ReactElement => (
  <>
    <Supply />
    <Serial />
    <Module />
    <Port />
    {points.map(([name, net]) => fitted(name, { 1: net }))}
  </>
)
