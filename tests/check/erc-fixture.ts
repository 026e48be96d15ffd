import { expect, it } from "vitest"
import { parts as catalogueIds, defaultVariant, variants } from "../../boards/mep-smd/assembly"
import { requirePart } from "../../components/catalogue"
import { mepIntent } from "../../components/mep-intent"
import { mepNetlist } from "../../components/mep-netlist"
import { designatorOf, type ErcInput, type ErcPart } from "../../src/check/erc/view"
import type { Net } from "../../src/circuit/netlist"
import type { PartKind } from "../../src/circuit/parts"
import type { CheckResult } from "../../src/finding"

/** The circuit as a table that a test may change before it is judged. */
export interface Draft {
  nets: Record<string, string[]>
  parts: Record<string, ErcPart>
  variants: Record<string, { title: string; notFitted: string[] }>
  pins: Set<string>
}

const kinds: Readonly<Record<string, PartKind>> = {
  R: "resistor",
  C: "capacitor",
  D: "diode",
  U: "chip",
  J: "connector",
}

export const sound = (): Draft => ({
  nets: Object.fromEntries(Object.entries(mepNetlist).map(([net, pins]) => [net, [...pins]])),
  parts: Object.fromEntries(
    Object.entries(catalogueIds).map(([designator, id]) => {
      const { ratings, assumed, mpn } = requirePart(id, designator)
      const kind = kinds[designator.slice(0, 1)] ?? "other"
      return [
        designator,
        {
          designator,
          kind,
          assumed,
          ...(mpn === undefined ? {} : { mpn }),
          ...(ratings === undefined ? {} : { ratings }),
          ...(ratings?.resistanceOhm === undefined ? {} : { ohms: ratings.resistanceOhm }),
          ...(ratings?.capacitanceF === undefined ? {} : { farads: ratings.capacitanceF }),
        },
      ]
    }),
  ),
  variants: Object.fromEntries(
    Object.entries(variants).map(([name, { title, notFitted }]) => [
      name,
      { title, notFitted: [...notFitted] },
    ]),
  ),
  pins: new Set([
    ...Object.values(mepNetlist).flat(),
    ...Object.entries(mepIntent.pins).flatMap(([part, pins]) =>
      pins.map(({ number }) => `${part}.${number}`),
    ),
  ]),
})

export function input(change: (draft: Draft) => void = () => {}): ErcInput {
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
    variants: Object.entries(draft.variants).map(([name, variant]) => ({ ...variant, name })),
    defaultVariant,
    intent: mepIntent,
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

export function setPart(draft: Draft, designator: string, change: Partial<ErcPart>): void {
  draft.parts[designator] = { ...(draft.parts[designator] as ErcPart), ...change }
}

export const rules = (result: CheckResult): string[] =>
  [...new Set(result.findings.map(({ rule }) => rule))].sort()

export const messages = (result: CheckResult): string =>
  result.findings.map(({ message }) => message).join("\n")

/** A fault in the circuit, the rule that must catch it, and what it must say. */
export interface ErcFault {
  readonly what: string
  readonly rule: (input: ErcInput) => CheckResult
  readonly change: (draft: Draft) => void
  readonly id: string
  readonly says: RegExp
}

export const itCatches = (faults: readonly ErcFault[]): void =>
  it.each(faults)("$what: $id", ({ rule, change, id, says }) => {
    const result = rule(input(change))
    expect(rules(result)).toContain(id)
    expect(messages(result)).toMatch(says)
  })
