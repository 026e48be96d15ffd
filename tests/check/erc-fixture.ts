import { expect, it } from "vitest"
import { population } from "../../src/check/erc/population"
import { designatorOf } from "../../src/circuit/view"
import type { CircuitPart, CircuitView, Net } from "../../src/model/circuit-view"
import type { Claim } from "../../src/model/claim"
import type { CheckResult } from "../../src/model/finding"
import type { Part } from "../../src/model/part"
import { naturalOrder } from "../../src/natural-order"
import { noLayout } from "../claims/no-layout"
import { board, described } from "../mep-smd"

/** The circuit as a table that a test may change before it is judged. */
export interface Draft {
  nets: Record<string, string[]>
  parts: Record<string, CircuitPart>
  variants: Record<string, { title: string; notFitted: string[] }>
  pins: Set<string>
}

export const circuitPart = (designator: string, record: Part): CircuitPart => ({
  designator,
  kind: record.kind,
  record,
  ...(record.kind === "resistor" && record.ratings?.resistanceOhm !== undefined
    ? { ohms: record.ratings.resistanceOhm }
    : {}),
  ...(record.kind === "capacitor" && record.ratings?.capacitanceF !== undefined
    ? { farads: record.ratings.capacitanceF }
    : {}),
})

export function sound(): Draft {
  const nets: Record<string, string[]> = {}
  for (const [designator, pins] of described.nets)
    for (const [pin, net] of pins) nets[net] = [...(nets[net] ?? []), `${designator}.${pin}`]
  for (const pins of Object.values(nets)) pins.sort(naturalOrder)
  return {
    nets,
    parts: Object.fromEntries(
      Object.entries(board.parts).map(([designator, record]) => [
        designator,
        circuitPart(designator, record),
      ]),
    ),
    variants: Object.fromEntries(
      Object.entries(board.variants).map(([name, { title, notFitted }]) => [
        name,
        { title, notFitted: [...notFitted] },
      ]),
    ),
    pins: new Set(
      Object.entries(board.parts).flatMap(([part, { pins }]) =>
        pins.map(({ number }) => `${part}.${number}`),
      ),
    ),
  }
}

export function input(change: (draft: Draft) => void = () => {}): CircuitView {
  const draft = sound()
  change(draft)
  const nets = Object.entries(draft.nets).map(([name, pins]): Net => ({ name, names: [name], pins }))
  const pins = new Set([...draft.pins, ...nets.flatMap((net) => net.pins)])
  for (const pin of pins) {
    const designator = designatorOf(pin)
    if (!(designator in draft.parts)) pins.delete(pin)
  }
  return {
    nets,
    netOf: new Map(nets.flatMap((net) => net.pins.map((pin) => [pin, net]))),
    pins: [...pins].sort(),
    parts: new Map(Object.entries(draft.parts)),
    facts: board.nets,
    variants: Object.entries(draft.variants).map(([name, variant]) => ({ ...variant, name })),
    defaultVariant: board.defaultVariant,
    firmware: board.firmware,
    ...(board.jumper === undefined ? {} : { jumper: board.jumper }),
  }
}

/** Takes a pin off its net and, where one is named, puts it on that. */
export function move(draft: Draft, pin: string, net?: string): void {
  for (const pins of Object.values(draft.nets)) {
    const at = pins.indexOf(pin)
    if (at >= 0) pins.splice(at, 1)
  }
  if (net !== undefined) draft.nets[net] = [...(draft.nets[net] ?? []), pin]
}

export function swap(draft: Draft, a: string, b: string): void {
  const netOf = (pin: string) => Object.keys(draft.nets).find((net) => draft.nets[net]?.includes(pin))
  const [netA, netB] = [netOf(a), netOf(b)]
  move(draft, a, netB)
  move(draft, b, netA)
}

export function setPart(draft: Draft, designator: string, change: Partial<CircuitPart>): void {
  draft.parts[designator] = { ...(draft.parts[designator] as CircuitPart), ...change }
}

/** Another record of what is fitted. */
export function setRecord(draft: Draft, designator: string, change: Partial<Part>): void {
  const part = draft.parts[designator] as CircuitPart
  setPart(draft, designator, { record: { ...part.record, ...change } })
}

/** A claim as a rule of the circuit alone: the copper has no way anywhere. */
export const claimRule =
  (...claims: readonly Claim[]) =>
  (circuit: CircuitView): CheckResult => {
    const results = claims.map(({ check }) =>
      check({ circuit, copperPath: () => undefined, layout: noLayout }),
    )
    return {
      findings: results.flatMap(({ findings }) => findings),
      figures: results.flatMap(({ figures = [] }) => figures),
    }
  }

/** What the board claims under an id, as one rule. @throws where it claims nothing. */
export function claimed(id: string): (circuit: CircuitView) => CheckResult {
  const claims = board.claims.filter((claim) => claim.id === id)
  if (claims.length === 0) throw new Error(`the board claims nothing under ${id}`)
  return claimRule(...claims)
}

/** The rule of the assembly variants, which the board's groups of alternatives take part in. */
export const populated = (view: CircuitView): CheckResult => population({ view, board })

export const rules = (result: CheckResult): string[] =>
  [...new Set(result.findings.map(({ rule }) => rule))].sort()

export const messages = (result: CheckResult): string =>
  result.findings.map(({ message }) => message).join("\n")

/** The findings that stop a build or ask for a waiver. */
export const grave = (result: CheckResult): CheckResult => ({
  // Without what is known of v2.00 and accepted: no bulk capacitor at U2.
  findings: result.findings.filter(
    ({ severity, rule, message }) =>
      severity !== "info" && !(rule === "erc/capacitor" && message.includes("bulk capacitor at the module")),
  ),
})

/** A fault in the circuit, the rule that must catch it, and what it must say. */
export interface ErcFault {
  readonly what: string
  readonly rule: (input: CircuitView) => CheckResult
  readonly change: (draft: Draft) => void
  readonly id: string
  readonly says: RegExp
  /** "error" unless said. */
  readonly severity?: "warning" | "info"
}

export const itCatches = (faults: readonly ErcFault[]): void =>
  it.each(faults)("$what: $id", ({ rule, change, id, says, severity = "error" }) => {
    const result = rule(input(change))
    expect(rules(result)).toContain(id)
    expect(messages(result)).toMatch(says)
    const one = result.findings.find((finding) => finding.rule === id && says.test(finding.message))
    expect(one?.severity).toBe(severity)
  })
