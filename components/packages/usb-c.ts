import type { LandPad, Package } from "../../src/model/package"
import { box } from "../../src/model3d/shapes"
import { lines, mm, pinOneDot, rect, smd } from "./land"

/** KiCad's file has its origin elsewhere: the middle of the box round its pads lies 1.46 mm nearer to the plug, y down. */
const middleY = 1.46
const up = (y: number): number => mm(-(y + middleY))

/** Left to right seen from above with the plug below; A and B contacts of the ends share a pad. */
const contacts: readonly (readonly [x: number, width: number])[] = [
  [-3.25, 0.6],
  [-2.45, 0.6],
  [-1.75, 0.3],
  [-1.25, 0.3],
  [-0.75, 0.3],
  [-0.25, 0.3],
  [0.25, 0.3],
  [0.75, 0.3],
  [1.25, 0.3],
  [1.75, 0.3],
  [2.45, 0.6],
  [3.25, 0.6],
]

const shell = (pin: number, x: number, y: number, length: number, slot: number): LandPad => ({
  pin,
  x,
  y: up(y),
  width: 1,
  height: length,
  shape: "pill",
  holeMm: 0.6,
  slotMm: slot,
  paste: "none",
})

/** Where the shell ends, towards the plug: what is put at the board's edge. */
export const usbFrontMm = up(3.65)

/**
 * Korean Hroparts TYPE-C-31-M-12, USB 2.0, 16 contacts on 12 pads. Pins 1 to 12 are the pads from left to right: A1/B12,
 * A4/B9, B8, A5, B7, A6, A7, B6, A8, B5, B4/A9, B1/A12; 13 to 16 are the shell.
 */
export const usbTypeC31M12: Package = {
  name: "USB-C receptacle TYPE-C-31-M-12",
  land: {
    pads: [
      ...contacts.map(([x, width], index) => smd(index + 1, x, up(-4.045), width, 1.45)),
      shell(13, -4.32, -3.13, 2.1, 1.7),
      shell(14, 4.32, -3.13, 2.1, 1.7),
      shell(15, -4.32, 1.05, 1.6, 1.2),
      shell(16, 4.32, 1.05, 1.6, 1.2),
    ],
    pegs: [
      { x: -2.89, y: up(-2.6), drillMm: 0.65 },
      { x: 2.89, y: up(-2.6), drillMm: 0.65 },
    ],
    silk: [
      ...lines([
        [-4.7, up(-1.8), -4.7, up(-0.06)],
        [4.7, up(-1.8), 4.7, up(-0.06)],
      ]),
      pinOneDot(-4.05, up(-5.1)),
    ],
    courtyard: rect(10.2, mm(4.95 + 3.65), 0, mm((up(-4.95) + up(3.65)) / 2)),
  },
  body: {
    id: "usb-c-31-m-12",
    title: "USB-C receptacle",
    // In the middle of the pads: the body is laid by the mean of all, and its tabs must meet their slots.
    terminals: {
      ...Object.fromEntries(contacts.map(([x], index) => [String(index + 1), [x, up(-4.045)] as const])),
      "13": [-4.32, up(-3.13)],
      "14": [4.32, up(-3.13)],
      "15": [-4.32, up(1.05)],
      "16": [4.32, up(1.05)],
    },
    height: {
      mm: 3.26,
      source: "HRO TYPE-C-31-M-12: 3.26 mm, as its makers' pages quote it",
      trust: "typical",
    },
    pinDepthMm: 1,
    shapes: [
      box("shell", "aluminium", [-4.47, 4.47], [up(3.65), up(-3.3)], [0, 3.26]),
      ...contacts.map(([x, width], index) =>
        box(`contact ${index + 1}`, "tin", [x - width / 3, x + width / 3], [up(-3.3), up(-4.2)], [0, 0.15]),
      ),
      ...[-4.32, 4.32].flatMap((x) => [
        box(`tab ${x} back`, "aluminium", [x - 0.15, x + 0.15], [up(-2.4), up(-3.6)], [-1, 0]),
        box(`tab ${x} front`, "aluminium", [x - 0.15, x + 0.15], [up(1.55), up(0.75)], [-1, 0]),
      ]),
    ],
  },
  leads: { unknown: "the maker's drawing was not at hand" },
  fab: {
    jlcpcb: {
      land: {
        offsetDeg: 180,
        midpoint: { x: 0, y: -1.35 },
        symmetric: false,
        evidence:
          "JLCKicadTools pull request 47 has this land at 180, as a public project saw it in the preview on 2026-07-18 (at 0 the mouth faced into the board); its middle: 1.35 mm from the pads' towards the plug, 21km43/ESP32-C3-DevBoard issue 1",
      },
      byPins: { axis: [12, 1], corners: [1, 12], alongMm: 0, acrossMm: 3.935, symmetric: false },
    },
  },
  source: "KiCad 8 USB_C_Receptacle_HRO_TYPE-C-31-M-12",
}
