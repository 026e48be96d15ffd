/** Collects the instances of an ISO 10303-21 file and numbers them; equal shared instances are written once. */
export class StepFile {
  readonly #lines: string[] = []
  readonly #shared = new Map<string, string>()

  /** Appends an instance and returns its reference, `#12`. */
  add(entity: string): string {
    const reference = `#${this.#lines.length + 1}`
    this.#lines.push(`${reference}=${entity};`)
    return reference
  }

  /** As `add`, but an entity with the same text is reused: right for geometry that carries no identity. */
  share(entity: string): string {
    const known = this.#shared.get(entity)
    if (known) return known
    const reference = this.add(entity)
    this.#shared.set(entity, reference)
    return reference
  }

  /**
   * @param date ISO 8601 without zone, e.g. "2026-01-31T12:00:00": an input, so that equal sources give equal files.
   */
  text(name: string, date: string): string {
    return [
      "ISO-10303-21;",
      "HEADER;",
      `FILE_DESCRIPTION((${stepString(name)}),'2;1');`,
      `FILE_NAME(${stepString(`${name}.step`)},'${date}',(''),(''),'MEP-HW','MEP-HW','');`,
      "FILE_SCHEMA(('AUTOMOTIVE_DESIGN { 1 0 10303 214 1 1 1 1 }'));",
      "ENDSEC;",
      "DATA;",
      ...this.#lines,
      "ENDSEC;",
      "END-ISO-10303-21;",
      "",
    ].join("\n")
  }
}

/** A string literal; the file's alphabet is ASCII, everything else becomes an escape. */
export function stepString(text: string): string {
  const escaped = text.replace(/\\/g, "\\\\").replace(/'/g, "''")
  return `'${[...escaped].map((c) => (c >= " " && c <= "~" ? c : `\\X2\\${hex4(c)}\\X0\\`)).join("")}'`
}

const hex4 = (c: string): string => (c.codePointAt(0) ?? 63).toString(16).toUpperCase().padStart(4, "0")

/** A real number, at most six decimals (a nanometre), never `-0.` and always with a point. */
export function stepReal(value: number): string {
  const rounded = Math.round(value * 1e6) / 1e6
  if (rounded === 0) return "0."
  const text = rounded.toFixed(6).replace(/0+$/, "")
  return text
}
