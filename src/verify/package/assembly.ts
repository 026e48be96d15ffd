import { type FabHouse, planOf } from "../../model/fab-house"
import type { Finding } from "../../model/finding"
import { naturalOrder } from "../../natural-order"
import { type CsvTable, type Point, ReadError, readCsv } from "../../read"
import { unreadable } from "../files/fab-set"
import type { BoardGeometry } from "../geometry/board"
import { place } from "../geometry/board"
import { type ExpectedNetlist, padName } from "../netlist"
import { type AssemblyOptions, checkBom, packagesOf } from "./bom"
import { split } from "./columns"
import { type Contents, textOf } from "./contents"
import { checkCpl } from "./cpl"
import type { BookDocument } from "./documents"
import { checkLists, type PartList } from "./lists"

interface Plan {
  readonly path: string
  readonly variant: string
  readonly plan: string
  /** Whether a machine places what the BOM lists; otherwise the hand list has it, too. */
  readonly byMachine: boolean
  readonly bom: ReadonlySet<string>
  readonly cpl: ReadonlySet<string>
  readonly hand: ReadonlySet<string>
}

/** BOM, CPL and hand list of every variant and plan: each well-formed, and the same parts in all as on the board. */
export function checkAssembly(
  contents: Contents,
  board: BoardGeometry,
  house: FabHouse,
  options: AssemblyOptions,
  book?: BookDocument,
): Finding[] {
  const findings: Finding[] = []
  const lists: PartList[] = []
  const folders = new Set(
    [...contents.keys()].flatMap((path) => /^(assembly\/[^/]+\/[^/]+)\//.exec(path)?.[1] ?? []),
  )
  const plans: Plan[] = []
  for (const path of [...folders].sort()) {
    const [, variant = "", plan = ""] = path.split("/")
    const table = (name: string): CsvTable | undefined => {
      const bytes = contents.get(`${path}/${name}`)
      if (bytes === undefined) return undefined
      try {
        return readCsv(textOf(bytes), `${path}/${name}`)
      } catch (error) {
        if (!(error instanceof ReadError)) throw error
        findings.push(unreadable(error, `${path}/${name}`))
        return undefined
      }
    }
    const [bom, cpl, hand] = [table("bom.csv"), table("cpl.csv"), table("hand-assembly.csv")]
    const byMachine = planOf(house, plan)?.sides.length !== 0
    const inBom = bom === undefined ? new Set<string>() : checkBom(bom, byMachine, house, options, findings)
    const packageOf = packagesOf(bom, house.bom.columns)
    const inCpl =
      cpl === undefined
        ? new Set<string>()
        : checkCpl(cpl, packageOf, board, house, options.packages, findings)
    if (cpl !== undefined) {
      compare(inBom, inCpl, `${path}/cpl.csv`, findings)
    } else if (byMachine && !contents.has(`${path}/cpl.csv`))
      findings.push({ rule: "pkg/bom-cpl", severity: "error", message: "there is no cpl.csv", file: path })
    if (bom !== undefined) lists.push({ kind: "bom", table: bom })
    if (hand !== undefined) lists.push({ kind: "hand", table: hand })
    plans.push({
      path,
      variant,
      plan,
      byMachine,
      bom: inBom,
      cpl: inCpl,
      hand: new Set(hand === undefined ? [] : designators(hand)),
    })
  }
  findings.push(...checkParts(plans, board, options), ...checkPaste(plans, board))
  findings.push(...checkLists(lists, board.expected?.parts, book, house))
  return findings
}

/** Every SMD pad of a part that a machine places has its paste. */
function checkPaste(plans: readonly Plan[], board: BoardGeometry): Finding[] {
  const findings: Finding[] = []
  const placed = new Set(plans.flatMap(({ cpl }) => [...cpl]))
  for (const side of ["top", "bottom"] as const) {
    const paste = board.layer(`paste-${side}`)
    if (paste === undefined) continue
    for (const pad of board.expected?.pads ?? []) {
      if (pad.side !== side || !placed.has(pad.designator) || paste.pieceAt(pad) >= 0) continue
      findings.push({
        rule: "pkg/paste",
        severity: "error",
        message: `${padName(pad)} has no solder paste, but a machine places ${pad.designator}`,
        ...place(pad, `copper-${side}`),
        parts: [padName(pad)],
      })
    }
  }
  return findings
}

function compare(
  bom: ReadonlySet<string>,
  cpl: ReadonlySet<string>,
  file: string,
  findings: Finding[],
): void {
  const lacking = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] =>
    [...a].filter((name) => !b.has(name)).sort(naturalOrder)
  for (const [names, where] of [
    [lacking(bom, cpl), "in the BOM but not in the CPL"],
    [lacking(cpl, bom), "in the CPL but not in the BOM"],
  ] as const)
    if (names.length > 0)
      findings.push({
        rule: "pkg/bom-cpl",
        severity: "error",
        message: `${names.join(", ")}: ${where}; the fab skips such parts`,
        file,
        parts: names,
      })
}

