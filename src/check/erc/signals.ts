import { pinWords } from "../../circuit/view"
import type { CircuitView } from "../../model/circuit-view"
import type { CheckResult, Finding } from "../../model/finding"

/** What pins carry by their standard: one signal a net, and a part's contacts of one signal on one net. */
export function signals(input: CircuitView): CheckResult {
  const carried = [...input.parts].flatMap(([designator, { record }]) =>
    record.pins.flatMap(({ number, signal }) => {
      const pin = `${designator}.${number}`
      return signal === undefined ? [] : [{ designator, pin, signal, net: input.netOf.get(pin) }]
    }),
  )
  const findings = carried.flatMap((one, index): Finding[] => {
    const before = carried.slice(0, index)
    const other = before.find(
      ({ net, signal }) => net !== undefined && net === one.net && signal !== one.signal,
    )
    if (other !== undefined)
      return [
        {
          rule: "erc/signal",
          severity: "error",
          message: `${pinWords(input, one.pin)} carries ${one.signal} and ${pinWords(input, other.pin)} ${other.signal}, on one net ${one.net?.name}`,
          nets: one.net === undefined ? [] : [one.net.name],
          parts: [one.pin, other.pin],
        },
      ]
    const apart = before.find(
      ({ designator, signal, net }) =>
        designator === one.designator && signal === one.signal && net !== one.net,
    )
    if (apart === undefined) return []
    return [
      {
        rule: "erc/signal",
        severity: "error",
        message: `${pinWords(input, one.pin)} and ${pinWords(input, apart.pin)} both carry ${one.signal} and are not joined`,
        nets: [],
        parts: [one.pin, apart.pin],
      },
    ]
  })
  return { findings }
}
