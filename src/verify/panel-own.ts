import { z } from "zod"
import type { FabHouse } from "../model/fab-house"
import { gate, limit } from "../model/fab-rule"
import type { Finding } from "../model/finding"
import { type Point, ReadError, readJson } from "../read"
import { layerName } from "./files/roles"
import type { BoardGeometry } from "./geometry/board"
import { place, spot } from "./geometry/board"
import { isBalance, namedPieces } from "./geometry/named"
import type { IpcNetlist } from "./ipc-d-356"
import { checkCuts } from "./panel"
import type { VerifyCheck } from "./report"
import { isCameraMark } from "./rules/marks"

const point = z.object({ x: z.number(), y: z.number() })
const schema = z.object({
  rails: z.array(z.object({ minX: z.number(), maxX: z.number(), minY: z.number(), maxY: z.number() })),
  bites: z.array(point),
  fiducials: z.array(point),
  lines: z.array(z.object({ from: point, to: point })),
})

/** What a panel has beside its boards, and where: rails, bites, marks, lines of V-cuts. mm, the panel's centre as origin. */
export type PanelOwn = z.infer<typeof schema>

/** As `panel.json` says it under `own`; older ones do not. @throws ReadError */
export function readPanelOwn(text: string, file: string): PanelOwn | undefined {
  const result = z.object({ own: schema.optional() }).safeParse(readJson(text, file))
  if (result.success) return result.data.own
  const issue = result.error.issues[0]
  throw new ReadError(
    file,
    undefined,
    `${issue?.path.join(".") || "panel"}: ${issue?.message ?? "not valid"}`,
  )
}

/** A house as it judges a panel: the cutter has many ways to go. */
export function panelHouse<House extends Pick<FabHouse, "limits">>(house: House): House {
  const { gate: _, ...one } = limit(house, "outline-contours")
  const limits = house.limits.map((rule) =>
    rule.id === "outline-contours"
      ? { ...one, gate: { error: Number.MAX_SAFE_INTEGER } }
      : // What the house states nothing of is held to our own limit: tabs, bites and rails are ours.
        { ...rule, ...(rule.fabLimit === undefined ? { fabLimit: gate(house, rule.id) } : {}) },
  )
  return { ...house, limits }
}

/** What is wrong on a board and is meant on a panel, and only where it is meant: bites, copper of rails, fiducials. */
export function isMeant({ rule, at, measure }: Finding, own: PanelOwn, webMm: number): boolean {
  if (at === undefined) return false
  const near = (places: readonly Point[]): boolean =>
    places.some(({ x, y }) => Math.hypot(x - at.x, y - at.y) < 0.05)
  if (rule === "drc/hole-spacing") return (measure?.value ?? 0) >= webMm && near(own.bites)
  if (rule === "dfm/outline")
    return near(own.lines.map(({ from, to }) => ({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 })))
  if (rule === "dfm/mask-stray") return near(own.fiducials)
  return rule === "drc/island" && own.rails.some((rail) => isIn(rail, at))
}

/** What is meant is there: every V-cut, every mark as a camera sees it, and no hole that the netlist does not have. */
export function ownChecks(board: BoardGeometry, own: PanelOwn, ipc: IpcNetlist | undefined): VerifyCheck[] {
  return [
    {
      id: "panel/cuts",
      title: "V-cuts are drawn as meant",
      findings: checkCuts(board, own.lines),
      figures: [{ name: "V-cuts", value: own.lines.length }],
    },
    {
      id: "panel/own",
      title:
        "rails hold no part and all copper for balance, their fiducials are marks, and there are no holes but those that are meant",
      findings: [
        ...marks(board, own),
        ...strayBalance(board, own),
        ...(ipc === undefined ? [] : [...strayHoles(board, ipc), ...railsOverParts(own, ipc)]),
      ],
      figures: [{ name: "fiducials", value: own.fiducials.length }],
    },
  ]
}

const marks = (board: BoardGeometry, { fiducials }: PanelOwn): Finding[] =>
  (["top", "bottom"] as const).flatMap((side) => {
    const mask = board.layer(`mask-${side}`)
    return fiducials.flatMap((at): Finding[] => {
      const opening = mask?.pieces[mask.pieceAt(at)]
      return opening !== undefined && isCameraMark(board, side, opening)
        ? []
        : [
            {
              rule: "panel/own",
              severity: "error",
              message: `the fiducial at ${spot(at)} is no round of copper in a round opening of the ${side} solder mask: a machine does not find it`,
              ...place(at, `copper-${side}`),
            },
          ]
    })
  })

/** What is excused as copper for balance is on a rail: on a board it is a leftover. */
const strayBalance = (board: BoardGeometry, { rails }: PanelOwn): Finding[] =>
  [...board.copper].flatMap(([role, layer]) =>
    [...namedPieces(layer, isBalance).keys()]
      .map((piece) => layer.cornerOf(piece))
      .filter((at) => !rails.some((rail) => isIn(rail, at)))
      .map((at) => ({
        rule: "panel/own",
        severity: "error",
        message: `copper that the file calls balancing on no rail, on the ${layerName(role)}`,
        ...place(at, role),
      })),
  )

const isIn = ({ minX, maxX, minY, maxY }: PanelOwn["rails"][number], { x, y }: Point): boolean =>
  x >= minX && x <= maxX && y >= minY && y <= maxY

/** The netlist for electrical test has three decimals of a mm: half a step and a rounding. */
const sameMm = 0.0011

const strayHoles = (board: BoardGeometry, { records }: IpcNetlist): Finding[] =>
  board.holes
    .filter(({ centre }) => !records.some(({ x, y }) => Math.hypot(x - centre.x, y - centre.y) < 2 * sameMm))
    .map(({ centre, file, line }) => ({
      rule: "panel/own",
      severity: "error",
      message: `a hole at ${spot(centre)} that neither a board nor the panel has`,
      ...place(centre),
      file,
      line,
    }))

/** Copper of no net is meant on a rail: what has a part's pad on it is a board, whatever the list of rails says. */
const railsOverParts = ({ rails }: PanelOwn, { records }: IpcNetlist): Finding[] =>
  rails.flatMap((rail): Finding[] => {
    const pad = records.find(
      (record) => record.kind !== "tooling-hole" && record.pin !== "" && isIn(rail, record),
    )
    return pad === undefined
      ? []
      : [
          {
            rule: "panel/own",
            severity: "error",
            message: `panel.json has a rail where ${pad.designator}.${pad.pin} is: there is a board`,
            ...place(pad),
          },
        ]
  })
