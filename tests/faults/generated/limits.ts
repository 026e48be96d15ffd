import type { NetClass } from "../../../src/model/board"
import { looseness } from "../../../src/model/fab-rule"
import { houseOf } from "../../../src/pipeline/fab-house"
import { type Kind, mm } from "./kind"

const group = "limits"
const first = ["board/fab-limits", "board/net-classes", "board/pours"]

export const limitKinds: readonly Kind[] = [
  {
    name: "a net class below what the fab makes",
    group,
    count: 10,
    first,
    make: ({ clean, random }) => {
      const { definition } = clean.compiled
      const victim = random.pick(definition.netClasses)
      const axis = random.pick(["widthMm", "clearanceMm"] as const)
      const value = random.between(0.02, 0.095)
      const netClasses = definition.netClasses.map(
        (one): NetClass => (one === victim ? { ...one, [axis]: value } : one),
      )
      return { told: `${axis} of ${victim.name} ${mm(value)}`, definition: { ...definition, netClasses } }
    },
  },
  {
    name: "vias or pours below what the fab makes",
    group,
    count: 10,
    first,
    make: ({ clean, random }) => {
      const { definition } = clean.compiled
      const { via, pour, pours } = definition
      const poured = (change: Partial<typeof pour>) => ({
        pour: { ...pour, ...change },
        pours: pours.map((one) => ({ ...one, ...change })),
      })
      const small = random.between(0.02, 0.095)
      const changed = random.pick([
        { via: { ...via, drillMm: random.between(0.1, 0.19) } },
        { via: { ...via, diameterMm: random.between(0.2, 0.4) } },
        poured({ clearanceMm: small }),
        poured({ minWidthMm: small }),
        poured({ thermalSpokeMm: small }),
        poured({ boardEdgeMm: small }),
      ])
      return { told: JSON.stringify(changed), definition: { ...definition, ...changed } }
    },
  },
  {
    name: "a gate of ours looser than the fab's limit",
    group,
    count: 15,
    make: ({ clean, random }) => {
      const house = houseOf(clean.compiled.definition)
      const limits = house.limits.filter(
        ({ fabLimit, gate }) => fabLimit !== undefined && gate.error !== undefined && fabLimit > 0,
      )
      const rule = random.pick(limits)
      const part = random.between(0.05, 0.6)
      const { fabLimit = 0 } = rule
      const error = rule.sense === "min" ? fabLimit * (1 - part) : fabLimit * (1 + part)
      const loose = { ...rule, gate: { ...rule.gate, error } }
      if (looseness(loose) === undefined) return undefined
      return {
        told: `${rule.id} ${error.toFixed(3)} where the fab says ${fabLimit}`,
        house: { ...house, limits: house.limits.map((one) => (one === rule ? loose : one)) },
      }
    },
  },
]
