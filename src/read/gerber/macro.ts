import { limits } from "../limits"
import { quote, ReadError } from "../read-error"
import { compileExpression, type Expression } from "./expression"
import { type MacroPrimitiveCode, macroPrimitive, primitiveCodes } from "./macro-primitive"
import type { MacroPart, MacroSummary } from "./model"

type Statement =
  | { readonly kind: "assign"; readonly variable: number; readonly value: Expression; readonly line: number }
  | {
      readonly kind: "primitive"
      readonly code: MacroPrimitiveCode
      readonly values: readonly Expression[]
      readonly line: number
    }

/** An aperture macro (`%AM...%`), compiled once, evaluated for each aperture that uses it. */
export interface Macro extends MacroSummary {
  readonly statements: readonly Statement[]
}

/** Compiles the words of an `%AM` command; `words[0]` is `AMname`. */
export function compileMacro(words: readonly string[], lines: readonly number[], file: string): Macro {
  const line = lines[0] ?? 1
  const name = (words[0] ?? "").slice(2)
  if (!/^[A-Za-z_.$][\w.$-]*$/.test(name)) throw new ReadError(file, line, `${quote(name)} is no macro name`)
  if (words.length > limits.macroStatements) throw new ReadError(file, line, `macro ${name} is too long`)
  const statements: Statement[] = []
  for (let i = 1; i < words.length; i++) {
    const word = words[i] ?? ""
    const at = lines[i] ?? line
    // Primitive 0 is a comment; one exporter forgets its `*`, which swallows the next statement into it.
    if (/^0(\D|$)/.test(word)) continue
    try {
      const statement = compileStatement(word, at)
      if (statement !== undefined) statements.push(statement)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      throw new ReadError(file, at, `macro ${name}, ${quote(word)}: ${error.message}`)
    }
  }
  return {
    name,
    line,
    statements,
    primitives: [...new Set(statements.flatMap((s) => (s.kind === "primitive" ? [s.code] : [])))].sort(
      (a, b) => a - b,
    ),
    parameterised: words.some((word, i) => i > 0 && !/^0(\D|$)/.test(word) && word.includes("$")),
  }
}

function compileStatement(word: string, line: number): Statement | undefined {
  if (word === "") return undefined
  const assignment = /^\$(\d{1,6})\s*=(.*)$/.exec(word)
  if (assignment !== null)
    return {
      kind: "assign",
      variable: Number(assignment[1]),
      value: compileExpression(assignment[2] ?? ""),
      line,
    }
  const [head = "", ...rest] = word.split(",")
  const code = primitiveCodes.find((known) => String(known) === head.trim().replace(/^0+(?=\d)/, ""))
  if (code === undefined) throw new SyntaxError("no such primitive")
  return { kind: "primitive", code, values: rest.map(compileExpression), line }
}

/** Evaluates a macro for the parameters of an aperture definition. `unit` = mm per file unit. */
export function evaluateMacro(
  macro: Macro,
  parameters: readonly number[],
  unit: number,
  file: string,
): MacroPart[] {
  const variables = new Map(parameters.map((value, i) => [i + 1, value]))
  const parts: MacroPart[] = []
  for (const statement of macro.statements) {
    if (statement.kind === "assign") {
      variables.set(statement.variable, statement.value(variables))
      continue
    }
    const values = statement.values.map((value) => value(variables))
    const broken = values.find((value) => !Number.isFinite(value))
    if (broken !== undefined)
      throw new ReadError(file, statement.line, `macro ${macro.name} divides by zero or overflows`)
    try {
      parts.push(...macroPrimitive(statement.code, values, unit))
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      throw new ReadError(file, statement.line, `macro ${macro.name}: ${error.message}`)
    }
  }
  return parts
}
