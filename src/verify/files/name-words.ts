/** Two words that programs write as one, taken apart: "SMTOP", "toplayer", "GerberTopSolderMaskLayer". */
const glued =
  /^(smd?|sp|ss|silk|silkscreen|autosilk|soldermask|solderpaste|pastemask|mask|paste|assembly|copper|inner)(top|bottom|bot)$|^(top|bottom|bot)(layer|mask|soldermask|paste|pastemask|solderpaste|silk|silkscreen|overlay|assembly|copper|side)$/

/** The words of a file's name in small letters: cut at signs, at "aB" and in known compounds. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .flatMap((word) => {
      const match = glued.exec(word)
      return match === null ? [word] : match.slice(1).filter((piece) => piece !== undefined)
    })
    .filter((word) => word !== "" && word !== "layer" && word !== "gerber" && word !== "cu")
}
