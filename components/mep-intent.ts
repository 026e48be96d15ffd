import type { CircuitIntent } from "../src/check/circuit-intent"
import { buckPins } from "./BuckConverter"
import { diodePins } from "./Diode"
import { esp32Wroom32ePins } from "./Esp32Wroom32e"
import { jumperBlockPins } from "./JumperBlock"
import { max3232Pins } from "./Max3232"
import { meterPortPins, officialMepPin } from "./MeterPort"
import { mepNetlist } from "./mep-netlist"
import { nets } from "./nets"
import { programmingHeaderPins } from "./ProgrammingHeader"

/** Official MEP pin -> net (dabbler.dk, 2021-10-27, "Dabbling the hardware v1.00"); 6 is not used. */
const officialMepNets: Readonly<Record<number, string>> = {
  1: "GND",
  2: "MEP_ENABLE",
  3: "MEP_TXD",
  4: "MEP_RXD",
  5: "V24",
}

const meterPort = Object.fromEntries(
  Object.entries(officialMepPin).map(([pin, official]) => {
    const net = officialMepNets[official]
    return [`J6.${pin}`, { name: `official MEP pin ${official}`, ...(net === undefined ? {} : { net }) }]
  }),
)

/**
 * U2's pins by what the firmware does with them (DabblerDK/MEP-SW-ESP32: NES-MEP.h, and Serial2 on the core's default
 * pins). Whoever swaps two GPIOs changes them here, in mep-netlist.ts, in MepCircuit.tsx, and in the firmware.
 */
const gpio = { transceiverPower: "U2.8", rxd2: "U2.27", txd2: "U2.28", mepEnable: "U2.29" } as const

const running = ["BUCK_OUT", "V3V3"] as const
const programming = ["IO0_PROGRAM", "GND"] as const

/**
 * What the MEP circuit's electrical rules hold it against. The designators are the circuit's, so every board made of
 * it shares this file, whatever its lands and places are.
 */
