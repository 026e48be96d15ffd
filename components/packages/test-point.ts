import type { Package } from "../../src/model/package"
import { rect } from "./land"

/** A bare round pad to hold a probe to: nothing stands on it, nothing is bought. */
export const testPointPad = (diameterMm = 1.5): Package => ({
  name: `test point ${diameterMm}mm`,
  land: {
    pads: [{ pin: 1, x: 0, y: 0, width: diameterMm, height: diameterMm, shape: "circle", paste: "none" }],
    silk: [],
    courtyard: rect(diameterMm + 0.5, diameterMm + 0.5),
  },
  leads: { unknown: "a bare pad: nothing stands on it" },
  source: `KiCad TestPoint_Pad_D${diameterMm}mm`,
})
