import ts from "typescript"
import { type IsNumber, replacements } from "./operators"

/** One mutant of a file: switched on by its number, it replaces a piece of source by another. */
export interface Mutant {
  readonly file: string
  readonly line: number
  readonly operator: string
  readonly original: string
  readonly replacement: string
  /** Counts those of the same file, text and replacement: names a mutant as long as nobody writes before it. */
  readonly nth: number
}

/** A file's source with all of its mutants in it, each asleep until its number is the active one. */
export interface Schemata {
  readonly text: string
  readonly mutants: readonly Mutant[]
}

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Writes every mutant of a file into its source as `(__m(n) ? mutated : original)`, so that the file is compiled and
 * loaded once for all of them. Loops count their turns (`__t()`), so that a mutant without an end has one. What a
 * module works out when it is loaded is put where it can be worked out again (`__r(...)`).
 * @param first number of the file's first mutant
 */
export function schemata(source: ts.SourceFile, file: string, first: number, isNumber: IsNumber): Schemata {
  const mutants: Mutant[] = []
  const seen = new Map<string, number>()
  const raw = source.text

  /** The node's source with the mutants in it. */
  const written = (node: ts.Node): string => {
    const edits: Edit[] = []
    ts.forEachChild(node, (child) => {
      if (ignored(child, node)) return
      const text = written(child)
      if (text !== child.getText(source)) edits.push({ start: child.getStart(source), end: child.end, text })
    })
    const inner = applied(raw, node.getStart(source), node.end, edits)
    if (ts.isExpressionStatement(node) && edits.length > 0) return alone(node, inner)
    if (isLoop(node)) return counted(node, inner, source, edits)
    const own = ts.isExpression(node) && mayChange(node) ? replacements(node, source, isNumber) : []
    return own.reduce((text, { operator, text: replacement }) => {
      const original = node.getText(source)
      const key = `${original}\0${replacement}`
      const nth = seen.get(key) ?? 0
      seen.set(key, nth + 1)
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
      const number = first + mutants.length
      mutants.push({ file, line, operator, original, replacement, nth })
      return `(__m(${number}) ? ${replacement} : ${text})`
    }, inner)
  }

  const edits: Edit[] = []
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) continue
    if (ts.isInterfaceDeclaration(statement) || ts.isExportDeclaration(statement)) continue
    const before = mutants.length
    const text = written(statement)
    if (mutants.length === before && text === statement.getText(source)) continue
    edits.push({
      start: statement.getStart(source),
      end: statement.end,
      text: mutants.length === before ? text : again(statement, text, source),
    })
  }
  const head = "const { __m, __t, __r } = globalThis[Symbol.for('mep.mutate')];"
  return { text: head + applied(raw, 0, raw.length, edits), mutants }
}

function applied(raw: string, start: number, end: number, edits: readonly Edit[]): string {
  let at = start
  let text = ""
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    text += raw.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return text + raw.slice(at, end)
}

/** Types, names and what is only said to the compiler. */
function ignored(node: ts.Node, parent: ts.Node): boolean {
  if (ts.isTypeNode(node) || ts.isTypeParameterDeclaration(node) || ts.isDecorator(node)) return true
  // Of a place that is written to, only what picks it (`a[i + 1] = ...`) could change: left alone.
  if (ts.isBinaryExpression(parent) && parent.left === node && isAssignment(parent)) return true
  return (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent)) && parent.name === node
}

const isAssignment = ({ operatorToken: { kind } }: ts.BinaryExpression) =>
  kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment

/** A piece of `a?.b.c` cannot be put into brackets, nor can what `as const` or a type assertion looks at. */
function mayChange({ parent }: ts.Node): boolean {
  return (
    !ts.isExpressionWithTypeArguments(parent) && !ts.isEnumMember(parent) && !ts.isLiteralTypeNode(parent)
  )
}

/** Without semicolons, a line that begins with a bracket would belong to the line before it. */
const alone = ({ parent }: ts.ExpressionStatement, text: string): string =>
  ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isCaseOrDefaultClause(parent)
    ? `;${text}`
    : `{ ${text} }`

type Loop = ts.WhileStatement | ts.DoStatement | ts.ForStatement | ts.ForOfStatement

const isLoop = (node: ts.Node): node is Loop =>
  ts.isWhileStatement(node) || ts.isDoStatement(node) || ts.isForStatement(node) || ts.isForOfStatement(node)

/** A loop whose body counts its turns. */
function counted(node: Loop, inner: string, source: ts.SourceFile, edits: readonly Edit[]): string {
  const start = node.getStart(source)
  const { statement } = node
  const changed = edits.find(
    (edit) => edit.start === statement.getStart(source) && edit.end === statement.end,
  )
  const body = changed?.text ?? statement.getText(source)
  const before = applied(
    source.text,
    start,
    statement.getStart(source),
    edits.filter((edit) => edit.end <= statement.getStart(source)),
  )
  const after = inner.slice(before.length + body.length)
  return `${before}{ __t(); ${body} }${after}`
}

/**
 * A module's constant that is more than a function can be worked out again when one of its mutants wakes: its importers
 * see the new value, as bindings of modules are live.
 */
function again(statement: ts.Statement, text: string, source: ts.SourceFile): string {
  if (!ts.isVariableStatement(statement) || !(statement.declarationList.flags & ts.NodeFlags.Const))
    return text
  const [declaration, ...others] = statement.declarationList.declarations
  if (declaration === undefined || others.length > 0 || !ts.isIdentifier(declaration.name)) return text
  const { initializer } = declaration
  if (initializer === undefined || /\bawait\b/.test(text)) return text
  if (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)) return text
  const head = source.text.slice(statement.getStart(source), initializer.getStart(source))
  const value = text.slice(head.length)
  return `${head.replace(/\bconst\b/, "let")}${value}; __r(() => { ${declaration.name.text} = ${value} });`
}
