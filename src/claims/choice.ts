import type { Claim } from "../model/claim"
import { claim } from "./claim"

/** A part number that looks alike but does not work here. */
export const notThisNumber = (part: string, mpn: RegExp, why: string): Claim =>
  claim("erc/part-choice", "Part numbers that do not work here", { part, not: mpn.source, why }, (input) => {
    const chosen = input.parts.get(part)?.record.mpn
    if (chosen === undefined || !mpn.test(chosen)) return []
    return [
      {
        rule: "erc/part-choice",
        severity: "error",
        message: `${part} is to be ${chosen}: ${why}`,
        parts: [part],
      },
    ]
  })
