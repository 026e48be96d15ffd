import type { BoardDefinition } from "../../src/board-definition"
import { UserError } from "../../src/model/finding"
import type { Part } from "../../src/model/part"
import type { ModelSource } from "../../src/model3d/for-board"
import { meterSpace } from "../mep/meter-space"
import { allParts } from "."
import { buckXl1509 } from "./modules"

/** A board that names its parts by id, until it names the records themselves. */
export function modelSource(definition: BoardDefinition): ModelSource {
  const corners = Object.values(buckXl1509)
  const part = ([designator, id]: [string, string]): [string, Part] => {
    const found =
      id === "buck-xl1509" ? corners[Number(designator.slice(1)) - 1] : allParts.find((one) => one.id === id)
    if (!found) throw new UserError(`${designator}: there is no part "${id}" in components/parts`)
    return [designator, found]
  }
  return {
    id: definition.id,
    thicknessMm: definition.thicknessMm,
    outline: definition.outline,
    variants: definition.variants,
    defaultVariant: definition.defaultVariant,
    parts: Object.fromEntries(Object.entries(definition.parts).map(part)),
    space: meterSpace,
  }
}
