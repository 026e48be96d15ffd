import { type CataloguePart, requirePart } from "../../components/catalogue"
import type { BoardDefinition } from "../board-definition"
import { UserError } from "../finding"
import { bodies } from "./bodies"
import type { ModelBoard } from "./model"

/** Body of a catalogue part by its kind and package. */
const bodyByPackage: Readonly<Record<string, string>> = {
  "resistor 0805": "resistor-0805",
  "capacitor 0805": "capacitor-0805",
  "diode 0805": "diode-0805",
  "diode SOD-323": "diode-sod323",
  "ic SOIC-16 3.9x9.9mm": "soic-16",
  "module ESP32-WROOM-32E 18x25.5mm": "esp32-wroom-32e",
  "connector 1x6 2.54mm": "pin-header-1x6",
  "connector 2x3 2.54mm right angle": "pin-header-2x3-right-angle",
  "connector 2x2 1.27mm SMD": "pin-header-2x2-smd",
  "converter 23x17mm module": "buck-module",
}

/**
 * What the model needs of a board, for one of its assembly variants. A package without a body is left for the
 * model's check to report.
 * @throws UserError for a variant the board does not have.
 */
export function modelBoard(board: BoardDefinition, variant: string = board.defaultVariant): ModelBoard {
  const chosen = board.variants[variant]
  if (!chosen) {
    const known = Object.keys(board.variants).join(", ")
    throw new UserError(`${board.id} has no variant "${variant}"; it has ${known}`)
  }
  const entries = Object.entries(board.parts).map(([designator, id]): [string, string] => {
    const { kind, package: packageName } = requirePart(id, designator)
    return [designator, bodyByPackage[`${kind} ${packageName}`] ?? `none for ${kind} ${packageName}`]
  })
  return {
    thicknessMm: board.thicknessMm,
    outline: board.outline,
    bodies: Object.fromEntries(entries),
    marks: Object.fromEntries(
      Object.entries(board.parts).map(([designator, id]) => [
        designator,
        printedOn(requirePart(id, designator)),
      ]),
    ),
    maxHeights: Object.fromEntries(
      Object.entries(board.parts).flatMap(([designator, id]) => {
        const { height } = requirePart(id, designator)
        return "mm" in height ? [[designator, height]] : []
      }),
    ),
    notFitted: chosen.notFitted,
  }
}

/** What one reads on the part: the code of a resistor (EIA: digits and zeros), the name of an IC. */
function printedOn({ kind, value, ratings }: CataloguePart): string {
  if (kind === "resistor" && ratings?.resistanceOhm !== undefined) return resistorCode(ratings.resistanceOhm)
  return kind === "ic" ? value : ""
}

/** Three digits and a power of ten, as on 1 % parts: 10 kohm = 1002; a jumper is 0. Below 100 ohm R is the point. */
export function resistorCode(ohm: number): string {
  if (ohm === 0) return "0"
  if (ohm < 100) return ohm.toPrecision(3).replace(".", "R").padEnd(4, "R").slice(0, 4)
  const digits = ohm.toExponential(2).split("e")
  return `${(digits[0] ?? "").replace(".", "")}${Number(digits[1]) - 2}`
}

/** Body ids that packages refer to but that do not exist: a mistake of the table above. */
export const danglingBodies = (): string[] =>
  Object.values(bodyByPackage).filter((id) => !bodies.some((body) => body.id === id))
