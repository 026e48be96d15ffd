import { limits } from "../limits"
import { ReadError } from "../read-error"
import { apertureDefinition } from "./aperture-definition"
import type { Macro } from "./macro"
import type { Aperture, ApertureShape } from "./model"

type Attributes = ReadonlyMap<string, readonly string[]>

/** The apertures and macros of a file: each defined once, before it is used. */
export class ApertureTable {
  readonly macros = new Map<string, Macro>()
  readonly apertures = new Map<number, Aperture>()

  constructor(private readonly file: string) {}

  defineMacro(macro: Macro): void {
    if (this.macros.size >= limits.apertures) throw new ReadError(this.file, macro.line, "too many macros")
    if (this.macros.has(macro.name))
      throw new ReadError(this.file, macro.line, `macro ${macro.name} is defined twice`)
    this.macros.set(macro.name, macro)
  }

  /** Reads an `%AD` word; `unit` = mm per file unit. */
  define(word: string, line: number, unit: number, attributes: Attributes): Aperture {
    const { code, shape } = apertureDefinition(word, { file: this.file, line, unit, macros: this.macros })
    return this.add(code, line, shape, attributes)
  }

  add(code: number, line: number, shape: ApertureShape, attributes: Attributes): Aperture {
    if (this.apertures.size >= limits.apertures) throw new ReadError(this.file, line, "too many apertures")
    const known = this.apertures.get(code)
    if (
      known !== undefined &&
      shape.kind !== "block" &&
      JSON.stringify(known.shape) === JSON.stringify(shape)
    )
      return known
    if (known !== undefined) throw new ReadError(this.file, line, `aperture D${code} is defined twice`)
    const aperture = { code, line, shape, attributes: new Map(attributes) }
    this.apertures.set(code, aperture)
    return aperture
  }

  get(code: number, line: number): Aperture {
    const aperture = this.apertures.get(code)
    if (aperture === undefined)
      throw new ReadError(this.file, line, `aperture D${code} is used before it is defined`)
    return aperture
  }
}
