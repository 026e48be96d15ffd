/** The attribute dictionary while reading: file, aperture and object attributes (Gerber format, section 5). */
export class Attributes {
  readonly file = new Map<string, readonly string[]>()
  readonly aperture = new Map<string, readonly string[]>()
  readonly object = new Map<string, readonly string[]>()
  style: "command" | "comment" | "none" = "none"

  /** Takes `TF.Name,a,b`, `TA...`, `TO...` or `TD[.Name]`; returns false if the word is none of them. */
  take(word: string, style: "command" | "comment"): boolean {
    const match = /^T([FAOD])\s*([^,]*)(?:,(.*))?$/.exec(word)
    if (match === null) return false
    if (this.style !== "command") this.style = style
    const name = (match[2] ?? "").trim()
    const values = match[3] === undefined ? [] : match[3].split(",").map((value) => decode(value.trim()))
    if (match[1] === "F") this.file.set(name, values)
    else if (match[1] === "A") this.aperture.set(name, values)
    else if (match[1] === "O") this.object.set(name, values)
    else if (name === "") {
      this.aperture.clear()
      this.object.clear()
    } else {
      this.aperture.delete(name)
      this.object.delete(name)
    }
    return true
  }
}

/** Field values escape reserved characters as `\u002C`. */
function decode(value: string): string {
  return value.replace(/\\u([0-9A-Fa-f]{4})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}
