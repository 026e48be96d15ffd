import type { PackageAtFab } from "../../src/model/package"

/** How JLCPCB has the packages whose own records do not say it yet, by name. Frames: see `LandAtFab`, `LandByPins`. */
export const packages: Readonly<Record<string, PackageAtFab>> = {
  "0805": {
    land: {
      offsetDeg: 0,
      midpoint: { x: 0, y: 0 },
      symmetric: true,
      evidence: "resistors and capacitors: both ends alike, all published tables have 0",
    },
    byPins: { axis: [1, 2], corners: [1, 2], alongMm: 0, symmetric: true },
  },
  "SOIC-16 3.9x9.9mm": {
    land: {
      offsetDeg: 270,
      midpoint: { x: 0, y: 0 },
      symmetric: false,
      evidence:
        "confirmed by fitting JLCPCB's pads: its zero has pin 1 bottom left; JLCKicadTools' table and Konnect issue 518 have 270 for SOIC as well",
    },
    // Pin 1 bottom left, so that pins 1 to 8 run to the right.
    byPins: { axis: [1, 8], corners: [1, 8, 9, 16], alongMm: 0, symmetric: false },
  },
  "ESP32-WROOM-32E 18x25.5mm": {
    land: {
      offsetDeg: 270,
      // JLCPCB's middle is 1.035 mm from KiCad's WROOM-32 origin, which is 15.745 mm from the antenna's end; the
      // middle of our pads is 16.52 mm from it.
      midpoint: { x: 0, y: 16.52 - (15.745 + 1.035) },
      symmetric: false,
      evidence:
        "confirmed by fitting the pads of C701341: a quarter turn, and the middle 1.035 mm from KiCad's WROOM-32 origin, away from the antenna",
    },
    // Antenna left, pins 1 to 14 run to the right; the middle is 1.035 mm from that of the two long rows of pins, away
    // from the antenna.
    byPins: { axis: [1, 14], corners: [1, 14, 25, 38], alongMm: 1.035, symmetric: false },
    onlyService: {
      service: "standard",
      evidence: "JLCPCB fits ESP32-WROOM-32E under Standard only, on the weight of evidence",
    },
  },
  "SOD-323": {
    land: { unconfirmed: "diodes turn part by part at JLCPCB; nobody has confirmed this one" },
  },
  "1x6 2.54mm": {
    land: { unconfirmed: "headers turn part by part at JLCPCB; nobody has confirmed this one" },
  },
  "2x3 2.54mm right angle": {
    land: { unconfirmed: "headers turn part by part at JLCPCB; nobody has confirmed this one" },
  },
  "2x2 1.27mm SMD": {
    land: { unconfirmed: "headers turn part by part at JLCPCB; nobody has confirmed this one" },
  },
}
