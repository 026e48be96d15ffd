import type { BookData } from "../data"
import type { Selection } from "./state"

/**
 * What the page's address says after `#`: `U1`, `U1.8`, `net=GND`, `finding=RULE:U1,R2`, `line=KEY`, `step=ID`.
 * A finding is named by its rule and what it names, so that a link lives through a rebuild; of several equal ones the
 * later have their number (`~2`).
 */
export function linkOf(chosen: Selection | null, data: BookData): string {
  if (chosen === null) return ""
  const { kind, id } = chosen
  if (kind === "part" || kind === "pad") return encoded(id)
  return `${kind}=${encoded(kind === "finding" ? (findingNames(data)[Number(id)] ?? "") : id)}`
}

/** @returns undefined for what this board has not. A rule alone stands for its first finding. */
export function selectionOf(link: string, data: BookData): Selection | undefined {
  const [, kind, text = ""] = /^(?:(net|finding|line|step)=)?(.+)$/s.exec(link.replace(/^#/, "")) ?? []
  const id = decoded(text)
  const having = (kind: Selection["kind"], known: boolean): Selection | undefined =>
    known ? { kind, id } : undefined
  switch (kind) {
    case undefined:
      return (
        having(
          "part",
          data.parts.some(({ designator }) => designator === id),
        ) ??
        having(
          "pad",
          data.pads.some(({ name }) => name === id),
        )
      )
    case "net":
      return having(
        "net",
        data.nets.some(({ name }) => name === id),
      )
    case "line":
      return having(
        "line",
        data.sets.some(({ bom }) => bom.some(({ key }) => key === id)),
      )
    case "step":
      return having(
        "step",
        data.phases.some(({ steps }) => steps.some((step) => step.id === id)),
      )
    default: {
      const names = findingNames(data)
      const exact = names.indexOf(id)
      const index = exact >= 0 ? exact : names.findIndex((name) => name.startsWith(`${id}:`))
      return index < 0 ? undefined : { kind: "finding", id: String(index) }
    }
  }
}

/** Of open findings, then of waived ones, as the page counts them. */
function findingNames({ checks }: Pick<BookData, "checks">): string[] {
  const seen = new Map<string, number>()
  return [...checks.findings, ...checks.waived].map(({ rule, parts = [], nets = [] }) => {
    const names = parts.length > 0 ? parts : nets
    const name = names.length === 0 ? rule : `${rule}:${names.join(",")}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name}~${count}`
  })
}

/** What addresses may carry as it is stays readable. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/%(2F|3A|2C|2B|40)/g, (code) => decodeURIComponent(code))

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a stray percent sign, typed by hand
  }
}
