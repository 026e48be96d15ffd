import { shownNotRun, toCsv } from "../../fabricate/csv"
import type { BomLine, NetCopperData, NetData, SetData } from "../data"

/** A list as it is shown, to take along. */
export interface ListTable {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** As a file. The mark in front tells spreadsheets that it is UTF-8. */
export const csvText = ({ header, rows }: ListTable): string => `\ufeff${toCsv(header, rows, false)}`

/** As spreadsheets paste it: a tab between cells, and no cell that one would run. */
export function pasteText({ header, rows }: ListTable): string {
  const cell = (text: string): string => {
    const shown = shownNotRun(text.replace(/\s+/g, " ").trim())
    return shown.startsWith('"') ? `"${shown.replaceAll('"', '""')}"` : shown
  }
  return [header, ...rows].map((row) => `${row.map(cell).join("\t")}\n`).join("")
}

/** @param numbersOf whose numbers parts are ordered by */
export const bomTable = (
  lines: readonly BomLine[],
  set: SetData | undefined,
  numbersOf: string,
): ListTable => ({
  header: [
    "Parts",
    "Quantity",
    "Value",
    "Description",
    "Package",
    "Manufacturer's number",
    `${numbersOf} number`,
    "By hand",
  ],
  rows: lines.map((line) => [
    line.designators.join(" "),
    String(line.pieces),
    line.value,
    line.description,
    line.package,
    line.mpn,
    line.number,
    line.designators.filter((designator) => set?.hand[designator] !== undefined).join(" "),
  ]),
})

export const netTable = (nets: readonly NetData[]): ListTable => ({
  header: [
    "Net",
    "Name",
    "Voltage",
    "Length, mm",
    "On the back, mm",
    "Narrowest, mm",
    "Widest, mm",
    "Resistance at most, mohm",
    "Between",
    "Vias",
    "Pins",
  ],
  rows: nets.map(({ name, title, volts, copper, vias, pins }) => [
    name,
    title,
    volts,
    ...(copper === undefined
      ? ["", "", "", "", "", ""]
      : [
          lengthText(copper),
          copper.bottomMm.toFixed(1),
          copper.narrowestMm.toFixed(2),
          copper.widestMm.toFixed(2),
          copper.milliohm?.toFixed(1) ?? "",
          copper.between,
        ]),
    String(vias.length),
    pins.join(" "),
  ]),
})

export const lengthMm = ({ topMm, bottomMm, innerMm = 0 }: NetCopperData): number =>
  topMm + bottomMm + innerMm

/** In mm. */
export const lengthText = (copper: NetCopperData): string => lengthMm(copper).toFixed(1)

/** In mm: one width, or the narrowest and the widest. */
export const widthText = ({ narrowestMm, widestMm }: NetCopperData): string =>
  [...new Set([narrowestMm, widestMm])].map((width) => width.toFixed(2)).join("–")
