import type { CheckRun } from "../check/report"
import { bySeverityThenRule, findingLine } from "../check/report"
import { compileDefinition, compileRuns } from "../compile/compile"
import type { Fabrication } from "../fabricate/fabricate"
import { type Finding, UserError } from "../finding"
import { naturalOrder } from "../natural-order"
import { silent } from "../pipeline/stages"
import type { CleanBoard } from "./clean"
import { type Compiled, type Fault, type Outcome, refused } from "./fault"
import { check, make, type OpenFindings, openAfterCheck, pack, sourceHash, verify } from "./stages"

/** Seeds one fault into the clean board and runs every stage behind it, as the build does. */
export async function runFault(fault: Fault, clean: CleanBoard, root: string): Promise<Outcome> {
  const started = performance.now()
  const result = await open(fault, clean, root)
  const { id, title, class: kind, stage, expectedRule } = fault
  const seen = result.open.filter(({ rule }) => rule === expectedRule).sort(bySeverityThenRule)
  const caught = seen.length > 0
  const shown = seen[0] ?? [...result.open].sort(bySeverityThenRule)[0]
  return {
    id,
    title,
    class: kind,
    stage,
    expectedRule,
    caught,
    stopped: result.open.length > 0,
    message: shown === undefined ? (result.crash ?? "nothing stopped it") : findingLine(shown),
    alsoBy: [...new Set(result.open.map(({ rule }) => rule))]
      .filter((rule) => rule !== expectedRule)
      .sort(naturalOrder),
    milliseconds: Math.round(performance.now() - started),
  }
}

interface Result {
  readonly open: OpenFindings
  /** What was thrown that is no answer to bad input: a bug, and the fault is not caught. */
  readonly crash?: string
}

async function open(fault: Fault, clean: CleanBoard, root: string): Promise<Result> {
  try {
    return { open: await run(fault, clean, root) }
  } catch (error) {
    if (isRefusal(error)) return { open: [{ rule: refused, severity: "error", message: error.message }] }
    return { open: [], crash: `crashed: ${error instanceof Error ? error.message : String(error)}` }
  }
}

/** By name: a board's bundle has its own copy of the class. */
function isRefusal(error: unknown): error is Error {
  return error instanceof UserError || (error instanceof Error && error.name === "UserError")
}

async function run(fault: Fault, clean: CleanBoard, root: string): Promise<OpenFindings> {
  const { compiled } = clean
  switch (fault.stage) {
    case "source": {
      const { definition, routes } = fault.apply(compiled)
      const options = { root, boardId: definition.id, observer: silent, timeLimitMs: 60_000 }
      const made = await compileDefinition(definition, routes, options)
      return fromCompiled({ ...compiled, definition, routes, circuit: made.circuit }, made.runs)
    }
    case "compiled": {
      const broken = fault.apply({ ...compiled, circuit: structuredClone(compiled.circuit) })
      return fromCompiled(broken, compileRuns(broken.circuit, broken.definition, broken.routes))
    }
    case "fabricated": {
      const fabrication = fault.apply({ compiled, fabrication: clean.fabrication })
      return fromFabrication(compiled, clean.checked, fabrication)
    }
    case "packaged": {
      const files = fault.apply({ compiled, files: new Map(clean.packaged) })
      return verify(compiled, clean.checked, clean.fabrication, files)
    }
    case "delivered": {
      const files = fault.apply({ compiled, files: new Map(clean.delivered) })
      return verify(compiled, clean.checked, clean.fabrication, files, sourceHash)
    }
  }
}

function fromCompiled(compiled: Compiled, runs: readonly CheckRun[]): OpenFindings {
  const checked = [...runs, ...check(compiled)]
  const early = openAfterCheck(compiled, checked)
  return early.length > 0 ? early : fromFabrication(compiled, checked, make(compiled))
}

function fromFabrication(
  compiled: Compiled,
  checked: readonly CheckRun[],
  fabrication: Fabrication,
): readonly Finding[] {
  return verify(compiled, checked, fabrication, pack(compiled, fabrication))
}
