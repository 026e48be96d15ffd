/** Reads a .kicad_sch back without the code that wrote it: syntax, then what its wires join, as KiCad sees it. */

/** A net by our name: KiCad calls supplies as the sheet prints them. */
export const ourNet = (name: string): string =>
  ({ "+24V": "V24", "+3V3": "V3V3" })[name] ?? name.replace(/^\//, "")

export type List = readonly (string | List)[]

/** Nested lists; quotes are taken off. */
export function parse(text: string): List {
  const root: (string | List)[] = []
  const stack: (string | List)[][] = [root]
  for (const token of text.matchAll(/"((?:[^"\\]|\\.)*)"|([()])|([^\s()"]+)/g)) {
    const [, string, bracket, word] = token
    if (bracket === "(") {
      const list: (string | List)[] = []
      stack.at(-1)?.push(list)
      stack.push(list)
    } else if (bracket === ")") {
      if (stack.length < 2) throw new Error("one bracket too many")
      stack.pop()
    } else stack.at(-1)?.push(string?.replace(/\\(.)/g, "$1") ?? word ?? "")
  }
  if (stack.length !== 1) throw new Error("a bracket is not closed")
  return root
}

const isList = (node: string | List | undefined): node is List => Array.isArray(node)

export const all = (list: List, name: string): List[] =>
  list.filter((node): node is List => isList(node) && node[0] === name)

export const one = (list: List, name: string): List => {
  const [found] = all(list, name)
  if (!found) throw new Error(`no ${name} in ${String(list[0])}`)
  return found
}

export const property = (symbol: List, name: string): string =>
  String(all(symbol, "property").find((candidate) => candidate[1] === name)?.[2])

type Spot = readonly [x: number, y: number]

const numbers = (list: List): number[] => list.slice(1).map(Number)
const key = ([x, y]: Spot): string => `${Math.round(x * 100)};${Math.round(y * 100)}`

interface PinSpot {
  readonly name: string
  readonly at: Spot
  readonly power: boolean
}

/** Where the pins of all symbols lie: library places turned and moved by their instances. */
function pinSpots(sheet: List): PinSpot[] {
  const library = new Map(all(one(sheet, "lib_symbols"), "symbol").map((symbol) => [symbol[1], symbol]))
  return all(sheet, "symbol").flatMap((instance) => {
    const symbol = library.get(one(instance, "lib_id")[1] ?? "")
    if (!symbol) throw new Error(`no library symbol ${String(one(instance, "lib_id")[1])}`)
    const [x = 0, y = 0, turn = 0] = numbers(one(instance, "at"))
    const unit = String(one(instance, "unit")[1])
    const pieces = all(symbol, "symbol").filter((piece) => String(piece[1]).endsWith(`_${unit}_1`))
    const power = all(symbol, "power").length > 0
    return pieces.flatMap((piece) =>
      all(piece, "pin").map((pin) => {
        const [px = 0, py = 0] = numbers(one(pin, "at"))
        const angle = (turn * Math.PI) / 180
        const right = px * Math.cos(angle) - py * Math.sin(angle)
        const up = px * Math.sin(angle) + py * Math.cos(angle)
        const name = power
          ? property(instance, "Value")
          : `${property(instance, "Reference")}.${String(one(pin, "number")[1])}`
        return { name, at: [x + right, y - up] as const, power }
      }),
    )
  })
}

/** Net name -> pins, by KiCad's rule that things join only where wires end. */
export function netlist(sheet: List): Record<string, string[]> {
  const parent = new Map<string, string>()
  const find = (k: string): string => {
    const up = parent.get(k) ?? k
    return up === k ? k : find(up)
  }
  const join = (a: string, b: string): void => void parent.set(find(a), find(b))
  for (const wire of all(sheet, "wire")) {
    const [from, to] = all(one(wire, "pts"), "xy").map((xy) => numbers(xy) as [number, number])
    if (from && to) join(key(from), key(to))
  }
  const pins = pinSpots(sheet)
  const names: { name: string; at: Spot }[] = pins
    .filter((pin) => pin.power && pin.name !== "PWR_FLAG")
    .map(({ name, at }) => ({ name, at }))
  for (const label of all(sheet, "label")) {
    const [x = 0, y = 0] = numbers(one(label, "at"))
    names.push({ name: String(label[1]), at: onWire(sheet, [x, y]) })
  }
  for (const { name, at } of names) join(key(at), `net ${name}`)
  const nets: Record<string, string[]> = {}
  for (const pin of pins.filter((candidate) => !candidate.power)) {
    const root = find(key(pin.at))
    const name = names.find((candidate) => find(`net ${candidate.name}`) === root)?.name
    if (name !== undefined) nets[name] = [...(nets[name] ?? []), pin.name].sort()
  }
  return nets
}

/** A label may sit anywhere on a wire, or on a pin: the end of the wire it sits on, or the pin's. */
function onWire(sheet: List, [x, y]: Spot): Spot {
  for (const wire of all(sheet, "wire")) {
    const [a, b] = all(one(wire, "pts"), "xy").map((xy) => numbers(xy) as [number, number])
    if (!a || !b) continue
    const within = (v: number, p: number, q: number) =>
      v >= Math.min(p, q) - 0.01 && v <= Math.max(p, q) + 0.01
    if (within(x, a[0], b[0]) && within(y, a[1], b[1])) return a
  }
  const pin = pinSpots(sheet).find(({ at }) => Math.abs(at[0] - x) < 0.01 && Math.abs(at[1] - y) < 0.01)
  if (pin) return pin.at
  throw new Error(`a label at ${x}, ${y} sits on no wire`)
}
