import { elementsOf } from "../../circuit/elements"
import { landsOf } from "../../circuit/land-of"
import { padsOf } from "../../circuit/pads"
import { boxOf } from "../../geometry/shape"
import type { CheckResult, Finding } from "../../model/finding"
import { naturalOrder } from "../../natural-order"
import type { BoardInput } from "../board/input"

/**
 * Paste opening against pad, by area: less leaves a dry or a floating joint, more runs out. IPC-7525 opens 1:1 to some
 * 10 % less in length and width; window panes of thermal pads have 50 to 80 %, each of which is a pad of its own here.
 */
export const pasteRatio = { least: 0.6, most: 1.1 } as const

/** Every surface pad that paste is printed on has enough of it and not too much, and a machine's parts have some. */
export function paste({ circuit, board }: BoardInput<"parts">): CheckResult {
  const openings = elementsOf(circuit, "pcb_solder_paste")
  const lands = landsOf(circuit)
  const findings: Finding[] = []
  for (const pad of padsOf(circuit)) {
    const record = board.parts[pad.designator]
    if (record === undefined || pad.drillMm !== undefined || pad.pin === undefined) continue
    if (!lands.has(pad.designator)) continue
    const box = boxOf(pad.shape)
    const area = (box.maxX - box.minX) * (box.maxY - box.minY)
    const within = openings.filter((opening) => {
      if (!("x" in opening) || !pad.layers.some((side) => side === opening.layer)) return false
      const { x, y } = opening
      return x > box.minX && x < box.maxX && y > box.minY && y < box.maxY
    })
    const printed = within.reduce((sum, opening) => sum + areaOf(opening), 0)
    const ratio = printed / area
    const bare = within.length === 0
    if (bare && record.assembly.by !== "machine") continue
    if (!bare && ratio >= pasteRatio.least - 1e-3 && ratio <= pasteRatio.most + 1e-3) continue
    findings.push({
      rule: "board/paste",
      severity: "error",
      message: bare
        ? `${pad.name}: a machine fits ${pad.designator}, and no paste is printed on this pad`
        : `${pad.name}: its paste is ${Math.round(ratio * 100)} % of the pad, ${100 * pasteRatio.least} to ${100 * pasteRatio.most} % is right`,
      at: { x: pad.x, y: pad.y },
      parts: [pad.name],
      ...(bare
        ? {}
        : {
            measure: {
              value: Number(ratio.toFixed(3)),
              limit: ratio < 1 ? pasteRatio.least : pasteRatio.most,
              unit: "",
            },
          }),
    })
  }
  return { findings: findings.sort((a, b) => naturalOrder(a.message, b.message)) }
}

type Opening = ReturnType<typeof elementsOf<"pcb_solder_paste">>[number]

/** Of the box round it: round ends of opening and pad count alike. */
function areaOf(opening: Opening): number {
  if ("width" in opening && "height" in opening) return opening.width * opening.height
  if ("radius" in opening) return (2 * opening.radius) ** 2
  return 0
}
