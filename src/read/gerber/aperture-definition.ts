import { limits } from "../limits"
import { quote, ReadError } from "../read-error"
import { evaluateMacro, type Macro } from "./macro"
import { regularPolygon } from "./macro-primitive"
import type { ApertureHole, ApertureShape } from "./model"

/**
 * Reads the word of an `%AD` command: `ADD10C,0.25` or `ADD11RoundRect,0.1X0.2`. Returns code and shape in mm.
 * `unit` = mm per file unit.
 */
export function apertureDefinition(
  word: string,
  context: {
    readonly file: string
    readonly line: number
    readonly unit: number
    readonly macros: ReadonlyMap<string, Macro>
  },
): { code: number; shape: ApertureShape } {
  const { file, line, unit } = context
  const match = /^ADD(\d{1,9})([A-Za-z_.$][\w.$-]*)(?:,(.*))?$/.exec(word)
  if (match === null) throw new ReadError(file, line, `${quote(word)} is no aperture definition`)
  const code = Number(match[1])
  if (code < 10) throw new ReadError(file, line, `aperture numbers start at 10, not ${code}`)
  const template = match[2] ?? ""
  const values = (match[3] ?? "")
    .split(/[xX]/)
    .filter((piece, i, all) => !(piece === "" && all.length === 1 && i === 0))
    .map((piece) => number(piece))

  function number(piece: string): number {
    if (!/^\s*[+-]?(\d+(\.\d*)?|\.\d+)\s*$/.test(piece))
      throw new ReadError(file, line, `${quote(piece)} in aperture D${code} is no number`)
    const value = Number(piece)
    // A macro's values may be angles, which have no unit: its sizes are held to the bound where it is drawn.
    const scale = /^[CROP]$/.test(template) ? unit : 1
    if (Math.abs(value * scale) > limits.coordinateMm)
      throw new ReadError(file, line, `aperture D${code} is ${value} large`)
    return value
  }
  function size(index: number): number {
    const value = values[index]
    if (value === undefined) throw new ReadError(file, line, `aperture D${code} lacks a size`)
    if (value < 0) throw new ReadError(file, line, `aperture D${code} has a negative size`)
    return value * unit
  }
  function hole(index: number): ApertureHole | undefined {
    if (values.length <= index) return undefined
    if (values.length > index + 2) throw new ReadError(file, line, `aperture D${code} has too many values`)
    if (values.length === index + 2)
      return { kind: "rectangular", width: size(index), height: size(index + 1) }
    return size(index) === 0 ? undefined : { kind: "round", diameter: size(index) }
  }

  switch (template) {
    case "C":
      return { code, shape: { kind: "circle", diameter: size(0), hole: hole(1) } }
    case "R":
    case "O": {
      const kind = template === "R" ? "rectangle" : "obround"
      return { code, shape: { kind, width: size(0), height: size(1), hole: hole(2) } }
    }
    case "P": {
      const [vertices, rotationDeg] = [values[1] ?? 0, values[2] ?? 0]
      try {
        regularPolygon({ x: 0, y: 0 }, size(0), vertices, rotationDeg)
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error
        throw new ReadError(file, line, `aperture D${code}: ${error.message}`)
      }
      return { code, shape: { kind: "polygon", diameter: size(0), vertices, rotationDeg, hole: hole(3) } }
    }
    default: {
      const macro = context.macros.get(template)
      if (macro === undefined)
        throw new ReadError(file, line, `aperture D${code} uses the macro ${template}, which is not defined`)
      return {
        code,
        shape: { kind: "macro", name: template, parts: evaluateMacro(macro, values, unit, file) },
      }
    }
  }
}

/** Whether the shape has no extent: legal for a C aperture (it marks, it does not draw), useless elsewhere. */
export function isZeroSize(shape: ApertureShape): boolean {
  switch (shape.kind) {
    case "circle":
    case "polygon":
      return shape.diameter === 0
    case "rectangle":
    case "obround":
      return shape.width === 0 || shape.height === 0
    case "macro":
      return shape.parts.length === 0
    case "block":
      return shape.objects.length === 0
  }
}
