import { readFileSync } from "node:fs"
import { silkscreen } from "../../boards/mep-smd/silkscreen"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { gerberFiles, headerContext } from "../../src/fabricate/gerbers"
import type { SilkText } from "../../src/model/silk"
import { board as definition, elementOf } from "../mep-smd"
import { type Elements, type PadRow, padRows, renderBare } from "./circuit-view"
import {
  type Ink,
  inkToShape,
  readInk,
  readOpenings,
  type Shape,
  type SideName,
  type Spot,
  within,
} from "./ink"

/** A text of the table with the lines that the legend file draws for it. */
export interface PrintedText {
  readonly text: string
  readonly side: SideName
  readonly box: Shape
  readonly turned: boolean
  readonly ink: readonly Ink[]
}

export interface Printed {
  readonly circuit: Elements
  readonly pads: readonly PadRow[]
  readonly ink: Readonly<Record<SideName, readonly Ink[]>>
  readonly openings: Readonly<Record<SideName, readonly Shape[]>>
  readonly texts: readonly PrintedText[]
  /** Rules broken while the files were written. */
  readonly findings: readonly string[]
}

export const sides = ["top", "bottom"] as const

/** Renders the board without tracks and reads back the legends it would be made with. */
export async function printBoard(): Promise<Printed> {
  return print(await renderBare(elementOf, []))
}

export function print(circuit: Elements): Printed {
  const header = headerContext(definition, "2026-01-01T00:00:00Z")
  const { files, findings } = gerberFiles(
    circuit as unknown as Parameters<typeof gerberFiles>[0],
    definition,
    jlcpcb,
    header,
  )
  const ink = { top: readInk(files, "top"), bottom: readInk(files, "bottom") }
  return {
    circuit,
    pads: padRows(circuit),
    ink,
    openings: { top: readOpenings(files, "top"), bottom: readOpenings(files, "bottom") },
    texts: silkscreen
      .filter((item) => item.kind === "text")
      .map((item) => {
        const box = roomOf(item)
        return {
          text: item.text,
          side: item.side,
          box,
          turned: item.turnDeg === 90,
          ink: ink[item.side].filter((line) => within(line, box)),
        }
      }),
    findings: findings.map(({ rule, message }) => `${rule}: ${message}`),
  }
}

/** The room a text takes: characters of 1.02 capitals' pitch, tails below the line included. */
function roomOf({ text, x, y, capitalMm, turnDeg }: SilkText): Shape {
  const along = ([...text].length * 1.021 - 0.15) * capitalMm
  const across = capitalMm * 1.08
  // Tails (g, comma) reach a third of a capital below the line: room on that side only would be fussy.
  const tail = /[gjpqy,]/.test(text) ? capitalMm * 0.7 : 0
  return turnDeg === 90
    ? { x, y, width: across + tail, height: along }
    : { x, y, width: along, height: across + tail }
}

/** Free space between a text and a pad. */
export function textToPad(text: PrintedText, pad: PadRow): number {
  return Math.min(...text.ink.map((line) => inkToShape(line, { ...pad, round: pad.shape === "circle" })))
}

/** Whether a pad can be seen on a side. */
export const padOn = (pad: PadRow, side: SideName): boolean => pad.side === "both" || pad.side === side

export const partOf = (pad: PadRow): string => pad.name.split(".")[0] ?? pad.name

/** Via places of the board's locked routes. */
export function viaPlaces(): Spot[] {
  const file = new URL("../../boards/mep-smd/routes.json", import.meta.url)
  const { nets } = JSON.parse(readFileSync(file, "utf8")) as {
    nets: Record<string, { vias: [number, number][] }>
  }
  return Object.values(nets).flatMap(({ vias }) => vias.map(([x, y]) => ({ x, y })))
}
