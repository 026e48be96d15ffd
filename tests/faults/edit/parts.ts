import { createElement, Fragment, type ReactElement, type ReactNode } from "react"
import { expand, type Written } from "../../../src/board/expand"
import { Connect, marker, type PartProps } from "../../../src/board/parts"
import type { BoardSource } from "../../../src/model/board"
import type { Part } from "../../../src/model/part"
import type { Placement } from "../../../src/model/place"
import type { Source } from "../fault"
import { found } from "./draft"

/** What a slip of the pen may leave out of a part's TSX, too. */
type LooseProps = Partial<PartProps>

/** A part that the compiler reads, whatever it lacks. */
const LoosePart = Object.assign(
  (_props: LooseProps): ReactElement => {
    throw new Error("a part is read from the circuit before it is rendered")
  },
  { [marker]: "part" as const },
)

/** The board with other things said of it. */
export const say = (source: Source, change: (board: BoardSource) => Partial<BoardSource>): Source => ({
  ...source,
  board: { ...source.board, ...change(source.board) },
})

/** The board with one part's TSX changed: what editing the circuit does. Several elements stand in for it in a row. */
export function editPart(
  source: Source,
  designator: string,
  edit: (props: PartProps) => LooseProps | readonly LooseProps[],
): Source {
  const written = expand(source.board.circuit())
  let seen = false
  const again = (one: Written): ReactNode[] => {
    switch (one.kind) {
      case "text":
        return [one.text]
      case "connect":
        return [createElement(Connect, one.props)]
      case "element":
        return [createElement<object>(one.type, one.props, ...one.children.flatMap(again))]
      case "part": {
        if (one.props.name !== designator) return [createElement(LoosePart, one.props)]
        seen = true
        return [edit(one.props)].flat().map((props) => createElement(LoosePart, props))
      }
    }
  }
  const element = createElement(Fragment, null, ...written.flatMap(again))
  if (!seen) throw new Error(`no part ${designator}`)
  return say(source, () => ({ circuit: () => element }))
}

/** Other pins or nets of a part in its TSX. */
export const rewire = (source: Source, designator: string, pins: PartProps["pins"]): Source =>
  editPart(source, designator, (props) => ({ ...props, pins: { ...props.pins, ...pins } }))

/** Another record at a designator. */
export const refit = (source: Source, designator: string, change: (record: Part) => Part): Source =>
  editPart(source, designator, (props) => ({ ...props, is: change(props.is) }))

/** Two pins of a part change nets in its TSX. */
export const swapPins = (source: Source, designator: string, a: string, b: string): Source =>
  editPart(source, designator, (props) => {
    const [ofA, ofB] = [props.pins?.[a], props.pins?.[b]]
    return {
      ...props,
      pins: { ...props.pins, [a]: found(ofB, `net at ${b}`), [b]: found(ofA, `net at ${a}`) },
    }
  })

/** Changes a part's row of the placement table. */
export function place(source: Source, designator: string, change: (row: Placement) => Placement): Source {
  const rows = source.board.placements ?? []
  const old = found(
    rows.find((row) => row.designator === designator),
    `row for ${designator}`,
  )
  return say(source, () => ({ placements: rows.map((row) => (row === old ? change(row) : row)) }))
}
