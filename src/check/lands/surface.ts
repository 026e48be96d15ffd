import { moved } from "../../geometry/rigid-fit"
import type { Body } from "../../model/body"
import type { FilletName, Leads } from "../../model/leads"
import type { LandPad } from "../../model/package"
import type { LandFault } from "./fault"
import { filletGoals, tooMuchMm } from "./fillet-goals"
import { cornersOf, filletsOf, laidOn, middleOf, placesOf, pointOf } from "./fit"

/** Rounding of coordinates, mm. */
const roundingMm = 5e-3

/** A thermal pad may reach past the part's own metal by what solder forgives. mm. */
const thermalMm = 0.15

/** Toe, heel and side of every flat lead, and the thermal pad under the part's own. */
export function surfaceFaults(leads: Leads, body: Body | undefined, pads: readonly LandPad[]): LandFault[] {
  const flat = pads.filter(({ holeMm }) => holeMm === undefined)
  const pose = laidOn(placesOf(leads, body), pads)
  return [...fillets(), ...thermal()]

  function fillets(): LandFault[] {
    const { surface } = leads
    if (surface === undefined) return []
    const measured = Object.entries(surface.feet).flatMap(([pin, foot]) => {
      const at = moved(pose, middleOf(foot))
      const off = (pad: LandPad) => Math.hypot(pad.x - at.x, pad.y - at.y)
      const pad = flat.filter((one) => String(one.pin) === pin).sort((a, b) => off(a) - off(b))[0]
      return pad === undefined ? [] : [{ pin, ...filletsOf(foot, pad, pose) }]
    })
    const { kind, density, less = {} } = surface
    return (["toe", "heel", "side"] as const).flatMap((name): LandFault[] => {
      const goal = filletGoals[kind][name][density]
      const allowed = less[name]?.mm ?? goal
      const values = measured.map(({ pin, [name]: mm }) => ({ pin, mm }))
      const short = values.filter(({ mm }) => mm < allowed - roundingMm)
      const far =
        name === "heel"
          ? []
          : values.filter(({ mm }) => mm > filletGoals[kind][name].A + tooMuchMm + roundingMm)
      const least = Math.min(...values.map(({ mm }) => mm))
      const asks = `IPC-7351B asks ${goal} mm of ${kind} leads at level ${density}`
      return [
        ...said(short, name, `${asks}: mend the land, or the lead's dimensions`, allowed),
        ...said(far, name, `that is a larger part's land`, filletGoals[kind][name].A + tooMuchMm),
        ...deviation(name, goal, least),
      ]
    })
  }

  function deviation(name: FilletName, goal: number, least: number): LandFault[] {
    const stated = leads.surface?.less?.[name]
    if (stated === undefined || !Number.isFinite(least)) return []
    if (least >= goal - roundingMm)
      return [
        {
          rule: "board/land-deviation",
          severity: "warning",
          says: `a smaller ${name} fillet is accepted for nothing: the land has ${mm(least)} mm`,
        },
      ]
    return [
      {
        rule: "board/land-deviation",
        severity: "info",
        says: `${name} fillet ${mm(least)} mm where ${goal} mm is asked: ${stated.reason}`,
        measure: { value: Number(mm(least)), limit: goal, unit: "mm" },
      },
    ]
  }

  function thermal(): LandFault[] {
    const { thermal: own } = leads
    if (own === undefined) return []
    const half = { x: own.width / 2 + thermalMm, y: own.height / 2 + thermalMm }
    const corners = [-1, 1].flatMap((u) =>
      [-1, 1].map((v) => moved(pose, { x: own.middle[0] + u * half.x, y: own.middle[1] + v * half.y })),
    )
    const range = (axis: "x" | "y") => {
      const values = corners.map((corner) => corner[axis])
      return [Math.min(...values), Math.max(...values)] as const
    }
    const [[x1, x2], [y1, y2]] = [range("x"), range("y")]
    const pieces = flat.filter(({ pin }) => String(pin) === own.pin)
    const outside = pieces.filter((pad) =>
      cornersOf(pad).some(({ x, y }) => x < x1 || x > x2 || y < y1 || y > y2),
    )
    if (outside.length === 0) return []
    const at = moved(pose, pointOf(own.middle))
    return [
      {
        rule: "board/land-thermal",
        says: `thermal pad ${own.pin} reaches past the part's own ${own.width} x ${own.height} mm at (${mm(at.x)}, ${mm(at.y)}) mm of the land`,
      },
    ]
  }
}

const mm = (value: number): string => value.toFixed(2)

function said(
  values: readonly { readonly pin: string; readonly mm: number }[],
  name: FilletName,
  why: string,
  limit: number,
): LandFault[] {
  const worst = [...values].sort((a, b) => a.mm - b.mm)[0]
  if (worst === undefined) return []
  const pins = values.map(({ pin }) => pin).join(", ")
  return [
    {
      rule: "board/land-fillet",
      says: `${values.length === 1 ? "pad" : "pads"} ${pins}: ${mm(worst.mm)} mm past the lead's ${name}, ${why}`,
      measure: { value: Number(worst.mm.toFixed(3)), limit, unit: "mm" },
    },
  ]
}
