import type { CircuitView, Net } from "../../src/model/circuit-view"
import type { Claim, ClaimSubject } from "../../src/model/claim"
import type { NetFacts } from "../../src/model/net"
import type { Part } from "../../src/model/part"
import { circuitPart } from "../check/erc-fixture"
import { noLayout } from "./no-layout"

interface Sketch {
  /** Net -> pins, "R1.1 U1.3". */
  readonly nets: Readonly<Record<string, string>>
  readonly parts: Readonly<Record<string, Part>>
  readonly facts?: Readonly<Record<string, NetFacts>>
  /** Nets with more names than one. */
  readonly alias?: Readonly<Record<string, readonly string[]>>
}

/** A small circuit of any parts, in one variant and without jumpers. */
export function viewOf({ nets: said, parts, facts = {}, alias = {} }: Sketch): CircuitView {
  const nets = Object.entries(said).map(
    ([name, pins]): Net => ({
      name,
      names: [name, ...(alias[name] ?? [])],
      pins: pins.split(" ").filter((pin) => pin !== ""),
    }),
  )
  return {
    nets,
    netOf: new Map(nets.flatMap((net) => net.pins.map((pin) => [pin, net]))),
    pins: Object.entries(parts).flatMap(([name, { pins }]) => pins.map(({ number }) => `${name}.${number}`)),
    parts: new Map(Object.entries(parts).map(([name, record]) => [name, circuitPart(name, record)])),
    facts: Object.fromEntries(
      nets.map(({ name }) => {
        const kind = /GND/.test(name) ? "ground" : /^V/.test(name) ? "power" : "signal"
        return [name, { title: name, kind, ...facts[name] }]
      }),
    ),
    variants: [{ name: "standard", title: "", notFitted: [] }],
    defaultVariant: "standard",
    firmware: {},
  }
}

/** What a claim says of a circuit. */
export const said = (
  claim: Claim,
  circuit: CircuitView,
  copperPath: ClaimSubject["copperPath"] = () => undefined,
): string[] => claim.check({ circuit, copperPath, layout: noLayout }).findings.map(({ message }) => message)
