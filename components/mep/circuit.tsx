import type { ReactElement } from "react"
import { Part } from "../../src/board/parts"
import { esp32 } from "../spice/esp32"
import type { MepNet } from "./nets"
import type { MepDesignator, MepParts } from "./parts"

/**
 * U2's pins by what the firmware does with them (DabblerDK/MEP-SW-ESP32: NES-MEP.h, and Serial2 on the core's default
 * pins). Whoever swaps two GPIOs does it here, and in the firmware.
 */
export const gpio = { transceiverPower: "IO32", rxd2: "IO16", txd2: "IO17", mepEnable: "IO5" } as const

/** How U2 behaves with this firmware: the pins that it drives. */
export const driven = esp32(gpio.transceiverPower, gpio.txd2, gpio.mepEnable)

/** Pin, by name or number, to net of this circuit. */
type Pins = Readonly<Record<string, MepNet>>

type Rs232Designator = Extract<
  MepDesignator,
  "C1" | "C2" | "C3" | "C4" | "C5" | "D1" | "J6" | "R5" | "R6" | "R7" | "U1"
>

/** On nets that all of them have: how the supply comes about is each board's own. */
type Rs232Pins = Readonly<Record<string, Exclude<MepNet, "BUCK_OUT">>>

/** What stands between the ESP32 and the meter, from the transceiver to the plug: the same on every MEP board. */
export const rs232 = (fitted: (name: Rs232Designator, pins: Rs232Pins) => ReactElement): ReactElement => (
  <>
    {/* The meter's port, RS-232. R1IN is unused and grounded. */}
    {fitted("J6", { 1: "GND", 2: "MEP_RXD", 3: "MEP_ENABLE", 4: "V24", 5: "MEP_TXD" })}
    {fitted("U1", {
      "C1+": "C1_POS",
      "V+": "V_POS",
      "C1-": "C1_NEG",
      "C2+": "C2_POS",
      "C2-": "C2_NEG",
      "V-": "V_NEG",
      T2OUT: "TXD_RS232",
      R2IN: "RXD_RS232",
      R2OUT: "RXD2_TTL",
      T2IN: "TXD2_TTL",
      T1IN: "MEP_ENABLE_TTL",
      R1IN: "GND",
      T1OUT: "ENABLE_RS232",
      GND: "GND",
      VCC: "VCC_RS232",
    })}
    {fitted("C1", { 1: "C1_POS", 2: "C1_NEG" })}
    {fitted("C2", { 1: "C2_POS", 2: "C2_NEG" })}
    {fitted("C3", { 1: "VCC_RS232", 2: "V_POS" })}
    {fitted("C4", { 1: "GND", 2: "V_NEG" })}
    {fitted("C5", { 1: "VCC_RS232", 2: "GND" })}
    {fitted("R5", { 1: "TXD_RS232", 2: "MEP_TXD" })}
    {fitted("R6", { 1: "RXD_RS232", 2: "MEP_RXD" })}
    {/* The diode lets only the driver's positive level through: the meter wants 0 V or more. */}
    {fitted("D1", { K: "ENABLE_DIODE", A: "ENABLE_RS232" })}
    {fitted("R7", { 1: "ENABLE_DIODE", 2: "MEP_ENABLE" })}
  </>
)

/**
 * The circuit of the MEP boards: 22 parts, 26 nets. It knows no layout and no packages, so the board with
 * surface-mounted parts and its through-hole twin share it.
 */
export function MepCircuit({ parts: own }: { readonly parts: MepParts }): ReactElement {
  const parts = { ...own, U2: { ...own.U2, spice: driven } }
  const fitted = (name: MepDesignator, pins: Pins) => <Part name={name} is={parts[name]} pins={pins} />
  return (
    <>
      {/* Power: the meter's 24 V, the buck converter, the jumper that lets it feed the board. */}
      {fitted("J1", { "VIN-": "GND" })}
      {fitted("J2", { "VIN+": "V24" })}
      {fitted("J3", { "OUT-": "GND" })}
      {fitted("J4", { "OUT+": "BUCK_OUT" })}
      {fitted("J7", { 1: "IO0_PROGRAM", 2: "GND", 3: "BUCK_OUT", 4: "V3V3" })}

      {/* Supply of the MAX3232: always on (R3), or from GPIO32 so that the ESP32 can restart it (R4). Never both. */}
      {fitted("R3", { 1: "VCC_RS232", 2: "V3V3" })}
      {fitted("R4", { 1: "VCC_RS232", 2: "RS232_POWER" })}

      {rs232(fitted)}

      {/* The ESP32, its straps and its programming header. */}
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
      })}
      {fitted("R1", { 1: "ESP_EN", 2: "V3V3" })}
      {fitted("R2", { 1: "IO0_PROGRAM", 2: "V3V3" })}
      {fitted("J5", { 1: "GND", 3: "V3V3", 4: "ESP_RXD0", 5: "ESP_TXD0" })}
    </>
  )
}
