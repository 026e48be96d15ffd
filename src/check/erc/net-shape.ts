import type { CheckResult, Finding } from "../../finding"
import type { ErcInput } from "./view"

/** Nets with one pin or none: a name misspelt, or a connection forgotten. */
export function singlePinNets(input: ErcInput): CheckResult {
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
              : `net ${net.name} has one pin only, ${net.pins[0]}: is its name misspelt?`,
          nets: [net.name],
          parts: net.pins,
        }),
      ),
  }
}

/** Nets that the circuit's source joins: a pin given two nets, or a trace from net to net. */
export function mergedNets(input: ErcInput): CheckResult {
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
