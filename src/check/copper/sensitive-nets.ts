import { nearPairs } from "../../circuit/pieces"
import { netFacts, pinFacts, pinWords } from "../../circuit/view"
import type { CircuitView } from "../../model/circuit-view"
import type { CheckResult, Finding } from "../../model/finding"
import type { Subject } from "../subject"
import { copperFigure } from "./figure"

/** From so many volts on a supply is hot: what couples from it, or a whisker of solder, does harm. */
export const hotVolts = 12

/** What copper of a sensitive net keeps from copper of a hot one on the same side, mm: two tracks' widths. */
export const besideHotMm = 0.5

/** Nets with a pin that a record calls sensitive, and why. */
export function shyNets(view: CircuitView): ReadonlyMap<string, string> {
  const why = new Map<string, string>()
  for (const { name, pins } of view.nets) {
    const facts = netFacts(view, name)
    if (facts?.kind === "power" || facts?.kind === "ground") continue
    const pin = pins.find((one) => pinFacts(view, one)?.sensitive !== undefined)
    if (pin !== undefined) why.set(name, `${pinWords(view, pin)}, ${pinFacts(view, pin)?.sensitive}`)
  }
  return why
}

/** Supplies of many volts, and nets that a converter switches. */
export function hotNets(view: CircuitView): ReadonlySet<string> {
  const isHot = ({ name, pins }: CircuitView["nets"][number]): boolean => {
    const facts = netFacts(view, name)
    if (facts?.kind === "ground") return false
    if (pins.some((pin) => pinFacts(view, pin)?.switches === true)) return true
    return facts?.kind === "power" && Math.max(facts.maxVolts ?? 0, facts.nominalVolts ?? 0) >= hotVolts
  }
  return new Set(view.nets.filter(isHot).map(({ name }) => name))
}

/**
 * Pins that a part's record calls sensitive (a reset, a boot strap, a feedback, an oscillator) are on nets that keep
 * away from hot and switching ones. Two pads are where their parts have them: that is no copper's fault.
 */
export function sensitiveNets({ view, pieces }: Pick<Subject, "view" | "pieces">): CheckResult {
  const why = shyNets(view)
  const hot = hotNets(view)
  const near = nearPairs(pieces, besideHotMm, (a, b) => {
    if (a.pad !== undefined && b.pad !== undefined) return false
    const [x, y] = [a.net ?? "", b.net ?? ""]
    return (why.has(x) && hot.has(y)) || (why.has(y) && hot.has(x))
  })
  const least = new Map<string, Finding>()
  let nearest = besideHotMm
  for (const { a, b, gap, at } of near) {
    nearest = Math.min(nearest, gap)
    if (gap >= besideHotMm - 5e-4) continue
    const [one, two] = [pieces[a]?.net ?? "", pieces[b]?.net ?? ""]
    const [shy, loud] = why.has(one) ? [one, two] : [two, one]
    const known = least.get(`${shy} ${loud}`)
    if (known?.measure !== undefined && known.measure.value <= gap) continue
    least.set(`${shy} ${loud}`, {
      rule: "copper/beside-hot",
      severity: "warning",
      message: `${shy} (${why.get(shy)}) comes ${gap.toFixed(2)} mm near ${loud}: at least ${besideHotMm} mm`,
      at,
      measure: { value: Number(gap.toFixed(3)), limit: besideHotMm, unit: "mm" },
      nets: [shy, loud],
    })
  }
  return {
    findings: [...least.values()],
    figures:
      why.size === 0 || hot.size === 0
        ? []
        : [
            {
              name: `${copperFigure}sensitive to hot net, least (looked at to ${besideHotMm} mm)`,
              value: Number(nearest.toFixed(2)),
              unit: "mm",
              limit: besideHotMm,
            },
          ],
  }
}
