import { limits } from "../limits"

/** A compiled macro expression: variables are `$1`, `$2`, ...; unset ones are 0 (Gerber format, 4.5.4.2). */
export type Expression = (variables: ReadonlyMap<number, number>) => number

/** Compiles `+ - x / ( )`, unary signs, numbers and `$n`. Throws a plain `SyntaxError` the caller gives file and line. */
export function compileExpression(source: string): Expression {
  const text = source.replace(/\s+/g, "")
  let at = 0

  const peek = (): string => text[at] ?? ""

  function sum(depth: number): Expression {
    let left = product(depth)
    for (let operator = peek(); operator === "+" || operator === "-"; operator = peek()) {
      at++
      const a = left
      const b = product(depth)
      left = operator === "+" ? (v) => a(v) + b(v) : (v) => a(v) - b(v)
    }
    return left
  }

  function product(depth: number): Expression {
    let left = factor(depth)
    for (let operator = peek(); operator === "x" || operator === "X" || operator === "/"; operator = peek()) {
      at++
      const a = left
      const b = factor(depth)
      left = operator === "/" ? (v) => a(v) / b(v) : (v) => a(v) * b(v)
    }
    return left
  }

  function factor(depth: number): Expression {
    if (depth > limits.nesting) throw new SyntaxError("brackets nested too deep")
    const next = peek()
    if (next === "-" || next === "+") {
      at++
      const inner = factor(depth + 1)
      return next === "-" ? (v) => -inner(v) : inner
    }
    if (next === "(") {
      at++
      const inner = sum(depth + 1)
      if (peek() !== ")") throw new SyntaxError("a bracket is not closed")
      at++
      return inner
    }
    if (next === "$") {
      const name = /^\$(\d{1,6})/.exec(text.slice(at, at + 8))
      if (name?.[1] === undefined) throw new SyntaxError("$ without a number")
      at += name[0].length
      const index = Number(name[1])
      return (v) => v.get(index) ?? 0
    }
    const number = /^(?:\d+(?:\.\d*)?|\.\d+)/.exec(text.slice(at, at + 40))
    if (number === null)
      throw new SyntaxError(at >= text.length ? "a value is missing" : `unexpected "${next}"`)
    at += number[0].length
    const value = Number(number[0])
    return () => value
  }

  const compiled = sum(0)
  if (at < text.length) throw new SyntaxError(`unexpected "${peek()}"`)
  return compiled
}
