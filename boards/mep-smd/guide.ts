import type { AssemblyGuide } from "../../src/model/guide"

/**
 * How MEP-HW-SMD is soldered, set up and put into the meter. The warnings are those of the original's author
 * (DabblerDK/MEP-HW-SMD, MEP-HW-THT and MEP-SW-ESP32, README) unless a line says otherwise.
 */
export const guide: AssemblyGuide = {
  phases: [
    {
      title: "Before soldering",
      steps: [
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
            "Fakes are common: they get hot, pull GPIO32 far below 3.3 V and heat the ESP32. It must be the 3.3 V part in the narrow body.",
          ],
          parts: ["U1"],
          when: "hand",
        },
      ],
    },
    {
      title: "Soldering",
      steps: [
        {
          id: "u2",
          title: "U2 first, flat on the board",
          text: [
            "Align it, tack one corner pin, check both rows, then solder the rest.",
            "The thermal pad needs no solder: the author's boards run without it. Hot air or a hot plate may solder it.",
          ],
          warnings: [
            'Buy N4, N8 or N16 without "R2" behind it: modules with PSRAM need GPIO16, which is RXD2 here.',
          ],
          parts: ["U2"],
          when: "hand",
        },
        {
          id: "u1",
          title: "U1",
          text: ["Pin 1 to the mark. One corner first, then the others; a little flux stops bridges."],
          parts: ["U1"],
          when: "hand",
        },
        {
          id: "passives-top",
          title: "Resistors on the top",
          text: ["R1 and R2 are 10 k. R5, R6, R7 and the one of R3 and R4 are 0 ohm."],
          parts: ["R1", "R2", "R3", "R4", "R5", "R6", "R7"],
          when: "hand",
        },
        {
          id: "d1",
          title: "D1, its line towards the bar and the K",
          text: [
            "The cathode (the line on the part) goes to pin 1: the bar, the K and the name D1 are printed at that end.",
          ],
          warnings: ["Turned round, the meter never sees ENABLE."],
          parts: ["D1"],
          when: "hand",
        },
        {
          id: "capacitors",
          title: "C1 to C5 on the bottom",
          text: ["All five are the same, 100 nF, and have no polarity."],
          parts: ["C1", "C2", "C3", "C4", "C5"],
          when: "hand",
        },
        {
          id: "j7",
          title: "J7",
          text: ["Solder one pin, straighten the header, solder the rest. Leave all jumpers off for now."],
          parts: ["J7"],
          jumpers: "J7 open",
          when: "hand",
        },
        {
          id: "j6",
          title: "J6, its pins flush with the solder side",
          text: [
            "Do not push it in all the way: the pins end exactly flush with the bottom of the board.",
            "Better than a pin header is the meter's own connector (AliExpress 1005002409430150).",
          ],
          warnings: [
            "Pushed in fully, the plug does not fit the meter.",
            "The header's pin numbers are not the meter's official ones: 1, 2, 3 are J6.1, 3, 5 and 4, 5, 6 are J6.2, 4, 6.",
          ],
          parts: ["J6"],
          when: "hand",
        },
        {
          id: "buck",
          title: "The buck module last, flat and the right way round",
          text: [
            "Lay it on J1 to J4 on the bottom with its VIN- corner towards C1 to C5.",
            "Fill each hole with a blob of solder and use extra heat, so that it flows through to the pad.",
          ],
          warnings: [
            "No pin headers under it: the board would not fit the meter.",
            "Turned by half, the meter's 24 V meet the module's output.",
          ],
          parts: ["J1", "J2", "J3", "J4", "C1", "C2", "C3", "C4", "C5"],
          when: "hand",
        },
      ],
    },
    {
      title: "Set the voltage",
      steps: [
        {
          id: "set-buck",
          title: "Set the buck to 3.4 to 3.5 V, with J7 open",
          text: [
            "All jumpers off J7. Feed 24 V into the pad of J6 marked 5 (24V, plus) and the one marked 1 (GND, minus) from a bench supply with a low current limit.",
            "Measure between J4 and J3 and turn the module's screw to 3.4 to 3.5 V.",
          ],
          warnings: [
            "Before U2 ever gets power: a new module may give much more, and 3.6 V is all the ESP32 stands.",
          ],
          parts: ["J7", "J4", "J3", "J6"],
          nets: ["V24", "BUCK_OUT"],
          jumpers: "J7 open",
        },
        {
          id: "first-power",
          title: "Power the board",
          text: ["Supply off, jumper on J7 3-4, supply on. 3V3 must read the voltage that was set."],
          parts: ["J7", "U2"],
          nets: ["V3V3"],
          jumpers: "J7 3-4",
        },
      ],
    },
    {
      title: "First flash",
      steps: [
        {
          id: "adapter",
          title: "Choose a 3.3 V adapter",
          text: [
            "J5 needs no header: hold the adapter's pins in the holes at an angle. The square pad is GND.",
            "The order is FTDI's: GND, (CTS), VCC, TXD, RXD, (RTS), as the adapter names them.",
          ],
          warnings: [
            "VCC must be 3.3 V too, not only the signals. Some adapters give 5 V on VCC though set to 3.3 V: they kill the ESP32. Measure it first.",
          ],
          parts: ["J5"],
          nets: ["V3V3", "ESP_RXD0", "ESP_TXD0"],
        },
        {
          id: "program",
          title: "Program mode",
          text: [
            "Take 3-4 off J7, put the jumper on 1-2, then connect the adapter: the ESP32 starts in download mode.",
            "There is no automatic reset: to start over, unplug the adapter and plug it in again.",
          ],
          warnings: [
            "Never leave 3-4 on while an adapter feeds the board: two supplies would drive one wire.",
          ],
          parts: ["J7", "J5"],
          nets: ["IO0_PROGRAM"],
          jumpers: "J7 1-2",
        },
        {
          id: "flash",
          title: "Flash the firmware",
          text: [
            'Arduino: board "ESP32 Dev Module", flash mode QIO, erase all flash before the first sketch upload.',
            'The firmware is DabblerDK/MEP-SW-ESP32. After the first start it opens the access point "esp32-mep".',
          ],
          parts: ["U2"],
        },
      ],
    },
    {
      title: "In the meter",
      steps: [
        {
          id: "run",
          title: "Back to running",
          text: ["Adapter off, jumper from 1-2 to 3-4."],
          parts: ["J7"],
          jumpers: "J7 3-4",
        },
        {
          id: "plug",
          title: "Plug it in",
          text: ["The port gives 1 W at most: connect nothing else to the board's supply."],
          warnings: ["The port is low voltage, but it is inside a meter: local rules apply."],
          parts: ["J6"],
          nets: ["V24"],
          jumpers: "J7 3-4",
        },
        {
          id: "debug",
          title: "Watching the console",
          text: ["115200 baud on J5, 3.3 V."],
          warnings: ["In the meter connect only GND, TXD and RXD, never VCC: the board has its own supply."],
          parts: ["J5"],
          nets: ["ESP_TXD0", "ESP_RXD0", "GND"],
          jumpers: "J7 3-4",
        },
      ],
    },
  ],
}
