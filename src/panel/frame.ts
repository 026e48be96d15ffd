import type { AnyCircuitElement } from "circuit-json"
import type { HeaderContext } from "../fabricate/gerber-steps/header"
import { gerberFiles } from "../fabricate/gerbers"
import type { FabHouse, GerberLayer, PanelRules } from "../model/fab-house"
import { copperFiles, uploadNames } from "../model/fab-house"
import { isSide, stacks } from "../model/layer"
import type { Point } from "../model/place"
import { type Ring, ringToMm, toUnits } from "../read"
import { difference, grow, ringFromMm, ringsOf, union } from "../read/geometry/polygon"
import { type Area, type Cut, cornersOf, type PanelLayout } from "./board"
import { type Line, railWords } from "./rail-words"
import { coordinate } from "./step-gerber"

/** Copper on the rails keeps so far off edges, holes and marks, mm. */
const copperGapMm = 0.5

/** What is board: rails, boards and tabs in one, less nothing: each contour is a way of the cutter. */
export function outlineRings({ seats, rails, tabs }: PanelLayout): Ring[] {
  const boards = seats.map(({ board, x, y }) => board.outline.map((p) => ({ x: p.x + x, y: p.y + y })))
  const cutouts = seats.flatMap(({ board, x, y }) =>
    board.cutouts.map((ring) => ringFromMm(ring.map((p) => ({ x: p.x + x, y: p.y + y })))),
  )
  const whole = union(
    [...boards, ...[...rails, ...tabs].map(cornersOf)].map((ring) => ringFromMm(anticlockwise(ring))),
  )
  return ringsOf(cutouts.length === 0 ? whole : difference(ringsOf(whole), cutouts)).map(cornersOnly)
}

/** Where edges of boards and rails meet in one line there is no corner, and no V-cut may end in one. */
const cornersOnly = (ring: Ring): Ring =>
  ring.filter((b, i) => {
    const [a, c] = [ring[(i + ring.length - 1) % ring.length] ?? b, ring[(i + 1) % ring.length] ?? b]
    return (b.x - a.x) * (c.y - b.y) !== (b.y - a.y) * (c.x - b.x)
  })

/** Places that the cutter cannot get into, but for the corners that it rounds; one as wide as it is none. mm^2 each. */
export function narrowSlots(rings: readonly Ring[], { cutterMm }: PanelRules): number[] {
  const radius = cutterMm / 2 - 1e-3
  const closed = grow(grow(rings, radius, "round"), -radius, "round")
  return difference(closed, rings)
    .map(({ outer }) => Math.abs(areaNm(outer)) / 1e12)
    .filter((mm2) => mm2 > 0.5 * cutterMm * cutterMm)
}

/** The rails' own drawing on each layer, as Gerber text of the kind that is stepped: copper, marks, their openings, names. */
export function frameGerbers(
  layout: PanelLayout,
  name: string,
  rules: PanelRules,
  house: Pick<FabHouse, "limits" | "upload">,
  header: HeaderContext,
): Map<GerberLayer, string> {
  const { fiducials, tooling, rails, cuts } = layout
  const { copperMm, openingMm } = rules.fiducial
  const cutGap = Math.max(copperGapMm, (rules.vCut?.copperMm ?? 0) + 0.1)
  // Strips beside the places that stay free: regions without holes, which every reader fills alike.
  const beside = ({ x, y }: Point, radius: number): Area => ({
    minX: x - radius,
    maxX: x + radius,
    minY: y - 10,
    maxY: y + 10,
  })
  const marks = (diameter: number, called: string): string[] => [
    ...named(called, `%ADD10C,${diameter.toFixed(6)}*%`),
    ...["%LPD*%", "D10*", ...fiducials.map((p) => `${xy(p)}D03*`)],
  ]
  const planes = railCopper(rails, [
    ...fiducials.map((at) => beside(at, openingMm / 2 + copperGapMm / 2)),
    ...tooling.map((at) => beside(at, rules.toolingMm / 2 + copperGapMm)),
    ...cuts.map(({ from, to }) => ({
      minX: from.x - cutGap,
      maxX: to.x + cutGap,
      minY: from.y - cutGap,
      maxY: to.y + cutGap,
    })),
  ]).flatMap((points) => named("CopperBalancing", ...region(points)))
  // Of the assembly panel, not of a board on it.
  const copper = [...marks(copperMm, "FiducialPad,Panel"), ...planes]
  const mask = marks(openingMm, "Material")
  const printed = gerberFiles(
    legend(layout, name, rules),
    {
      id: name,
      revision: header.revision,
      outline: cornersOf(whole(layout)),
      pour: { clearanceMm: copperGapMm },
    },
    house,
    header,
  ).files
  const names = uploadNames(house, name)
  const text = (lines: readonly string[]): string => `${lines.join("\n")}\n`
  return new Map<GerberLayer, string>([
    ...stacks[layout.copper].map(
      (layer) => [copperFiles[layer], text(isSide(layer) ? copper : planes)] as const,
    ),
    ["F_Mask", text(mask)],
    ["B_Mask", text(mask)],
    ["F_Silkscreen", printed.get(names.F_Silkscreen) ?? ""],
    ["B_Silkscreen", printed.get(names.B_Silkscreen) ?? ""],
  ])
}

