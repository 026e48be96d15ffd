import type { Package } from "../../src/model/package"
import { esp32Body, esp32Leads } from "./esp32-body"
import { lines, numbers, pinOneDot, rect, smd } from "./land"

/**
 * ESP32-WROOM-32E land pattern, mm, from Espressif's own KiCad library (github.com/espressif/kicad-libraries,
 * ESP32-WROOM-32E.kicad_mod) and the module's data sheet v1.6, "Recommended PCB land pattern". `d` is the distance
 * from the module's antenna end, which every source draws alike; x counts from the module's centre line.
 */
const module = {
  bodyWidth: 18,
  padLong: 1.5,
  padShort: 0.9,
  pitch: 1.27,
  sideX: 8.75,
  firstD: 7.49,
  endD: 25.25,
  endX: 5.715,
  /** Thermal pad 39: 3 x 3 squares. */
  thermal: { x: -1.5, d: 15.21, pitch: 1.4, size: 0.9 },
  /** From the antenna end: no copper, on any layer, over the whole width. */
  antennaLength: 5.94,
} as const

const { padLong, padShort, pitch, sideX, firstD, endD, endX, thermal } = module

/** The land's origin, the middle of the box round pads 1 to 38, in distance from the antenna end. */
const originD = (firstD - padShort / 2 + endD + padLong / 2) / 2
const y = (d: number) => originD - d

/** Courtyard: from just behind the antenna, which hangs over the board's edge, to 0.25 mm past the pads. */
const courtyardFromD = 6.5
const courtyardToD = endD + padLong / 2 + 0.25

/** Antenna up, pin 1 top left, counter-clockwise, then the nine squares of pin 39. */
const pads = [
  ...numbers(14).map((pin) => smd(pin, -sideX, y(firstD + (pin - 1) * pitch), padLong, padShort)),
  ...numbers(10).map((i) => smd(14 + i, -endX + (i - 1) * pitch, y(endD), padShort, padLong)),
  ...numbers(14).map((i) => smd(24 + i, sideX, y(firstD + (14 - i) * pitch), padLong, padShort)),
  ...[-1, 0, 1].flatMap((row) =>
    [-1, 0, 1].map((column) =>
      smd(
        39,
        thermal.x + column * thermal.pitch,
        y(thermal.d + row * thermal.pitch),
        thermal.size,
        thermal.size,
        // Openings of 68 % of the copper, so that the module does not float.
        0.74,
      ),
    ),
  ),
]

export const esp32Wroom32ePackage: Package = {
  name: "ESP32-WROOM-32E 18x25.5mm",
  land: {
    pads,
    silk: [
      ...lines(
        [-1, 1].flatMap((s) => [
          [s * 9.15, y(24.85), s * 9.15, y(25.7)] as const,
          [s * 9.15, y(25.7), s * 6.6, y(25.7)] as const,
        ]),
      ),
      pinOneDot(-10, y(firstD - 0.44)),
    ],
    courtyard: rect(19.5, courtyardToD - courtyardFromD, 0, y((courtyardFromD + courtyardToD) / 2)),
  },
  body: esp32Body,
  leads: esp32Leads,
  fab: {
    jlcpcb: {
      land: {
        offsetDeg: 270,
        // JLCPCB's middle is 1.035 mm from KiCad's WROOM-32 origin, which is 15.745 mm from the antenna's end; the
        // middle of our pads is 16.52 mm from it.
        midpoint: { x: 0, y: 16.52 - (15.745 + 1.035) },
        symmetric: false,
        evidence:
          "confirmed by fitting the pads of C701341: a quarter turn, and the middle 1.035 mm from KiCad's WROOM-32 origin, away from the antenna",
      },
      // Antenna left, pins 1 to 14 run to the right; the middle is 1.035 mm from that of the two long rows of pins,
      // away from the antenna.
      byPins: { axis: [1, 14], corners: [1, 14, 25, 38], alongMm: 1.035, symmetric: false },
      onlyService: {
        service: "standard",
        evidence: "JLCPCB fits ESP32-WROOM-32E under Standard only, on the weight of evidence",
      },
    },
  },
  source: "Espressif ESP32-WROOM-32E data sheet v1.6 and espressif/kicad-libraries",
}

/** The antenna's zone in the land's frame, a keepout on all layers. */
export const esp32Antenna = {
  minX: -module.bodyWidth / 2,
  maxX: module.bodyWidth / 2,
  minY: y(module.antennaLength),
  maxY: y(0),
}
