import { createHash } from "node:crypto"

/**
 * sha256 over plain data, as exact as the data is: order of keys, `undefined`, -0 and the kind of every collection
 * count. Lines of the source alone do not: `{ file, line }` says where something is written, not what.
 * @returns undefined for data that holds what cannot be compared by value: a function, an instance of a class, a circle.
 */
export function fingerprint(data: unknown): string | undefined {
  const hash = createHash("sha256")
  let text = ""
  const add = (piece: string): void => {
    text += piece
    if (text.length < 65_536) return
    hash.update(text)
    text = ""
  }
  const walk = (value: unknown, depth: number): boolean => {
    if (depth > deepest) return false
    switch (typeof value) {
      case "string":
        add(JSON.stringify(value))
        return true
      case "number":
        add(Object.is(value, -0) ? "-0;" : `${value};`)
        return true
      case "boolean":
      case "undefined":
        add(`${value};`)
        return true
      case "bigint":
        add(`${value}n;`)
        return true
      case "symbol":
        add(`${String(value)};`)
        return Symbol.keyFor(value) !== undefined
      case "object":
        break
      default:
        return false
    }
    if (value === null) {
      add("null;")
      return true
    }
    if (ArrayBuffer.isView(value)) {
      add(`${value.constructor.name}${value.byteLength}:`)
      hash.update(text)
      text = ""
      hash.update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
      return true
    }
    if (value instanceof Date) {
      add(`Date${value.getTime()};`)
      return true
    }
    if (Array.isArray(value)) return every("[", value)
    if (value instanceof Map) return every("Map[", [...value].flat(1))
    if (value instanceof Set) return every("Set[", [...value])
    const prototype: unknown = Object.getPrototypeOf(value)
    if (prototype !== null && prototype !== Object.prototype) return false
    if (isSourceLine(value)) {
      add("line;")
      return true
    }
    add("{")
    for (const [key, one] of Object.entries(value)) {
      add(`${JSON.stringify(key)}:`)
      if (!walk(one, depth + 1)) return false
    }
    add("}")
    return true

    function every(open: string, values: readonly unknown[]): boolean {
      add(open)
      for (const one of values) if (!walk(one, depth + 1)) return false
      add("]")
      return true
    }
  }
  if (!walk(data, 0)) return undefined
  return hash.update(text).digest("hex")
}

/** Data of a board nests some ten levels; deeper than this it is a circle. */
const deepest = 200

function isSourceLine(value: object): boolean {
  const keys = Object.keys(value)
  return (
    keys.length === 2 &&
    "file" in value &&
    "line" in value &&
    typeof value.file === "string" &&
    typeof value.line === "number"
  )
}
