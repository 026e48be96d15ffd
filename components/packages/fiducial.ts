import type { Package } from "../../src/model/package"
import { rect } from "./land"

/**
 * A mark for a machine's camera: 1 mm of bare copper in an opening of 2 mm, which nothing else may be in. JLCPCB, help
 * article 48, 25 July 2023, asks for the same.
 */
export const fiducialMark: Package = {
  name: "fiducial 1mm",
  land: {
    pads: [{ pin: 1, x: 0, y: 0, width: 1, height: 1, shape: "circle", paste: "none", maskMarginMm: 0.5 }],
    silk: [],
    courtyard: rect(2.5, 2.5),
  },
  leads: { unknown: "a mark: nothing stands on it" },
  source: "IPC-7351B, 3.4.1.1: local and global fiducials; KiCad Fiducial_1mm_Mask2mm",
}
