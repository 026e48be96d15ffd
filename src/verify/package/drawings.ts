import type { Finding } from "../../model/finding"
import { naturalOrder } from "../../natural-order"
import type { PartFacts } from "../expected/part-facts"
import { type Contents, textOf } from "./contents"
import type { AssemblyPromise } from "./promise"

/**
 * The assembly drawings show the parts of the circuit on their side, and as not fitted what the variant leaves out. What
 * no drawing shows has no body to draw: a test point.
 */
export function checkDrawings(
  contents: Contents,
  facts: ReadonlyMap<string, PartFacts>,
  { variants }: AssemblyPromise,
): Finding[] {
  const findings: Finding[] = []
  const bodies = new Set(
    [...contents].flatMap(([path, bytes]) => (sheet.test(path) ? [...partsIn(bytes).keys()] : [])),
  )
  for (const [variant, notFitted] of Object.entries(variants))
    for (const side of ["top", "bottom"] as const) {
      const file = `drawings/${variant}-${side}.svg`
      const bytes = contents.get(file)
      if (bytes === undefined) continue
      const say = (message: string, parts: readonly string[]): void => {
        findings.push({ rule: "pkg/drawings", severity: "error", message, file, parts })
      }
      const drawn = partsIn(bytes)
      const wanted = [...facts]
        .filter(([name, part]) => part.side === side && bodies.has(name))
        .map(([name]) => name)
      const lost = wanted.filter((name) => !drawn.has(name)).sort(naturalOrder)
      if (lost.length > 0) say(`${lost.join(", ")}: on this side of the circuit, but not drawn`, lost)
      const strangers = [...drawn.keys()].filter((name) => !facts.has(name)).sort(naturalOrder)
      if (strangers.length > 0) say(`${strangers.join(", ")}: drawn, but not in the circuit`, strangers)
      for (const [name, fitted] of drawn)
        if (facts.has(name) && fitted === notFitted.includes(name))
          say(
            `${name} is drawn as ${fitted ? "" : "not "}fitted, variant ${variant} has it ${fitted ? "empty" : "fitted"}`,
            [name],
          )
    }
  return findings
}

const sheet = /^drawings\/.+-(top|bottom)\.svg$/

/** Designator -> whether it is drawn as fitted. */
function partsIn(svg: Uint8Array): Map<string, boolean> {
  const drawn = new Map<string, boolean>()
  for (const [tag, names = ""] of textOf(svg).matchAll(/<[^>]*\bdata-part="([^"]*)"[^>]*>/g))
    for (const name of names.split(" ")) drawn.set(name, !tag.includes('data-fitted="false"'))
  return drawn
}
