import "../project/polyfills"
import { Board, RootCircuit } from "@tscircuit/core"
import type { AnyCircuitElement } from "circuit-json"
import type { ReactElement } from "react"
import { UserError } from "../model/finding"
import { powerPortsByTraces } from "./power-ports"
import { quietly } from "./quiet"

powerPortsByTraces()

/** The tscircuit circuit a locked router needs to translate net names into tscircuit's ids. */
export type Circuit = InstanceType<typeof RootCircuit>

// tscircuit's search for islands in the pours takes a tenth of a build; `cleanPours` does the same afterwards.
Board.prototype.doInitialPcbCopperPourCleanup = () => {}

export interface RenderOptions {
  /** Builds the board element; gets the circuit it will be rendered in. */
  readonly element: (circuit: Circuit) => ReactElement
  /** Called with what an autorouter is doing. A listener for every render phase would cost 0.7 s. */
  readonly onPhase?: (phase: string) => void
  readonly timeLimitMs?: number
}

/**
 * tscircuit refuses to route more than 50 connections at once, since its autorouters may not end, and refuses locked
 * routes with them: it asks before it looks at which router a board has.
 *
 * Can go when tscircuit does not count connections for a custom `algorithmFn`.
 */
const layRoutesOfAnyNumber = { preflightRoutingCheckPolicy: "none" } as const

// The same checks run once, on the copper as it is written (`layout-checks.ts`); here they would see it half done.
const platform = {
  partsEngineDisabled: true,
  placementDrcChecksDisabled: true,
  routingDrcChecksDisabled: true,
  ...layRoutesOfAnyNumber,
}

/**
 * Renders one board with tscircuit, offline (no part look-ups), and returns its circuit JSON: source and PCB elements.
 * tscircuit's automatic schematic is left out: it takes a third of the time, and the project draws its own. Its
 * checks of placement and routing run on the final copper instead (`layoutComplaints`).
 *
 * An autorouter does not run in a normal build; where a board has one all the same, or anything else makes tscircuit
 * spin, `timeLimitMs` ends it: tscircuit reports progress about four times a second, and the limit is held there.
 *
 * @throws UserError when the limit is reached; whatever a component throws comes through unchanged.
 */
export async function renderCircuit(options: RenderOptions): Promise<AnyCircuitElement[]> {
  const circuit = new RootCircuit({ platform })
  const limitMs = options.timeLimitMs ?? 120_000
  const started = performance.now()
  circuit.on("autorouting:progress", (event: { phase?: string }) => {
    const phase = event.phase ?? "autorouting"
    options.onPhase?.(phase)
    if (performance.now() - started > limitMs) {
      throw new UserError(
        `rendering took longer than ${Math.round(limitMs / 1000)} s (in ${phase}): raise --time-limit or simplify the board`,
        { exitCode: 1 },
      )
    }
  })
  circuit.schematicDisabled = true
  await quietly(async () => {
    circuit.add(options.element(circuit))
    await circuit.renderUntilSettled()
  })
  return circuit.getCircuitJson() as AnyCircuitElement[]
}
