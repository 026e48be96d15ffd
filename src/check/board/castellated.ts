import type { Pad } from "../../circuit/pads"
import { distanceToSegment } from "../../geometry/point"
import { boxOfPoints, edgesOf, gap } from "../../geometry/shape"
import type { CheckResult, Finding } from "../../model/finding"
import type { Subject } from "../subject"
import type { BoardInput } from "./input"

const slack = 1e-6

/** Half holes on the board's edge, as the fab house makes them. That the edge cuts them is a fault of the source else. */
export function castellated({
  board: { outline },
  copper,
  house: { title, castellated: rules },
}: BoardInput<"outline"> & Pick<Subject, "copper" | "house">): CheckResult {
  const halves = copper.pads.filter((pad): pad is Half => pad.castellated === true && pad.hole !== undefined)
  const [first] = halves
  if (first === undefined) return { findings: [] }
  const findings: Finding[] = []
  const say = (message: string, { x, y, name, designator }: Pad, value?: number, limit?: number) =>
    findings.push({
      rule: "fab/castellated",
      severity: "error",
      message,
      at: { x, y },
      parts: [name, designator],
      ...(value === undefined || limit === undefined
        ? {}
        : { measure: { value: Number(value.toFixed(3)), limit, unit: "mm" } }),
    })
  if (rules === undefined) {
    say(
      `${first.designator} has half holes on the board's edge: what ${title} makes of those is not known here, choose another house`,
      first,
    )
    return { findings }
  }
  const { leastHoleMm, cornerMm = 0, apartMm = 0, leastSideMm = 0, source } = rules
  const { minX, maxX, minY, maxY } = boxOfPoints(outline)
  const sideMm = Math.min(maxX - minX, maxY - minY)
  if (sideMm < leastSideMm - slack)
    say(
      `the board is ${sideMm} mm small: with half holes ${title} makes none under ${leastSideMm} mm (${source})`,
      first,
      sideMm,
      leastSideMm,
    )
  halves.forEach((pad, index) => {
    const { hole, name } = pad
    const holeMm = 2 * hole.radius
    if (holeMm < leastHoleMm - slack)
      say(
        `the half hole of ${name} is ${holeMm} mm wide, ${title} makes none under ${leastHoleMm} mm (${source})`,
        pad,
        holeMm,
        leastHoleMm,
      )
    const [centre = pad] = hole.core
    const walls = edgesOf(outline).map(([a, b]) => distanceToSegment(centre, a, b) - hole.radius)
    const others = walls.filter((wall) => wall > -hole.radius * 0.5 + slack)
    const cornerGap = Math.min(...others)
    if (cornerGap < cornerMm - slack)
      say(
        `the half hole of ${name} is ${cornerGap.toFixed(2)} mm from the edge's next corner, ${title} wants ${cornerMm} mm (${source})`,
        pad,
        cornerGap,
        cornerMm,
      )
    for (const other of halves.slice(0, index)) {
      const apart = gap(hole, other.hole)
      if (apart < apartMm - slack)
        say(
          `the half holes of ${other.name} and ${name} are ${apart.toFixed(2)} mm apart, ${title} wants ${apartMm} mm (${source})`,
          pad,
          apart,
          apartMm,
        )
    }
  })
  return { findings, figures: [{ name: "half holes on the board's edge", value: halves.length }] }
}

type Half = Pad & { readonly hole: NonNullable<Pad["hole"]> }
