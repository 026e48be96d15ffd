import { innerPoint } from "../geometry/polygon"
import { boxOf } from "../geometry/shape"
import type { Drawn, DrawnPad } from "../model/drawn"
import type { CheckResult, Finding } from "../model/finding"
import type { Point } from "../model/place"
import { netlistOfKicad } from "../verify/expected/kicad"

/** Coordinates of the file are rounded to a micrometre and turned by whole thousandths of a degree, mm. */
const strayMm = 0.006

/** The KiCad board has each numbered pad that the source draws, of its part, at its place and side, and no other. */
export function kicadAsDrawn(drawn: readonly Drawn[], text: string, file: string): CheckResult {
  const pads = drawn.filter(
    (one): one is DrawnPad & { part: string; pin: string } =>
      one.kind === "pad" && one.part !== undefined && one.pin !== undefined,
  )
  if (pads.length === 0) return { findings: [] }
  const parts = new Set(pads.map(({ part }) => part))
  const left = netlistOfKicad(text, file, []).pads.filter(({ designator }) => parts.has(designator))
  const findings: Finding[] = []
  const say = (message: string, at: Point, part: string) =>
    findings.push({
      rule: "pkg/not-as-drawn",
      severity: "error",
      message,
      at: { x: round(at.x), y: round(at.y) },
      parts: [part],
      file,
    })
  for (const pad of pads) {
    const at = placeOf(pad)
    const side = pad.sides.length > 1 ? "both" : pad.sides[0]
    const index = left.findIndex(
      (one) =>
        one.designator === pad.part &&
        one.pin === pad.pin &&
        one.side === side &&
        Math.hypot(one.x - at.x, one.y - at.y) < strayMm,
    )
    if (index >= 0) left.splice(index, 1)
    else
      say(`${pad.part}.${pad.pin}: the KiCad board has no such pad where the source draws it`, at, pad.part)
  }
  for (const one of left)
    say(
      `${one.designator}.${one.pin}: the KiCad board has a pad that the source does not draw`,
      one,
      one.designator,
    )
  return { findings, figures: [{ name: "pads of the source found in the KiCad board", value: pads.length }] }
}

/** KiCad's place of a pad is that of its hole, else its middle; of a polygon, a point well inside. */
function placeOf({ shape, hole }: DrawnPad): Point {
  const { core } = hole ?? shape
  if (hole === undefined && core.length > 2 && !isRectangle(core)) return innerPoint(core)
  if (core.length > 2) return mean(core)
  const { minX, minY, maxX, maxY } = boxOf(hole ?? shape)
  return { x: (minX + maxX) / 2, y: (minY + maxY) / 2 }
}

const mean = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
})

function isRectangle(core: readonly Point[]): boolean {
  const [a, b, c, d] = core
  if (core.length !== 4 || a === undefined || b === undefined || c === undefined || d === undefined)
    return false
  const far = Math.hypot(a.x + c.x - b.x - d.x, a.y + c.y - b.y - d.y)
  return far < 1e-6 && Math.abs(Math.hypot(a.x - c.x, a.y - c.y) - Math.hypot(b.x - d.x, b.y - d.y)) < 1e-6
}

const round = (mm: number): number => Math.round(mm * 1000) / 1000 + 0
