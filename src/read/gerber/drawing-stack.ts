import { limits } from "../limits"
import { quote, ReadError } from "../read-error"
import type { DrawnObject } from "./model"
import { identity, placeObject } from "./transform"

interface OpenBlock {
  readonly line: number
  readonly outer: DrawnObject[]
  readonly use:
    | { readonly kind: "aperture"; readonly code: number }
    | {
        readonly kind: "repeat"
        readonly nx: number
        readonly ny: number
        readonly dx: number
        readonly dy: number
      }
}

/** What was drawn so far, with the aperture blocks and step-and-repeats still open; all of it within bounds. */
export class DrawingStack {
  objects: DrawnObject[] = []
  private readonly blocks: OpenBlock[] = []
  private objectCount = 0
  private pointCount = 0

  constructor(private readonly file: string) {}

  add(object: DrawnObject, line: number): void {
    this.count(1, object.kind === "region" ? 0 : 1, line)
    this.objects.push(object)
  }

  count(objects: number, points: number, line: number): void {
    this.objectCount += objects
    this.pointCount += points
    if (this.objectCount > limits.gerberObjects || this.pointCount > limits.gerberPoints)
      throw new ReadError(this.file, line, "the layer draws more than this reader takes")
  }

  /** `ABD12` opens a block; `AB` closes it and returns what it holds. */
  apertureBlock(
    word: string,
    line: number,
  ): { readonly code: number; readonly line: number; readonly objects: DrawnObject[] } | undefined {
    if (word !== "AB") {
      const code = /^ABD(\d{2,9})$/.exec(word)?.[1]
      if (code === undefined) throw new ReadError(this.file, line, `${quote(word)} is no aperture block`)
      this.open({ line, outer: this.objects, use: { kind: "aperture", code: Number(code) } })
      return undefined
    }
    const block = this.blocks.pop()
    if (block?.use.kind !== "aperture")
      throw new ReadError(this.file, line, "an aperture block is closed that was not open")
    const { objects } = this
    this.objects = block.outer
    return { code: block.use.code, line: block.line, objects }
  }

  /** `SRX2Y3I5J4` opens a step and repeat (and closes the one before); `SR` closes it. */
  stepRepeat(word: string, line: number, mmPerUnit: () => number): void {
    if (this.blocks[this.blocks.length - 1]?.use.kind === "repeat") this.closeRepeat()
    if (word === "SR" || /^SRX1Y1(I0(\.0*)?J0(\.0*)?)?$/.test(word)) return
    const match = /^SRX(\d{1,6})Y(\d{1,6})I(\d*\.?\d+)J(\d*\.?\d+)$/.exec(word)
    if (match === null) throw new ReadError(this.file, line, `${quote(word)} is no step and repeat`)
    const [nx, ny] = [Number(match[1]), Number(match[2])]
    const [dx, dy] = [Number(match[3]) * mmPerUnit(), Number(match[4]) * mmPerUnit()]
    if (nx < 1 || ny < 1) throw new ReadError(this.file, line, "step and repeat with no copies")
    this.open({ line, outer: this.objects, use: { kind: "repeat", nx, ny, dx, dy } })
  }

  /** At the end of the file: a repeat may be left open, a block may not. */
  finish(): void {
    for (
      let open = this.blocks[this.blocks.length - 1];
      open !== undefined;
      open = this.blocks[this.blocks.length - 1]
    ) {
      if (open.use.kind === "aperture")
        throw new ReadError(this.file, open.line, "an aperture block is never closed")
      this.closeRepeat()
    }
  }

  private open(block: OpenBlock): void {
    if (this.blocks.length >= limits.nesting)
      throw new ReadError(this.file, block.line, "blocks are nested too deep")
    this.blocks.push(block)
    this.objects = []
  }

  private closeRepeat(): void {
    const block = this.blocks.pop()
    if (block?.use.kind !== "repeat") return
    const { nx, ny, dx, dy } = block.use
    const copied = this.objects
    this.objects = block.outer
    for (let ix = 0; ix < nx; ix++)
      for (let iy = 0; iy < ny; iy++)
        for (const object of copied)
          this.add(placeObject(object, identity, { x: ix * dx, y: iy * dy }, false), block.line)
  }
}
