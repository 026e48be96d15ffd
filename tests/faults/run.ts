import type { AnyCircuitElement } from "circuit-json"
import type { CheckRun } from "../../src/check/report"
import { bySeverityThenRule, findingLine } from "../../src/check/report"
import { compileRuns, judgeLayout } from "../../src/compile/compile"
import { layoutComplaints } from "../../src/compile/layout-checks"
import { naturalOrder } from "../../src/natural-order"
import { keepInMemory } from "../kept-in-memory"
import { type CleanBoard, lay } from "./clean"
import { byLock, type Compiled, type Fault, type Outcome } from "./fault"
import {
  check,
  lockFindings,
  make,
  type OpenFindings,
  openAfterCheck,
  pack,
  sourceHash,
  verify,
} from "./stages"

/** Seeds one fault into the clean board and runs every stage behind it, as the build does. */
export async function runFault(fault: Fault, clean: CleanBoard): Promise<Outcome> {
  const started = performance.now()
  const { open, crash } = await openFindings(fault, clean)
  const { id, title, class: kind, stage, expectedRule } = fault
  const seen = open.filter(({ rule }) => rule === expectedRule).sort(bySeverityThenRule)
  const shown = seen[0] ?? [...open].sort(bySeverityThenRule)[0]
  return {
    id,
    title,
    class: kind,
    stage,
    expectedRule,
    caught: seen.length > 0,
    stopped: open.length > 0,
    message: shown === undefined ? (crash ?? "nothing stopped it") : findingLine(shown),
    alsoBy: [...new Set(open.map(({ rule }) => rule))]
      .filter((rule) => rule !== expectedRule)
      .sort(naturalOrder),
    milliseconds: Math.round(performance.now() - started),
  }
}

interface Result {
  readonly open: OpenFindings
  /** What was thrown: no fault here is answered so, and it is not caught. */
  readonly crash?: string
}

async function openFindings(fault: Fault, clean: CleanBoard): Promise<Result> {
  try {
    return { open: await run(fault, clean) }
  } catch (error) {
    return { open: [], crash: `crashed: ${error instanceof Error ? error.message : String(error)}` }
  }
}

async function run(fault: Fault, clean: CleanBoard): Promise<OpenFindings> {
  const { compiled } = clean
  switch (fault.stage) {
    case "source": {
      const laid = await lay(fault.apply(clean.source))
      const judged = (complaints: readonly AnyCircuitElement[]): OpenFindings => {
        const { runs, ...made } = judgeLayout(laid, complaints)
        // A faulty source is not rendered: there is nothing for the other stages.
        return laid.faulty ? openAfterCheck(made, runs) : fromCompiled(made, runs)
      }
      // tscircuit's checks cost more than all else: they can add to what is found, never take from it.
      const open = judged([])
      const enough = fault.expectedRule !== byLock && open.some(({ rule }) => rule === fault.expectedRule)
      if (enough) return open
      // Many records show in no copper: what is rendered of them is what the board without a fault has.
      return judged(await keepInMemory("layout", laid.circuit, () => layoutComplaints(laid.circuit)))
    }
    case "compiled": {
      const broken = fault.apply({ ...compiled, circuit: structuredClone(compiled.circuit) })
      return fromCompiled(broken, compileRuns(broken.circuit, broken.definition, broken.routes))
    }
    case "fabricated": {
      const fabrication = fault.apply({ compiled, fabrication: clean.fabrication })
      return verify(compiled, clean.checked, fabrication, pack(compiled, fabrication, clean.fabrication))
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

/** The lock is asked last: what it alone knows is a draft, whatever a rule stops is no package at all. */
function fromCompiled(compiled: Compiled, runs: readonly CheckRun[]): OpenFindings {
  const checked = [...runs, ...check(compiled)]
  const early = openAfterCheck(compiled, checked)
  if (early.length > 0) return early
  const fabrication = make(compiled)
  const late = verify(compiled, checked, fabrication, pack(compiled, fabrication))
  return late.length > 0 ? late : lockFindings(compiled, fabrication)
}