/** Each variant fits every part of the board but those it leaves out, by machine or by hand, under every plan. */
function checkParts(plans: readonly Plan[], board: BoardGeometry, options: AssemblyOptions): Finding[] {
  const findings: Finding[] = []
  const onBoard = new Set((board.expected?.pads ?? []).map(({ designator }) => designator))
  if (onBoard.size === 0) return findings
  const rows = halfHoleRows(board.expected)
  const all = new Set([...onBoard].filter((name) => !rows.has(name)))
  const left = new Map<string, string>()
  for (const { path, variant, byMachine, bom, cpl, hand } of plans) {
    const say = (message: string, parts: readonly string[]): void => {
      findings.push({ rule: "pkg/parts", severity: "error", message, file: path, parts })
    }
    const strangers = [...bom, ...hand].filter((name) => !onBoard.has(name)).sort(naturalOrder)
    if (strangers.length > 0) say(`${strangers.join(", ")}: not on the board`, strangers)
    const twice = cpl.size === 0 ? [] : [...hand].filter((name) => bom.has(name)).sort(naturalOrder)
    if (twice.length > 0) say(`${twice.join(", ")}: placed by the machine and on the hand list`, twice)
    const missing = [...all]
      .filter((name) => !(byMachine && bom.has(name)) && !hand.has(name))
      .sort(naturalOrder)
    const known = options.notFitted?.[variant]
    const wanted = known === undefined ? left.get(variant) : [...known].sort(naturalOrder).join(", ")
    if (wanted !== undefined && wanted !== missing.join(", "))
      say(
        `leaves out ${missing.join(", ") || "nothing"}, where the variant leaves out ${wanted || "nothing"}`,
        missing,
      )
    else {
      const unfitted = byMachine ? [] : [...bom].filter((name) => !hand.has(name)).sort(naturalOrder)
      if (unfitted.length > 0) say(`${unfitted.join(", ")}: bought, but not on the hand list`, unfitted)
    }
    left.set(variant, wanted ?? missing.join(", "))
  }
  for (const [variant, names] of left)
    for (const name of names.split(", ").filter((piece) => piece !== ""))
      if (left.size > 1 && [...left.values()].every((other) => other.split(", ").includes(name)))
        findings.push({
          rule: "pkg/parts",
          severity: "error",
          message: `${name} is fitted in no variant`,
          file: `assembly/${variant}`,
          parts: [name],
        })
  return findings
}

/** Parts without a number whose pads are half holes one and all: edges of the board, which nobody fits. */
function halfHoleRows(expected: ExpectedNetlist | undefined): Set<string> {
  const halves = (expected?.holes ?? []).filter(({ castellated }) => castellated === true)
  const isHalf = ({ x, y }: Point) => halves.some((hole) => Math.hypot(hole.x - x, hole.y - y) < 0.005)
  const pads = expected?.pads ?? []
  const whole = new Set(pads.filter((pad) => !isHalf(pad)).map(({ designator }) => designator))
  const isNumbered = (name: string) => expected?.parts?.get(name)?.mpn !== undefined
  return new Set(
    pads.map(({ designator }) => designator).filter((name) => !whole.has(name) && !isNumbered(name)),
  )
}

function designators(table: CsvTable): string[] {
  const column = table.header.indexOf("Designator")
  return table.rows.flatMap(({ cells }) => split(cells[Math.max(0, column)] ?? ""))
}
