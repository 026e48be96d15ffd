import type { CircuitJson, GerberCommand } from "./gerber-steps/types"

/**
 * For every pad, track and line circuit-json-to-gerber searches all commands so far for the aperture: minutes on a
 * board of a thousand parts. So it gets a large circuit in pieces, and their commands are joined.
 *
 * Can go when circuit-json-to-gerber keeps a table of its apertures.
 */

/** Elements that are converted at once: a small board is one piece, and its apertures keep the converter's order. */
const wholeUpTo = 3000
const inAPiece = 200

type Element = CircuitJson[number]

/**
 * The circuit's board elements in pieces, without pours. What the converter looks up for other elements is in every
 * piece; a paste that may take its turn from the hole it is on stays with the holes.
 */
export function piecesOf(circuitJson: CircuitJson, size?: number): Element[][] {
  const drawn = circuitJson.filter(({ type }) => type.startsWith("pcb_") && type !== "pcb_copper_pour")
  const room = size ?? (drawn.length > wholeUpTo ? inAPiece : wholeUpTo)
  const inAll = circuitJson.filter(({ type }) => /^(source_group|pcb_(board|panel|cutout|group))$/.test(type))
  const holes = new Set(
    drawn.filter(({ type }) => type === "pcb_plated_hole").flatMap((hole) => place(hole) ?? []),
  )
  const onHole = (element: Element) =>
    element.type === "pcb_plated_hole" ||
    (element.type === "pcb_solder_paste" && holes.has(place(element) ?? ""))
  const together = new Set([...inAll, ...drawn.filter(onHole)])
  const rest = drawn.filter((element) => !together.has(element))
  const first = new Set([...together, ...rest.slice(0, room)])
  const pieces = [circuitJson.filter((element) => first.has(element))]
  for (let start = room; start < rest.length; start += room) {
    pieces.push([...inAll, ...rest.slice(start, start + room)])
  }
  return pieces
}

const place = (at: Element): string | undefined => ("x" in at && "y" in at ? `${at.x} ${at.y}` : undefined)

/** One file from those of the pieces: the first one's header, each aperture once, `front` before all other objects. */
export function joined(
  pieces: readonly (readonly GerberCommand[])[],
  front: readonly GerberCommand[],
): GerberCommand[] {
  const numbers = new Map<string, number>()
  const apertures: GerberCommand[] = []
  const objects = pieces.flatMap((piece): GerberCommand[] => {
    const own = new Map<number, number>()
    let attribute: GerberCommand | undefined
    const start = firstObject(piece)
    for (const command of piece.slice(0, start)) {
      if (command.command_code === "TA") attribute = command
      if (command.command_code !== "ADD") continue
      const key = JSON.stringify([attribute, { ...command, aperture_number: 0 }])
      const number = numbers.get(key) ?? 10 + numbers.size
      own.set(command.aperture_number, number)
      if (numbers.has(key)) continue
      numbers.set(key, number)
      if (attribute !== undefined) apertures.push(attribute)
      apertures.push({ ...command, aperture_number: number })
    }
    return piece.slice(start).flatMap((command): GerberCommand[] => {
      if (command.command_code === "M02") return []
      if (command.command_code !== "D") return [command]
      return [{ ...command, aperture_number: own.get(command.aperture_number) ?? command.aperture_number }]
    })
  })
  const [first = []] = pieces
  const header = first.slice(0, firstObject(first))
  const isAperture = ({ command_code }: GerberCommand) => command_code === "ADD" || command_code === "TA"
  const listStart = header.findIndex(isAperture)
  const rest = header.slice(listStart).filter((command) => !isAperture(command))
  return [...header.slice(0, listStart), ...apertures, ...rest, ...front, ...objects, { command_code: "M02" }]
}

/** Where drawing starts: after the header and the aperture list. */
function firstObject(commands: readonly GerberCommand[]): number {
  const listEnd = commands.findLastIndex(
    (command) => command.command_code === "ADD" || command.command_code === "AM",
  )
  const at = commands.findIndex((command, index) => index > listEnd && isObject(command))
  return at === -1 ? commands.length : at
}

/** A region's attribute counts as its start. */
const isObject = ({ command_code }: GerberCommand) => ["D", "G36", "TA", "M02", "LP"].includes(command_code)
