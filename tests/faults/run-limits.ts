import type { Point } from "../../src/geometry/point"
import type { Finding } from "../../src/model/finding"
import type { CleanBoard } from "./clean"
import { Draft } from "./edit/draft"
import { freePlaces } from "./edit/free-place"
import type { Compiled } from "./fault"
import type { Limit, LimitFacts } from "./list/limit"
import { limits } from "./list/limits"
import { check, pack, verify } from "./stages"

/** What became of one limit: found beyond it, and not found on it and within. */
export interface LimitOutcome extends LimitFacts {
  readonly held: boolean
  /** What is said beyond the limit; or what went wrong. */
  readonly message: string
}

type Side = "beyond" | "at" | "within"

/** Tries every limit on the real board, beyond, on and within; those that cannot disturb each other in one run. */
export function runLimits(clean: CleanBoard): LimitOutcome[] {
  const found = new Map<Limit, Record<Side, readonly Finding[]>>()
  for (const group of groups())
    for (const side of ["beyond", "at", "within"] as const) {
      const findings = findingsOf(group, side, clean)
      for (const limit of group) {
        const known = found.get(limit) ?? { beyond: [], at: [], within: [] }
        found.set(limit, { ...known, [side]: findings.filter(({ rule }) => rule === limit.rule) })
      }
    }
  return limits.map((limit) => {
    const { beyond, at, within } = found.get(limit) ?? { beyond: [], at: [], within: [] }
    const { apply: _, ...facts } = limit
    const wrong = at[0] ?? within[0]
    const message =
      wrong !== undefined
        ? `found within the limit: ${wrong.message}`
        : (beyond[0]?.message ?? "not found beyond the limit")
    return { ...facts, held: beyond.length > 0 && wrong === undefined, message }
  })
}

function groups(): Limit[][] {
  const of = (which: (limit: Limit) => boolean) => limits.filter(which)
  return [
    of(({ apply }) => apply.stage === "circuit" || apply.stage === "records"),
    ...[1, 2, 3, 4].map((group) => of(({ apply }) => apply.stage === "files" && apply.group === group)),
  ]
}

function findingsOf(group: readonly Limit[], side: Side, clean: CleanBoard): readonly Finding[] {
  let compiled: Compiled = { ...clean.compiled, circuit: structuredClone(clean.compiled.circuit) }
  const draft = new Draft(compiled.circuit)
  const [alone, shared] = freePlaces(draft, 1.2, 2) as [Point, Point]
  let files = clean.fabrication.gerbers
  let written = false
  for (const { apply, [side]: value } of group)
    switch (apply.stage) {
      case "circuit":
        apply.change(draft, value)
        break
      case "records":
        compiled = {
          ...compiled,
          definition: { ...compiled.definition, parts: apply.change(compiled.definition.parts, value) },
        }
        break
      case "files":
        written = true
        files = apply.change(files, value, draft, apply.alone ? alone : shared)
    }
  if (!written) return check(compiled).flatMap(({ findings }) => findings)
  const fabrication = { ...clean.fabrication, gerbers: files }
  return verify(compiled, clean.checked, fabrication, pack(compiled, fabrication, clean.fabrication))
}
