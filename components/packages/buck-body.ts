import type { Body, Loop, Shape, Vec2 } from "../../src/model/body"
import { box, cutRectangle, cylinder, frustum, prism } from "../../src/model3d/shapes"

import { smallOutline } from "./soic"

/**
 * The XL1509 step-down module on four solder pads (23 x 17 mm). There is no data sheet: places and diameters were
 * measured on a photo of a built board (scale from the pitch of the pads and mounting holes, +-0.4 mm), heights are
 * those of the part classes seen on it: 6.3 mm electrolytic 5.4 to 7.7 mm, CD75 inductor 5.0 mm, SMA 2.3 mm.
 * Frame: as seen from the solder side of the board, where the module is mounted; input on the left, minus at the top.
 */
const board = { x: 11.5, y: 8.5, thickness: 1.6 }
/** The whole module, board included, is about 8 mm high. */
const height = 8

/** The four plated slots at the corners, filled with solder down to the pads they sit on. */
const slots: Vec2[] = [
  [-9.7, 5.4],
  [-9.7, -5.4],
  [9.7, 5.4],
  [9.7, -5.4],
]
const slot = ([x, y]: Vec2, grow = 0): Vec2[] =>
  cutRectangle([x - 1.1 - grow, x + 1.1 + grow], [y - 2.2 - grow, y + 2.2 + grow], 0.8 + grow * 0.4)

const at = (shapes: readonly Shape[], [dx, dy]: Vec2, z: number, quarterTurn: boolean): Shape[] =>
  shapes.map((shape) => {
    const turn = ([x, y, w]: readonly [number, number, number]) =>
      quarterTurn ? ([-y, x, w] as const) : ([x, y, w] as const)
    const origin = turn(shape.frame.origin)
    return {
      ...shape,
      name: `controller, ${shape.name}`,
      frame: {
        origin: [origin[0] + dx, origin[1] + dy, origin[2] + z],
        u: turn(shape.frame.u),
        v: turn(shape.frame.v),
        w: turn(shape.frame.w),
      },
    }
  })

const t = board.thickness

/** A chip part on the module: two caps and a body. */
function chip(
  name: string,
  material: "ceramic" | "resistive",
  [x, y]: Vec2,
  size: Vec2,
  tall: number,
): Shape[] {
  const [w, l] = [size[0] / 2, size[1] / 2]
  return [
    box(`${name}, terminal 1`, "tin", [x - w, x + w], [y - l, y - l + 0.4], [t, t + tall]),
    box(`${name}, terminal 2`, "tin", [x - w, x + w], [y + l - 0.4, y + l], [t, t + tall]),
    box(
      `${name}, body`,
      material,
      [x - w + 0.02, x + w - 0.02],
      [y - l + 0.4, y + l - 0.4],
      [t, t + tall - 0.02],
    ),
  ]
}

const can: Vec2 = [-4, 3.3]
const coil: Vec2 = [3.9, 0.7]
const trimmer: Vec2 = [4.8, -5.6]
const diode: Vec2 = [3.1, 6.9]
const slotHoles = slots.map((centre): Loop => ({ kind: "polygon", points: slot(centre) }))