/** The outline layer: each contour as one closed line of 0.05 mm, each V-cut as one across. */
export const outlineBody = (rings: readonly Ring[], cuts: readonly Cut[]): string =>
  `${[
    ...named("Profile", "%ADD10C,0.050000*%"),
    ...(cuts.length === 0 ? [] : named("Other,V-cut", "%ADD11C,0.050000*%")),
    "G01*",
    "D10*",
    ...rings.flatMap((ring) => {
      const points = ringToMm(ring)
      const [first, ...others] = points as [Point, ...Point[]]
      return [`${xy(first)}D02*`, ...[...others, first].map((p) => `${xy(p)}D01*`)]
    }),
    ...(cuts.length === 0 ? [] : ["D11*"]),
    ...cuts.flatMap(({ from, to }) => [`${xy(from)}D02*`, `${xy(to)}D01*`]),
  ].join("\n")}\n`

/** What an aperture or a region is, as the single board's files say it. */
const named = (called: string, ...lines: readonly string[]): string[] => [
  `G04 #@! TA.AperFunction,${called}*`,
  ...lines,
  "G04 #@! TD*",
]

/** Rails carry copper on every layer, so that the panel is plated and etched as evenly as its boards. */
function railCopper(rails: readonly Area[], free: readonly Area[]): (readonly Point[])[] {
  const inset = union(rails.map((rail) => ringFromMm(cornersOf(rail))))
  const body = grow(ringsOf(inset), -copperGapMm, "miter")
  const strips = free.map((area) => ringFromMm(cornersOf(area)))
  return difference(body, ringsOf(union(strips))).map(({ outer }) => ringToMm(outer))
}

const region = (points: readonly Point[]): string[] => {
  const [first, ...others] = points as [Point, ...Point[]]
  return ["G36*", `${xy(first)}D02*`, ...[...others, first].map((p) => `${xy(p)}D01*`), "G37*"]
}

const xy = ({ x, y }: Point): string =>
  `X${coordinate(Math.round(x * 1e6))}Y${coordinate(Math.round(y * 1e6))}`

const whole = ({ widthMm, heightMm }: PanelLayout): Area => ({
  minX: -widthMm / 2,
  maxX: widthMm / 2,
  minY: -heightMm / 2,
  maxY: heightMm / 2,
})

function legend(layout: PanelLayout, name: string, rules: PanelRules): AnyCircuitElement[] {
  const print = ({ text, size, x, y }: Line): AnyCircuitElement => ({
    type: "pcb_silkscreen_text",
    pcb_silkscreen_text_id: `panel-${text}-${x}-${y}`,
    pcb_component_id: "",
    font: "tscircuit2024",
    font_size: size,
    layer: "top",
    text,
    anchor_position: { x, y },
    anchor_alignment: "center",
    ccw_rotation: 0,
  })
  return [
    {
      type: "pcb_board",
      pcb_board_id: "panel",
      center: { x: 0, y: 0 },
      width: layout.widthMm,
      height: layout.heightMm,
      thickness: 1.6,
      num_layers: 2,
      material: "fr4",
    },
    ...railWords(layout, name, rules).map(print),
  ]
}

function areaNm(ring: Ring): number {
  let twice = 0
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[j], ring[i]]
    if (a !== undefined && b !== undefined) twice += a.x * b.y - b.x * a.y
  }
  return twice / 2
}

function anticlockwise(points: readonly Point[]): Point[] {
  return areaNm(points.map(({ x, y }) => ({ x: toUnits(x), y: toUnits(y) }))) < 0
    ? [...points].reverse()
    : [...points]
}
