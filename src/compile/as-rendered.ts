import type { Described } from "../board/describe"
import type { Written } from "../board/expand"
import type { Part } from "../model/part"

/**
 * The same without what does not show in the circuit, so that nothing of it can: claims, texts, prices and heights of
 * parts, who wrote it down where. An edit of these needs no rendering.
 */
export function asRendered(described: Described): Described {
  const { guide: _guide, sheet: _sheet, catalogue: _catalogue, jumper: _jumper, ...board } = described.board
  const { parts, variants, defaultVariant } = board
  const notFitted = variants[defaultVariant]?.notFitted ?? []
  return {
    ...described,
    board: {
      ...board,
      parts: Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, renderedPart(part)])),
      variants: { [defaultVariant]: { title: "", notFitted } },
      ...{ id: "", title: "", revision: "", fabs: [], plans: [], home: { fab: "", plans: [] } },
      ...{ claims: [], waivers: [], figures: [], space: [], exactlyOne: [] },
      ...{ lines: {}, firmware: {}, fixedPads: {} },
    },
    written: described.written.flatMap(renderedPiece),
    findings: [],
  }
}

/** A part stands for its record, which the board has. */
function renderedPiece(one: Written): Written[] {
  switch (one.kind) {
    case "connect":
      return []
    case "part": {
      const { name, is } = one.props
      return [{ kind: "part", props: { name, is: renderedPart(is) } }]
    }
    case "element":
      return [{ ...one, children: one.children.flatMap(renderedPiece) }]
    case "text":
      return [one]
  }
}

function renderedPart({ id, kind, pins, package: { land }, numbers, mpn, mayOverhang, ratings }: Part): Part {
  const { resistanceOhm, capacitanceF, inductanceH } = ratings ?? {}
  return {
    ...{ id, kind, pins, numbers },
    package: { name: "", land, source: "" },
    ratings: {
      ...(resistanceOhm === undefined ? {} : { resistanceOhm }),
      ...(capacitanceF === undefined ? {} : { capacitanceF }),
      ...(inductanceH === undefined ? {} : { inductanceH }),
      source: "",
    },
    ...(mpn === undefined ? {} : { mpn }),
    ...(mayOverhang === undefined ? {} : { mayOverhang }),
    ...{ value: "", description: "", assembly: { by: "machine" }, height: { unknown: "" }, polarised: false },
  }
}
