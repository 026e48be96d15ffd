import { all, type List, one, parse, property } from "./read-schematic"

/** Reads a .kicad_pcb back without the code that wrote it. Board frame again: mm, y up, from the drill origin. */

export interface ReadPad {
  readonly part: string
  readonly number: string
  readonly x: number
  readonly y: number
  /** Along the board's x and y axes. */
  readonly width: number
  readonly height: number
  readonly kind: string
  readonly shape: string
  readonly drill: number | undefined
  readonly layers: readonly string[]
  readonly net: string
  readonly pasteMargin: number | undefined
  readonly clearance: number | undefined
}

export const root = (text: string): List => {
  const [list] = parse(text)
  if (list === undefined || typeof list === "string") throw new Error("the file is empty")
  return list
}

export const numbers = (list: List): number[] => list.slice(1).map(Number)
export const strings = (list: List): string[] => list.slice(1).map(String)

export class ReadBoard {
  readonly list: List
  readonly #x0: number
  readonly #y0: number

  constructor(text: string) {
    this.list = root(text)
    const [x = 0, y = 0] = numbers(one(one(this.list, "setup"), "aux_axis_origin"))
    this.#x0 = x
    this.#y0 = y
  }

  point(list: List): { x: number; y: number } {
    const [x = 0, y = 0] = numbers(list)
    return { x: round(x - this.#x0), y: round(this.#y0 - y) }
  }

  get footprints(): List[] {
    return all(this.list, "footprint")
  }

  netName(number: string | List | undefined): string {
    return String(all(this.list, "net").find((net) => net[1] === number)?.[2] ?? "no such net")
  }

  /** Every pad where KiCad puts it: offsets turn counter-clockwise as seen on the screen, whose y points down. */
  pads(): ReadPad[] {
    return this.footprints.flatMap((footprint) => {
      const [fx = 0, fy = 0, angle = 0] = numbers(one(footprint, "at"))
      const radians = (angle * Math.PI) / 180
      return all(footprint, "pad").map((pad): ReadPad => {
        const [px = 0, py = 0, turned = 0] = numbers(one(pad, "at"))
        const right = px * Math.cos(radians) + py * Math.sin(radians)
        const down = -px * Math.sin(radians) + py * Math.cos(radians)
        const [width = 0, height = 0] = numbers(one(pad, "size"))
        const lying = Math.abs(turned % 180) === 90
        const [margin] = all(pad, "solder_paste_margin")
        const [clearance] = all(pad, "clearance")
        const [drill] = all(pad, "drill")
        const [net] = all(pad, "net")
        return {
          part: property(footprint, "Reference"),
          number: String(pad[1]),
          x: round(fx + right - this.#x0),
          y: round(this.#y0 - fy - down),
          width: lying ? height : width,
          height: lying ? width : height,
          kind: String(pad[2]),
          shape: String(pad[3]),
          drill: drill ? Number(drill[1]) : undefined,
          layers: strings(one(pad, "layers")),
          net: net ? String(net[2]) : "",
          pasteMargin: margin ? Number(margin[1]) : undefined,
          clearance: clearance ? Number(clearance[1]) : undefined,
        }
      })
    })
  }
}

export const round = (mm: number): number => Math.round(mm * 1000) / 1000 + 0

/** mm^2 of a closed ring; a slit of no width, walked there and back, adds nothing. */
export function areaOf(ring: readonly { x: number; y: number }[]): number {
  let twice = 0
  ring.forEach((a, index) => {
    const b = ring[(index + 1) % ring.length] as { x: number; y: number }
    twice += a.x * b.y - b.x * a.y
  })
  return Math.abs(twice) / 2
}
