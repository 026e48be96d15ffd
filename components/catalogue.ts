import { UserError } from "../src/finding"
import { assemblies } from "./catalogue/assemblies"
import { passives } from "./catalogue/passives"
import { semiconductors } from "./catalogue/semiconductors"
import { type CataloguePart, parseCatalogue } from "./catalogue-schema"

export type { Catalogue, CatalogueEntry, CataloguePart } from "./catalogue-schema"

/** Every part a board may be fitted with. */
export const catalogue = parseCatalogue({
  "components/catalogue/passives.ts": passives,
  "components/catalogue/semiconductors.ts": semiconductors,
  "components/catalogue/assemblies.ts": assemblies,
})

/** @throws UserError when the catalogue has no such entry. */
export function requirePart(id: string, designator: string): CataloguePart {
  const found = catalogue[id]
  if (found === undefined) {
    throw new UserError(`${designator}: the parts catalogue has no entry "${id}"`, { exitCode: 1 })
  }
  return found
}