export const buckBody: Body = {
  id: "buck-module",
  title: "Step-down module 23 x 17 mm",
  terminals: { "VIN-": [-9.5, 6], "VIN+": [-9.5, -6], "OUT-": [9.5, 6], "OUT+": [9.5, -6] },
  marks: [
    { text: "22", at: [-3.6, 3.9], z: height, capHeight: 0.95, material: "inkDark" },
    { text: "50V", at: [-3.4, 2.5], z: height, capHeight: 0.85, material: "inkDark" },
    { text: "470", at: [coil[0], coil[1]], z: t + 5, capHeight: 1.7, material: "laser", turnDeg: 90 },
    { text: "XL1509", at: [-3.7, -4.6], z: t + 1.75, capHeight: 0.75, material: "laser" },
    { text: "IN-", at: [-8, 7.2], z: t, capHeight: 0.8, material: "ink" },
    { text: "IN+", at: [-8, -7.3], z: t, capHeight: 0.8, material: "ink" },
    { text: "OUT-", at: [7.2, 7.4], z: t, capHeight: 0.8, material: "ink" },
    { text: "OUT+", at: [7.2, -7.7], z: t, capHeight: 0.8, material: "ink" },
  ],
  height: {
    mm: height,
    source:
      "not documented; board 1.6 mm and a 6.3 mm electrolytic (5.4 to 7.7 mm high are sold): about 8 mm",
    trust: "measured",
  },
  shapes: [
    prism(
      "module board",
      "greenMask",
      [
        [-11.5, -8.5],
        [11.5, -8.5],
        [11.5, 8.5],
        [-11.5, 8.5],
      ],
      [0, t],
      {
        holes: slotHoles,
      },
    ),
    ...slots.map((centre, i) =>
      prism(`solder ${i + 1}`, "solder", slot(centre), [0, t + 0.3], { far: slot(centre, -0.35) }),
    ),
    prism(
      "capacitor base",
      "plastic",
      [
        [can[0] - 3.3, can[1] - 3.3],
        [can[0] + 3.3, can[1] - 3.3],
        [can[0] + 3.3, can[1] + 2.1],
        [can[0] + 2.1, can[1] + 3.3],
        [can[0] - 2.1, can[1] + 3.3],
        [can[0] - 3.3, can[1] + 2.1],
      ],
      [t, t + 0.9],
    ),
    cylinder("capacitor can", "aluminium", can, 3.2, [t + 0.9, height]),
    box(
      "inductor terminal 1",
      "tin",
      [coil[0] - 1.2, coil[0] + 1.2],
      [coil[1] + 3.55, coil[1] + 4.05],
      [t, t + 0.6],
    ),
    box(
      "inductor terminal 2",
      "tin",
      [coil[0] - 1.2, coil[0] + 1.2],
      [coil[1] - 4.05, coil[1] - 3.55],
      [t, t + 0.6],
    ),
    prism(
      "inductor",
      "ferrite",
      cutRectangle([coil[0] - 3.95, coil[0] + 3.95], [coil[1] - 3.5, coil[1] + 3.5], 1.6),
      [t + 0.6, t + 4.7],
    ),
    prism(
      "inductor, rim",
      "ferrite",
      cutRectangle([coil[0] - 3.95, coil[0] + 3.95], [coil[1] - 3.5, coil[1] + 3.5], 1.6),
      [t + 4.7, t + 5],
      { far: cutRectangle([coil[0] - 3.65, coil[0] + 3.65], [coil[1] - 3.2, coil[1] + 3.2], 1.476) },
    ),
    ...at(smallOutline(8, "mould"), [-3.7, -4.6], t, true),
    box(
      "diode terminal 1",
      "tin",
      [diode[0] - 2.5, diode[0] - 2.15],
      [diode[1] - 0.7, diode[1] + 0.7],
      [t, t + 1.1],
    ),
    box(
      "diode terminal 2",
      "tin",
      [diode[0] + 2.15, diode[0] + 2.5],
      [diode[1] - 0.7, diode[1] + 0.7],
      [t, t + 1.1],
    ),
    frustum(
      "diode",
      "mould",
      [diode[0] - 2.15, diode[0] + 2.15],
      [diode[1] - 1.3, diode[1] + 1.3],
      [t, t + 2.3],
      0.15,
    ),
    ...chip("output capacitor", "ceramic", [10.5, 0], [1.6, 3.2], 1.2),
    ...chip("resistor", "resistive", [0.6, -5.4], [1.25, 2], 0.55),
    box(
      "trimmer, base",
      "alumina",
      [trimmer[0] - 1.6, trimmer[0] + 1.6],
      [trimmer[1] - 1.6, trimmer[1] + 1.6],
      [t, t + 0.6],
    ),
    cylinder("trimmer, wiper", "brass", trimmer, 1.35, [t + 0.6, t + 1.3]),
    { ...box("trimmer, slot", "inkDark", [4, 5.6], [-5.75, -5.45], [t + 1.3, t + 1.31]), marking: true },
    {
      ...box("trimmer, cross slot", "inkDark", [4.65, 4.95], [-6.4, -4.8], [t + 1.3, t + 1.31]),
      marking: true,
    },
    {
      ...prism(
        "capacitor stripe",
        "inkDark",
        [
          [-6.9, 2.2],
          [-6.35, 1.3],
          [-5.3, 0.5],
          [-4.6, 0.25],
          [-5.1, 6.2],
          [-6.3, 5.3],
          [-6.9, 4.4],
        ],
        [height, height + 0.01],
      ),
      marking: true,
    },
  ],
}
