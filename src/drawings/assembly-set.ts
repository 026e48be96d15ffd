import type { AnyCircuitElement } from "circuit-json"
import type { Board } from "../model/board"
import type { Side } from "../model/place"
import { drawAssembly } from "./assembly"
import { svgToPdf } from "./pdf"
import { drawSideView, type SideView, sideViewParts } from "./side-view"

/** Variant -> side -> SVG. */
export type AssemblyDrawings = Readonly<Record<string, Readonly<Record<Side, string>>>>

/**
 * Every assembly drawing of a board, numbered through: the default variant first, top before bottom.
 * @param embedFont false where the page around the drawings brings the font.
 */
export function drawAssemblies(
  circuitJson: readonly AnyCircuitElement[],
  board: Board,
  options: { readonly date: Date; readonly embedFont?: boolean },
): AssemblyDrawings {
  const variants = variantOrder(board)
  const total = sheets(board)
  const draw = (variant: string, side: Side, number: number): string =>
    drawAssembly(circuitJson, board, variant, side, { ...options, sheet: [number, total] })
  return Object.fromEntries(
    variants.map((variant, i) => [
      variant,
      { top: draw(variant, "top", 2 * i + 1), bottom: draw(variant, "bottom", 2 * i + 2) },
    ]),
  )
}

const sheets = (board: Board): number => Object.keys(board.variants).length * 2 + sideViewParts(board).length

/** Designator -> the part from the side, numbered behind the assembly drawings. */
export function drawSideViews(
  circuitJson: readonly AnyCircuitElement[],
  board: Board,
  options: { readonly date: Date; readonly embedFont?: boolean },
): Readonly<Record<string, SideView>> {
  const parts = sideViewParts(board)
  const first = sheets(board) - parts.length + 1
  return Object.fromEntries(
    parts.map((part, i) => [
      part,
      drawSideView(circuitJson, board, part, { ...options, sheet: [first + i, sheets(board)] }),
    ]),
  )
}

/** All drawings as one PDF, in the order of their sheet numbers. */
export async function assemblyPdf(
  drawings: AssemblyDrawings,
  board: Board,
  date: Date,
  sideViews: Readonly<Record<string, SideView>> = {},
): Promise<Uint8Array> {
  const pages = variantOrder(board).flatMap((variant) => {
    const pair = drawings[variant]
    return pair ? [pair.top, pair.bottom] : []
  })
  pages.push(...Object.values(sideViews).map(({ sheet }) => sheet))
  return svgToPdf(pages, { title: `${board.title} v${board.revision}: assembly drawings`, date })
}

function variantOrder(board: Board): string[] {
  const others = Object.keys(board.variants).filter((variant) => variant !== board.defaultVariant)
  return [board.defaultVariant, ...others.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))]
}
