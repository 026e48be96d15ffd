import { swapPins } from "../edit/parts"
import { faultsOf } from "./make"

const { source, circuit } = faultsOf("circuit")

export const circuitFaults = [
  source("uart-not-crossed", "RXD2 and TXD2 swapped at U2 in the TSX", "erc/link", (s) =>
    swapPins(s, "U2", "IO16", "IO17"),
  ),
  source("drivers-swapped-at-chip", "U1's two RS-232 outputs swapped in the TSX", "erc/link", (s) =>
    swapPins(s, "U1", "T2OUT", "T1OUT"),
  ),
  circuit("receiver-as-driver", "T2OUT and R2IN of U1 swapped", "erc/link", (d) =>
    d.swapNets("U1.7", "U1.8"),
  ),
  circuit("console-swapped", "TXD and RXD swapped at the programming header", "erc/link", (d) =>
    d.swapNets("J5.4", "J5.5"),
  ),
  circuit("header-without-ground", "ground of the programming header left open", "erc/header", (d) =>
    d.disconnect("J5.1"),
  ),
  circuit("meter-map-swapped", "ENABLE and TXD swapped at the meter port", "erc/header", (d) =>
    d.swapNets("J6.3", "J6.5"),
  ),
  circuit("meter-map-numbered-by-rows", "24 V on J6.5, as if pins counted by rows", "erc/header", (d) =>
    d.swapNets("J6.4", "J6.5"),
  ),
  circuit("merged-nets", "one connection names both 24 V and 3V3", "erc/merged-nets", (d) =>
    d.join("V3V3", "V24"),
  ),
  circuit("net-name-typo", "net name misspelt at R1", "erc/single-pin-net", (d) =>
    d.addNet("ESP_ENN").connect("R1.1", "ESP_ENN"),
  ),
  circuit("unknown-net", "two pins on a net nobody planned", "erc/original", (d) =>
    d.addNet("NET_1").connect("U2.4", "NET_1").connect("U2.5", "NET_1"),
  ),
  circuit("net-lost", "net MEP_RXD forgotten", "erc/original", (d) => {
    const net = d.net("MEP_RXD")
    return d
      .disconnect("R6.2")
      .disconnect("J6.2")
      .remove((element) => element === net)
  }),
  circuit("pin-on-wrong-net", "C4 on V+ instead of V-", "erc/original", (d) => d.connect("C4.2", "V_POS")),
  circuit("pin-forgotten", "the symbol lacks the module's thermal pad", "erc/supply-pin", (d) => {
    const pads = d.pads("U2.39")
    const ports = d.ports("U2.39")
    return d
      .disconnect("U2.39")
      .remove(
        (element) =>
          pads.some((pad) => pad === element) ||
          ports.some((port) => port === element) ||
          element.type === "source_component_internal_connection",
      )
  }),
  circuit("pin-open", "J1, the converter's ground, not connected", "erc/supply-pin", (d) =>
    d.disconnect("J1.1"),
  ),
  circuit("no-pull-up-at-en", "pull-up of EN not connected to 3V3", "erc/pull-up", (d) =>
    d.disconnect("R1.2"),
  ),
  circuit("pull-up-to-ground", "pull-up of IO0 goes to ground", "erc/pull-up", (d) =>
    d.connect("R2.2", "GND"),
  ),
  circuit("pull-up-too-small", "10 ohm instead of 10 kohm at EN", "erc/pull-up", (d) => {
    const part = d.source("R1")
    if (part.ftype === "simple_resistor") part.resistance = 10
  }),
  circuit("diode-reversed", "D1 the wrong way round", "erc/diode-direction", (d) =>
    d.swapNets("D1.1", "D1.2"),
  ),
  circuit("pump-capacitor-too-small", "10 nF as flying capacitor C1", "erc/capacitor-value", (d) => {
    const part = d.source("C1")
    if (part.ftype === "simple_capacitor") part.capacitance = 10e-9
  }),
  circuit("pump-capacitor-crossed", "C2 between C2+ and V-", "erc/capacitor", (d) =>
    d.connect("C2.2", "V_NEG"),
  ),
  circuit("no-decoupling", "C5 not connected to U1's supply", "erc/capacitor", (d) => d.disconnect("C5.1")),
  circuit("unused-input-open", "unused receiver R1IN left open", "erc/unused-input", (d) =>
    d.disconnect("U1.13"),
  ),
  circuit("undriven-input", "driver input T2IN without a driver", "erc/undriven-input", (d) =>
    d.disconnect("U2.28"),
  ),
  circuit("thermal-pad-open", "U2's thermal pad not on ground", "erc/supply-pin", (d) =>
    d.disconnect("U2.39"),
  ),
  circuit("supply-on-signal", "U2's supply pin on the MAX3232's net", "erc/original", (d) =>
    d.connect("U2.2", "VCC_RS232"),
  ),
  circuit("supply-on-gpio", "U2's supply pin on the pin that feeds the MAX3232", "erc/supply-pin", (d) =>
    d.connect("U2.2", "RS232_POWER"),
  ),
  circuit("nc-pin-used", "a pin of U2 that must stay open is grounded", "erc/no-connect", (d) =>
    d.connect("U2.17", "GND"),
  ),
  circuit("flash-strap-high", "IO12, which selects the flash's voltage, on 3V3", "erc/low-strap", (d) =>
    d.connect("U2.14", "V3V3"),
  ),
  circuit("boot-strap-bypassed", "J7 ties IO0 to ground without a jumper", "erc/boot-strap", (d) =>
    d.connect("J7.1", "GND").connect("U2.25", "GND").connect("R2.1", "GND"),
  ),
  circuit("24v-reaches-3v3", "buck converter bypassed: J7 switches 24 V", "erc/voltage-domain", (d) =>
    d.connect("J7.3", "V24"),
  ),
  circuit("rs232-at-gpio", "meter's RXD straight to the ESP32", "erc/voltage-domain", (d) =>
    d.connect("U2.27", "MEP_RXD"),
  ),
  circuit("drivers-tied", "two outputs on one net", "erc/driver-conflict", (d) =>
    d.connect("U1.14", "TXD_RS232"),
  ),
  circuit("jumper-does-nothing", "J7.3 and J7.4 both on 3V3", "erc/jumper-state", (d) =>
    d.connect("J7.3", "V3V3").connect("J4.1", "V3V3"),
  ),
  circuit(
    "too-much-on-a-gpio",
    "10 uF on the supply that GPIO32 switches",
    "budget/gpio-capacitance",
    (d) => {
      const part = d.source("C5")
      if (part.ftype === "simple_capacitor") part.capacitance = 10e-6
    },
  ),
]
