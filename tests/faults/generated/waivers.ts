import type { Waiver } from "../../../src/model/board"
import type { Kind } from "./kind"

const group = "waivers"

export const waiverKinds: readonly Kind[] = [
  {
    name: "a waiver for another figure, other names or another severity",
    group,
    count: 15,
    make: ({ clean, random }) => {
      const { definition } = clean.compiled
      const victim = random.pick(definition.waivers)
      const others = Object.keys(definition.parts).filter((name) => !victim.names?.includes(name))
      const factor = random.pick([0.5, 0.9, 0.99, 1.01, 1.1, 2])
      const change = random.pick([
        { figure: (victim.figure ?? 0) * factor + (victim.figure === 0 ? factor : 0) },
        { names: [random.pick(others)] },
        { names: [...(victim.names ?? []), random.pick(others)] },
        { severity: "info" as const },
      ])
      const waivers = definition.waivers.map((one): Waiver => (one === victim ? { ...one, ...change } : one))
      return { told: `${victim.rule}: ${JSON.stringify(change)}`, definition: { ...definition, waivers } }
    },
  },
  {
    name: "a waiver without names, of another rule, or gone",
    group,
    count: 15,
    make: ({ clean, random }) => {
      const { definition } = clean.compiled
      const victim = random.pick(definition.waivers)
      const what = random.index(3)
      const waivers = definition.waivers.flatMap((one): Waiver[] => {
        if (one !== victim) return [one]
        if (what === 0) return []
        return [what === 1 ? { ...one, names: [] } : { ...one, rule: `${one.rule}-other` }]
      })
      return {
        told: `${victim.rule}: ${["gone", "no names", "of another rule"][what]}`,
        definition: { ...definition, waivers },
      }
    },
  },
]
