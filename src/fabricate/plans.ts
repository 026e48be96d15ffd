import type { Board } from "../model/board"
import type { AssemblyService, FabHouse } from "../model/fab-house"
import type { Finding } from "../model/finding"
import type { Part, PartClass } from "../model/part"
import { orderNumberAt } from "../model/part-at-fab"
import type { Side } from "../model/place"
import { type AssemblySet, serviceOf } from "./assembly"
import { type FiducialRoom, fiducialFinding, placesWords } from "./fiducial-room"
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
  /** Designators of the board's own marks for a machine's camera, by side. */
  readonly fiducials: Readonly<Record<Side, readonly string[]>>
  /** Where they would go on a side that a machine works on and that has none. */
  readonly room: Readonly<Partial<Record<Side, FiducialRoom>>>
}

type PlannedBoard = Pick<Board, "parts" | "outline" | "id" | "revision">

export function planFacts(
  sets: readonly AssemblySet[],
  parts: readonly PartOnBoard[],
  board: PlannedBoard,
  house: FabHouse,
  roomOn?: (side: Side) => FiducialRoom,
): PlanFacts[] {
  const sideOf = new Map(parts.map(({ designator, side }) => [designator, side]))
  const spans = (["x", "y"] as const).map((axis) => {
    const all = board.outline.map((point) => point[axis])
    return Math.max(...all) - Math.min(...all)
  })
  const marks = (side: Side): string[] =>
    parts.flatMap(({ designator, side: own }) =>
      own === side && board.parts[designator]?.kind === "fiducial" ? [designator] : [],
    )
  const fiducials = { top: marks("top"), bottom: marks("bottom") }
  const rooms = new Map<Side, FiducialRoom>()
  const roomFor = (side: Side): FiducialRoom | undefined => {
    const room = rooms.get(side) ?? roomOn?.(side)
    if (room !== undefined) rooms.set(side, room)
    return room
  }
  return sets.map(({ variant, plan, bom, cpl, hand }) => {
    const placed = (side: Side): string[] =>
      (cpl ?? []).map(({ designator }) => designator).filter((name) => sideOf.get(name) === side)
    const reasons = new Map<string, string[]>()
    for (const { reason, designator } of hand)
      reasons.set(reason, [...(reasons.get(reason) ?? []), designator])
    const bare = (["top", "bottom"] as const).filter(
      (side) => fiducials[side].length === 0 && placed(side).length > 0,
    )
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
      fiducials,
      room: Object.fromEntries(bare.flatMap((side) => [[side, roomFor(side)] as const])),
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

interface Saving {
  readonly text: string
  readonly parts: readonly string[]
  /** A warning where the board could be made otherwise, info where another of its plans already is. */
  readonly severity: "warning" | "info"
}

/** What would save a set-up, a sentence each. */
function savings(plan: PlanFacts, all: readonly PlanFacts[], house: FabHouse): Saving[] {
  const { placed, rows, service, variant } = plan
  const [few, many] = [placed.top, placed.bottom].sort((a, b) => a.length - b.length) as [string[], string[]]
  const side = few === placed.top ? "top" : "bottom"
  const other = side === "top" ? "bottom" : "top"
  const loaded = rows.filter((row) => row.class === "extended").flatMap(({ designators }) => designators)
  const extended = rows.filter((row) => row.class === "extended").length
  const { classes } = house.orderNumber
  const bothSides = service.sides.length > 1
  const onOneSide = Object.entries(house.plans).filter(([, { sides }]) => sides.join() === other)
  const same = all.find(
    (one) =>
      one.variant === variant &&
      onOneSide.some(([id]) => id === one.plan) &&
      one.placed[other].join() === many.join(),
  )
  const untried = onOneSide.find(([id]) => !all.some((one) => one.plan === id))
  const idle = `nothing is placed on the ${side} side`
  const saving = (severity: Saving["severity"], parts: readonly string[], text: string): Saving[] => [
    { severity, parts, text },
  ]
  return [
    ...(bothSides && few.length > 0
      ? saving(
          "warning",
          few,
          `${few.join(", ")} alone ${few.length === 1 ? "is" : "are"} placed on the ${side} side: on the other, or by hand, one stencil and one set-up less`,
        )
      : []),
    ...(bothSides && few.length === 0 && many.length > 0
      ? same !== undefined
        ? saving("info", many, `${idle}: ${same.plan} places the same`)
        : untried === undefined
          ? []
          : saving(
              "warning",
              many,
              `${idle}: a plan for one side may do, add ${untried[0]} to the board's \`plans\``,
            )
      : []),
    ...(classes !== undefined && extended === 1 && rows.some((row) => row.class === "basic")
      ? saving(
          "warning",
          loaded,
          `${loaded.join(", ")} ${loaded.length === 1 ? "is" : "are"} all that is ${classes.extended}: a ${classes.basic} part instead saves loading it`,
        )
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
    // Who adds rails brings the marks along.
    if (service.tooling === undefined)
      for (const side of sidesOf(plan)) {
        const finding = fiducialFinding(plan.room[side], side, plan.placed[side], house)
        if (finding !== undefined) said.set(finding.message, finding)
      }
    for (const { text, parts, severity } of savings(plan, plans, house)) {
      const message = `plan ${plan.plan}: ${text}`
      said.set(message, { rule: "parts/set-up", severity, message, parts })
    }
  }
  return [...said.values()]
}

/** What a plan comes to, a line a fact: of the text, and of the book's page. */
export function planLines(
  plan: PlanFacts,
  plans: readonly PlanFacts[],
  house: FabHouse,
): (readonly [what: string, text: string])[] {
  const { service, placed, rows, hand, shortSideMm } = plan
  const sides = sidesOf(plan)
  const total = placed.top.length + placed.bottom.length
  const byClass = (["basic", "preferred", "extended", "unknown"] as const).flatMap((one) => {
    const own = rows.filter((row) => row.class === one)
    const name = house.orderNumber.classes?.[one]
    if (own.length === 0 || name === undefined) return []
    return [`${name} ${own.length} (${own.map(({ designators }) => designators.join(" ")).join("; ")})`]
  })
  const wanted = service.leastSide
  return [
    [
      "placed by machine",
      total === 0
        ? "nothing"
        : sides.map((side) => `${side} ${placed[side].length}: ${placed[side].join(", ")}`).join("; "),
    ],
    ["different parts to load", `${rows.length}${byClass.length === 0 ? "" : `: ${byClass.join("; ")}`}`],
    ["stencils", sides.length === 0 ? "none" : sides.join(", ")],
    ...(service.tooling === undefined ? [] : [["held by", service.tooling] as const]),
    ...(total === 0 ? [] : [["fiducials", fiducialWords(plan, sides)] as const]),
    ...(wanted === undefined
      ? []
      : [
          [
            "size",
            `${round(shortSideMm)} mm on the short side, ${wanted.mm} mm wanted${shortSideMm < wanted.mm && wanted.rails ? ": with rails or on a panel" : ""}`,
          ] as const,
        ]),
    ...hand.map(({ reason, designators }) => ["by hand", `${designators.join(", ")}: ${reason}`] as const),
    ...savings(plan, plans, house).map(({ text }) => ["saves a set-up", text] as const),
  ]
}

/** Marks a machine finds the board by, on each side that it works on. */
function fiducialWords({ fiducials, room, service }: PlanFacts, sides: readonly Side[]): string {
  const own = sides.filter((side) => fiducials[side].length > 0)
  const counted = own.map((side) => `${fiducials[side].length} on the ${side}: ${fiducials[side].join(", ")}`)
  const bare = sides.filter((side) => !own.includes(side))
  if (bare.length === 0) return counted.join("; ")
  const none = `none on the board's ${bare.join(" and ")}: ${service.tooling === undefined ? "the house adds rails with them, or the board goes on a panel" : "the house adds its own"}`
  const places = bare.flatMap((side) => {
    const own = room[side]
    return own === undefined ? [] : [`${side}: ${placesWords(own)}`]
  })
  return [...counted, none, ...places].join("; ")
}

/** The plans as a text to read: `assembly/plans.md`. */
export function plansText(plans: readonly PlanFacts[], board: PlannedBoard, house: FabHouse): string {
  const blocks = plans.map((plan) =>
    [
      `## ${plan.variant}, ${plan.plan}: ${plan.service.title}`,
      [
        "| | |",
        "|---|---|",
        ...planLines(plan, plans, house).map((cells) => `| ${cells.map(cell).join(" | ")} |`),
      ].join("\n"),
    ].join("\n\n"),
  )
  return `${[`# Plans of ${board.id} ${board.revision} at ${house.title}`, ...blocks].join("\n\n")}\n`
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replace(/\s+/g, " ")

const round = (mm: number): number => Math.round(mm * 100) / 100
