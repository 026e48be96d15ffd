import { type DrillFile, type DrillFormat, type GerberImage, readExcellon, UnsureFormat } from "../../read"

/** A drill file that tells no format, read in the way that puts its holes on the copper; undefined if none does. */
export function fittedDrill(
  text: string,
  file: string,
  copper: readonly GerberImage[],
): { readonly drill: DrillFile; readonly format: DrillFormat; readonly share: number } | undefined {
  const pads = new Set<string>()
  for (const { objects } of copper)
    for (const object of objects)
      if (object.kind === "flash")
        for (const [dx, dy] of cells) pads.add(`${cell(object.at.x) + dx} ${cell(object.at.y) + dy}`)
  let best: ReturnType<typeof fittedDrill>
  for (const format of candidates) {
    const drill = attempt(text, file, format)
    if (drill === undefined || drill.hits.length === 0) continue
    const on = drill.hits.filter(
      ({ points: [at] }) => at !== undefined && pads.has(`${cell(at.x)} ${cell(at.y)}`),
    )
    const share = on.length / drill.hits.length
    if (share > (best?.share ?? 0)) best = { drill, format, share }
  }
  if (best !== undefined && best.share >= 0.4) return best
  // Nothing to compare with: all digits written out need no word on zeros.
  const [full] = [{ integerDigits: 2, decimalDigits: 4, keeps: "all" as const }]
  const drill = pads.size === 0 && /^\s*(INCH|M72)\b/m.test(text) ? attempt(text, file, full) : undefined
  return drill === undefined ? undefined : { drill, format: full, share: 0 }
}

/** How close a hole lies to a pad's middle, mm: files are rounded, pads stand further apart. */
const step = 0.05
const cell = (mm: number): number => Math.round(mm / step)
const cells = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const))

/** What programs write: trailing zeros kept and dropped, the usual formats first. */
const candidates: readonly DrillFormat[] = (
  [
    ...([4, 3, 5, 2, 6] as const).map((decimalDigits) => [4, decimalDigits, "trailing"] as const),
    ...(
      [
        [2, 4],
        [3, 3],
        [2, 5],
        [3, 5],
        [4, 2],
        [4, 4],
        [3, 4],
      ] as const
    ).map(([integer, decimal]) => [integer, decimal, "leading"] as const),
  ] as const
).map(([integerDigits, decimalDigits, keeps]) => ({ integerDigits, decimalDigits, keeps }))

function attempt(text: string, file: string, format: DrillFormat): DrillFile | undefined {
  try {
    return readExcellon(text, file, format)
  } catch (error) {
    if (error instanceof Error && error.name === "UserError") return undefined
    if (error instanceof UnsureFormat || (error instanceof Error && error.name === "ReadError"))
      return undefined
    throw error
  }
}

/** "inch 2.4, trailing zeros dropped": how it was read, in words. */
export function formatWords({ integerDigits, decimalDigits, keeps }: DrillFormat): string {
  const zeros = keeps === "leading" ? ", trailing zeros left out" : ""
  return keeps === "trailing" ? `${decimalDigits} decimals` : `${integerDigits}.${decimalDigits}${zeros}`
}
