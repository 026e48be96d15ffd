import type { CircuitView } from "../../model/circuit-view"
import type { CheckResult, Finding } from "../../model/finding"
import { closest } from "../../project/suggest"

/** Nets with one pin or none: a name misspelt, or a connection forgotten. */
export function singlePinNets(input: CircuitView): CheckResult {
  return {
    findings: input.nets
      .filter((net) => net.pins.length < 2)
      .map(
        (net): Finding => ({
          rule: "erc/single-pin-net",
          severity: "error",
          message:
            net.pins.length === 0
              ? `net ${net.name} has no pin: remove it, or connect what it was made for`
              : `net ${net.name} has one pin only, ${net.pins[0]}: ${misspelt(input, net.name)}`,
          nets: [net.name],
          parts: net.pins,
        }),
      ),
  }
}

function misspelt(input: CircuitView, name: string): string {
  const others = input.nets.filter(({ pins }) => pins.length > 1).map((net) => net.name)
  const near = closest(name, others)
  return near === undefined ? "is its name misspelt?" : `did you mean ${near}?`
}

/** Nets that the circuit's source joins: a pin given two nets, or a trace from net to net. */
export function mergedNets(input: CircuitView): CheckResult {
  return {
    findings: input.nets
      .filter((net) => net.names.length > 1)
      .map(
        (net): Finding => ({
          rule: "erc/merged-nets",
          severity: "error",
          message: `the circuit joins the nets ${net.names.join(" and ")} (${net.pins.join(", ")}): one of these pins has two nets`,
          nets: net.names,
          parts: net.pins,
        }),
      ),
  }
}
