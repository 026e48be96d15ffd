import type { GerberCommand } from "../../../src/fabricate/gerber-steps/types"

/** Shorthands for Gerber commands. */
export const circle = (aperture_number: number, diameter: number): GerberCommand => ({
  command_code: "ADD",
  aperture_number,
  standard_template_code: "C",
  diameter,
})

export const rectangle = (aperture_number: number, x_size: number, y_size: number): GerberCommand => ({
  command_code: "ADD",
  aperture_number,
  standard_template_code: "R",
  x_size,
  y_size,
})

export const obround = (aperture_number: number, x_size: number, y_size: number): GerberCommand => ({
  command_code: "ADD",
  aperture_number,
  standard_template_code: "O",
  x_size,
  y_size,
})

export const attribute = (attribute_value: string): GerberCommand => ({
  command_code: "TA",
  attribute_name: ".AperFunction",
  attribute_value,
})

export const select = (aperture_number: number): GerberCommand => ({ command_code: "D", aperture_number })
export const move = (x: number, y: number): GerberCommand => ({ command_code: "D02", x, y })
export const draw = (x: number, y: number): GerberCommand => ({ command_code: "D01", x, y })
export const flash = (x: number, y: number): GerberCommand => ({ command_code: "D03", x, y })
export const turn = (rotation_degrees: number): GerberCommand => ({ command_code: "LR", rotation_degrees })
export const macro = (macro_name: string, template_code: string): GerberCommand => ({
  command_code: "AM",
  macro_name,
  template_code,
})
export const regionStart: GerberCommand = { command_code: "G36" }
export const regionEnd: GerberCommand = { command_code: "G37" }
export const clearAttributes: GerberCommand = { command_code: "TD" }
