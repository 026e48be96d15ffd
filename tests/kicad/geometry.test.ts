import type { AnyCircuitElement } from "circuit-json"
import { describe, expect, it } from "vitest"
import type { Point } from "../../src/geometry/point"
import { fractured } from "../../src/kicad/board/fracture"
import { footprintTurn, inFootprint, type PartPose, toLibrary } from "../../src/kicad/board/frame"
import { inkOf } from "../../src/kicad/board/ink"
import { landPads } from "../../src/kicad/board/pads"
import { areaOf } from "./read-board"

const square = (x: number, y: number, side: number): Point[] => [
  { x, y },
  { x: x + side, y },
  { x: x + side, y: y + side },
  { x, y: y + side },
]

describe("a pour without holes in its outline", () => {
  it("keeps its area, whatever the order and winding of its holes", () => {
    const holes = [square(6, 2, 1), square(2, 2, 1), [...square(4, 1, 1)].reverse(), square(2.5, 6, 3)]
    for (const order of [holes, [...holes].reverse()]) {
      expect(areaOf(fractured(square(0, 0, 10), order))).toBeCloseTo(100 - 3 - 9, 9)
    }
  })

  it("walks every slit both ways, through copper only", () => {
    const ring = fractured(square(0, 0, 10), [square(2, 2, 1), square(6, 2, 1)])
    const places = ring.map((p) => `${p.x} ${p.y}`)
    expect(places.filter((place) => place === "0 2")).toHaveLength(2)
    // The right hole's slit ends at the left hole, not at the outline.
    expect(places.filter((place) => place === "3 2").length).toBeGreaterThanOrEqual(2)
  })

  it("says no to a hole that lies outside", () => {
    expect(() => fractured(square(0, 0, 1), [square(-5, 0, 1)])).toThrow(/outside/)
  })
})

/** Where KiCad puts a footprint's point: turned counter-clockwise on a screen whose y points down. */
function kicadPlace(pose: PartPose, stored: Point): Point {
  const turn = (footprintTurn(pose) * Math.PI) / 180
  const right = stored.x * Math.cos(turn) + stored.y * Math.sin(turn)
  const down = -stored.x * Math.sin(turn) + stored.y * Math.cos(turn)
  return { x: pose.x + right, y: pose.y - down }
}

describe("frames", () => {
  for (const side of ["top", "bottom"] as const)
    for (const rotationDeg of [0, 90, 180, 270, 30]) {
      it(`comes back from the library to the board: ${side}, ${rotationDeg} degrees`, () => {
        const pose: PartPose = { x: 3, y: -2, rotationDeg, side }
        const onBoard = { x: 4.5, y: 1.25 }
        const back = kicadPlace(pose, inFootprint(side, toLibrary(pose, onBoard)))
        expect(back.x).toBeCloseTo(onBoard.x, 3)
        expect(back.y).toBeCloseTo(onBoard.y, 3)
      })
    }

  it("shows a bottom part's pin 1 on the same side in the library as a top part's", () => {
    // Pin 1 of a chip resistor is left of its middle; on the solder side, seen from the top, right of it.
    expect(toLibrary({ x: 0, y: 0, rotationDeg: 0, side: "top" }, { x: -1, y: 0 })).toEqual({ x: -1, y: 0 })
    expect(toLibrary({ x: 0, y: 0, rotationDeg: 0, side: "bottom" }, { x: 1, y: 0 })).toEqual({ x: -1, y: 0 })
  })
})

const element = (fields: object): AnyCircuitElement => fields as unknown as AnyCircuitElement
const pose: PartPose = { x: 0, y: 0, rotationDeg: 0, side: "top" }
const pad = (fields: object) =>
  element({
    type: "pcb_smtpad",
    pcb_smtpad_id: "a",
    pcb_component_id: "p",
    layer: "top",
    x: 0,
    y: 0,
    ...fields,
  })
const paste = (fields: object) =>
  element({ type: "pcb_solder_paste", pcb_smtpad_id: "a", layer: "top", x: 0, y: 0, ...fields })

