import ts from "typescript"

/** One change of a piece of source: what stands there, what stands there instead. */
export interface Replacement {
  /** What it is an example of, for the table. */
  readonly operator: string
  /** Source of an expression in place of the node's. */
  readonly text: string
}

const comparisons: Partial<Record<ts.SyntaxKind, readonly string[]>> = {
  [ts.SyntaxKind.LessThanToken]: ["<=", ">="],
  [ts.SyntaxKind.LessThanEqualsToken]: ["<", ">"],
  [ts.SyntaxKind.GreaterThanToken]: [">=", "<="],
  [ts.SyntaxKind.GreaterThanEqualsToken]: [">", "<"],
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: ["!=="],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: ["==="],
  [ts.SyntaxKind.AmpersandAmpersandToken]: ["||"],
  [ts.SyntaxKind.BarBarToken]: ["&&"],
}

const arithmetic: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.PlusToken]: "-",
  [ts.SyntaxKind.MinusToken]: "+",
  [ts.SyntaxKind.AsteriskToken]: "/",
  [ts.SyntaxKind.SlashToken]: "*",
  [ts.SyntaxKind.PercentToken]: "*",
}

const assignments: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.PlusEqualsToken]: "-=",
  [ts.SyntaxKind.MinusEqualsToken]: "+=",
  [ts.SyntaxKind.AsteriskEqualsToken]: "/=",
}

/** Methods with a brother that is easily taken for it. */
const brothers: Readonly<Record<string, string>> = {
  min: "max",
  max: "min",
  some: "every",
  every: "some",
  floor: "ceil",
  ceil: "floor",
  sin: "cos",
  cos: "sin",
  startsWith: "endsWith",
  endsWith: "startsWith",
  toUpperCase: "toLowerCase",
  toLowerCase: "toUpperCase",
}

/** Methods that can be forgotten: the array or string as it was. */
const leftOut = new Set(["filter", "trim", "toSorted", "sort", "reverse", "toReversed"])

/** Calls whose numbers only format a text. */
const formatting = new Set(["toFixed", "padStart", "padEnd", "stringify", "toPrecision"])

