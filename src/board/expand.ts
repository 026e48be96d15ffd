import { Fragment, isValidElement, type ReactElement, type ReactNode } from "react"
import { UserError } from "../model/finding"
import type { SourceLine } from "../model/place"
import { lineOf } from "./lines"
import { type ConnectProps, type Marked, marker, type PartProps } from "./parts"

/** A circuit as its TSX says it, with every component of its own called: parts, connections, tscircuit's elements. */
export type Written =
  | { readonly kind: "part"; readonly props: PartProps; readonly line?: SourceLine }
  | { readonly kind: "connect"; readonly props: ConnectProps; readonly line?: SourceLine }
  | {
      readonly kind: "element"
      readonly type: string
      readonly props: Readonly<Record<string, unknown>>
      readonly children: readonly Written[]
      readonly line?: SourceLine
    }
  | { readonly kind: "text"; readonly text: string }

/**
 * Calls components until only parts and tscircuit's elements are left, keeping the line that each was written in.
 * @throws UserError for a component that needs React's renderer (hooks, classes, contexts).
 */
export function expand(node: ReactNode, outer?: SourceLine): Written[] {
  if (node === null || node === undefined || typeof node === "boolean") return []
  if (typeof node === "object" && Symbol.iterator in node)
    return [...(node as Iterable<ReactNode>)].flatMap((child) => expand(child, outer))
  if (!isValidElement(node)) return [{ kind: "text", text: textOf(node, outer) }]
  const element = node as ReactElement<Record<string, unknown>>
  const own = lineOf(element) ?? outer
  const line = own === undefined ? {} : { line: own }
  const { type, props } = element
  if (type === Fragment) return expand(props.children as ReactNode, own)
  if (typeof type === "string") {
    const { children, ...rest } = props
    return [{ kind: "element", type, props: rest, children: expand(children as ReactNode, own), ...line }]
  }
  const kind = (type as { [marker]?: Marked })[marker]
  if (kind === "part") return [{ kind, props: props as unknown as PartProps, ...line }]
  if (kind === "connect") return [{ kind, props: props as unknown as ConnectProps, ...line }]
  return expand(called(type, props, own), own)
}

/** What would vanish without a word is refused: a function that nobody calls, a promise that nobody waits for. */
function textOf(node: unknown, line: SourceLine | undefined): string {
  if (typeof node !== "object" && typeof node !== "function") return String(node)
  const what = node instanceof Promise ? "a promise" : typeof node === "function" ? "a function" : "an object"
  throw new UserError(`${placeWords(line)}${what} stands among the parts: call it, or write an element`, {
    exitCode: 1,
  })
}

const placeWords = (line: SourceLine | undefined): string =>
  line === undefined ? "" : `${line.file}:${line.line}: `

function called(type: unknown, props: Record<string, unknown>, line: SourceLine | undefined): ReactNode {
  const name = (type as { name?: string }).name ?? "a component"
  const refuse = (why: string) =>
    new UserError(`${placeWords(line)}${name} ${why}: write it as a plain function of its props`, {
      exitCode: 1,
    })
  if (typeof type !== "function") throw refuse("is no function component")
  if (type.prototype?.isReactComponent) throw refuse("is a class component")
  try {
    return (type as (props: unknown) => ReactNode)(props)
  } catch (error) {
    // React's hooks read a dispatcher that only its renderer sets; one that is at rest says so itself.
    if (error instanceof Error && /reading 'use\w*'|Invalid hook call/.test(error.message))
      throw refuse("uses React's hooks")
    throw error
  }
}
