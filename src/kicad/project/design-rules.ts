import type { Board } from "../../model/board"
import { gate, type Limited, type RuleId } from "../../model/fab-rule"
import { decimal, type Node, quoted, writeNode } from "../sexpr"

/** Rules that KiCad's table of minimums has no place for, each from the fab's limits. */
const rules: readonly {
  readonly title: string
  readonly limit: RuleId
  readonly constraint: "annular_width" | "hole_clearance" | "hole_to_hole" | "hole_size"
  readonly condition: string
  /** On inner layers alone, of boards that have some. */
  readonly inner?: true
}[] = [
  {
    title: "ring of a component hole",
    limit: "pth-ring",
    constraint: "annular_width",
    condition: "A.Type == 'Pad'",
  },
  {
    title: "via hole to copper",
    limit: "via-hole-to-track",
    constraint: "hole_clearance",
    condition: "A.Type == 'Via'",
  },
  {
    title: "component hole to copper",
    limit: "pth-to-track",
    constraint: "hole_clearance",
    condition: "A.Pad_Type == 'Through-hole'",
  },
  {
    title: "via hole to copper, inside",
    limit: "inner-via-hole-to-copper",
    constraint: "hole_clearance",
    condition: "A.Type == 'Via'",
    inner: true,
  },
  {
    title: "component hole to copper, inside",
    limit: "inner-pth-to-copper",
    constraint: "hole_clearance",
    condition: "A.Pad_Type == 'Through-hole'",
    inner: true,
  },
  {
    title: "unplated hole to copper",
    limit: "npth-to-track",
    constraint: "hole_clearance",
    condition: "A.Pad_Type == 'NPTH, mechanical'",
  },
  {
    title: "component hole to hole",
    limit: "pad-hole-to-hole",
    constraint: "hole_to_hole",
    condition: "A.Type == 'Pad' && B.Type == 'Pad'",
  },
  {
    title: "diameter of an unplated hole",
    limit: "npth-diameter",
    constraint: "hole_size",
    condition: "A.Pad_Type == 'NPTH, mechanical'",
  },
]

/** `.kicad_dru`: what the fab asks by kind of hole, and the widths new tracks get by net class. */
export function designRules(board: Board, fab: Limited): string {
  const nodes: Node[] = [
    ["version", 1],
    ...(board.layers > 2 ? rules : rules.filter(({ inner }) => inner === undefined)).map(
      ({ title, limit, constraint, condition, inner }): Node => [
        "rule",
        quoted(title),
        ...(inner === undefined ? [] : [["layer", "inner"]]),
        ["condition", quoted(condition)],
        ["constraint", constraint, ["min", `${gate(fab, limit)}mm`]],
      ],
    ),
    // The outline of a module on several parts is drawn in several footprints, whose lines meet.
    silkRule("print may meet print", "A.Type == 'Graphic' && B.Type == 'Graphic'", -1),
    // To the pad itself, as KiCad measures it and the fab's rule reads; the Gerbers keep it from the mask opening.
    silkRule("print to pads", "A.Type == 'Pad'", gate(fab, "silkscreen-to-pad")),
    ...board.netClasses.map(
      ({ name, widthMm }): Node => [
        "rule",
        quoted(`width of ${name} tracks`),
        ["condition", quoted(`A.NetClass == '${name}'`)],
        ["constraint", "track_width", ["min", `${gate(fab, "track-width")}mm`], ["opt", `${widthMm}mm`]],
      ],
    ),
  ]
  return `${nodes.map((node) => writeNode(node)).join("\n")}\n`
}

const silkRule = (title: string, condition: string, minMm: number): Node => [
  "rule",
  quoted(title),
  ["condition", quoted(condition)],
  ["constraint", "silk_clearance", ["min", `${decimal(minMm)}mm`]],
]
