import type { Copper } from "../../circuit/copper"
import type { CopperLayer } from "../../model/layer"
import { apertureTable } from "./apertures"
import type { GerberCommand } from "./types"

/**
 * Flaw: the pads of half holes say they are any component's. Gerber has a function of its own for pads on the board's
 * edge (specification 2024.05, section 5.6.10, "CastellatedPad"), which is how a CAM operator knows them. Apertures are
 * shared with other pads, so these get a copy.
 */
export function nameCastellatedPads(
  commands: readonly GerberCommand[],
  { pads }: Pick<Copper, "pads">,
  layer: CopperLayer,
): GerberCommand[] {
  const places = pads.filter((pad) => pad.castellated === true && pad.layers.includes(layer))
  if (places.length === 0) return [...commands]
  const isOn = (at: { readonly x: number; readonly y: number }): boolean =>
    places.some(({ x, y }) => Math.abs(x - at.x) < nearMm && Math.abs(y - at.y) < nearMm)
  const apertures = apertureTable(commands)
  const copies = new Map<number, number>()
  let [selected, current]: (number | undefined)[] = []
  const drawn = commands.flatMap((command): GerberCommand[] => {
    if (command.command_code === "D") {
      selected = command.aperture_number
      current = selected
      return [command]
    }
    if (selected === undefined || (command.command_code !== "D01" && command.command_code !== "D03"))
      return [command]
    let wanted = selected
    if (command.command_code === "D03" && isOn(command)) {
      wanted = copies.get(selected) ?? Math.max(...apertures.keys(), ...copies.values()) + 1
      copies.set(selected, wanted)
    }
    if (wanted === current) return [command]
    current = wanted
    return [{ command_code: "D", aperture_number: wanted }, command]
  })
  const definitions = [...copies].flatMap(([from, copy]): GerberCommand[] => {
    const aperture = apertures.get(from)
    if (aperture === undefined) throw new Error(`D${from} is not defined`)
    return [
      { command_code: "TA", attribute_name: ".AperFunction", attribute_value: "CastellatedPad" },
      { ...aperture, aperture_number: copy },
      { command_code: "TD" },
    ]
  })
  const last = drawn.findLastIndex(({ command_code }) => command_code === "ADD")
  const end = drawn[last + 1]?.command_code === "TD" ? last + 2 : last + 1
  return [...drawn.slice(0, end), ...definitions, ...drawn.slice(end)]
}

/** Coordinates of a flash and of its pad are the same number. mm */
const nearMm = 1e-4
