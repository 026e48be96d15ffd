import { makeManifest, manifestName } from "../../../src/package/manifest"
import { addJson, type PackageFiles } from "../../../src/pipeline/assemble-package"
import { found } from "../edit/draft"
import type { Kind } from "./kind"

const decoded = (bytes: Uint8Array | undefined): string => Buffer.from(found(bytes, "file")).toString("utf8")

/** The package with some files changed, and a manifest that agrees. */
export function resealed(files: PackageFiles, changes: ReadonlyMap<string, string>): PackageFiles {
  const all: PackageFiles = new Map(files)
  for (const [path, text] of changes) all.set(path, Buffer.from(text, "utf8"))
  const { board, title, revision, date, sourceHash } = JSON.parse(
    decoded(all.get(manifestName)),
  ) as Parameters<typeof makeManifest>[0]
  all.delete(manifestName)
  addJson(all, manifestName, makeManifest({ board, title, revision, date, sourceHash }, all))
  return all
}

/** A file by its path, read, changed by chance and put back. */
function kind(
  name: string,
  group: string,
  count: number,
  which: RegExp,
  change: (lines: string[], random: Parameters<Kind["make"]>[0]["random"]) => string | undefined,
): Kind {
  return {
    name,
    group,
    count,
    make: ({ clean: { delivered }, random }) => {
      const path = random.pick([...delivered.keys()].filter((one) => which.test(one)))
      const text = decoded(delivered.get(path))
      const lines = text.split("\n")
      const told = change(lines, random)
      if (told === undefined || lines.join("\n") === text) return undefined
      return { told: `${path}: ${told}`, delivered: resealed(delivered, new Map([[path, lines.join("\n")]])) }
    },
  }
}

/** A digit somewhere in a text made another. */
function otherDigit(text: string, random: Parameters<Kind["make"]>[0]["random"]): string | undefined {
  const at = [...text.matchAll(/\d/g)].map(({ index }) => index)
  if (at.length === 0) return undefined
  const index = random.pick(at)
  const digit = String((Number(text[index]) + 1 + random.index(8)) % 10)
  return text.slice(0, index) + digit + text.slice(index + 1)
}

/** What of a circuit the order is held against, by element. */
const told: Readonly<Record<string, readonly string[]>> = {
  source_component: ["resistance", "capacitance", "manufacturer_part_number"],
  pcb_smtpad: ["x", "y", "width", "height"],
  pcb_plated_hole: ["x", "y", "hole_diameter", "outer_diameter"],
  pcb_via: ["x", "y", "hole_diameter", "outer_diameter"],
  pcb_hole: ["x", "y", "hole_diameter"],
}

export const listKinds: readonly Kind[] = [
  kind("a row of a list gone or twice", "lists", 15, /^assembly\/.*\.csv$/, (lines, random) => {
    if (lines.length < 3) return undefined
    const at = 1 + random.index(lines.length - 2)
    const row = lines[at] ?? ""
    if (random.next() < 0.5) lines.splice(at, 1)
    else lines.splice(at, 0, row)
    return row
  }),
  kind(
    "a digit of a bill or placement changed",
    "lists",
    30,
    /^assembly\/.*(bom|cpl)\.csv$/,
    (lines, random) => {
      if (lines.length < 3) return undefined
      const at = 1 + random.index(lines.length - 2)
      const old = lines[at] ?? ""
      // Some microns of a place are nothing.
      const now = otherDigit(old.replace(/(\.\d)\d+/g, "$1"), random)
      if (now === undefined) return undefined
      lines[at] = now
      return `${old} -> ${now}`
    },
  ),
  kind("a cell of a hand list changed", "lists", 15, /hand-assembly\.csv$/, (lines, random) => {
    if (lines.length < 3) return undefined
    const at = 1 + random.index(lines.length - 2)
    const old = lines[at] ?? ""
    // Reason and notes are sentences of the records: what was built of them is compared where the source is.
    const [head = ""] = /^(?:(?:"[^"]*"|[^,"]*),){4}/.exec(old) ?? []
    const now =
      random.next() < 0.7
        ? otherDigit(head, random)
        : head.replace(/,(Top|Bottom),/, (_, side) => (side === "Top" ? ",Bottom," : ",Top,"))
    if (now === undefined || now === head) return undefined
    lines[at] = now + old.slice(head.length)
    return `${head} -> ${now}`
  }),
  kind("a row of the test netlist gone or changed", "documents", 15, /\.ipc$/, (lines, random) => {
    const rows = lines.flatMap((line, index) => (/^3[12]7/.test(line) ? [index] : []))
    const at = random.pick(rows)
    const old = lines[at] ?? ""
    const what = random.index(3)
    if (what === 0) lines.splice(at, 1)
    else if (what === 1)
      lines[at] = old.slice(0, 3) + (lines[random.pick(rows)] ?? "").slice(3, 17) + old.slice(17)
    else lines[at] = old.replace(/X([+-])/, (_, sign) => (sign === "+" ? "X-" : "X+"))
    return old
  }),
  {
    name: "a value, number or place in circuit.json changed",
    group: "documents",
    count: 15,
    make: ({ clean: { delivered }, random }) => {
      const elements = JSON.parse(decoded(delivered.get("circuit.json"))) as Record<string, unknown>[]
      const type = random.pick(Object.keys(told))
      const element = random.pick(elements.filter((one) => one.type === type))
      const key = random.pick((told[type] ?? []).filter((one) => element[one] !== undefined))
      const old = element[key]
      element[key] =
        typeof old === "number"
          ? old * random.pick([0.1, 0.5, 2, 10]) + (old === 0 ? 1 : 0)
          : otherDigit(String(old), random)
      if (element[key] === undefined) return undefined
      const text = JSON.stringify(elements, null, 2)
      return {
        told: `${key} of ${type} ${String(old)} -> ${String(element[key])}`,
        delivered: resealed(delivered, new Map([["circuit.json", text]])),
      }
    },
  },
  kind(
    "another revision, board or count said",
    "documents",
    8,
    /^(report|manifest)\.json$/,
    (lines, random) => {
      const at = random.pick(
        lines.flatMap((line, index) =>
          /"(revision|board|errors|warnings|title)": /.test(line) ? [index] : [],
        ),
      )
      const old = lines[at] ?? ""
      lines[at] = otherDigit(old, random) ?? old.replace(/"([a-z-]+)"(,?)$/, '"$1x"$2')
      return `${old} -> ${lines[at]}`
    },
  ),
]
