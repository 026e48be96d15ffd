import type { Package } from "../../src/model/package"
import { box, cutRectangle, cylinder, prism } from "../../src/model3d/shapes"
import { endsAlike, footX, lines, mm, pinOneDot, rect, smd } from "./land"

/** An aluminium can of 6.3 mm on its plastic base, pin 1 = plus on the left, where the base's corners are cut. */
export function can63(heightMm: number, source: string): Package {
  const half = 3.3
  return {
    name: `can 6.3x${heightMm}mm`,
    land: {
      pads: [smd(1, -2.7, 0, 3.5, 1.6), smd(2, 2.7, 0, 3.5, 1.6)],
      silk: [
        ...lines([
          [-2.35, 3.45, 3.45, 3.45],
          [3.45, 3.45, 3.45, 1.1],
          [3.45, -1.1, 3.45, -3.45],
          [3.45, -3.45, -2.35, -3.45],
          [-2.35, -3.45, -3.45, -2.35],
          [-3.45, -2.35, -3.45, -1.1],
          [-3.45, 1.1, -3.45, 2.35],
          [-3.45, 2.35, -2.35, 3.45],
          [-4.5, 1.85, -3.7, 1.85],
          [-4.1, 1.45, -4.1, 2.25],
        ]),
        pinOneDot(-4.1, -1.4),
      ],
      courtyard: rect(9.4, 7.1),
    },
    body: {
      id: `can-63-${heightMm}mm`,
      title: `aluminium can, 6.3 x ${heightMm} mm`,
      terminals: { "1": [-2.6, 0], "2": [2.6, 0] },
      height: { mm: heightMm, source, trust: "datasheet" },
      pinOne: [-2.6, 0],
      shapes: [
        prism("base", "plastic", cutRectangle([-half, half], [-half, half], 1), [0.1, 1.3]),
        cylinder("can", "aluminium", [0, 0], 3.15, [1.3, heightMm]),
        box("terminal 1", "tin", [-3.6, -1.6], [-0.33, 0.33], [0, 0.1]),
        box("terminal 2", "tin", [1.6, 3.6], [-0.33, 0.33], [0, 0.1]),
        {
          ...box("minus", "inkDark", [1.2, 2.4], [-1.4, 1.4], [heightMm, mm(heightMm + 0.01)]),
          marking: true,
        },
      ],
    },
    leads: {
      source:
        "Panasonic SMD type cans, size D (6.3): base A 6.6, lead W 0.65, P 1.8 between the leads, H 7.8 over them",
      surface: {
        kind: "can",
        density: "A",
        feet: { 1: footX(-0.9, -3.5, 0, 0.65), 2: footX(0.9, 3.5, 0, 0.65) },
        less: {
          heel: {
            mm: -0.05,
            reason: "KiCad's pads are 1.9 mm apart, the leads 1.8 mm; level B asks -0.1 mm",
          },
          side: { mm: 0.475, reason: "KiCad's pads are 1.6 mm wide, as the makers draw them" },
        },
      },
    },
    fab: {
      jlcpcb: {
        land: {
          offsetDeg: 180,
          midpoint: { x: 0, y: 0 },
          symmetric: false,
          evidence:
            'JLCKicadTools\' table has "^CP_Elec_6.3x7.7" and Fabrication-Toolkit\'s "^CP_Elec_" at 180 against KiCad\'s land, whose plus is where ours is',
        },
        byPins: { axis: [2, 1], corners: [1, 2], alongMm: 0, symmetric: false },
      },
    },
    source: "KiCad CP_Elec_6.3x7.7",
  }
}

/** Changjiang's shielded coils FNR5040S, 5 x 5 x 4 mm. */
export const fnr5040: Package = {
  name: "inductor 5x5x4mm",
  land: {
    pads: [smd(1, -1.85, 0, 1.4, 4.2), smd(2, 1.85, 0, 1.4, 4.2)],
    silk: lines([
      [-2.76, 2.4, -2.76, 2.76],
      [-2.76, 2.76, 2.76, 2.76],
      [2.76, 2.76, 2.76, 2.4],
      [-2.76, -2.4, -2.76, -2.76],
      [-2.76, -2.76, 2.76, -2.76],
      [2.76, -2.76, 2.76, -2.4],
    ]),
    courtyard: rect(5.6, 5.7),
  },
  body: {
    id: "inductor-fnr5040",
    title: "shielded coil, 5 x 5 x 4 mm",
    terminals: { "1": [-1.8, 0], "2": [1.8, 0] },
    height: { mm: 4, source: "Changjiang FNR5040S: 5.0 x 5.0 x 4.0 mm", trust: "datasheet" },
    shapes: [
      box("terminal 1", "tin", [-2.45, -1.2], [-2, 2], [0, 0.15]),
      box("terminal 2", "tin", [1.2, 2.45], [-2, 2], [0, 0.15]),
      prism("core", "ferrite", cutRectangle([-2.5, 2.5], [-2.5, 2.5], 0.6), [0.15, 4]),
    ],
  },
  leads: {
    unknown:
      "the maker's drawing was not at hand; its recommended land, as a public project quotes it (a 2.3, b 1.4, c 4.2), is this one",
  },
  fab: { jlcpcb: endsAlike("a coil: both ends alike, and square") },
  source: "KiCad L_Changjiang_FNR5040S",
}
