/**
 * A tool as Allegro lists it in comments, beside or instead of a header:
 * `T01 Holesize 1. = 13.000000 Tolerance = +0.0/-0.0 PLATED MILS Quantity = 24`. mm.
 */
export function listedTool(comment: string):
  | {
      readonly number: number
      readonly diameter: number
      readonly plated: boolean | undefined
      readonly unit: "mm" | "inch"
    }
  | undefined {
  const match =
    /Holesize\s+(\d{1,6})\.?\s*=\s*([\d.]+)\b.*?(?:\b(NON_?PLATED|PLATED)\b.*?)?\b(MILS|INCH(?:ES)?|MM|MICRONS?)\b/i.exec(
      comment,
    )
  if (match === null) return undefined
  const unit = (match[4] ?? "").toUpperCase()
  const mm = unit === "MM" ? 1 : unit === "MILS" ? 0.0254 : unit.startsWith("INCH") ? 25.4 : 0.001
  const diameter = Number(match[2]) * mm
  if (!(diameter > 0 && diameter < 100)) return undefined
  return {
    number: Number(match[1]),
    diameter,
    plated: match[3] === undefined ? undefined : match[3].toUpperCase() === "PLATED",
    unit: unit === "MM" || unit.startsWith("MICRON") ? "mm" : "inch",
  }
}
