import { type DrillHit, excellon } from "../fabricate/drills"
import { gerberHeader, type HeaderContext } from "../fabricate/gerber-steps/header"
import {
  type FabHouse,
  type GerberLayer,
  gerberLayers,
  type PanelRules,
  uploadNames,
} from "../model/fab-house"
import { UserError } from "../model/finding"
import type { Point } from "../model/place"
import { readExcellon } from "../read"
import type { PanelLayout, PlanLists } from "./board"
import { frameGerbers, narrowSlots, outlineBody, outlineRings } from "./frame"
import { panelLists } from "./lists"
import { panelNetlist } from "./netlist"
import { stepGerbers } from "./step-gerber"

export interface Panel {
  /** File name -> text, in the order of the zip. */
  readonly gerbers: ReadonlyMap<string, string>
  readonly zipName: string
  readonly lists: ReadonlyMap<string, PlanLists>
  /** IPC-D-356A. */
  readonly netlist: string
}

/**
 * Files of a panel from those of its boards: their drawings stepped, rails and tabs drawn round them, holes merged.
 * @throws UserError where the cutter cannot get between the boards
 */
export function makePanel(
  layout: PanelLayout,
  name: string,
  house: FabHouse & { readonly panel: PanelRules },
  header: HeaderContext,
): Panel {
  const rings = outlineRings(layout)
  if (narrowSlots(rings, house.panel).length > 0)
    throw new UserError(`panel: a slot is narrower than the cutter (${house.panel.cutterMm} mm): more --gap`)
  const frame = frameGerbers(layout, name, house.panel, house, header)
  const names = uploadNames(house, name)
  const gerbers = new Map<string, string>()
  const own = { ...header, layers: layout.copper }
  for (const layer of gerberLayers(layout.copper))
    gerbers.set(names[layer], layerText(layer, layout, frame, own, outlineBody(rings, layout.cuts)))
  const hits = panelHits(layout, house.panel)
  for (const file of ["PTH", "NPTH"] as const)
    gerbers.set(
      names[file],
      excellon(
        file,
        hits.filter((hit) => hit.file === file),
        own,
        house.drillUnit,
      ),
    )
  const plans = new Set(layout.seats.flatMap(({ board }) => [...board.lists.keys()]))
  return {
    gerbers,
    zipName: names.zip,
    netlist: panelNetlist(layout, name, house.panel),
    lists: new Map([...plans].map((plan) => [plan, panelLists(layout.seats, plan, house)])),
  }
}

function layerText(
  layer: GerberLayer,
  { seats }: PanelLayout,
  frame: ReadonlyMap<GerberLayer, string>,
  header: HeaderContext,
  outline: string,
): string {
  const steps =
    layer === "Edge_Cuts"
      ? [{ text: outline, x: 0, y: 0, suffix: "" }]
      : [
          ...seats.map(({ board, x, y, number }) => ({
            text: board.layers.get(layer) ?? "",
            x,
            y,
            suffix: `_${number}`,
          })),
          ...[frame.get(layer) ?? []].flat().map((text) => ({ text, x: 0, y: 0, suffix: "" })),
        ]
  return stepGerbers(gerberHeader(layer, header, "Array"), steps)
}

function panelHits({ seats, tabs, tooling }: PanelLayout, rules: PanelRules): DrillHit[] {
  const boards = seats.flatMap(({ board, x, y }) =>
    (["PTH", "NPTH"] as const).flatMap((file) =>
      readExcellon(board.drills[file], `${board.id} ${file}`).hits.map((hit): DrillHit => {
        const [first, last] = [hit.points[0], hit.points[hit.points.length - 1]]
        if (first === undefined || last === undefined || hit.points.length > 2)
          throw new UserError(`panel: ${board.id} has a slot that is no straight line`)
        return {
          file,
          use: hit.via ? "ViaDrill" : "ComponentDrill",
          diameterMm: hit.diameter,
          x: first.x + x,
          y: first.y + y,
          ...(hit.points.length === 2 ? { slotTo: { x: last.x + x, y: last.y + y } } : {}),
        }
      }),
    ),
  )
  const hole = (use: DrillHit["use"], diameterMm: number) => (at: Point) =>
    ({ file: "NPTH", use, diameterMm, ...at }) as const
  return [
    ...boards,
    ...tooling.map(hole("MechanicalDrill,Tooling", rules.toolingMm)),
    ...tabs.flatMap(({ bites }) => bites).map(hole("MechanicalDrill,Breakout", rules.bite.drillMm)),
  ]
}
