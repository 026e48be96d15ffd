import { elementsOf } from "../../circuit/elements"
import { landsOf } from "../../circuit/land-of"
import { padsOf } from "../../circuit/pads"
import { distance } from "../../geometry/point"
import { innerPoint, signedArea } from "../../geometry/polygon"
import { boxOf, edgesOf, type Shape } from "../../geometry/shape"
import type { CheckResult, Finding } from "../../model/finding"
import { naturalOrder } from "../../natural-order"
import type { BoardInput } from "../board/input"

/**
 * Paste opening against pad, by area: less leaves a dry or a floating joint, more runs out. IPC-7525 opens 1:1 to some
 * 10 % less in length and width; window panes of thermal pads have 50 to 80 %, each of which is a pad of its own here.
 */
export const pastePercent = { least: 60, most: 110 } as const

/** No surface pad has too much paste, and those of a machine's parts have enough: an iron brings its own solder. */
export function paste({ circuit, board }: BoardInput<"parts">): CheckResult {
  const openings = elementsOf(circuit, "pcb_solder_paste")
  const lands = landsOf(circuit)
  const findings: Finding[] = []
  for (const pad of padsOf(circuit)) {
    const record = board.parts[pad.designator]
    if (record === undefined || pad.drillMm !== undefined || pad.pin === undefined) continue
    if (!lands.has(pad.designator)) continue
    const box = boxOf(pad.shape)
    const area = squareArea(pad.shape)
    const within = openings.filter((opening) => {
      if (!pad.layers.some((side) => side === opening.layer)) return false
      const { x, y } = "x" in opening ? opening : innerPoint(opening.points)
      return x > box.minX && x < box.maxX && y > box.minY && y < box.maxY
    })
    const printed = within.reduce((sum, opening) => sum + areaOf(opening), 0)
    const percent = (100 * printed) / area
    const bare = within.length === 0
    const least = record.assembly.by === "machine" ? pastePercent.least : 0
    if (percent >= least - 0.1 && percent <= pastePercent.most + 0.1) continue
    findings.push({
      rule: "board/paste",
      severity: "error",
      message: bare
        ? `${pad.name}: a machine fits ${pad.designator}, and no paste is printed on this pad`
        : `${pad.name}: its paste is ${Math.round(percent)} % of the pad, ${pastePercent.least} to ${pastePercent.most} % is right`,
      at: { x: pad.x, y: pad.y },
      parts: [pad.name],
      measure: {
        value: Number(percent.toFixed(1)),
        limit: percent < least ? least : pastePercent.most,
        unit: "%",
      },
    })
  }
  return { findings: findings.sort((a, b) => naturalOrder(a.message, b.message)) }
}

type Opening = ReturnType<typeof elementsOf<"pcb_solder_paste">>[number]

/** As if its round corners were square. */
function squareArea({ core, radius }: Shape): number {
  const along = edgesOf(core).reduce((sum, [a, b]) => sum + distance(a, b), 0)
  const sides = core.length === 2 ? 2 * along : along
  return Math.abs(core.length > 2 ? signedArea(core) : 0) + sides * radius + (2 * radius) ** 2
}

/** Of the box round it: round ends of opening and pad count alike. */
function areaOf(opening: Opening): number {
  if ("width" in opening && "height" in opening) return opening.width * opening.height
  if ("points" in opening) return Math.abs(signedArea(opening.points))
  if ("radius" in opening) return (2 * opening.radius) ** 2
  return 0
}