/** What may stand in place of a node: each alone is a mutant. */
export function replacements(node: ts.Node, source: ts.SourceFile, isNumber: IsNumber): Replacement[] {
  const text = (of: ts.Node) => of.getText(source)
  // A piece of `a?.b.c` cannot stand in brackets.
  if (node.flags & ts.NodeFlags.OptionalChain) return []
  if (ts.isBinaryExpression(node)) return binary(node, text, isNumber)
  if (isCondition(node)) {
    const constant = node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword
    if (!constant) return [{ operator: "condition", text: "false" }, ...loopless(node)]
  }
  if (ts.isPrefixUnaryExpression(node)) {
    if (node.operator === ts.SyntaxKind.ExclamationToken)
      return [{ operator: "negation", text: `(${text(node.operand)})` }]
    if (node.operator === ts.SyntaxKind.MinusToken)
      return [{ operator: "sign", text: `(${text(node.operand)})` }]
  }
  if (ts.isPostfixUnaryExpression(node) && !ts.isForStatement(node.parent)) {
    const other = node.operator === ts.SyntaxKind.PlusPlusToken ? "--" : "++"
    return [{ operator: "arithmetic", text: `${text(node.operand)}${other}` }]
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [{ operator: "boolean", text: "false" }]
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [{ operator: "boolean", text: "true" }]
  if (ts.isNumericLiteral(node)) return numbers(node)
  if (ts.isStringLiteral(node)) return severity(node)
  if (ts.isRegularExpressionLiteral(node)) return anchors(node.text)
  if (ts.isCallExpression(node)) return calls(node, text)
  return []
}

/** Whether an expression is a number, by the type checker: a sum of texts has no difference. */
export type IsNumber = (node: ts.Expression) => boolean

function binary(node: ts.BinaryExpression, text: (of: ts.Node) => string, isNumber: IsNumber): Replacement[] {
  const { kind } = node.operatorToken
  const with_ = (operator: string) => `(${text(node.left)} ${operator} ${text(node.right)})`
  // Of a whole condition, `true` and `false` say what the opposite would.
  const others = (comparisons[kind] ?? []).filter(
    (_, index) => !isCondition(node) || (isOrder(kind) && index === 0) || isLogic(kind),
  )
  const found: Replacement[] = others.map((operator) => ({
    operator: isLogic(kind) ? "logic" : "comparison",
    text: with_(operator),
  }))
  const other = arithmetic[kind]
  if (other !== undefined && isNumber(node.left) && isNumber(node.right))
    found.push({ operator: "arithmetic", text: with_(other) })
  if (ts.isExpressionStatement(node.parent) && isAssignment(kind))
    found.push({ operator: "statement", text: "undefined" })
  const assigned = assignments[kind]
  if (assigned !== undefined && isNumber(node.right))
    found.push({ operator: "arithmetic", text: with_(assigned) })
  if (kind === ts.SyntaxKind.QuestionQuestionToken)
    found.push({ operator: "default", text: `(${text(node.right)})` })
  if (isCondition(node) && comparisons[kind] !== undefined)
    found.push({ operator: "condition", text: "false" }, ...loopless(node))
  return found
}

const isOrder = (kind: ts.SyntaxKind): boolean => comparisons[kind]?.length === 2

const isLogic = (kind: ts.SyntaxKind): boolean =>
  kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken

const isAssignment = (kind: ts.SyntaxKind): boolean =>
  kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment

/** Asked by `if`, `?:` or a loop. */
function isCondition(node: ts.Node): boolean {
  const { parent } = node
  return (
    (ts.isIfStatement(parent) && parent.expression === node) ||
    (ts.isConditionalExpression(parent) && parent.condition === node) ||
    isLoopCondition(node)
  )
}

function isLoopCondition(node: ts.Node): boolean {
  const { parent } = node
  return (
    ((ts.isWhileStatement(parent) || ts.isDoStatement(parent)) && parent.expression === node) ||
    (ts.isForStatement(parent) && parent.condition === node)
  )
}

/** A loop without an end says nothing that its opposite does not. */
const loopless = (node: ts.Node): Replacement[] =>
  isLoopCondition(node) ? [] : [{ operator: "condition", text: "true" }]

function numbers(node: ts.NumericLiteral): Replacement[] {
  const { parent } = node
  if (ts.isCallExpression(parent) && formatting.has(nameOf(parent) ?? "")) return []
  const value = Number(node.text)
  const others =
    value === 0 ? [1] : Number.isInteger(value) && value < 10 ? [value + 1] : [value * 2, value / 2]
  return others.map((other) => ({ operator: "number", text: String(other) }))
}

function severity(node: ts.StringLiteral): Replacement[] {
  const { parent, text } = node
  if (text !== "error" && text !== "warning") return []
  const said = ts.isPropertyAssignment(parent) && parent.name.getText() === "severity"
  if (!said && !ts.isConditionalExpression(parent)) return []
  return [{ operator: "severity", text: text === "error" ? '"warning"' : '"error"' }]
}

function anchors(text: string): Replacement[] {
  const found: string[] = []
  if (text.startsWith("/^")) found.push(`/${text.slice(2)}`)
  const end = /\$\/[a-z]*$/.exec(text)
  if (end !== null && text[end.index - 1] !== "\\") found.push(text.slice(0, end.index) + end[0].slice(1))
  return found
    .filter((other) => !other.startsWith("//"))
    .map((other) => ({ operator: "pattern", text: other }))
}

const nameOf = ({ expression }: ts.CallExpression): string | undefined =>
  ts.isPropertyAccessExpression(expression) ? expression.name.text : undefined

function calls(node: ts.CallExpression, text: (of: ts.Node) => string): Replacement[] {
  const { expression } = node
  if (ts.isExpressionStatement(node.parent) && expression.kind !== ts.SyntaxKind.SuperKeyword)
    return [{ operator: "statement", text: "undefined" }]
  if (!ts.isPropertyAccessExpression(expression)) return []
  const given = node.arguments.map(text).join(", ")
  const brother = brothers[expression.name.text]
  if (brother !== undefined)
    return [{ operator: "method", text: `${text(expression.expression)}.${brother}(${given})` }]
  return leftOut.has(expression.name.text)
    ? [{ operator: "method", text: `(${text(expression.expression)})` }]
    : []
}
