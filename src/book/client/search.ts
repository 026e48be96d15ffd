import type { BomLine, BookData, NetData } from "../data"
import type { Selection } from "./state"

/** Something found beside the list of parts. */
export interface Found {
  readonly target: Selection
  readonly name: string
  readonly text: string
}

export interface FoundGroup {
  readonly title: string
  readonly found: readonly Found[]
}

/** Whether every word of a search is in one of the texts, whatever the case. */
export function matches(texts: readonly (string | undefined)[], search: string): boolean {
  const all = texts.join(" ").toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}

export const lineMatches = (line: BomLine, search: string): boolean =>
  matches([line.value, line.description, line.package, line.mpn, line.number, ...line.designators], search)

export const netMatches = ({ name, title, volts, pins }: NetData, search: string): boolean =>
  matches([name, title, volts, ...pins], search)

/** Parts that the list of this variant leaves out, nets, pins and findings. @param listed designators of the list */
export function findElsewhere(data: BookData, listed: ReadonlySet<string>, search: string): FoundGroup[] {
  if (search.trim() === "") return []
  const parts = data.parts
    .filter(({ designator }) => !listed.has(designator))
    .filter(({ designator, value, description, package: land, mpn, orderNumber }) =>
      matches([designator, value, description, land, mpn, orderNumber?.number], search),
    )
    .map(
      ({ designator, value }): Found => ({
        target: { kind: "part", id: designator },
        name: designator,
        text: value,
      }),
    )
  const nets = data.nets
    .filter(({ name, title, volts }) => matches([name, title, volts], search))
    .map(
      ({ name, title }): Found => ({
        target: { kind: "net", id: name },
        name,
        text: title === name ? "" : title,
      }),
    )
  const pins = data.parts.flatMap(({ designator, pins }) =>
    pins
      .map(({ pin, name, net }) => ({ id: `${designator}.${pin}`, name, net }))
      .filter(({ id, name }) => matches([id, name], search))
      .map(
        ({ id, name, net }): Found => ({
          target: { kind: "pad", id },
          name: id,
          text: [name, net ?? "open"].filter((text) => text !== "").join(", "),
        }),
      ),
  )
  const { findings, waived } = data.checks
  const found = [...findings, ...waived].flatMap((finding, index): Found[] => {
    const { rule, message, parts = [], nets = [] } = finding
    if (!matches([rule, message, ...parts, ...nets], search)) return []
    return [{ target: { kind: "finding", id: String(index) }, name: rule, text: message }]
  })
  return [
    { title: "Not in this list", found: parts },
    { title: "Nets", found: nets },
    { title: "Pins", found: pins },
    { title: "Findings", found },
  ].filter((group) => group.found.length > 0)
}
