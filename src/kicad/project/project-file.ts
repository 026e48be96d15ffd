import type { Board } from "../../model/board"
import { gate, type Limited, limit, type RuleId } from "../../model/fab-rule"
import type { Sheet } from "../../schematic/sheet"
import { kicadNetName } from "../schematic/net-names"
import { decimal } from "../sexpr"
import { rootSheetUuid } from "../uuid"
import { severities } from "./severities"

/** KiCad 9's versions of the sections. */
const versions = { file: 3, designSettings: 2, netSettings: 4 }

/**
 * `.kicad_pro`: the fab's limits as the board's minimums, the board's net classes and what each finding weighs.
 * KiCad fills in what is left out.
 */
export function projectFile(board: Board, fab: Limited, sheet: Sheet): string {
  const project = {
    board: { design_settings: designSettings(board, fab) },
    meta: { filename: `${board.id}.kicad_pro`, version: versions.file },
    net_settings: netSettings(board, sheet),
    sheets: [[rootSheetUuid(board.id), "Root"]],
    text_variables: {},
  }
  return `${JSON.stringify(project, null, 2)}\n`
}

/** The stricter of the limit that stops a build and the one that warns: KiCad's minimums have one number. */
function strictest(fab: Limited, id: RuleId): number {
  const { error, warning } = limit(fab, id).gate
  return Math.max(error ?? 0, warning ?? 0)
}

function designSettings(board: Board, fab: Limited) {
  const viaHole = gate(fab, "via-hole")
  const viaDiameter = gate(fab, "via-diameter")
  const line = gate(fab, "silkscreen-line")
  const capital = gate(fab, "silkscreen-height")
  return {
    defaults: {
      board_outline_line_width: 0.05,
      courtyard_line_width: 0.05,
      fab_line_width: 0.1,
      silk_line_width: line,
      silk_text_size_h: capital,
      silk_text_size_v: capital,
      silk_text_thickness: line,
      zones: { min_clearance: board.pour.clearanceMm },
    },
    drc_exclusions: [],
    meta: { version: versions.designSettings },
    rule_severities: severities,
    rules: {
      max_error: 0.005,
      min_clearance: gate(fab, "track-space"),
      min_connection: gate(fab, "track-width"),
      min_copper_edge_clearance: strictest(fab, "copper-to-edge"),
      min_hole_clearance: gate(fab, "via-hole-to-track"),
      min_hole_to_hole: gate(fab, "via-hole-to-hole"),
      min_resolved_spokes: 2,
      // Texts and lines that touch are unreadable; the distance from pads is a rule of its own.
      min_silk_clearance: 0.05,
      min_text_height: capital,
      min_text_thickness: line,
      min_through_hole_diameter: viaHole,
      min_track_width: gate(fab, "track-width"),
      min_via_annular_width: decimal((viaDiameter - viaHole) / 2),
      min_via_diameter: viaDiameter,
      solder_mask_to_copper_clearance: 0,
    },
    // The first entry stands for the net class's own.
    track_widths: [0, ...new Set(board.netClasses.map(({ widthMm }) => widthMm))].sort((a, b) => a - b),
    via_dimensions: [
      { diameter: 0, drill: 0 },
      { diameter: board.via.diameterMm, drill: board.via.drillMm },
    ],
  }
}

function netSettings(board: Board, sheet: Sheet) {
  const netClass = (name: string, widthMm: number, clearanceMm: number, priority: number) => ({
    clearance: clearanceMm,
    name,
    priority,
    track_width: widthMm,
    via_diameter: board.via.diameterMm,
    via_drill: board.via.drillMm,
    // Thousandths of an inch; without them KiCad plots hairlines.
    wire_width: 6,
    bus_width: 12,
  })
  const widths = board.netClasses.map(({ widthMm }) => widthMm)
  const clearances = board.netClasses.map(({ clearanceMm }) => clearanceMm)
  return {
    classes: [
      // What is in no class: unconnected pins, and nets a later editor draws.
      netClass("Default", Math.min(...widths), Math.min(...clearances), 2147483647),
      ...board.netClasses.map(({ name, widthMm, clearanceMm }, index) =>
        netClass(name, widthMm, clearanceMm, index),
      ),
    ],
    meta: { version: versions.netSettings },
    netclass_patterns: board.netClasses.flatMap(({ name, nets }) =>
      nets.map((net) => ({ netclass: name, pattern: kicadNetName(sheet, net) })),
    ),
  }
}
