import type { AnyCircuitElement } from "circuit-json"
import { withoutAutomaticTexts } from "../legend/automatic"
import { placeDesignators, printedDesignators } from "../legend/designators"
import { type PinWord, pinWords } from "../legend/pin-words"
import { pinLegends } from "../legend/pins"
import type { Board } from "../model/board"
import type { Finding } from "../model/finding"

/**
 * The board's silkscreen as it is printed: what its author wrote, words at the pins of the other connectors, and the
 * designators that are not printed yet.
 */
export function withLegend(
  rendered: readonly AnyCircuitElement[],
  { ownPinNames }: Pick<Board, "ownPinNames">,
): {
  readonly circuit: AnyCircuitElement[]
  readonly pinWords: readonly PinWord[]
  readonly findings: readonly Finding[]
} {
  const authored = withoutAutomaticTexts(rendered)
  const labelled = printedDesignators(authored)
  const words = pinLegends(authored, pinWords(authored, new Set(ownPinNames)))
  const designators = placeDesignators(words.circuit, { labelled })
  return {
    circuit: [...designators.circuit],
    pinWords: words.rows,
    findings: [...words.findings, ...designators.findings],
  }
}
