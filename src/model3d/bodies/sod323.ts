import type { Body } from "../body"
import { box, frustum } from "../shapes"

/**
 * SOD-323 (JEITA SC-76): body 1.70 x 1.25 x 1.10 mm at most, 2.50 mm over the leads of 0.30 mm. Cathode = pin 1 with
 * the band.
 */
export const diodeSod323: Body = {
  id: "diode-sod323",
  title: "SOD-323 diode",
  terminals: { "1": [-1.1, 0], "2": [1.1, 0] },
  height: { mm: 1.1, source: "JEITA SC-76 (SOD-323), A max", trust: "datasheet" },
  pinOne: [-0.6, 0],
  polarity: "cathode",
  shapes: [
    box("lead 1", "tin", [-1.25, -0.85], [-0.15, 0.15], [0, 0.12]),
    box("lead 2", "tin", [0.85, 1.25], [-0.15, 0.15], [0, 0.12]),
    frustum("mould", "mould", [-0.85, 0.85], [-0.625, 0.625], [0.05, 1.1], 0.08),
    { ...box("cathode band", "ink", [-0.7, -0.4], [-0.54, 0.54], [1.1, 1.11]), marking: true },
  ],
}
