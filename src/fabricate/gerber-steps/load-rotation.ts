import { apertureTable } from "./apertures"
import type { ApertureDefinition, GerberCommand } from "./types"

/**
 * Flaw: paste of turned pads is flashed under `%LR`, which gerbv ignores and a fab has misread. A turn that leaves
 * the shape alone is dropped, a quarter turn swaps the aperture's sides, anything else becomes a drawn pill or a
 * region of the same outline.
 *
 * Runs after the pill macros have become obrounds.
 */
export function bakeRotation(commands: readonly GerberCommand[]): GerberCommand[] {
  const apertures = apertureTable(commands)
  let nextNumber = Math.max(9, ...apertures.keys()) + 1
  const added: ApertureDefinition[] = []
  const define = (shape: AddedShape): number => {
    const known = [...apertures.values(), ...added].find((aperture) => sameShape(aperture, shape))
    if (known) return known.aperture_number
    const aperture: ApertureDefinition = { command_code: "ADD", aperture_number: nextNumber++, ...shape }
    added.push(aperture)
    return aperture.aperture_number
  }

  const baked: GerberCommand[] = []
  let rotationDeg = 0
  let selected: ApertureDefinition | undefined
  for (const command of commands) {
    if (command.command_code === "LR") {
      rotationDeg = ((command.rotation_degrees % 360) + 360) % 360
      continue
    }
    if (command.command_code === "D") selected = apertures.get(command.aperture_number)
    if (command.command_code !== "D03" || rotationDeg === 0 || selected === undefined) {
      baked.push(command)
      continue
    }
    baked.push(...turnedFlash(selected, command, rotationDeg, define))
    baked.push({ command_code: "D", aperture_number: selected.aperture_number })
  }
  if (added.length === 0) return baked
  const firstUse = baked.findIndex((command) => command.command_code === "D")
  return [...baked.slice(0, firstUse), ...added, ...baked.slice(firstUse)]
}

type AddedShape =
  | { standard_template_code: "C"; diameter: number }
  | { standard_template_code: "R" | "O"; x_size: number; y_size: number }

function turnedFlash(
  aperture: ApertureDefinition,
  at: { readonly x: number; readonly y: number },
  rotationDeg: number,
  define: (shape: AddedShape) => number,
): GerberCommand[] {
  if (!("standard_template_code" in aperture))
    throw new Error(`cannot turn the macro aperture ${aperture.macro_name} by ${rotationDeg} degrees`)
  const select = (shape: AddedShape): GerberCommand => ({ command_code: "D", aperture_number: define(shape) })
  const flash: GerberCommand = { command_code: "D03", x: at.x, y: at.y }
  switch (aperture.standard_template_code) {
    case "C":
      return [{ command_code: "D", aperture_number: aperture.aperture_number }, flash]
    case "P":
      throw new Error("cannot turn a polygon aperture")
    case "R":
    case "O": {
      const { standard_template_code, x_size, y_size } = aperture
      if (rotationDeg % 180 === 0)
        return [{ command_code: "D", aperture_number: aperture.aperture_number }, flash]
      if (rotationDeg % 90 === 0)
        return [select({ standard_template_code, x_size: y_size, y_size: x_size }), flash]
      const turn = turnAbout(at, rotationDeg)
      if (standard_template_code === "O") {
        const reach = Math.abs(x_size - y_size) / 2
        const [dx, dy] = x_size >= y_size ? [reach, 0] : [0, reach]
        return [
          select({ standard_template_code: "C", diameter: Math.min(x_size, y_size) }),
          { command_code: "D02", ...turn(-dx, -dy) },
          { command_code: "D01", ...turn(dx, dy) },
        ]
      }
      const [w, h] = [x_size / 2, y_size / 2]
      return [
        { command_code: "G36" },
        { command_code: "D02", ...turn(-w, -h) },
        { command_code: "D01", ...turn(w, -h) },
        { command_code: "D01", ...turn(w, h) },
        { command_code: "D01", ...turn(-w, h) },
        { command_code: "D01", ...turn(-w, -h) },
        { command_code: "G37" },
      ]
    }
  }
}

/** Turns an offset counter-clockwise about `centre` and places it there. */
function turnAbout(centre: { readonly x: number; readonly y: number }, rotationDeg: number) {
  const angle = (rotationDeg * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return (dx: number, dy: number) => ({
    x: centre.x + dx * cos - dy * sin,
    y: centre.y + dx * sin + dy * cos,
  })
}

function sameShape(aperture: ApertureDefinition, shape: AddedShape): boolean {
  if (!("standard_template_code" in aperture) || aperture.hole_diameter !== undefined) return false
  if (
    aperture.standard_template_code === "P" ||
    aperture.standard_template_code !== shape.standard_template_code
  )
    return false
  if ("diameter" in aperture) return "diameter" in shape && aperture.diameter === shape.diameter
  return "x_size" in shape && aperture.x_size === shape.x_size && aperture.y_size === shape.y_size
}
