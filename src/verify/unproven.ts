import type { FabSet } from "./files/fab-set"
import type { BoardGeometry } from "./geometry/board"

/** What the files of a foreign set leave unproven, each with its reason. */
export function unproven(files: FabSet, board: BoardGeometry): string[] {
  const said: string[] = []
  if (files.unread.length > 0) said.push(`Files that are neither Gerber nor drill: ${few(files.unread)}.`)
  if (files.others.length > 0)
    said.push(
      `Gerbers that are no layer of the board by name or attribute: ${few(files.others.map(({ file }) => file))}. If one is, say so with --layer.`,
    )
  for (const side of ["top", "bottom"] as const) {
    const lacks = (kind: "mask" | "paste" | "silk"): boolean => !files.layers.has(`${kind}-${side}`)
    if (lacks("mask"))
      said.push(`Openings, bridges and tented vias on the ${side}: there is no solder mask file.`)
    if (lacks("paste")) said.push(`Solder paste on the ${side}: there is no paste file.`)
    if (lacks("silk")) said.push(`Silkscreen on the ${side}: there is no file for it.`)
  }
  if (!files.layers.has("outline"))
    said.push("Distances to the edge, and what lies off the board: there is no outline file.")
  if (files.layers.get("outline")?.attributes.get(".Part")?.[0] === "Array")
    said.push("Which boards the panel holds, and whether each is as in its own files: these are of a panel.")
  if (files.drills.length === 0)
    said.push("Holes, rings and connections through them: there is no drill file.")
  if (files.drills.some(({ hits }) => hits.some(({ plated }) => plated === undefined)))
    said.push(
      "Which holes are plated: the drill files do not say it. Those with copper all round were taken for plated.",
    )
  if ([...board.copper.keys()].length > 2)
    said.push("Blind and buried vias: every plated hole was taken to go through all layers.")
  if (board.expected?.texts === undefined)
    said.push("Height of letters and what they say: silkscreen is lines here, no text.")
  said.push(
    "Parts, their values and how they are turned: nothing here was held against a schematic or a data sheet.",
  )
  return said
}

/** The first twelve, and how many more. */
export const few = (names: readonly string[]): string =>
  names.length > 12 ? `${names.slice(0, 12).join(", ")} and ${names.length - 12} more` : names.join(", ")
