import type { Package } from "../../src/model/package"
import { box, cylinder } from "../../src/model3d/shapes"
import { endsAlike, lines, rect, smd } from "./land"

/** XUNPU's TS-1088: 4 x 3 x 2 mm, a lead at either end. */
export const ts1088: Package = {
  name: "button 4x3mm",
  land: {
    pads: [smd(1, -2.075, 0, 1.35, 1.8), smd(2, 2.075, 0, 1.35, 1.8)],
    silk: lines([
      [-2, 1.6, 2, 1.6],
      [-2, -1.6, 2, -1.6],
    ]),
    courtyard: rect(6, 3.6),
  },
  body: {
    id: "button-ts1088",
    title: "button, 4 x 3 mm",
    terminals: { "1": [-2.1, 0], "2": [2.1, 0] },
    height: { mm: 2, source: "XUNPU TS-1088-AR02016: 4 x 3 x 2 mm", trust: "typical" },
    shapes: [
      box("terminal 1", "tin", [-2.4, -1.6], [-0.5, 0.5], [0, 0.15]),
      box("terminal 2", "tin", [1.6, 2.4], [-0.5, 0.5], [0, 0.15]),
      box("case", "aluminium", [-2, 2], [-1.5, 1.5], [0.15, 1.4]),
      cylinder("plunger", "plastic", [0, 0], 0.9, [1.4, 2]),
    ],
  },
  leads: { unknown: "the maker's drawing was not at hand" },
  fab: {
    jlcpcb: endsAlike(
      "two ends alike; its land SW_TS-1088-AR02016 in CDFER/JLCPCB-Kicad-Library has them left and right",
    ),
  },
  source: "CDFER/JLCPCB-Kicad-Library, SW_TS-1088-AR02016, 2026-08-08",
}

/** Two bare half pads that a blob of solder joins, open as they come. */
export const solderJumper2: Package = {
  name: "solder jumper 2",
  land: {
    pads: [smd(1, -0.65, 0, 1, 1.5, "none"), smd(2, 0.65, 0, 1, 1.5, "none")],
    silk: lines([
      [-1.5, 1.1, 1.5, 1.1],
      [1.5, 1.1, 1.5, -1.1],
      [1.5, -1.1, -1.5, -1.1],
      [-1.5, -1.1, -1.5, 1.1],
    ]),
    courtyard: rect(3.3, 2.5),
  },
  leads: { unknown: "bare pads: nothing stands on them" },
  source: "KiCad SolderJumper-2_P1.3mm_Open_Pad1.0x1.5mm",
}
