import type { AnyCircuitElement } from "circuit-json"

/** A slash or a sign first, then letters, digits, _, $, ~, and . + - inside: +3V3, /RESET, ~CS, VCC_3.3, USB_D+. */
export const netName = /^[/+-]?[\w$~][\w$~.+-]*$/

/** What tscircuit takes as it is. */
const plain = /^\/?[A-Za-z_~][\w~]*$/
const stands = /^NET_(\w*)_NET$/

/** A net's name as tscircuit is told it: itself, or, where it would not be taken, letters and codes between two NETs. */
export const inCircuit = (net: string): string =>
  plain.test(net) && !stands.test(net)
    ? net
    : `NET_${net.replace(/[^A-Za-z0-9]/g, (one) => `_${one.charCodeAt(0).toString(16)}_`)}_NET`

/** The name behind {@link inCircuit}. */
export const fromCircuit = (name: string): string =>
  stands
    .exec(name)?.[1]
    ?.replace(/_([0-9a-f]+)_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) ?? name

/** The rendered circuit with its nets' own names, in whatever text they stand. */
export function withNetNames(
  circuit: readonly AnyCircuitElement[],
  nets: readonly string[],
): readonly AnyCircuitElement[] {
  const told = new Map(
    nets.flatMap((net) => (inCircuit(net) === net ? [] : [[inCircuit(net), net] as const])),
  )
  if (told.size === 0) return circuit
  const restored = (text: string) =>
    [...told].reduce((rest, [name, net]) => rest.replaceAll(name, () => net), text)
  return JSON.parse(JSON.stringify(circuit), (_key, value: unknown) =>
    typeof value === "string" ? restored(value) : value,
  )
}

/** An element's properties with the nets that it names as tscircuit is to be told them. */
export function propsInCircuit(props: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const told = (value: unknown): unknown => {
    if (typeof value === "string")
      return value.replace(
        /^(\s*net\.)(\S+)(\s*)$/,
        (_, before, net, after) => before + inCircuit(net) + after,
      )
    if (Array.isArray(value)) return value.map(told)
    return value
  }
  const { connections } = props
  return {
    ...props,
    ...Object.fromEntries(
      ["from", "to", "connectsTo", "path"].flatMap((key) => (key in props ? [[key, told(props[key])]] : [])),
    ),
    ...(typeof connections === "object" && connections !== null
      ? {
          connections: Object.fromEntries(Object.entries(connections).map(([pin, net]) => [pin, told(net)])),
        }
      : {}),
  }
}
