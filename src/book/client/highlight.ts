import { computed } from "@preact/signals"
import { isSide } from "../../model/layer"
import type { BoxData, PartData, SideName } from "../data"
import { book, flyTo, type Selection, selection, side, view } from "./state"

/** What the current selection stands for, in names. */
export interface Highlight {
  readonly parts: ReadonlySet<string>
  readonly pads: ReadonlySet<string>
  readonly nets: ReadonlySet<string>
  readonly at?: { readonly x: number; readonly y: number; readonly side?: SideName }
}

const nothing: Highlight = { parts: new Set(), pads: new Set(), nets: new Set() }

export const highlight = computed((): Highlight => (selection.value ? of(selection.value) : nothing))

function of(chosen: Selection): Highlight {
  const data = book.value
  switch (chosen.kind) {
    case "part":
      return { ...nothing, parts: new Set(pieceOf(chosen.id)) }
    case "pad": {
      const pad = data.pads.find(({ name }) => name === chosen.id)
      return {
        parts: new Set(),
        pads: new Set([chosen.id]),
        nets: new Set(pad?.net === undefined ? [] : [pad.net]),
      }
    }
    case "net":
      return { ...nothing, nets: new Set([chosen.id]) }
    case "line": {
      const line = data.sets.flatMap(({ bom }) => bom).find(({ key }) => key === chosen.id)
      return { ...nothing, parts: new Set(line?.designators ?? []) }
    }
    case "step": {
      const step = data.phases.flatMap(({ steps }) => steps).find(({ id }) => id === chosen.id)
      return { ...nothing, parts: new Set(step?.parts ?? []), nets: new Set() }
    }
    case "finding": {
      const finding = findingOf(chosen.id)
      const names = finding?.parts ?? []
      return {
        parts: new Set(names.filter((name) => !name.includes("."))),
        pads: new Set(names.filter((name) => name.includes("."))),
        nets: new Set(finding?.nets ?? []),
        ...(finding?.at === undefined
          ? {}
          : {
              at: {
                x: finding.at.x,
                y: finding.at.y,
                ...(finding.at.layer === undefined || !isSide(finding.at.layer)
                  ? {}
                  : { side: finding.at.layer }),
              },
            }),
      }
    }
  }
}

/** Findings are known by their place in the report: open ones first, then waived ones. */
export function findingOf(id: string) {
  const { findings, waived } = book.value.checks
  return [...findings, ...waived][Number(id)]
}

export const partOf = (designator: string): PartData | undefined =>
  book.value.parts.find((part) => part.designator === designator)

/** All designators of the piece that a designator belongs to. */
export const pieceOf = (designator: string): readonly string[] => partOf(designator)?.piece ?? [designator]

export const netTitle = (name: string): string =>
  book.value.nets.find((net) => net.name === name)?.title ?? name

export function select(chosen: Selection | null, options: { readonly fly?: boolean } = {}): void {
  const same = chosen !== null && selection.value?.kind === chosen.kind && selection.value.id === chosen.id
  selection.value = same && !options.fly ? null : chosen
  if (options.fly && chosen !== null) showOnBoard()
}

/** Brings the board to the front and moves to what is selected. */
export function showOnBoard(): void {
  const { parts, pads, nets, at } = highlight.value
  const data = book.value
  const boxes: { readonly box: BoxData; readonly sides: readonly SideName[] }[] = []
  if (at !== undefined) {
    const { x, y } = at
    boxes.push({
      box: { minX: x - 3, minY: y - 3, maxX: x + 3, maxY: y + 3 },
      sides: at.side === undefined ? ["top", "bottom"] : [at.side],
    })
  } else {
    for (const pad of data.pads) {
      const named = parts.has(pad.part) || pads.has(pad.name)
      if (!named && !(pad.net !== undefined && nets.has(pad.net) && pads.size === 0 && parts.size === 0))
        continue
      const part = partOf(pad.part)
      boxes.push({
        box: { minX: pad.x - 2, minY: pad.y - 2, maxX: pad.x + 2, maxY: pad.y + 2 },
        sides: named && part !== undefined && pad.drillMm === undefined ? [part.side] : ["top", "bottom"],
      })
    }
  }
  if (boxes.length === 0) return
  const box = boxes
    .map((one) => one.box)
    .reduce((a, b) => ({
      minX: Math.min(a.minX, b.minX),
      minY: Math.min(a.minY, b.minY),
      maxX: Math.max(a.maxX, b.maxX),
      maxY: Math.max(a.maxY, b.maxY),
    }))
  const sides = new Set(boxes.flatMap((one) => one.sides))
  const only = sides.size === 1 ? [...sides][0] : undefined
  view.value = "board"
  if (only !== undefined && side.value !== "both" && side.value !== only) side.value = only
  flyTo.value = { side: only ?? "both", box }
}
