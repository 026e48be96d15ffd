import { type Situation, situationsOf, statesOf, wiringIn } from "../../circuit/conductors"
import { driverConflicts } from "../../circuit/drivers"
import { domainViolations, type Violation } from "../../circuit/voltage-domains"
import type { CircuitView, JumperState } from "../../model/circuit-view"
import type { CheckResult, Figure, Finding } from "../../model/finding"

/**
 * The circuit in every assembly variant and every state of its jumper block. Whatever goes wrong in a legal state is
 * an error; what goes wrong in the others is what they are forbidden for, and the report shows it as a figure.
 */
export function jumperStates(input: CircuitView): CheckResult {
  const faults: Fault[] = []
  const shown = new Map<JumperState, Set<string>>(statesOf(input).map((state) => [state, new Set()]))
  for (const situation of situationsOf(input)) {
    const { variant, state } = situation
    for (const violation of [...domainViolations(input, situation), ...driverConflicts(input, situation)]) {
      if (state.use === "legal") addFault(faults, violation, situation)
      else if (variant.name === input.defaultVariant) shown.get(state)?.add(violation.message)
    }
  }
  const findings = faults.map(
    ({ violation, situations }): Finding => ({
      ...violation,
      severity: "error",
      message: `${violation.message}${whereText(input, situations)}`,
    }),
  )
  return {
    findings: [...findings, ...unsaid(input), ...connections(input), ...harmless(input, shown)],
    figures: (input.jumper?.states ?? []).map((state) => figure(state, shown.get(state) ?? new Set())),
  }
}

interface Fault {
  readonly violation: Violation
  readonly situations: Situation[]
}

/** One fault shows in many situations: what only repeats pins that are named already is the same one again. */
function addFault(faults: Fault[], violation: Violation, situation: Situation): void {
  const alike = faults.filter(({ violation: { rule } }) => rule === violation.rule)
  const known = violation.parts.map((pin) => alike.find(({ violation: { parts } }) => parts.includes(pin)))
  if (known.includes(undefined)) faults.push({ violation, situations: [situation] })
  else for (const fault of new Set(known)) fault?.situations.push(situation)
}

/** " [J7 3-4; variant always-on]"; nothing where it is so in all legal states and all variants. */
function whereText(input: CircuitView, situations: readonly Situation[]): string {
  const states = new Set(situations.map(({ state }) => state.name))
  const variants = new Set(situations.map(({ variant }) => variant.name))
  const legal = statesOf(input).filter(({ use }) => use === "legal")
  const where = [
    ...(states.size === legal.length ? [] : [[...states].join(", ")]),
    ...(variants.size === input.variants.length ? [] : [`variant ${[...variants].join(", ")}`]),
  ]
  return where.length === 0 ? "" : ` [${where.join("; ")}]`
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

/** A part on which a jumper is put changes the circuit: without its states nothing is known of what that does. */
function unsaid(input: CircuitView): Finding[] {
  const finding = (part: string, what: string): Finding => ({
    rule: "erc/jumper-state",
    severity: "error",
    message: `${part} ${what}: the board's \`jumper\` has to say what each state joins, and whether it is allowed`,
    parts: [part],
  })
  const { jumper } = input
  const blocks = [...input.parts.values()].filter(
    ({ designator, record }) => record.takesJumpers === true && designator !== jumper?.part,
  )
  return [
    ...blocks.map(({ designator }) => finding(designator, "takes jumpers, and no state of them is known")),
    ...(jumper === undefined || jumper.states.some(({ use }) => use === "legal")
      ? []
      : [finding(jumper.part, "has no state in which the board may be used")]),
  ]
}

/** The watched pairs of nets are joined where the state says so, and nowhere else. */
function connections(input: CircuitView): Finding[] {
  if (input.jumper === undefined) return []
  const { watch, states, part } = input.jumper
  return states.flatMap((state) => {
    const wirings = input.variants.map((variant) => wiringIn(input, { variant, state }))
    return watch.flatMap(([a, b]): Finding[] => {
      const expected = state.connects.some(([c, d]) => c === a && d === b)
      const wrong = wirings.some(({ conductors }) => {
        const joined = conductors.some(({ nets }) =>
          [a, b].every((name) => nets.some(({ names }) => names.includes(name))),
        )
        return joined !== expected
      })
      if (!wrong) return []
      return [
        {
          rule: "erc/jumper-state",
          severity: "error",
          message: `${state.name}: ${a} and ${b} ${expected ? "are not joined, though they must be" : "are joined, though they must not be"}`,
          nets: [a, b],
          parts: [part],
        },
      ]
    })
  })
}

/** A state that the legend forbids but that does nothing: then the pins are not where the legend says. */
function harmless(input: CircuitView, shown: ReadonlyMap<JumperState, ReadonlySet<string>>): Finding[] {
  const { jumper } = input
  if (jumper === undefined) return []
  return jumper.states
    .filter((state) => state.use !== "legal" && shown.get(state)?.size === 0)
    .map((state) => ({
      rule: "erc/jumper-state",
      severity: "error",
      message: `${state.name} is forbidden, but nothing goes wrong in it: are the pins of ${jumper.part} where its legend says?`,
      parts: [jumper.part],
    }))
}
