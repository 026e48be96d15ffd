import type { AnyCircuitElement } from "circuit-json"
import type { CheckResult, Finding, Place } from "../model/finding"

interface Complaint {
  readonly type: string
  readonly message?: unknown
  readonly pcb_center?: { readonly x: number; readonly y: number }
  readonly center?: { readonly x: number; readonly y: number }
}

/**
 * What the project's own records and checks say better: that a part has no number (`parts/no-number`, the hand list),
 * and what an element without a record has for pins (`erc/*` holds those that a record names).
 */
const saidElsewhere = new Set([
  "source_missing_manufacturer_part_number_warning",
  "source_component_pins_underspecified_warning",
  "source_no_ground_pin_defined_warning",
  "source_no_power_pin_defined_warning",
  // A record says what kind a part is; fuses, transistors and test points are chips to tscircuit.
  "source_refdes_convention_warning",
])

/**
 * Everything tscircuit itself has to complain about: its `*_error` and `*_warning` elements, as findings of the rule
 * `tscircuit/<type>`. Identical complaints are named once.
 */
export function circuitFindings(circuit: readonly AnyCircuitElement[]): CheckResult {
  const findings = new Map<string, Finding>()
  const names = partNames(circuit)
  for (const element of circuit as readonly Complaint[]) {
    const severity = element.type.endsWith("_error")
      ? "error"
      : element.type.endsWith("_warning")
        ? "warning"
        : undefined
    if (severity === undefined || saidElsewhere.has(element.type)) continue
    const message = plain(typeof element.message === "string" ? element.message : element.type)
    const at = place(element)
    findings.set(`${element.type} ${message}`, {
      rule: `tscircuit/${element.type.replaceAll("_", "-")}`,
      severity,
      message,
      ...(at === undefined ? {} : { at }),
      parts: names.filter((name) => new RegExp(`\\b${name}\\b`).test(message)),
    })
  }
  return { findings: [...findings.values()] }
}

function partNames(circuit: readonly AnyCircuitElement[]): string[] {
  return circuit.flatMap((element) =>
    element.type === "source_component" && element.name !== undefined ? [element.name] : [],
  )
}

/** tscircuit's messages without its internal ids and render counters. */
function plain(message: string): string {
  return (message.split("\n")[0] ?? "")
    .replace(/<(\w+)#\d+/g, "<$1")
    .replace(/\b(?:source|pcb|schematic)_\w+_\d+\b/g, "")
    .replace(/\s+/g, " ")
    .trim()
}

function place(element: Complaint): Place | undefined {
  const centre = element.pcb_center ?? element.center
  return centre === undefined ? undefined : { x: round(centre.x), y: round(centre.y) }
}

function round(mm: number): number {
  return Math.round(mm * 1000) / 1000
}
