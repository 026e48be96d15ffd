import { type FabHouse, planOf } from "../../model/fab-house"
import type { Finding } from "../../model/finding"
import type { Contents } from "./contents"
import type { Documents } from "./documents"

/** What of assembly a package promises: every variant under every plan. */
export interface AssemblyPromise {
  /** Variant -> designators it leaves empty. */
  readonly variants: Readonly<Record<string, readonly string[]>>
  readonly plans: readonly string[]
}

/** Lists of a plan, lists of a variant for who buys its parts, and what all plans come to. */
const assemblyFile =
  /^assembly\/([^/]+\/[^/]+\/(bom|cpl|hand-assembly)\.csv|[^/]+\/(shopping\.csv|bom\.html)|plans\.md)$/

/** By the board itself, else by the package's report, else by its book. */
export const promiseOf = (
  board: Partial<AssemblyPromise>,
  { report, book }: Documents,
): AssemblyPromise | undefined => {
  const shown =
    book === undefined
      ? undefined
      : {
          variants: Object.fromEntries(book.variants.map(({ id, notFitted }) => [id, notFitted])),
          plans: book.plans.map(({ id }) => id),
        }
  const variants = board.variants ?? report?.assembly?.variants ?? shown?.variants
  const plans = board.plans ?? report?.assembly?.plans ?? shown?.plans
  return variants === undefined || plans === undefined ? undefined : { variants, plans }
}

/** Every variant has its lists under every plan, its drawings, and there is no other. */
export function checkPromise(
  contents: Contents,
  promise: AssemblyPromise | undefined,
  board: string,
  house: FabHouse,
  { report, isDraft }: Documents & { readonly isDraft: boolean },
): Finding[] {
  const findings: Finding[] = []
  const say = (file: string, message: string): void => {
    findings.push({ rule: "pkg/contents", severity: "error", message, file })
  }
  const present = new Set(
    [...contents.keys()].flatMap((path) => /^assembly\/([^/]+\/[^/]+)\//.exec(path)?.[1] ?? []),
  )
  // What nobody promised is held against itself: each variant that is there has the plans of the others.
  const [variants, plans] =
    promise === undefined
      ? [
          [...present].map((path) => path.split("/")[0] ?? ""),
          [...present].map((path) => path.split("/")[1] ?? ""),
        ]
      : [Object.keys(promise.variants), promise.plans]
  const wanted = new Set(variants.flatMap((variant) => plans.map((plan) => `${variant}/${plan}`)))
  for (const set of [...wanted].sort()) {
    const [variant = "", plan = ""] = set.split("/")
    if (!present.has(set)) {
      say(
        `assembly/${set}`,
        `the lists of variant ${variant} under plan ${plan} are missing from the package`,
      )
      continue
    }
    const names = [
      "bom.csv",
      "hand-assembly.csv",
      ...(planOf(house, plan)?.sides.length === 0 ? [] : ["cpl.csv"]),
    ]
    for (const name of names)
      if (!contents.has(`assembly/${set}/${name}`)) say(`assembly/${set}/${name}`, "missing from the package")
  }
  for (const variant of new Set(variants))
    for (const name of ["shopping.csv", "bom.html"])
      if (!contents.has(`assembly/${variant}/${name}`))
        say(`assembly/${variant}/${name}`, "missing from the package")
  if (wanted.size > 0 && !contents.has("assembly/plans.md"))
    say("assembly/plans.md", "missing from the package")
  for (const set of [...present].sort())
    if (!wanted.has(set)) say(`assembly/${set}`, "the board has no such variant or plan")
  for (const path of contents.keys())
    if (path.startsWith("assembly/") && !assemblyFile.test(path))
      say(path, "does not belong among the assembly lists")
  // A report names what was drawn and modelled: then the documents are there, too.
  const made = new Set(report?.checks.map(({ id }) => id) ?? [])
  const documents = [
    ...(made.has("schematic")
      ? [
          "index.html",
          ...["schematic.svg", "schematic.pdf", "assembly.pdf", "fabrication.svg", "fabrication.pdf"].map(
            (name) => `drawings/${name}`,
          ),
          ...[...new Set(variants)].flatMap((variant) =>
            ["top", "bottom"].map((side) => `drawings/${variant}-${side}.svg`),
          ),
          ...["pcb", "sch", "pro"].map((kind) => `kicad/${board}.kicad_${kind}`),
        ]
      : []),
    ...(made.has("model") ? ["top.png", "bottom.png", "3d.png", `3d/${board}.glb`, `3d/${board}.step`] : []),
  ]
  if (!isDraft) for (const path of documents) if (!contents.has(path)) say(path, "missing from the package")
  return findings
}
