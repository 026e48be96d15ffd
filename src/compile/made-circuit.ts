import type { AnyCircuitElement } from "circuit-json"
import type { Described } from "../board/describe"
import { boardElement } from "../board/element"
import { withNetNames } from "../board/net-names"
import { withPlainParts } from "../board/plain"
import { loadCore } from "../bundler.mjs"
import type { PinWord } from "../legend/pin-words"
import type { Finding } from "../model/finding"
import { lockedRouter } from "../route/locked-router"
import type { RoutesFile } from "../route/routes-file"
import { cleanPours } from "./clean-pours"
import { withLegend } from "./legend"
import { mendCircuit } from "./mend-circuit"
import type { RenderOptions } from "./render"

/** What a circuit is made from. Plain data. */
export interface CircuitInput {
  readonly described: Described
  readonly routes: RoutesFile
}

/** What takes most of a build's time: it follows from {@link CircuitInput} alone, so that it can be kept. */
export interface MadeCircuit {
  /** As tscircuit renders it, mended. */
  readonly rendered: AnyCircuitElement[]
  /** With its legend, and the pours cleaned. */
  readonly circuit: AnyCircuitElement[]
  readonly pinWords: readonly PinWord[]
  readonly legendFindings: readonly Finding[]
}

/** Renders a board with its routes, prints its legend and cleans its pours. */
export const makeCircuit = async (
  input: CircuitInput,
  options: Omit<RenderOptions, "element">,
): Promise<MadeCircuit> => finishCircuit(input, await rawCircuit(input, options))

/** As tscircuit renders it. */
export async function rawCircuit(
  { described, routes }: CircuitInput,
  options: Omit<RenderOptions, "element">,
): Promise<AnyCircuitElement[]> {
  const { board } = described
  await loadCore()
  const { renderCircuit } = await import("./render")
  return renderCircuit({
    element: (circuit) =>
      boardElement(described, {
        autorouter: lockedRouter(routes, board.via, { current: circuit }),
        notFitted: board.variants[board.defaultVariant]?.notFitted ?? [],
      }),
    ...options,
  })
}

/** What is ours to do with what tscircuit rendered. */
export function finishCircuit({ described }: CircuitInput, raw: AnyCircuitElement[]): MadeCircuit {
  const { board, drawn } = described
  const rendered = mendCircuit(withNetNames(raw, Object.keys(board.nets)), drawn.drawn)
  const whole = withPlainParts(described, rendered).board
  const printed = withLegend(rendered, whole)
  return {
    rendered,
    circuit: cleanPours(printed.circuit, whole),
    pinWords: printed.pinWords,
    legendFindings: printed.findings,
  }
}
