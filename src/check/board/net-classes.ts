import { trackShape } from "../../circuit/copper"
import { groupBy } from "../../circuit/group-by"
import { gap } from "../../geometry/shape"
import type { CheckResult, Finding } from "../../model/finding"
import type { Subject } from "../subject"
import type { BoardInput } from "./input"

/**
 * A track may be narrower than its class this near to a pad of its net: it has to fit between pins. mm. But not narrower
 * than the narrowest class: that fits there, too.
 */
const neckMm = 2

/** Every net in one class, every class with nets there are, and every track as wide as its class says, where it says. */
export function netClasses({
  board,
  netlist,
  copper,
}: Pick<BoardInput<"netClasses">, "board"> & Pick<Subject, "netlist" | "copper">): CheckResult {
  const declared = new Set(netlist.nets.flatMap(({ names }) => names))
  const findings: Finding[] = []
  const add = (message: string, net: string) =>
    findings.push({ rule: "board/net-class", severity: "error", message, nets: [net] })
  const memberships = board.netClasses.flatMap(({ name, nets }) =>
    [...new Set(nets)].map((net) => ({ net, name })),
  )
  const classesOf = groupBy(memberships, ({ net }) => net)
  for (const net of declared) {
    const classes = classesOf.get(net) ?? []
    if (classes.length === 1) continue
    add(
      `net ${net} is in ${classes.length === 0 ? "no net class" : `the net classes ${classes.map(({ name }) => name).join(" and ")}`}`,
      net,
    )
  }
  const padsOf = groupBy(copper.pads, ({ net }) => net)
  const narrowest = Math.min(...board.netClasses.map(({ widthMm }) => widthMm))
  for (const { name, nets, widthMm, layers } of board.netClasses) {
    const own = new Set(nets)
    for (const net of nets) {
      if (!declared.has(net)) add(`net class ${name} has net ${net}, which the circuit has not`, net)
    }
    for (const track of copper.tracks) {
      if (track.net !== undefined && own.has(track.net) && layers?.includes(track.layer) === false)
        findings.push({
          rule: "board/track-layer",
          severity: "error",
          message: `a track of ${track.net} lies on the ${track.layer}, net class ${name} has ${layers.join(", ")}`,
          at: { x: (track.from.x + track.to.x) / 2, y: (track.from.y + track.to.y) / 2, layer: track.layer },
          nets: [track.net],
        })
      if (track.net === undefined || !own.has(track.net) || track.widthMm >= widthMm - 1e-6) continue
      const shape = trackShape(track)
      const fits = track.widthMm >= narrowest - 1e-6
      const atPad =
        fits &&
        padsOf
          .get(track.net)
          ?.some(
            (pad) =>
              pad.layers.includes(track.layer) &&
              [track.from, track.to].every((p) => gap(pad.shape, { core: [p], radius: 0 }) <= neckMm) &&
              gap(pad.shape, shape) <= neckMm,
          )
      if (atPad) continue
      findings.push({
        rule: "board/track-width",
        severity: "error",
        message: `a track of ${track.net} is ${track.widthMm} mm wide, net class ${name} asks for ${widthMm} mm (narrower only within ${neckMm} mm of a pad${fits ? "" : `, and nowhere below ${narrowest} mm`})`,
        at: { x: (track.from.x + track.to.x) / 2, y: (track.from.y + track.to.y) / 2, layer: track.layer },
        measure: { value: track.widthMm, limit: widthMm, unit: "mm" },
        nets: [track.net],
      })
    }
  }
  return { findings }
}
