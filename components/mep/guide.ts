import type { AssemblyGuide, GuideStep } from "../../src/model/guide"
import { adapter } from "./adapter"
import { firmwareSteps, meterSteps } from "./guide-firmware"
import type { OwnGuide } from "./own"

/** Where J6 sits: the same on every board, since the meter's plug dictates it. */
export const j6Step: GuideStep = {
  id: "j6",
  title: "J6, its pins flush with the solder side",
  text: [
    'Do not push it in all the way: the pins end exactly flush with the bottom of the board. Its plastic then stands 1.4 mm over the top, its rows of pins at 2.67 and 5.21 mm (drawing "J6 from the side").',
    "To hold it: lay the board on a flat plate, solder side down, with the header's tails in their holes and a spacer of 1.4 mm (a bare 1.6 mm board sanded, or 14 sheets of 0.1 mm paper) below its plastic. The plate keeps the tails level. Tape it from above, turn all over, solder one pin, look, solder the rest.",
    "Better than a pin header is the meter's own connector (AliExpress 1005002409430150).",
  ],
  warnings: [
    "Pushed in fully, the plug does not fit the meter.",
    "The header's pin numbers are not the meter's official ones: 1, 2, 3 are J6.1, 3, 5 and 4, 5, 6 are J6.2, 4, 6.",
  ],
  parts: ["J6"],
  sideView: "J6",
  when: "hand",
}

export const u2Step: GuideStep = {
  id: "u2",
  title: "U2 first, flat on the board",
  text: [
    "Align it, tack one corner pin, check both rows, then solder the rest.",
    "The thermal pad needs no solder: the author's boards run without it. Hot air or a hot plate may solder it.",
  ],
  warnings: ['Buy N4, N8 or N16 without "R2" behind it: modules with PSRAM need GPIO16, which is RXD2 here.'],
  parts: ["U2"],
  when: "hand",
}

export const buckStep = (corner: string, beside: readonly string[]): GuideStep => ({
  id: "buck",
  title: "The buck module last, flat and the right way round",
  text: [
    `Lay it on J1 to J4 on the bottom with its VIN- corner towards ${corner}.`,
    "Fill each hole with a blob of solder and use extra heat, so that it flows through to the pad.",
  ],
  warnings: [
    "No pin headers under it: the board would not fit the meter.",
    "Turned by half, the meter's 24 V meet the module's output.",
  ],
  parts: ["J1", "J2", "J3", "J4", ...beside],
  when: "hand",
})

/**
 * How a MEP board is soldered, set up, tried and put into the meter. Warnings are those of the original's author
 * (README of DabblerDK/MEP-HW-SMD, MEP-HW-THT and MEP-SW-ESP32) unless a line says otherwise; the firmware's steps from
 * its README and source (NES-MEP-UI.ino). Currents at 24 V are estimates from data sheets.
 */
export const mepGuide = (own: OwnGuide): AssemblyGuide => ({
  phases: [
    { title: "Before soldering", steps: before(own) },
    { title: "Soldering", steps: own.soldering },
    { title: "Set the voltage", steps: voltage(own) },
    { title: "First flash", steps: flash },
    { title: "First start", steps: firmwareSteps(own.probes) },
    { title: "In the meter", steps: meterSteps },
  ],
})

const before = ({ which }: OwnGuide): GuideStep[] => [
  { id: "which", title: "Is it this board?", text: which },
  {
    id: "variant",
    title: "Decide how the MAX3232 is fed",
    text: [
      "R4 (recommended) lets the ESP32 switch it by GPIO32 and so restart it. R3 feeds it always.",
      "The variant chosen at the top of the page says which one is fitted; the other place stays empty.",
    ],
    warnings: ["Never fit both: GPIO32 would be tied to 3V3."],
    parts: ["R3", "R4"],
    nets: ["VCC_RS232", "RS232_POWER"],
  },
  {
    id: "fake-max3232",
    title: "Test the MAX3232 before it is soldered",
    text: [
      "Measure between pins 15 (GND) and 16 (VCC) of the loose chip: a good one shows more than 15 kOhm.",
    ],
    warnings: [
      "Fakes are common: they get hot, pull GPIO32 far below 3.3 V and heat the ESP32. It must be the 3.3 V part in the board's package.",
    ],
    parts: ["U1"],
    when: "hand",
  },
]

const voltage = ({ corner }: OwnGuide): GuideStep[] => [
  {
    id: "set-buck",
    title: "Set the buck to 3.4 to 3.5 V, with J7 open",
    text: [
      "All jumpers off J7. Bench supply at 24 V, current limit 50 mA: plus to the pad of J6 marked 5 (24V), minus to the one marked 1 (GND).",
      "To see: less than 10 mA (the module alone takes 2 to 5). The limit reached: off at once, the module or a joint is wrong.",
      "Measure between J4 and J3 and turn the module's screw to 3.4 to 3.5 V.",
    ],
    warnings: [
      "Before U2 ever gets power: a new module may give much more, and 3.6 V is all the ESP32 stands.",
      `Nothing at J4, or a hot module: look whether its VIN- corner is towards ${corner}.`,
    ],
    parts: ["J7", "J4", "J3", "J6"],
    nets: ["V24", "BUCK_OUT"],
    jumpers: "J7 open",
  },
  {
    id: "first-power",
    title: "Power the board",
    text: [
      "Supply off, jumper on J7 3-4, limit to 100 mA, supply on. 3V3 (J5, third pin) must read the voltage that was set.",
      "To see: 10 to 30 mA. More than 42 mA on average is more than the 1 W that the meter's port gives.",
    ],
    warnings: ["3V3 sags or U1 gets hot: off, and look at U1 (a fake?) and at R3 and R4 (one of them only)."],
    parts: ["J7", "U2", "J5"],
    nets: ["V3V3"],
    jumpers: "J7 3-4",
  },
]

const flash: readonly GuideStep[] = [
  {
    id: "adapter",
    title: "Choose an adapter, and measure its VCC",
    text: [
      adapter.rule,
      adapter.weak,
      adapter.measure,
      "J5 needs no header: hold the adapter's pins in the holes at an angle. The square pad is GND.",
      "The order is FTDI's: GND, (CTS), VCC, TXD, RXD, (RTS), as the adapter names them.",
      adapter.instead,
    ],
    warnings: [
      "VCC must be 3.3 V too, not only the signals. Some adapters give 5 V on VCC though set to 3.3 V: they kill the ESP32.",
      adapter.killer,
    ],
    parts: ["J5"],
    nets: ["V3V3", "ESP_RXD0", "ESP_TXD0"],
  },
  {
    id: "program",
    title: "Program mode",
    text: [
      "Take 3-4 off J7, put the jumper on 1-2, then connect the adapter: the ESP32 starts in download mode.",
      'To see at 115200 baud: "waiting for download". Nothing: GND, RX and TX are swapped or the adapter\'s VCC is off.',
      "There is no automatic reset: to start over, unplug the adapter and plug it in again.",
    ],
    warnings: ["Never leave 3-4 on while an adapter feeds the board: two supplies would drive one wire."],
    parts: ["J7", "J5"],
    nets: ["IO0_PROGRAM"],
    jumpers: "J7 1-2",
  },
  {
    id: "flash",
    title: "Flash the firmware",
    text: [
      'Arduino: board "ESP32 Dev Module", flash mode QIO, erase all flash before the first sketch upload. Library: PubSubClient.',
      "The firmware is DabblerDK/MEP-SW-ESP32, folder NES-MEP-UI. To see: the upload ends with hashes verified.",
    ],
    parts: ["U2"],
    jumpers: "J7 1-2",
  },
]
