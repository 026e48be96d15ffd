import { nearness } from "../../circuit/pieces"
import { polygonShape } from "../../geometry/shape"
import type { Board } from "../../model/board"
import type { CheckResult, Finding } from "../../model/finding"
import type { Subject } from "../subject"
import { copperFigure } from "./figure"

/** How far tracks and vias stay off an antenna's copper-free zone, mm: beside it a track is part of the antenna. */
export const antennaMm = 0.5

/** Names of the zones that antennas bring along, with whose they are. */
export const antennaNames = ({ parts }: Pick<Board, "parts">): ReadonlyMap<string, string> =>
  new Map<string, string>(
    Object.entries(parts).flatMap(([designator, part]) =>
      part.keepout === undefined ? [] : [[`${designator}'s antenna`, designator] as const],
    ),
  )

/** Tracks and vias beside the copper-free zone of a part's antenna; what is in it is an error of `board/keepouts`. */
export function antennas({
  board,
  pieces,
}: {
  readonly board: Pick<Board, "keepouts" | "parts">
} & Pick<Subject, "pieces">): CheckResult {
  const names = antennaNames(board)
  let least = Number.POSITIVE_INFINITY
  const findings = board.keepouts.flatMap(({ name, minX, minY, maxX, maxY }): Finding[] => {
    const designator = names.get(name)
    if (designator === undefined) return []
    const shape = polygonShape([
      { x: minX, y: minY },
      { x: maxX, y: minY },
      { x: maxX, y: maxY },
      { x: minX, y: maxY },
    ])
    return pieces.flatMap((piece): Finding[] => {
      const near = piece.pad === undefined ? nearness(piece.copper, { shape }, 5) : undefined
      if (near === undefined) return []
      least = Math.min(least, near.gap)
      if (near.gap >= antennaMm - 5e-4) return []
      const of = piece.net === undefined ? "" : ` of ${piece.net}`
      return [
        {
          rule: "copper/antenna",
          severity: "warning",
          message: `a ${piece.what}${of} comes ${near.gap.toFixed(2)} mm near ${name}: at least ${antennaMm} mm`,
          at: near.at,
          measure: { value: Number(near.gap.toFixed(3)), limit: antennaMm, unit: "mm" },
          ...(piece.net === undefined ? {} : { nets: [piece.net] }),
          parts: [designator],
        },
      ]
    })
  })
  return {
    findings,
    figures: Number.isFinite(least)
      ? [
          {
            name: `${copperFigure}nearest to an antenna's zone`,
            value: Number(least.toFixed(2)),
            unit: "mm",
            limit: antennaMm,
          },
        ]
      : [],
  }
}
