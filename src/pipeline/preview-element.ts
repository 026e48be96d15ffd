import type { ReactElement } from "react"
import { describe } from "../board/describe"
import { boardElement, type ElementContext } from "../board/element"
import type { BoardSource } from "../model/board"
import { lockedRouter } from "../route/locked-router"
import type { RoutesFile } from "../route/routes-file"
import { orderOf } from "./fab-house"

/**
 * A board as tscircuit's own commands take it (`tsci dev`, `tsci export`): with its locked routes, whose nets the
 * router finds by the places of their pads, since there is no circuit to ask. It runs in a browser too.
 * @param routes the board's `routes.json`
 * @param preview where tscircuit's own schematic draws the parts
 */
export function previewElement(
  source: BoardSource,
  routes: RoutesFile,
  preview: NonNullable<ElementContext["preview"]>,
): ReactElement {
  const described = describe(source, orderOf(source))
  const { board } = described
  return boardElement(described, {
    autorouter: lockedRouter(routes, board.via),
    notFitted: board.variants[board.defaultVariant]?.notFitted ?? [],
    preview,
  })
}
