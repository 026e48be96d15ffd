import { groupBy } from "../../circuit/group-by"
import { landsOf } from "../../circuit/land-of"
import type { CheckResult, Finding } from "../../model/finding"
import type { Leads } from "../../model/leads"
import type { LandPad, Package } from "../../model/package"
import { naturalOrder } from "../../natural-order"
import type { BoardInput } from "../board/input"
import type { LandFault } from "./fault"
import { holeFaults } from "./holes"
import { surfaceFaults } from "./surface"

/**
 * The compiled pads of every part held against its own leads: two statements that never came from one another. Parts
 * with the same package and pads are judged, and told of, together.
 */
export function lands({ circuit, board }: BoardInput<"parts">): CheckResult {
  const made = landsOf(circuit)
  const parts = Object.entries(board.parts)
    .sort(([a], [b]) => naturalOrder(a, b))
    .map(([name, record]) => ({ name, home: record.package, pads: made.get(name)?.pads ?? [] }))
    .filter(({ pads }) => pads.length > 0)
  const alike = groupBy(parts, ({ home, pads }) =>
    JSON.stringify([home.name, home.leads, home.body?.terminals, pads]),
  )
  const findings = [...alike.values()].flatMap((group): Finding[] => {
    const [first] = group
    const names = group.map(({ name }) => name)
    if (first === undefined) return []
    return landFaults(first.home, first.pads).map(({ rule, severity = "error", says, measure }) => ({
      rule,
      severity,
      message: `${names.join(", ")} (${first.home.name}): ${says}`,
      parts: names,
      ...(measure === undefined ? {} : { measure }),
    }))
  })
  const held = parts.filter(({ home: { leads } }) => leads !== undefined && !("unknown" in leads))
  return {
    findings,
    figures: [{ name: "lands held against leads", value: held.length, limit: parts.length }],
  }
}

export function landFaults({ leads, body }: Package, pads: readonly LandPad[]): LandFault[] {
  if (leads === undefined)
    return [
      {
        rule: "board/land-unheld",
        severity: "warning",
        says: 'nothing contradicts its land: give the package `leads` from the part\'s drawing, or say `{ unknown: "why" }`',
      },
    ]
  if ("unknown" in leads)
    return [
      { rule: "board/land-unheld", severity: "info", says: `nothing contradicts its land: ${leads.unknown}` },
    ]
  return [
    ...pinFaults(leads, pads, Object.keys(body?.terminals ?? {})),
    ...surfaceFaults(leads, body, pads),
    ...holeFaults(leads, body, pads),
  ]
}

/** Every pad has a lead and every lead a pad, in a hole or on the surface. */
function pinFaults(
  { surface, through, thermal }: Leads,
  pads: readonly LandPad[],
  terminals: readonly string[],
): LandFault[] {
  const feet = new Set([...Object.keys(surface?.feet ?? {}), ...(thermal === undefined ? [] : [thermal.pin])])
  const pins = through === undefined ? [] : terminals.filter((pin) => !feet.has(pin))
  const own = (drilled: boolean) =>
    new Set(pads.filter(({ holeMm }) => (holeMm !== undefined) === drilled).map(({ pin }) => String(pin)))
  const [flat, drilled] = [own(false), own(true)]
  const say = (list: Iterable<string>, has: { has(pin: string): boolean }, words: string): LandFault[] => {
    const bare = [...list].filter((pin) => !has.has(pin)).sort(naturalOrder)
    return bare.length === 0 ? [] : [{ rule: "board/land-pin", says: `${words} ${bare.join(", ")}` }]
  }
  return [
    ...say(feet, flat, "no surface pad for lead"),
    ...say(flat, feet, "the part has no flat lead at pad"),
    ...say(pins, drilled, "no hole for pin"),
    ...say(drilled, new Set(pins), "the part has no pin for hole"),
  ]
}
