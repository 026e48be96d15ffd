import type { AnyCircuitElement } from "circuit-json"
import { apertureTable } from "./apertures"
import type { ApertureDefinition, CircuitJson, GerberCommand } from "./types"

/**
 * Flaw: paste on a pad with rounded corners is a plain rectangle, whose corners lie on mask. The paste gets the pad's
 * corners, less the radius that its margin takes away.
 */
export function roundPasteCorners(
  commands: readonly GerberCommand[],
  circuitJson: CircuitJson,
  side: "top" | "bottom",
): GerberCommand[] {
  const radii = cornerRadii(circuitJson, side)
  if (radii.size === 0) return [...commands]
  const apertures = apertureTable(commands)
  const added = new Map<string, ApertureDefinition>()
  let nextNumber = Math.max(9, ...apertures.keys()) + 1
  const rounded = (width: number, height: number, radius: number): number => {
    const key = `${width} ${height} ${radius}`
    const known = added.get(key)
    if (known) return known.aperture_number
    const aperture = roundRect(nextNumber++, width, height, radius)
    added.set(key, aperture)
    return aperture.aperture_number
  }

  const result: GerberCommand[] = []
  let selected: ApertureDefinition | undefined
  for (const command of commands) {
    if (command.command_code === "D") selected = apertures.get(command.aperture_number)
    const radius = command.command_code === "D03" ? radii.get(placeKey(command)) : undefined
    if (radius === undefined || !selected || !isRectangle(selected)) {
      result.push(command)
      continue
    }
    const own = rounded(selected.x_size, selected.y_size, radius)
    result.push({ command_code: "D", aperture_number: own }, command)
    result.push({ command_code: "D", aperture_number: selected.aperture_number })
  }
  const firstUse = result.findIndex((command) => command.command_code === "D")
  return [...result.slice(0, firstUse), ...added.values(), ...result.slice(firstUse)]
}

/** Middle of a paste rectangle -> radius of its corners, mm, where there is one. */
function cornerRadii(circuitJson: CircuitJson, side: "top" | "bottom"): Map<string, number> {
  const pads = new Map<string, Extract<AnyCircuitElement, { type: "pcb_smtpad" }>>()
  for (const element of circuitJson)
    if (element.type === "pcb_smtpad") pads.set(element.pcb_smtpad_id, element)
  const radii = new Map<string, number>()
  for (const element of circuitJson) {
    if (element.type !== "pcb_solder_paste" || element.shape !== "rect" || element.layer !== side) continue
    const pad = pads.get(element.pcb_smtpad_id ?? "")
    if (pad?.shape !== "rect") continue
    const margin = Math.max(0, (pad.width - element.width) / 2, (pad.height - element.height) / 2)
    const padRadius = pad.corner_radius ?? pad.rect_border_radius ?? 0
    const radius = Math.min(padRadius - margin, element.width / 2, element.height / 2)
    if (radius > 0.001) radii.set(placeKey(element), radius)
  }
  return radii
}

const placeKey = ({ x, y }: { readonly x: number; readonly y: number }) => `${x.toFixed(6)} ${y.toFixed(6)}`

type Rectangle = ApertureDefinition & { standard_template_code: "R"; x_size: number; y_size: number }

const isRectangle = (aperture: ApertureDefinition): aperture is Rectangle =>
  "standard_template_code" in aperture && aperture.standard_template_code === "R"

function roundRect(
  aperture_number: number,
  width: number,
  height: number,
  radius: number,
): ApertureDefinition {
  const [x, y] = [width / 2 - radius, height / 2 - radius]
  return {
    command_code: "ADD",
    aperture_number,
    macro_name: "ROUNDRECT",
    corner_radius: radius,
    corner_1_x: -x,
    corner_1_y: y,
    corner_2_x: x,
    corner_2_y: y,
    corner_3_x: x,
    corner_3_y: -y,
    corner_4_x: -x,
    corner_4_y: -y,
  }
}
