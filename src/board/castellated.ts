import { edgeGap } from "../geometry/shape"
import type { Drawn, DrawnPad, DrawnShape } from "../model/drawn"
import type { Finding } from "../model/finding"
import type { Point, SourceLine } from "../model/place"

/** How far a half hole's middle may be from the edge, part of its diameter: else too little of its wall is left. */
const offPart = 0.25

/**
 * Half holes on the board's edge: plated holes that the outline cuts, and that the board names. Every other hole that it
 * cuts is a slip, and so is a name whose hole it does not cut.
 * @param names "J1" for every plated hole of a part, "J1.3" for one
 */
export function castellations(
  drawn: readonly Drawn[],
  outline: readonly Point[],
  names: readonly string[],
  id: string,
): { readonly drawn: Drawn[]; readonly findings: Finding[] } {
  const findings: Finding[] = []
  const say = (message: string, part: string | undefined, line?: SourceLine) =>
    findings.push({
      rule: "circuit/castellated",
      severity: "error",
      message,
      parts: part === undefined ? [] : [part],
      ...(line ?? { file: `boards/${id}` }),
    })
  const holes = drawn.filter((one): one is Drilled => one.kind === "pad" && one.hole !== undefined)
  const isNamed = ({ part, pin }: DrawnPad) =>
    part !== undefined && (names.includes(part) || names.includes(`${part}.${pin}`))
  for (const name of names)
    if (!holes.some(({ part, pin }) => name === part || name === `${part}.${pin}`))
      say(`${name}: the board's \`castellated\` names it, but there is no plated hole of that name`, name)
  for (const one of holes.filter(isNamed)) {
    const why = unfit(one.hole, outline)
    if (why !== undefined) say(`${one.part}.${one.pin} is to be a half hole, but ${why}`, one.part, one.line)
  }
  const slips = holes.filter((one) => !isNamed(one) && isCut(one.hole, outline))
  for (const part of new Set(slips.map((one) => one.part))) {
    const own = slips.filter((one) => one.part === part)
    const many = own.length === 1 ? "a plated hole that" : `${own.length} plated holes that`
    const what =
      part === undefined
        ? "move it in"
        : `name ${part} in the board's \`castellated\` to have half holes, or move it in`
    say(`${part ?? "the board"} has ${many} the board's edge cuts: ${what}`, part, own[0]?.line)
  }
  return {
    drawn: drawn.map((one) =>
      one.kind === "pad" && isNamed(one) && one.hole !== undefined ? { ...one, castellated: true } : one,
    ),
    findings,
  }
}

type Drilled = DrawnPad & { readonly hole: DrawnShape }

function isCut(hole: DrawnShape, outline: readonly Point[]): boolean {
  const gap = edgeGap(hole, outline)
  return gap < 0 && gap > -2 * hole.radius
}

/** Why a hole is no half hole. */
function unfit(hole: DrawnShape, outline: readonly Point[]): string | undefined {
  if (hole.core.length > 1) return "it is a slot: half holes are round"
  if (!isCut(hole, outline)) return "the board's edge does not cut it"
  const offMm = Math.abs(edgeGap(hole, outline) + hole.radius)
  return offMm > offPart * 2 * hole.radius + 1e-6
    ? `its middle is ${offMm.toFixed(2)} mm off the board's edge: at most a quarter of its diameter`
    : undefined
}