describe("pads", () => {
  it("takes paste as a margin, as a share, or says why it cannot", () => {
    const oblong = pad({ shape: "rect", width: 2, height: 1 })
    const pasteOf = (opening: object) => landPads([oblong, paste(opening)])("p", pose)[0]?.paste
    expect(pasteOf({ shape: "rect", width: 1.8, height: 0.8 })).toEqual({ mm: -0.1, share: 0 })
    expect(pasteOf({ shape: "rect", width: 1.4, height: 0.7 })).toEqual({ mm: 0, share: -0.15 })
    const even = pad({ shape: "rect", width: 1, height: 1 })
    expect(() => landPads([even, paste({ shape: "rect", width: 0.8, height: 0.5 })])("p", pose)).toThrow(
      "solder paste at (0, 0) is not its pad with a margin, which KiCad needs",
    )
    expect(landPads([oblong])("p", pose)[0]?.paste).toBeUndefined()
  })

  it("keeps a pad of a part turned by any angle square to the part", () => {
    const turned = landPads([pad({ shape: "rotated_rect", width: 2, height: 1, ccw_rotation: 120 })])("p", {
      ...pose,
      rotationDeg: 30,
    })[0]
    expect(turned).toMatchObject({ width: 1, height: 2, turnDeg: 0, shape: "rect" })
  })

  it("has a polygon as a custom pad about a disc inside it", () => {
    const points = [
      { x: 1, y: 2 },
      { x: 3, y: 2 },
      { x: 3, y: 4 },
    ]
    const [custom] = landPads([pad({ shape: "polygon", points })])("p", {
      ...pose,
      rotationDeg: 0,
      side: "top",
    })
    expect(custom).toMatchObject({ shape: "custom", width: 0.01, turnDeg: 0 })
    // y counts down in KiCad.
    const corners = custom?.corners?.map(({ x, y }) => [x + custom.x + pose.x, pose.y - y - custom.y])
    expect(corners).toEqual([
      [1, 2],
      [3, 2],
      [3, 4],
    ])
  })
})

describe("silkscreen", () => {
  it("has every form, none thinner than the fab prints", () => {
    const common = { layer: "bottom", pcb_component_id: "p", center: { x: 1, y: 1 } }
    const ink = inkOf(
      [
        element({ type: "pcb_silkscreen_line", ...common, x1: 0, y1: 0, x2: 1, y2: 0, stroke_width: 0.1 }),
        element({ type: "pcb_silkscreen_path", ...common, route: square(0, 0, 1), stroke_width: 0.2 }),
        element({ type: "pcb_silkscreen_circle", ...common, radius: 1, stroke_width: 0.01 }),
        element({ type: "pcb_silkscreen_rect", ...common, width: 2, height: 1, stroke_width: 0.15 }),
        element({ type: "pcb_silkscreen_pill", ...common, width: 2, height: 1 }),
        element({ type: "pcb_silkscreen_oval", ...common, radius_x: 2, radius_y: 1 }),
      ],
      0.15,
    )
    expect(ink.map((one) => one.drawing.kind)).toEqual([
      "line",
      ...["line", "line", "line"],
      "circle",
      "polygon",
      "line",
      "polygon",
    ])
    expect(ink.every((one) => one.side === "bottom" && one.partId === "p")).toBe(true)
    const widths = ink.map((one) => ("widthMm" in one.drawing ? one.drawing.widthMm : 0))
    expect(Math.min(...widths)).toBe(0.15)
  })

  it("anchors text at half its height and stretches it to the Gerbers' length", () => {
    const text = (anchor: string) =>
      inkOf(
        [
          element({
            type: "pcb_silkscreen_text",
            layer: "top",
            text: "HHHH",
            font_size: 2,
            anchor_alignment: anchor,
            anchor_position: { x: 0, y: 0 },
          }),
        ],
        0.15,
      )[0]?.drawing
    const [middle, top] = [text("center"), text("top_left")]
    if (middle?.kind !== "text" || top?.kind !== "text") throw new Error("no text")
    expect(middle.at.y - top.at.y).toBeCloseTo(middle.capitalMm / 2, 6)
    expect([middle.align, top.align]).toEqual(["center", "left"])
    // KiCad's H is 1.048 wide at height 1, the Gerbers' letters stand 0.692 apart at a height of 0.678.
    expect(middle.stretch * 1.048).toBeCloseTo(0.692 / 0.678, 3)
  })
})
