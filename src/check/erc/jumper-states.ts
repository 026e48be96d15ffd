import type { CheckResult, Figure, Finding } from "../../finding"
import type { JumperState } from "../circuit-intent"
import { situationsOf, wiringIn } from "./conductors"
import { driverConflicts } from "./drivers"
import { type ErcInput, quantity } from "./view"
import { domainViolations, type Violation } from "./voltage-domains"

/**
 * The circuit in every assembly variant and every state of its jumper block. Whatever goes wrong in a legal state is
 * an error; what goes wrong in the others is what they are forbidden for, and the report shows it as a figure.
 */
export function jumperStates(input: ErcInput): CheckResult {
  const faults = new Map<string, { violation: Violation; variants: Set<string>; states: Set<string> }>()
  const shown = new Map<JumperState, Set<string>>(
    input.intent.jumper.states.map((state) => [state, new Set()]),
  )
  for (const situation of situationsOf(input)) {
    const { variant, state } = situation
    for (const violation of [...domainViolations(input, situation), ...driverConflicts(input, situation)]) {
      if (state.use !== "legal") {
        if (variant.name === input.defaultVariant) shown.get(state)?.add(violation.message)
      } else {
        const key = `${violation.rule} ${violation.message}`
        const fault = faults.get(key) ?? { violation, variants: new Set(), states: new Set() }
        fault.variants.add(variant.name)
        fault.states.add(state.name)
        faults.set(key, fault)
      }
    }
  }
  const legal = input.intent.jumper.states.filter(({ use }) => use === "legal")
  const findings = [...faults.values()].map(({ violation, variants, states }): Finding => {
    const where = [
      ...(states.size === legal.length ? [] : [[...states].join(", ")]),
      ...(variants.size === input.variants.length ? [] : [`variant ${[...variants].join(", ")}`]),
    ]
    return {
      ...violation,
      severity: "error",
      message: `${violation.message}${where.length === 0 ? "" : ` [${where.join("; ")}]`}`,
    }
  })
  return {
    findings: [...findings, ...connections(input), ...harmless(input, shown)],
    figures: input.intent.jumper.states.map((state) => figure(state, shown.get(state) ?? new Set())),
  }
}

function figure(state: JumperState, violations: ReadonlySet<string>): Figure {
  const use = { legal: "allowed", avoid: "avoid", hazard: "HAZARD" }[state.use]
  const joined = state.connects.map((pair) => pair.join(" = ")).join(", ")
  const value =
    state.use === "legal"
      ? `${state.note}; ${joined || "nothing joined"}`
      : `${state.note}: ${[...violations].join("; ")}`
  return { name: `${state.name} (${use})`, value }
}

/** The watched pairs of nets are joined where the state says so, and nowhere else. */
function connections(input: ErcInput): Finding[] {
  const { watch, states } = input.intent.jumper
  return states.flatMap((state) =>
    watch.flatMap(([a, b]): Finding[] => {
      const expected = state.connects.some(([c, d]) => c === a && d === b)
      const wrong = input.variants.filter((variant) => {
        const joined = wiringIn(input, { variant, state }).conductors.some(
          ({ nets }) =>
            nets.some((net) => net.names.includes(a)) && nets.some((net) => net.names.includes(b)),
        )
        return joined !== expected
      })
      if (wrong.length === 0) return []
      return [
        {
          rule: "erc/jumper-state",
          severity: "error",
          message: `${state.name}: ${a} and ${b} ${expected ? "are not joined, though they must be" : "are joined, though they must not be"}${wrong.length === input.variants.length ? "" : ` [${quantity(wrong.length, "variant")}: ${wrong.map(({ name }) => name).join(", ")}]`}`,
          nets: [a, b],
          parts: [input.intent.jumper.part],
        },
      ]
    }),
  )
}

/** A state that the legend forbids but that does nothing: then the pins are not where the legend says. */
function harmless(input: ErcInput, shown: ReadonlyMap<JumperState, ReadonlySet<string>>): Finding[] {
  return input.intent.jumper.states
    .filter((state) => state.use !== "legal" && shown.get(state)?.size === 0)
    .map((state) => ({
      rule: "erc/jumper-state",
      severity: "error",
      message: `${state.name} is forbidden, but nothing goes wrong in it: are the pins of ${input.intent.jumper.part} where its legend says?`,
      parts: [input.intent.jumper.part],
    }))
}