export const mepIntent: CircuitIntent = {
  netlistFile: "components/mep-netlist.ts",
  netlist: mepNetlist,
  netFacts: nets,
  pins: {
    U1: max3232Pins,
    U2: esp32Wroom32ePins,
    J1: [buckPins.J1],
    J2: [buckPins.J2],
    J3: [buckPins.J3],
    J4: [buckPins.J4],
    J5: programmingHeaderPins,
    J6: meterPortPins,
    J7: jumperBlockPins,
    D1: diodePins,
  },
  ground: "GND",
  supplyPins: {
    "U2.2": "V3V3",
    "U1.16": "VCC_RS232",
    "J2.1": "V24",
    "J4.1": "BUCK_OUT",
    "J5.3": "V3V3",
  },
  // Espressif's ESP32 hardware design guidelines: EN must not float (10 k), a pull-up at GPIO0 is recommended.
  pullUps: [
    { pin: "U2.3", what: "the module's reset", to: "V3V3", minOhms: 1e3, maxOhms: 100e3 },
    { pin: "U2.25", what: "the boot strap", to: "V3V3", minOhms: 1e3, maxOhms: 100e3 },
  ],
  // Same guidelines: no high-value capacitor at GPIO0.
  bootStrap: { pin: "U2.25", what: "the boot strap", jumper: ["J7.1", "J7.2"], maxFarads: 100e-9 },
  lowStraps: [
    { pin: "U2.14", what: "which selects the flash's voltage at reset (MTDI)" },
    { pin: "U2.24", what: "which must be low to enter download mode" },
  ],
  links: [
    {
      rule: "erc/uart-crossing",
      what: "TXD2 to the driver T2IN",
      from: gpio.txd2,
      through: [],
      to: "U1.10",
    },
    {
      rule: "erc/uart-crossing",
      what: "T2OUT to the meter's TXD",
      from: "U1.7",
      through: ["R5"],
      to: "J6.5",
    },
    { rule: "erc/uart-crossing", what: "the meter's RXD to R2IN", from: "J6.2", through: ["R6"], to: "U1.8" },
    { rule: "erc/uart-crossing", what: "R2OUT to RXD2", from: "U1.9", through: [], to: gpio.rxd2 },
    {
      rule: "erc/enable-chain",
      what: "MEP enable to the driver T1IN",
      from: gpio.mepEnable,
      through: [],
      to: "U1.11",
    },
    {
      rule: "erc/enable-chain",
      what: "T1OUT to the meter's ENABLE",
      from: "U1.14",
      through: ["D1", "R7"],
      to: "J6.3",
    },
    { rule: "erc/console", what: "the adapter's TXD to RXD0", from: "J5.4", through: [], to: "U2.34" },
    { rule: "erc/console", what: "TXD0 to the adapter's RXD", from: "U2.35", through: [], to: "J5.5" },
  ],
  diodes: [{ part: "D1", anode: 2, drivenBy: "U1.14" }],
  // TI SLLS410, "Typical operating circuit": 0.1 uF at 3.0 to 3.6 V; V+'s capacitor may go to VCC or to ground.
  capacitors: [
    { what: "flying capacitor C1+ to C1-", from: "U1.1", to: ["U1.3"], minFarads: 100e-9 },
    { what: "flying capacitor C2+ to C2-", from: "U1.4", to: ["U1.5"], minFarads: 100e-9 },
    { what: "reservoir at V+", from: "U1.2", to: ["U1.16", "U1.15"], minFarads: 100e-9 },
    { what: "reservoir at V-", from: "U1.6", to: ["U1.15"], minFarads: 100e-9 },
    { what: "decoupling of VCC", from: "U1.16", to: ["U1.15"], minFarads: 100e-9 },
  ],
  groundedInputs: [{ pin: "U1.13", what: "the unused receiver" }],
  headers: [
    {
      rule: "erc/programming-header",
      what: "FTDI order of the programming header",
      pins: {
        "J5.1": { name: "GND, black", net: "GND" },
        "J5.2": { name: "CTS#, brown" },
        "J5.3": { name: "VCC, red", net: "V3V3" },
        "J5.4": { name: "adapter's TXD, orange", net: "ESP_RXD0" },
        "J5.5": { name: "adapter's RXD, yellow", net: "ESP_TXD0" },
        "J5.6": { name: "RTS#, green" },
      },
    },
    { rule: "erc/meter-port", what: "meter's expansion port", pins: meterPort },
  ],
  firmware: {
    [gpio.transceiverPower]: "output",
    [gpio.rxd2]: "input",
    [gpio.txd2]: "output",
    [gpio.mepEnable]: "output",
  },
  exactlyOne: [["R3", "R4"]],
  unfit: [
    {
      part: "U2",
      // ESP32-WROOM-32E data sheet, "Ordering Information": R2 is 2 MB of PSRAM.
      mpn: /R2$/,
      why: "its PSRAM takes GPIO16, which is RXD2 here: choose one without R2 at the end",
    },
    {
      part: "U1",
      // Maxim 19-0273, "Ordering Information": WE is 16 wide SO, SE narrow, UE TSSOP, AE SSOP.
      mpn: /^MAX3232E?[CE][WUAP]E/,
      why: "it does not fit the land of a narrow SOIC-16: choose CSE or ESE",
    },
  ],
  jumper: {
    part: "J7",
    adapterSupply: "J5.3",
    watch: [running, programming, ["V3V3", "GND"], ["BUCK_OUT", "IO0_PROGRAM"]],
    states: [
      {
        name: "J7 open",
        joins: [],
        use: "legal",
        adapter: false,
        connects: [],
        note: "setting the buck converter",
      },
      {
        name: "J7 1-2",
        joins: [["J7.1", "J7.2"]],
        use: "legal",
        adapter: true,
        connects: [programming],
        note: "programming",
      },
      {
        name: "J7 3-4",
        joins: [["J7.3", "J7.4"]],
        use: "legal",
        adapter: false,
        connects: [running],
        note: "running",
      },
      {
        name: "J7 1-2 and 3-4",
        joins: [
          ["J7.1", "J7.2"],
          ["J7.3", "J7.4"],
        ],
        use: "avoid",
        adapter: true,
        connects: [running, programming],
        note: "take 3-4 off before an adapter feeds the board",
      },
      {
        name: "J7 1-3",
        joins: [["J7.1", "J7.3"]],
        use: "hazard",
        adapter: false,
        connects: [["BUCK_OUT", "IO0_PROGRAM"]],
        note: "never",
      },
      {
        name: "J7 2-4",
        joins: [["J7.2", "J7.4"]],
        use: "hazard",
        adapter: false,
        connects: [["V3V3", "GND"]],
        note: "never",
      },
    ],
  },
  ratings: {
    // 26 V from the meter and a third on top.
    nets: { V24: 35 },
    // The driver's -5.5 V against a line that the meter's side may hold at +15 V, and some.
    reverseVolts: { D1: 25 },
  },
  budgets: {
    transceiver: {
      part: "U1",
      supply: "VCC_RS232",
      // TI SLLS410, "Electrical Characteristics": DOUT into 3 k, 3.3 V supply.
      driverVolts: { least: 5, typical: 5.4 },
      // Not documented for any meter: an estimate above one RS-232 load (1.8 mA).
      enableAmperes: 3e-3,
      fedBy: gpio.transceiverPower,
      feedResistor: "R4",
      // A pin's default drive strength (ESP32 data sheet, "DC Characteristics").
      goodAmperes: 20e-3,
      // Ten times what the MAX3232 needs; more would dip the pin when it is switched on.
      maxSupplyFarads: 1e-6,
    },
    enable: {
      diode: "D1",
      // 1N4007 at some mA (onsemi 1N4001-1N4007, "Typical Forward Voltage").
      dropVolts: { least: 0.6, most: 0.7 },
      // TIA-232-F: +3 V and above is a space.
      leastVolts: 3,
      // "+5 VDC or +12 VDC": dabbler.dk, 2021-10-27.
      wantedVolts: 5,
    },
    meter: {
      // "max 1 W": dabbler.dk and the original board's README.
      watts: 1,
      converter: "J2",
      supply: "V3V3",
      module: "U2",
      // Receiving all the time (ESP32-WROOM-32E data sheet, "Current Consumption Characteristics": 95 to 100 mA).
      moduleAmperes: 0.1,
    },
    supplyPath: { from: "J4.1", jumper: ["J7.3", "J7.4"], to: "U2.2", amperes: 0.5, maxDropVolts: 0.1 },
    bulk: {
      pin: "U2.2",
      wantedFarads: 10e-6,
      why: "Espressif's guidelines ask for it at the module's supply; v2.00 relies on the buck module's own",
    },
    reset: {
      pin: "U2.3",
      wantedFarads: 1e-6,
      why: "Espressif's guidelines ask for it to delay the start; v2.00 has none",
    },
  },
}
