import { Children, createElement, isValidElement, type ReactElement, type ReactNode } from "react"
import type { Placement } from "../../board-definition"
import type { Source } from "../fault"

/** Properties of a part's TSX element, as tscircuit gets them. */
export type PartProps = Readonly<Record<string, unknown>> & {
  readonly connections: Readonly<Record<string, string>>
}

/**
 * The board with one part's TSX changed: what editing the circuit does. The element tree is unrolled to tscircuit's
 * own elements, where parts are known by name and connections.
 */
export function editPart(source: Source, designator: string, edit: (props: PartProps) => PartProps): Source {
  const { definition } = source
  const visit = (element: ReactElement): ReactElement => {
    const props = element.props as Readonly<Record<string, unknown>>
    if (typeof element.type === "function") {
      const component = element.type as (props: unknown) => ReactElement
      return visit(component(props))
    }
    const edited = props.name === designator && props.connections ? edit(props as PartProps) : props
    const children = Children.toArray(props.children as ReactNode).map((child) =>
      isValidElement(child) ? visit(child) : child,
    )
    const { children: _, ...rest } = edited
    return createElement(element.type, { ...rest, key: element.key }, ...children)
  }
  const element = (context: Parameters<typeof definition.element>[0]) => visit(definition.element(context))
  return { ...source, definition: { ...definition, element } }
}

/** Two pins of a part change nets in its TSX. */
export function swapPins(source: Source, designator: string, a: number, b: number): Source {
  return editPart(source, designator, (props) => {
    const { [`pin${a}`]: ofA, [`pin${b}`]: ofB } = props.connections
    if (ofA === undefined || ofB === undefined) throw new Error(`${designator}: no nets at ${a} and ${b}`)
    return { ...props, connections: { ...props.connections, [`pin${a}`]: ofB, [`pin${b}`]: ofA } }
  })
}

/** Changes a part's row of the placement table, and with it where its TSX puts it. */
export function place(source: Source, designator: string, change: (row: Placement) => Placement): Source {
  const { definition } = source
  const old = definition.placements.find((row) => row.designator === designator)
  if (old === undefined) throw new Error(`no row for ${designator}`)
  const row = change(old)
  const placements = definition.placements.map((other) => (other === old ? row : other))
  const moved = { ...source, definition: { ...definition, placements } }
  return editPart(moved, designator, (props) => ({
    ...props,
    pcbX: row.x,
    pcbY: row.y,
    pcbRotation: row.rotationDeg,
    layer: row.side,
  }))
}
