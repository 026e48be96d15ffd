import { pourRings } from "../circuit/copper"
import type { ElementOf } from "../circuit/elements"
import type { Point } from "../geometry/point"
import type { GerberCommand } from "./gerber-steps/types"

/**
 * A pour as Gerber regions: its outline, and its holes cleared out of it.
 *
 * circuit-json-to-gerber would hand all commands of a pour to one function call, and a call takes some 100,000 values
 * at most: boards of a thousand parts ended there.
 * @param regionFunction of the regions, where they are copper
 */
export function pourRegions(pour: ElementOf<"pcb_copper_pour">, regionFunction?: string): GerberCommand[] {
  const { outline, holes } = pourRings(pour)
  const region = (ring: readonly Point[]): GerberCommand[] => {
    const [first, ...rest] = ring
    if (first === undefined) return []
    const commands: GerberCommand[] = [
      { command_code: "G36" },
      { command_code: "D02", x: first.x, y: first.y },
      ...[...rest, first].map(({ x, y }): GerberCommand => ({ command_code: "D01", x, y })),
      { command_code: "G37" },
    ]
    if (regionFunction === undefined) return commands
    return [
      { command_code: "TA", attribute_name: ".AperFunction", attribute_value: regionFunction },
      ...commands,
      { command_code: "TD" },
    ]
  }
  const dark = region([...outline].reverse())
  if (holes.length === 0) return dark
  return [
    ...dark,
    { command_code: "LP", polarity: "C" },
    ...holes.flatMap(region),
    { command_code: "LP", polarity: "D" },
  ]
}
