import type { GuideStep } from "../../src/model/guide"
import type { OwnGuide } from "./own"

/** From the first start to readings, after MEP-SW-ESP32's README ("Initial startup procedure") and NES-MEP-UI.ino. */

export const firmwareSteps = (probes: OwnGuide["probes"]): GuideStep[] => [
  {
    id: "start",
    title: "Let it start",
    text: [
      "Adapter's VCC off, jumper off J7 1-2: with IO0 held low it never leaves download mode. Jumper on 3-4, bench supply on: 24 V, limit 100 mA.",
      'To see on the console (115200 baud, GND, RX and TX only): "Preferences initialized", then "Setting up AP (Access Point) esp32-mep" and "AP IP address: 192.168.4.1".',
    ],
    warnings: ["It starts again and again: the supply sags when the radio sends. Raise the limit to 150 mA."],
    parts: ["J7", "J5"],
    jumpers: "J7 3-4",
  },
  {
    id: "access-point",
    title: "Join its access point",
    text: [
      'Wi-Fi "esp32-mep", password 12345678 (123456 in older versions). Without a configured Wi-Fi it is there at once, later when the configured one was not found for half a minute to a minute.',
      "The phone may say that there is no internet: stay.",
    ],
  },
  {
    id: "web-files",
    title: "Format the file system, upload the web files",
    text: [
      'Open http://192.168.4.1/recovery. First "Format SPIFFS": some seconds, then the page comes back.',
      "Then choose update.wwws from the firmware's folder NES-MEP-UI-SPIFFS and upload it. Power off and on.",
      "To see: after a while http://192.168.4.1/ has a menu bar at its top. Without one the upload did not arrive: once more.",
    ],
  },
  {
    id: "charge-pump",
    title: "Measure V+, V- and ENABLE under load",
    text: [
      `4 s after power-up the firmware has switched U1 on. Against GND: ${probes.words}. Load ENABLE (J6, marked 2) with 3 kOhm to GND.`,
      "To see: U1.16 at least 3.0 V; V+ +5.0 V or more; V- -5.0 V or lower; ENABLE 4.2 to 4.8 V.",
      "The levels are TI SLLS410's for 3 kOhm, less D1. What a meter wants at ENABLE is not documented: the author wrote of +5 V, later of 8 to 9 V (MEP-SW-ESP32 issue 7).",
    ],
    warnings: ["V+ or V- under 5 V: a fake U1, or a capacitor of its pump without a joint."],
    parts: ["U1", "D1", "J6", ...probes.parts],
    nets: ["V_POS", "V_NEG", "MEP_ENABLE", "VCC_RS232"],
    jumpers: "J7 3-4",
  },
  {
    id: "loop-back",
    title: "Loop-back test, without a meter",
    text: [
      'Menu Configure (empty login): give any MBK key of 20 letters that are not all 0, for with 0s the firmware sends nothing ("No MEP key set"). Save and restart.',
      "Join J6 marked 3 (TXD) with 4 (RXD) by a piece of wire and open the start page.",
      'To see: "Requests are looping back to me. Are you debugging?" beside the requests (MEP-SW-ESP32 issue 7). R5, R6, U1 and UART2 work. Wire off again.',
    ],
    warnings: ["Only TXD and RXD: the pad beside 4 carries 24 V."],
    parts: ["J6", "U1", "R5", "R6"],
    nets: ["MEP_TXD", "MEP_RXD", "TXD2_TTL", "RXD2_TTL"],
    jumpers: "J7 3-4",
  },
]

export const meterSteps: readonly GuideStep[] = [
  {
    id: "key",
    title: "The key, and the port, from the power company",
    text: [
      "Ask your grid company for the meter's MEP key (MBK key): 20 characters, taken as they are although they look hexadecimal; the firmware uses the first 16.",
      "Ask it to enable the port as well: some ship or set meters with it off (Cerius in Denmark since May 2025, says dabbler.dk).",
    ],
  },
  {
    id: "configure",
    title: "Configure",
    text: [
      "Menu Configure: your Wi-Fi and its password, a login and password for the module, the key. Save and restart.",
      "To see: the module at http://esp32-mep.local/ in your own network.",
    ],
  },
  {
    id: "run",
    title: "Back to running",
    text: ["Bench supply, wires and adapter off, the jumper on J7 3-4 and none on 1-2."],
    parts: ["J7"],
    jumpers: "J7 3-4",
  },
  {
    id: "plug",
    title: "Plug it in",
    text: [
      "The port gives 1 W at most: connect nothing else to the board's supply.",
      'To see: within two minutes the start page decodes replies, the dashboard shows consumption. "Authentication failure": the key. No reply at all: the port is off, or ENABLE too low for this meter.',
    ],
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
]
