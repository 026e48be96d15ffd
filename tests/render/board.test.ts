import { describe, expect, test } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { uploadNames } from "../../src/model/fab-house"
import { UserError } from "../../src/model/finding"
import { readGerber } from "../../src/read"
import { readBoardPicture } from "../../src/render/board-layers"
import { boardSvg } from "../../src/render/board-svg"
import { rasterize } from "../../src/render/raster"
import { tinyBoard } from "./tiny-board"

const perMm = 20
const names = uploadNames(jlcpcb, "t")
const picture = readBoardPicture(tinyBoard, names)

/** Red, green, blue, alpha at a place of the board, in mm as seen in the picture (x right). */
function pixelAt(side: "top" | "bottom", x: number, y: number): number[] {
  const { pixels, width } = rasterize(boardSvg(picture, side), 20 * perMm)
  const at = (Math.round((5 - y) * perMm) * width + Math.round((x + 10) * perMm)) * 4
  return [...pixels.slice(at, at + 4)]
}

const isMetal = ([r = 0, g = 0, b = 0]: number[]): boolean =>
  r > 150 && Math.abs(r - g) < 12 && Math.abs(g - b) < 12
const isGreen = ([r = 0, g = 0, b = 0]: number[]): boolean => g > r + 20 && g > b + 10
const isWhite = ([r = 0, g = 0, b = 0]: number[]): boolean => Math.min(r, g, b) > 215

describe("pictures of the sides", () => {
  test("metal in openings, mask elsewhere", () => {
    expect(isMetal(pixelAt("top", -6, 1))).toBe(true)
    expect(isGreen(pixelAt("top", 0, 3))).toBe(true)
  })

  test("print is cut back at openings", () => {
    expect(isWhite(pixelAt("top", -2, 0))).toBe(true)
    expect(isMetal(pixelAt("top", -6, 0))).toBe(true)
  })

  test("one sees through unplated holes; a plated hole under the mask is closed", () => {
    expect(pixelAt("top", 6, 0)[3]).toBe(0)
    expect(pixelAt("top", 0, -3)[3]).toBe(255)
  })

  test("the bottom is mirrored, and bare substrate shows where an opening has no copper", () => {
    expect(pixelAt("bottom", -6, 0)[3]).toBe(0)
    expect(isMetal(pixelAt("bottom", 6, 0))).toBe(true)
    const [r = 0, g = 0, b = 0] = pixelAt("bottom", 6, 1.2)
    expect(r > g && g > b).toBe(true)
  })

  test("a missing file or an open outline is said in one line", () => {
    const without = new Map([...tinyBoard].filter(([name]) => !name.endsWith(".gts")))
    expect(() => readBoardPicture(without, names)).toThrow(
      new UserError("no file t-F_Mask.gts to draw the board from"),
    )
    const open = new Map(tinyBoard)
    const edge = tinyBoard.get("t-Edge_Cuts.gm1") ?? ""
    open.set("t-Edge_Cuts.gm1", edge.replace("X-10000000Y5000000D01*\nX-10000000Y-5000000D01*\n", ""))
    expect(() => readBoardPicture(open, names)).toThrow(/outline is not closed/)
  })

  test("layers that were read already are not read again", () => {
    const files = new Map([...tinyBoard].map(([name, text]) => [name, /\.(drl)$/.test(name) ? text : ""]))
    const read = (_: string, name: string) => readGerber(tinyBoard.get(name) ?? "", name)
    expect(readBoardPicture(files, names, read)).toEqual(picture)
  })

  test("the same files give the same bytes", () => {
    const once = rasterize(boardSvg(picture, "top"), 300).png
    const twice = rasterize(boardSvg(readBoardPicture(tinyBoard, names), "top"), 300).png
    expect(Buffer.from(once).equals(Buffer.from(twice))).toBe(true)
  })
})
