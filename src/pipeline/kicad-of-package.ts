import type { AnyCircuitElement } from "circuit-json"
import { kicadAsCompiled } from "../kicad/held-lines"
import type { FabHouse } from "../model/fab-house"
import { gate } from "../model/fab-rule"
import type { Finding } from "../model/finding"
import { type Contents, textOf } from "../verify/package/contents"

/**
 * A package's KiCad board beside its circuit.json: whoever goes on in KiCad is to have the board that is ordered. Where
 * the source is not at hand, nothing else contradicts it.
 * @returns undefined where the package has not both
 */
export function kicadOfPackage(
  contents: Contents,
  house: Pick<FabHouse, "limits">,
): readonly Finding[] | undefined {
  const circuit = contents.get("circuit.json")
  const board = [...contents.keys()].find((path) => /^kicad\/[^/]+\.kicad_pcb$/.test(path))
  const bytes = board === undefined ? undefined : contents.get(board)
  if (circuit === undefined || board === undefined || bytes === undefined) return undefined
  try {
    // What is no circuit ends in the catch: nothing of it is believed before.
    const elements = JSON.parse(textOf(circuit)) as AnyCircuitElement[]
    return kicadAsCompiled(elements, textOf(bytes), board, gate(house, "silkscreen-line")).findings
  } catch (error) {
    const why = error instanceof Error ? error.message.split("\n")[0] : String(error)
    const message = `cannot be held to circuit.json: ${why}`
    return [{ rule: "pkg/not-as-drawn", severity: "error", message, file: board }]
  }
}
