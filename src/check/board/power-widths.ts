import { groupBy } from "../../circuit/group-by"
import { NetCopper } from "../../circuit/resistance"
import { isGroundNet, isPowerNet, pinFacts, withUnit } from "../../circuit/view"
import { gap } from "../../geometry/shape"
import type { CircuitView } from "../../model/circuit-view"
import { gate } from "../../model/fab-rule"
import type { CheckResult, Figure, Finding } from "../../model/finding"
import type { Subject } from "../subject"

/** As near to a pad of its net a track may be a neck: it has to fit between pins. mm. */
const neckMm = 2

/** What a supply is taken to carry where neither its pins nor its facts say more, A. */
const unknownAmperes = 0.5

/** How much warmer than the board its tracks may get, K, and what part of a supply's volts they may lose. */
const warmerKelvin = 10
const lostPart = 0.03

/**
 * The least width for a current on an outer layer: IPC-2221B, 6.2, I = 0.048 dT^0.44 A^0.725, A in square mil.
 */
export function widthForMm(amperes: number, copperMm: number): number {
  const squareMil = (amperes / (0.048 * warmerKelvin ** 0.44)) ** (1 / 0.725)
  return (squareMil * 0.0254 ** 2) / copperMm
}

/**
 * What supplies ask of their tracks, whatever their net class says: every piece wide enough for the net's current, and
 * but for necks at pads as wide as the house wants a supply; from any pad to any other little is lost.
 */
export function powerWidths({
  copper,
  view,
  house,
}: Pick<Subject, "copper" | "view" | "house">): CheckResult {
  const leastMm = gate(house, "power-track-width")
  const findings: Finding[] = []
  const figures: Figure[] = []
  const padsOf = groupBy(copper.pads, ({ net }) => net)
  const tracksOf = groupBy(copper.tracks, ({ net }) => net)
  for (const { name, pins } of view.nets) {
    if (isGroundNet(view, name) || !(isPowerNet(view, name) || pins.some(isSupplyPin(view)))) continue
    const amperes = amperesOf(view, name, pins)
    const warmMm = widthForMm(amperes, house.process.copperMm)
    const tracks = tracksOf.get(name) ?? []
    if (tracks.length > 0)
      figures.push({
        name: `narrowest track of ${name}, which carries ${withUnit(amperes, "A")}`,
        value: Math.min(...tracks.map(({ widthMm }) => widthMm)),
        unit: "mm",
        limit: Number(warmMm.toFixed(2)),
      })
    for (const track of tracks) {
      const { from, to, layer, widthMm } = track
      const isNeck = (padsOf.get(name) ?? []).some(
        (pad) =>
          pad.layers.includes(layer) &&
          [from, to].every((p) => gap(pad.shape, { core: [p], radius: 0 }) <= neckMm),
      )
      const needs = isNeck ? warmMm : Math.max(warmMm, leastMm)
      if (widthMm >= needs - 1e-6) continue
      const why =
        needs === warmMm
          ? `${withUnit(amperes, "A")} make it more than ${warmerKelvin} K warmer than the board (IPC-2221)`
          : `a supply's tracks have ${leastMm} mm, narrower only within ${neckMm} mm of a pad`
      findings.push({
        rule: "board/power-width",
        severity: "error",
        message: `a track of ${name} is ${widthMm} mm wide, ${needs.toFixed(2)} mm needed: ${why}`,
        at: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, layer },
        measure: { value: widthMm, limit: Number(needs.toFixed(3)), unit: "mm" },
        nets: [name],
      })
    }
    findings.push(...lost(name, amperes, { copper, view, house }))
  }
  return { findings, figures }
}

/** The two pads of a supply that are electrically farthest from each other, at its whole current. */
function lost(
  net: string,
  amperes: number,
  { copper, view, house }: Pick<Subject, "copper" | "view" | "house">,
): Finding[] {
  const volts = view.facts[net]?.nominalVolts
  const worst = volts === undefined ? undefined : new NetCopper(copper, net, house.process).worst()
  // No copper at all is an open net: another check's matter.
  if (volts === undefined || worst === undefined || !Number.isFinite(worst.ohms)) return []
  const [drop, most] = [worst.ohms * amperes, volts * lostPart]
  if (drop <= most) return []
  return [
    {
      rule: "board/power-drop",
      severity: "error",
      message: `${withUnit(drop, "V")} of ${volts} V are lost on ${net} from ${worst.from} to ${worst.to} at ${withUnit(amperes, "A")}, ${withUnit(most, "V")} at most: wider or shorter tracks`,
      measure: { value: Number(drop.toPrecision(3)), limit: Number(most.toPrecision(3)), unit: "V" },
      nets: [net],
      parts: [worst.from, worst.to],
    },
  ]
}

const isSupplyPin =
  (view: CircuitView) =>
  (pin: string): boolean =>
    /^power-/.test(pinFacts(view, pin)?.role ?? "")

/** What a net carries: what it is said to, and never less than the parts on it ask of their supply. */
function amperesOf(view: CircuitView, net: string, pins: readonly string[]): number {
  const said = view.facts[net]?.maxAmperes
  const parts = new Set(
    pins
      .filter((pin) => pinFacts(view, pin)?.role === "power-in")
      .map((pin) => pin.slice(0, pin.lastIndexOf("."))),
  )
  const asked = [...parts].reduce(
    (sum, part) => sum + (view.parts.get(part)?.record.ratings?.supplyCurrentA ?? 0),
    0,
  )
  return Math.max(asked, said ?? (asked > 0 ? asked : unknownAmperes))
}
