import { createHash } from "node:crypto"
import type { FabHouse } from "../model/fab-house"
import { limit } from "../model/fab-rule"
import type { Finding, Severity } from "../model/finding"
import { limits } from "../read/limits"
import type { FabSet } from "./files/fab-set"
import { elsewhereOf, fabsOwn } from "./foreign"
import { BoardGeometry } from "./geometry/board"
import type { ExpectedNetlist } from "./netlist"
import type { Contents } from "./package/contents"
import { kept, type Recent } from "./recent"
import type { VerifyCheck } from "./report"
import type { VerifyInput } from "./rule"
import { fileRules } from "./rules/index"

/** Geometry and findings of the rules on one set of Gerbers and drills: they depend on nothing else. */
export interface Measured {
  readonly geometry: BoardGeometry
  readonly checks: readonly VerifyCheck[]
}

/** Of files that were measured before, by their content and the name of who judged them. */
export interface MeasuredBefore {
  readonly geometries: Recent<BoardGeometry>
  readonly measured: Recent<Measured>
  readonly nameOf: (house: FabHouse) => number
}

/** Measures a set of Gerbers and drills and asks every rule; what is known of the same files is taken from there. */
export function measure(
  files: FabSet,
  expected: ExpectedNetlist | undefined,
  house: FabHouse,
  memory: MeasuredBefore | undefined,
  measured: Map<string, Measured> | undefined,
  contents: Contents,
  foreign: boolean,
): Measured {
  const isKept = memory !== undefined || measured !== undefined
  const key = isKept ? `${fingerprint(contents)} ${foreign}` : ""
  const known = measured?.get(`${house.id} ${key}`)
  if (known !== undefined) return known
  const geometry = kept(memory?.geometries, key, () => new BoardGeometry(files, expected, foreign))
  const made = kept(memory?.measured, `${key} ${memory?.nameOf(house)}`, () =>
    judge(geometry, house, foreign),
  )
  measured?.set(`${house.id} ${key}`, made)
  return made
}

function judge(geometry: BoardGeometry, house: FabHouse, foreign: boolean): Measured {
  const input: VerifyInput = {
    board: geometry,
    limit: (id) => (foreign ? fabsOwn(limit(house, id)) : limit(house, id)),
    misreads: house.misreads,
    ...(house.panel === undefined ? {} : { panel: house.panel }),
    ...(house.castellated === undefined ? {} : { halfHoles: house.castellated }),
    ...(foreign ? { foreign } : {}),
  }
  const checks = fileRules.map((rule) => {
    const { findings, ...rest } = guarded(rule.id, () => rule.check(input))
    return {
      id: rule.id,
      title: rule.title,
      ...rest,
      findings: bounded(foreign ? findings.map(elsewhereOf) : findings),
    }
  })
  return { geometry, checks }
}

const badness: readonly Severity[] = ["info", "warning", "error"]

/** The worst of a rule's findings and how many more there are: nobody reads a million, and they fill a gigabyte. */
function bounded(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= limits.findingsPerRule) return findings
  const sorted = [...findings].sort((a, b) => badness.indexOf(b.severity) - badness.indexOf(a.severity))
  const left = sorted.splice(limits.findingsPerRule)
  const [{ rule, severity } = findings[0] as Finding] = left
  const message = `and ${left.length.toLocaleString("en-US")} more of the same rule: too many to name each`
  return [...sorted, { rule, severity, message }]
}

/** Names and bytes of all that geometry and netlist are read from. */
function fingerprint(contents: Contents): string {
  const hash = createHash("sha256")
  // The netlist for electrical test counts where no circuit tells the nets.
  const read = contents.has("circuit.json") ? /^gerbers\/|^circuit\.json$/ : /./
  for (const [path, bytes] of contents)
    if (read.test(path)) hash.update(`${path}\0${bytes.length}\0`).update(bytes)
  return hash.digest("hex")
}

/** A layer too dense for exact geometry is a finding of that rule, not the end of all others. */
function guarded(
  id: string,
  run: () => Omit<VerifyCheck, "id" | "title">,
): Omit<VerifyCheck, "id" | "title"> {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof Error && error.name === "UserError")) throw error
    return { findings: [{ rule: id, severity: "error", message: error.message }] }
  }
}
