import type { Copper } from "../circuit/copper"
import { NetCopper } from "../circuit/resistance"
import { distance } from "../geometry/point"
import type { LayoutFigure } from "../model/board"
import type { CopperProcess } from "../model/fab-house"
import { UserError } from "../model/finding"

/** What is asked of a figure, where something is. */
export type Verdict = "met" | "missed" | "told"

export interface MetricRow {
  /** Stable key; the original's figure has the same. */
  readonly id: string
  readonly what: string
  readonly ours: string
  /** The figure alone, where it is one. */
  readonly value?: number
  readonly asked: string
  readonly verdict: Verdict
}

/** A figure before it is judged: with its value, where a limit can be held against it. */
export interface MeasuredRow {
  readonly id: string
  readonly what: string
  readonly ours: string
  readonly value?: number
  /** What every board is asked, unless it asks something itself. */
  readonly asked?: Asked
}

export interface Asked extends Pick<LayoutFigure, "atLeast" | "atMost" | "note"> {
  /** Judged already; the note says against what. */
  readonly met?: boolean
}

export const mm = (value: number, digits = 2): string => `${value.toFixed(digits)} mm`

/** Coordinates are rounded to 0.1 um: what misses a limit by less than this meets it. */
const tolerance = 5e-4

/** Holds the figures against what is asked of them, and adds the board's own. @throws UserError for one there is not. */
export function judgedRows(
  measured: readonly MeasuredRow[],
  figures: readonly LayoutFigure[],
  copper: Copper,
  process: CopperProcess,
): MetricRow[] {
  const limits = new Map(figures.filter(({ kind }) => kind === "limit").map((figure) => [figure.id, figure]))
  for (const id of limits.keys())
    if (!measured.some((row) => row.id === id))
      throw new UserError(`figures: a limit is set on "${id}", and there is no layout figure of that name`)
  const own = figures.flatMap((figure): MeasuredRow[] =>
    figure.kind === "limit" ? [] : [{ ...ownFigure(figure, copper, process), asked: figure }],
  )
  return [...measured, ...own].map(({ id, what, ours, value, asked: usual }): MetricRow => {
    const asked = limits.get(id) ?? usual ?? {}
    const figure = value === undefined ? {} : { value }
    return { id, what, ours, ...figure, asked: words(asked, ours), verdict: verdictOf(asked, value) }
  })
}

type OwnFigure = Exclude<LayoutFigure, { kind: "limit" }>

function ownFigure(figure: OwnFigure, copper: Copper, process: CopperProcess): MeasuredRow {
  const { id, title: what } = figure
  const netOf = (from: string, to: string): NetCopper =>
    new NetCopper(copper, commonNet(figure, copper, from, to), process)
  switch (figure.kind) {
    case "resistance": {
      const value =
        1e3 *
        figure.legs
          .map(([from, to]) => netOf(from, to).between(from, to)?.ohms ?? Number.POSITIVE_INFINITY)
          .reduce((a, b) => a + b, 0)
      return { id, what, value, ours: Number.isFinite(value) ? `${value.toFixed(1)} mohm` : "not joined" }
    }
    case "net-length": {
      const tracks = copper.tracks.filter(({ net }) => net === figure.net)
      if (!copper.pads.some(({ net }) => net === figure.net))
        throw new UserError(`figures: "${id}" measures net ${figure.net}, and no pad is on it`)
      const value = tracks.map(({ from, to }) => distance(from, to)).reduce((a, b) => a + b, 0)
      return { id, what, value, ours: mm(value, 1) }
    }
    case "track-length": {
      const value = netOf(figure.from, figure.to).trackMm(figure.from, figure.to)
      return { id, what, value, ours: Number.isFinite(value) ? mm(value, 1) : "not by track" }
    }
  }
}

/** The net that both pads are on. */
function commonNet({ id }: OwnFigure, copper: Copper, from: string, to: string): string {
  const [a, b] = [from, to].map((name) => copper.pads.find((pad) => pad.name === name)?.net)
  if (a === undefined || a !== b)
    throw new UserError(`figures: "${id}" measures from ${from} to ${to}, which are not two pads of one net`)
  return a
}

const number = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(2))

function words({ atLeast, atMost, note }: Asked, ours: string): string {
  const unit = ours.endsWith(" mohm") ? " mohm" : ""
  return [
    ...(atLeast === undefined ? [] : [`>= ${number(atLeast)}${unit}`]),
    ...(atMost === undefined ? [] : [`<= ${number(atMost)}${unit}`]),
    ...(note === undefined ? [] : [note]),
  ].join(", ")
}

function verdictOf({ atLeast, atMost, met }: Asked, value: number | undefined): Verdict {
  if (met !== undefined) return met ? "met" : "missed"
  if (value === undefined || (atLeast === undefined && atMost === undefined)) return "told"
  return value >= (atLeast ?? -Infinity) - tolerance && value <= (atMost ?? Infinity) + tolerance
    ? "met"
    : "missed"
}
