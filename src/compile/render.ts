import "./polyfills"
import { RootCircuit } from "@tscircuit/core"
import type { AnyCircuitElement } from "circuit-json"
import type { ReactElement } from "react"
import { UserError } from "../finding"

/** The tscircuit circuit a locked router needs to translate net names into tscircuit's ids. */
export type Circuit = InstanceType<typeof RootCircuit>

export interface RenderOptions {
  /** Builds the board element; gets the circuit it will be rendered in. */
  readonly element: (circuit: Circuit) => ReactElement
  /** Called with tscircuit's phase names while it renders. */
  readonly onPhase?: (phase: string) => void
  readonly timeLimitMs?: number
}

/**
 * Renders one board with tscircuit, offline (no part look-ups), and returns its circuit JSON.
 *
 * An autorouter does not run in a normal build; where a board has one all the same, or anything else makes tscircuit
 * spin, `timeLimitMs` ends it: tscircuit reports progress about four times a second, and the limit is held there.
 *
 * @throws UserError when the limit is reached; whatever a component throws comes through unchanged.
 */
export async function renderCircuit(options: RenderOptions): Promise<AnyCircuitElement[]> {
  const circuit = new RootCircuit({ platform: { partsEngineDisabled: true } })
  const limitMs = options.timeLimitMs ?? 120_000
  const started = performance.now()
  const hold = (phase: string) => {
    options.onPhase?.(phase)
    if (performance.now() - started > limitMs) {
      throw new UserError(
        `rendering took longer than ${Math.round(limitMs / 1000)} s (in ${phase}): raise --time-limit or simplify the board`,
        { exitCode: 1 },
      )
    }
  }
  circuit.on("autorouting:progress", () => hold("autorouting"))
  circuit.on("renderable:renderLifecycle:anyEvent", (event: { type: string }) => {
    const phase = event.type.split(":")[2]
    if (phase !== undefined && event.type.endsWith(":start")) hold(phase)
  })
  circuit.add(options.element(circuit))
  await circuit.renderUntilSettled()
  return circuit.getCircuitJson() as AnyCircuitElement[]
}
