import { circuitChecks } from "../../../src/check/checks"
import { bySeverityThenRule } from "../../../src/check/report"
import { subjectOf } from "../../../src/check/subject"
import { isOpenIssue, judge } from "../../../src/check/waivers"
import { compileRuns } from "../../../src/compile/compile"
import type { Fabrication } from "../../../src/fabricate/fabricate"
import type { Finding } from "../../../src/model/finding"
import { houseOf } from "../../../src/pipeline/fab-house"
import { optionsFromSource } from "../../../src/verify/options"
import { verifyContents } from "../../../src/verify/verify"
import type { CleanBoard } from "../clean"
import { Draft } from "../edit/draft"
import type { Compiled } from "../fault"
import { check, lockFindings, make, memory, openAfterCheck, pack, sourceHash, verify } from "../stages"
import type { Edit, Kind } from "./kind"
import { Random } from "./random"

/** A fault that was made by chance, and what stopped it. */
export interface Made {
  readonly kind: Kind
  readonly told: string
  /** The first finding that is open; none: it would have been ordered. */
  readonly found: Finding | undefined
}

/** Makes a kind's faults and asks the build of each; the same seed makes the same faults. */
export function runKind(kind: Kind, clean: CleanBoard, seed: number): Made[] {
  const random = new Random(seed + hash(kind.name))
  const made: Made[] = []
  const told = new Set<string>()
  for (let tries = 0; made.length < kind.count; tries++) {
    if (tries > 50 * kind.count) throw new Error(`${kind.name}: only ${made.length} of ${kind.count}`)
    let copy: Draft | undefined
    const edit = kind.make({
      clean,
      random,
      // Whoever changes files alone needs no copy of the circuit.
      get draft() {
        copy ??= new Draft(structuredClone(clean.compiled.circuit))
        return copy
      },
    })
    // Where there are few ways of doing it, one may come again.
    if (edit === undefined || (told.has(edit.told) && tries < 20 * kind.count)) continue
    told.add(edit.told)
    const found = [...openOf(edit, copy ?? new Draft(clean.compiled.circuit), kind, clean)].sort(
      bySeverityThenRule,
    )[0]
    made.push({ kind, told: edit.told, found })
  }
  return made
}

export function hash(text: string): number {
  let value = 0
  for (const letter of text) value = (Math.imul(value, 31) + letter.charCodeAt(0)) | 0
  return value
}

/** What stops a build with this change, asked in the order of cost: one finding is enough. */
export function openOf(
  edit: Edit,
  draft: Draft,
  kind: Pick<Kind, "first" | "group">,
  clean: CleanBoard,
): readonly Finding[] {
  const { compiled, checked, fabrication } = clean
  if (edit.delivered !== undefined) return verify(compiled, checked, fabrication, edit.delivered, sourceHash)
  if (edit.fabrication !== undefined)
    return verify(compiled, checked, edit.fabrication, pack(compiled, edit.fabrication))
  if (edit.house !== undefined) {
    const { findings } = verifyContents(clean.packaged, edit.house, {
      ...optionsFromSource(compiled.definition, edit.house),
      memory,
    })
    return judge(findings, compiled.definition.waivers, "so far").open.filter(isOpenIssue)
  }
  const broken: Compiled = {
    ...compiled,
    circuit: draft.elements,
    definition: edit.definition ?? compiled.definition,
    routes: edit.routes ?? compiled.routes,
  }
  return firstOpen(broken, kind.first ?? []) ?? allOpen(broken, fabrication, kind.group === "harmless")
}

function firstOpen(
  { circuit, definition }: Compiled,
  first: readonly string[],
): readonly Finding[] | undefined {
  if (first.length === 0) return undefined
  const subject = subjectOf(circuit, definition, houseOf(definition))
  for (const { id, run } of circuitChecks) {
    if (!first.some((start) => id.startsWith(start))) continue
    const open = judge(run(subject).findings, definition.waivers, "so far").open.filter(isOpenIssue)
    if (open.length > 0) return open
  }
  return undefined
}

function allOpen(compiled: Compiled, clean: Fabrication, isHarmless: boolean): readonly Finding[] {
  const checked = [...compileRuns(compiled.circuit, compiled.definition, compiled.routes), ...check(compiled)]
  const early = openAfterCheck(compiled, checked)
  if (early.length > 0) return early
  // What is sound so far and not what was accepted is a draft at least; its files cost far more to judge. A draft is no
  // alarm: a harmless edit is looked at, and accepted.
  if (isHarmless) return []
  const draft = lockFindings(compiled, clean)
  if (draft.length > 0) return draft
  const fabrication = make(compiled)
  return verify(compiled, checked, fabrication, pack(compiled, fabrication))
}
