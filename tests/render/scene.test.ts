import { inflateSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import { buildModel } from "../../src/model3d/model"
import type { Solid } from "../../src/model3d/solid"
import { board3dPng } from "../../src/render/board-3d"
import { encodePng } from "../../src/render/png"
import { fakeBoard, fakeCircuit } from "../model3d/fixture"

/** RGB pixels of a PNG as our encoder writes it: 8 bits, one IDAT, Paeth rows. */
function decode(png: Uint8Array): { width: number; height: number; rgb: Uint8Array } {
  const bytes = Buffer.from(png)
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const length = bytes.readUInt32BE(33)
  expect(bytes.toString("latin1", 37, 41)).toBe("IDAT")
  const rows = inflateSync(bytes.subarray(41, 41 + length))
  const stride = width * 3
  const rgb = new Uint8Array(stride * height)
  const get = (y: number, i: number): number => (y < 0 || i < 0 ? 0 : (rgb[y * stride + i] as number))
  for (let y = 0; y < height; y++) {
    expect(rows[y * (stride + 1)]).toBe(4)
    for (let i = 0; i < stride; i++) {
      const [a, b, c] = [get(y, i - 3), get(y - 1, i), get(y - 1, i - 3)]
      const p = a + b - c
      const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)]
      const predicted = pa <= pb && pa <= pc ? a : pb <= pc ? b : c
      rgb[y * stride + i] = (rows[y * (stride + 1) + 1 + i] as number) + predicted
    }
  }
  return { width, height, rgb }
}

const circuit = fakeCircuit([{ designator: "C1", layer: "bottom", pads: { "1": [-1, 0], "2": [1, 0] } }])
const solids: readonly Solid[] = buildModel(circuit, fakeBoard({ C1: "capacitor-0805-0.85mm" })).solids

function brightness(png: Uint8Array, x: number, y: number): number {
  const { width, height, rgb } = decode(png)
  const at = (Math.round(y * height) * width + Math.round(x * width)) * 3
  return (rgb[at] as number) + (rgb[at + 1] as number) + (rgb[at + 2] as number)
}

describe("PNG", () => {
  test("what is written is what is read", () => {
    const rgb = Uint8Array.from({ length: 7 * 5 * 3 }, (_, i) => (i * 37) % 256)
    expect(decode(encodePng(rgb, 7, 5))).toEqual({ width: 7, height: 5, rgb })
  })
})

describe("picture of the assembled board", () => {
  const small = { widthPx: 160, samples: 2 } as const

  test("shows the board on a light ground", () => {
    const png = board3dPng(solids, { ...small, sides: ["top"] })
    expect(brightness(png, 0.02, 0.05)).toBeGreaterThan(600)
    expect(brightness(png, 0.5, 0.5)).toBeLessThan(400)
  })

  test("shows a part on the side it is on, and not one that is left out", () => {
    const views = (list: readonly Solid[]) =>
      (["top", "bottom"] as const).map((side) =>
        Buffer.from(board3dPng(list, { ...small, sides: [side] })).toString("hex"),
      )
    const bare = solids.filter((solid) => solid.part === "board")
    const left = solids.map((solid) => (solid.part === "C1" ? { ...solid, fitted: false } : solid))
    const [whole, without, empty] = [views(solids), views(left), views(bare)]
    expect(without).toEqual(empty)
    expect(whole[1]).not.toBe(empty[1])
  })

  test("is as wide as asked, one view under the other, and the same every time", () => {
    const png = board3dPng(solids, small)
    expect(decode(png).width).toBe(160)
    expect(decode(png).height).toBe(2 * Math.round(160 * 0.52))
    expect(Buffer.from(board3dPng(solids, small)).equals(Buffer.from(png))).toBe(true)
  })
})
