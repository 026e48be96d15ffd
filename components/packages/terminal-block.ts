import type { Package } from "../../src/model/package"
import { alongX, box, cylinder } from "../../src/model3d/shapes"
import { box as boxLines, hole, lines, mm, numbers, outline, pinOneDot } from "./land"

/**
 * A screw terminal block, wires from below (y-): holes 1.3 mm for pins up to 1.1 mm, 2.6 mm pads. Depth and height
 * differ a little between makers; the land and the outline are KiCad's
 * `TerminalBlock_Phoenix_MKDS-1,5-2-5.08_1x02_P5.08mm_Horizontal`.
 */
export function terminalBlock(ways: number, pitch: 5.08 | 5 = 5.08): Package {
  const half = (ways * pitch) / 2
  const x = (pin: number) => mm((pin - (ways + 1) / 2) * pitch)
  const [front, back, height] = [-4.6, 5.2, 10]
  return {
    name: `${ways}x ${pitch}mm screw terminal`,
    land: {
      fromAbove: true,
      pads: numbers(ways).map((pin) => hole(pin, x(pin), 0, 2.6, 1.3)),
      silk: [
        ...lines([...boxLines(-half, front, half, back), [-half, front + 1.5, half, front + 1.5]]),
        pinOneDot(x(1), back + 0.5),
      ],
      courtyard: outline(-mm(half + 0.5), front - 0.5, mm(half + 0.5), back + 0.8),
    },
    body: {
      id: `terminal-block-${ways}x${pitch}`,
      title: `${ways} way screw terminal, ${pitch} mm`,
      terminals: Object.fromEntries(numbers(ways).map((pin) => [String(pin), [x(pin), 0] as const])),
      height: { mm: height, source: "10 mm, the common height of 5.08 mm blocks", trust: "typical" },
      pinDepthMm: 3.5,
      pinOne: [x(1), 0],
      shapes: [
        alongX(
          "housing",
          "greenMask",
          [
            [front, 0],
            [back, 0],
            [back, 7],
            [back - 2, height - 0.2],
            [front + 2, height - 0.2],
            [front, 6],
          ],
          [mm(-half), mm(half)],
        ),
        ...numbers(ways).flatMap((pin) => [
          box(`pin ${pin}`, "tin", [x(pin) - 0.45, x(pin) + 0.45], [-0.4, 0.4], [-3.5, 0]),
          cylinder(`screw ${pin}`, "tin", [x(pin), 0], 1.8, [height - 0.2, height]),
        ]),
      ],
    },
    leads: {
      source: "pins 0.9 x 0.8 mm, a common size of such blocks; this maker's drawing was not looked up",
      through: {
        acrossMm: 1.204,
        less: {
          mm: 0.09,
          reason: "Phoenix and KiCad drill 1.3 mm for these blocks; a pin's corners are rounded",
        },
      },
    },
    fab: {
      jlcpcb: {
        land: { unconfirmed: "connectors turn part by part at JLCPCB; nobody has confirmed this one" },
      },
    },
    source: "KiCad TerminalBlock_Phoenix MKDS 1,5-5.08",
  }
}
