import type { Board } from "../model/board"
import type { AssemblyService, FabHouse } from "../model/fab-house"
import type { Finding } from "../model/finding"
import type { Part, PartClass } from "../model/part"
import { orderNumberAt } from "../model/part-at-fab"
import type { Side } from "../model/place"
import { type AssemblySet, serviceOf } from "./assembly"
import type { PartOnBoard } from "./parts-on-board"

/** What a variant under a plan comes to at a house: counts and names, no prices. */
export interface PlanFacts {
  readonly variant: string
  readonly plan: string
  readonly service: AssemblyService
  /** Designators that a machine places, by side. */
  readonly placed: Readonly<Record<Side, readonly string[]>>
  /** Rows of the BOM that a machine is loaded with, by the class of their number. */
  readonly rows: readonly { readonly class: PartClass; readonly designators: readonly string[] }[]
  /** What stays for the soldering iron, by the reason. */
  readonly hand: readonly { readonly reason: string; readonly designators: readonly string[] }[]
  readonly shortSideMm: number
}

type PlannedBoard = Pick<Board, "parts" | "outline" | "id" | "revision">

export function planFacts(
  sets: readonly AssemblySet[],
  parts: readonly PartOnBoard[],
  board: PlannedBoard,
  house: FabHouse,
): PlanFacts[] {
  const sideOf = new Map(parts.map(({ designator, side }) => [designator, side]))
  const spans = (["x", "y"] as const).map((axis) => {
    const all = board.outline.map((point) => point[axis])
    return Math.max(...all) - Math.min(...all)
  })
  return sets.map(({ variant, plan, bom, cpl, hand }) => {
    const placed = (side: Side): string[] =>
      (cpl ?? []).map(({ designator }) => designator).filter((name) => sideOf.get(name) === side)
    const reasons = new Map<string, string[]>()
    for (const { reason, designator } of hand)
      reasons.set(reason, [...(reasons.get(reason) ?? []), designator])
    return {
      variant,
      plan,
      service: serviceOf(house, plan),
      placed: { top: placed("top"), bottom: placed("bottom") },
      rows:
        cpl === undefined
          ? []
          : bom.map(({ designators }) => ({
              designators,
              class: classOf(board.parts[designators[0] ?? ""], house),
            })),
      hand: [...reasons].map(([reason, designators]) => ({ reason, designators })),
      shortSideMm: Math.min(...spans),
    }
  })
}

function classOf(part: Part | undefined, house: FabHouse): PartClass {
  const known = part === undefined ? undefined : orderNumberAt(part, house)
  return known !== undefined && "number" in known ? known.class : "unknown"
}

/** Sides that a machine works on: each wants a stencil and a set-up of its own. */
const sidesOf = ({ placed }: PlanFacts): Side[] =>
  (["top", "bottom"] as const).filter((side) => placed[side].length > 0)

/** What would save a set-up, a sentence each. */
function savings({ placed, rows, service }: PlanFacts, { orderNumber }: FabHouse): string[] {
  const [few, many] = [placed.top, placed.bottom].sort((a, b) => a.length - b.length) as [string[], string[]]
  const side = few === placed.top ? "top" : "bottom"
  const loaded = rows.filter((row) => row.class === "extended").flatMap(({ designators }) => designators)
  const extended = rows.filter((row) => row.class === "extended").length
  const { classes } = orderNumber
  return [
    ...(service.sides.length > 1 && few.length > 0
      ? [
          `${few.join(", ")} alone ${few.length === 1 ? "is" : "are"} placed on the ${side} side: on the other, or by hand, one stencil and one set-up less`,
        ]
      : []),
    ...(service.sides.length > 1 && few.length === 0 && many.length > 0
      ? [`nothing is placed on the ${side} side: a plan for one side does`]
      : []),
    ...(classes !== undefined && extended === 1 && rows.some((row) => row.class === "basic")
      ? [
          `${loaded.join(", ")} ${loaded.length === 1 ? "is" : "are"} all that is ${classes.extended}: a ${classes.basic} part instead saves loading it`,
        ]
      : []),
  ]
}

/** What a buyer wants to know before ordering; and a board that a plan does not take. */
export function planAdvice(plans: readonly PlanFacts[], house: FabHouse): Finding[] {
  const said = new Map<string, Finding>()
  for (const plan of plans) {
    const { service, shortSideMm } = plan
    const { leastSide } = service
    if (leastSide !== undefined && shortSideMm < leastSide.mm && !leastSide.rails)
      said.set(service.title, {
        rule: "parts/plan-side",
        severity: "error",
        message: `the board is ${round(shortSideMm)} mm wide, ${service.title} takes ${leastSide.mm} mm and more (${leastSide.source}): leave the plan out of the board's \`plans\``,
        measure: { value: round(shortSideMm), limit: leastSide.mm, unit: "mm" },
      })
    for (const saving of savings(plan, house)) {
      const message = `plan ${plan.plan}: ${saving}`
      said.set(message, { rule: "parts/set-up", severity: "info", message })
    }
  }
  return [...said.values()]
}

/** The plans as a text to read: `assembly/plans.md`. */
export function plansText(plans: readonly PlanFacts[], board: PlannedBoard, house: FabHouse): string {
  const blocks = plans.map((plan) => {
    const { variant, service, placed, rows, hand, shortSideMm } = plan
    const sides = sidesOf(plan)
    const total = placed.top.length + placed.bottom.length
    const byClass = (["basic", "preferred", "extended", "unknown"] as const).flatMap((one) => {
      const own = rows.filter((row) => row.class === one)
      const name = house.orderNumber.classes?.[one]
      if (own.length === 0 || name === undefined) return []
      return [`${name} ${own.length} (${own.map(({ designators }) => designators.join(" ")).join("; ")})`]
    })
    const wanted = service.leastSide
    const lines: (readonly [string, string])[] = [
      [
        "placed by machine",
        total === 0
          ? "nothing"
          : sides.map((side) => `${side} ${placed[side].length}: ${placed[side].join(", ")}`).join("; "),
      ],
      ["different parts to load", `${rows.length}${byClass.length === 0 ? "" : `: ${byClass.join("; ")}`}`],
      ["stencils", sides.length === 0 ? "none" : sides.join(", ")],
      ...(service.tooling === undefined ? [] : [["held by", service.tooling] as const]),
      ...(wanted === undefined
        ? []
        : [
            [
              "size",
              `${round(shortSideMm)} mm on the short side, ${wanted.mm} mm wanted${shortSideMm < wanted.mm && wanted.rails ? ": with rails or on a panel" : ""}`,
            ] as const,
          ]),
      ...hand.map(({ reason, designators }) => ["by hand", `${designators.join(", ")}: ${reason}`] as const),
      ...savings(plan, house).map((saving) => ["saves a set-up", saving] as const),
    ]
    return [
      `## ${variant}, ${plan.plan}: ${service.title}`,
      ["| | |", "|---|---|", ...lines.map((cells) => `| ${cells.map(cell).join(" | ")} |`)].join("\n"),
    ].join("\n\n")
  })
  return `${[`# Plans of ${board.id} ${board.revision} at ${house.title}`, ...blocks].join("\n\n")}\n`
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replace(/\s+/g, " ")

const round = (mm: number): number => Math.round(mm * 100) / 100
