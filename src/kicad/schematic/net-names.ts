import type { Sheet } from "../../schematic/sheet"

/**
 * What KiCad calls a net of the sheet: a supply symbol's name holds everywhere, a label's only on its sheet, so
 * KiCad writes the sheet's path before it. A board that names its nets so agrees with its schematic.
 */
export function kicadNetName(sheet: Sheet, net: string): string {
  return sheet.powers.some((flag) => flag.net === net) ? supplyName(sheet, net) : `/${net}`
}

/** What stands at a supply symbol, here as on our sheet; in KiCad it is the net's name. */
export const supplyName = ({ supplyNames }: Pick<Sheet, "supplyNames">, net: string): string =>
  supplyNames[net] ?? net
