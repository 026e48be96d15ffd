/** The sheet before and after; as they are in the packages. */
export interface SchematicPair {
  /** Absent where there is nothing to compare with. */
  readonly old?: string
  readonly fresh: string
  /** Something else than the date differs. */
  readonly differs: boolean
}

/** As a field of a board's difference; none where the new side has no sheet. */
export function pairSchematics(
  old: string | undefined,
  fresh: string | undefined,
): { readonly schematic?: SchematicPair } {
  if (fresh === undefined) return {}
  if (old === undefined) return { schematic: { fresh, differs: false } }
  return { schematic: { old, fresh, differs: undated(old) !== undated(fresh) } }
}

/** The sheet's date is the commit's: it says nothing of the circuit. */
const undated = (svg: string): string => svg.replace(/>\d{4}-\d\d-\d\d</g, "><")

export const dataUrl = (svg: string): string =>
  `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`
