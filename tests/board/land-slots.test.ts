import { expect, test } from "vitest"
import { usbTypeC31M12 } from "../../components/packages/usb-c"
import { landPieces } from "../../src/board/drawn/of-land"
import { boxOf } from "../../src/geometry/shape"

const size = (shape: Parameters<typeof boxOf>[0]) => {
  const { minX, maxX, minY, maxY } = boxOf(shape)
  return [maxX - minX, maxY - minY].map((mm) => Number(mm.toFixed(3)))
}

const drawn = (rotationDeg: number) =>
  landPieces(usbTypeC31M12.land, { x: 10, y: 5, rotationDeg, mirrored: false })

test("a land's slots lie along their pads, and turn with the part", () => {
  const slots = (rotationDeg: number) =>
    drawn(rotationDeg).flatMap((piece) =>
      piece.kind === "pad" && piece.hole !== undefined ? [size(piece.hole)] : [],
    )
  expect(slots(0)).toEqual([
    [0.6, 1.7],
    [0.6, 1.7],
    [0.6, 1.2],
    [0.6, 1.2],
  ])
  expect(slots(270)).toEqual([
    [1.7, 0.6],
    [1.7, 0.6],
    [1.2, 0.6],
    [1.2, 0.6],
  ])
})

test("a land's pegs are holes of the board where the part is", () => {
  const pegs = drawn(0).flatMap((piece) => (piece.kind === "hole" ? [piece.shape] : []))
  expect(pegs.map(size)).toEqual([
    [0.65, 0.65],
    [0.65, 0.65],
  ])
  expect(pegs[0]?.core[0]?.x).toBeCloseTo(10 - 2.89, 6)
})
