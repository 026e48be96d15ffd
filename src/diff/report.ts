import type { Figure, Finding } from "../model/finding"
import { isSide } from "../model/layer"
import { naturalOrder } from "../natural-order"
import { copperRole } from "../verify/files/roles"
import type { Change, Spot } from "./change"
import type { ReportView } from "./snapshot"
import { arrow, count, split } from "./words"
import { worsened } from "./worse"

/** Findings that are new or gone, waived ones too, and figures that changed of checks that both ran. */
export function compareReports(old: ReportView, fresh: ReportView): Change[] {
  const [before, after] = [findingsOf(old), findingsOf(fresh)]
  const { gone, added } = split([...before.keys()], [...after.keys()])
  const change = (verb: string, text: string, finding: Finding | undefined): Change => ({
    section: verb === "new" && finding?.severity !== "info" ? "worse" : "checks",
    text: `${verb} ${text}`,
    spots: finding?.at === undefined ? [] : [spotAt(finding.at)],
  })
  return [
    ...added.map((text) => change("new", text, after.get(text))),
    ...gone.map((text) => change("gone:", text, before.get(text))),
    ...compareFigures(old, fresh),
  ]
}

/** What a report says by itself: open findings, and how many were waived. */
export function reportFacts(report: ReportView): Change[] {
  const open = report.findings.filter(({ severity }) => severity !== "info").length
  return [
    {
      section: "checks",
      text: `${count(report.checks.length, "check")}: ${count(open, "open finding")}, ${report.waived.length} waived`,
      spots: [],
    },
    ...report.findings.map(
      (finding): Change => ({
        section: "checks",
        text: `${finding.severity}: ${finding.message} [${finding.rule}]`,
        spots: finding.at === undefined ? [] : [spotAt(finding.at)],
      }),
    ),
  ]
}

function findingsOf(report: ReportView): Map<string, Finding> {
  const line = (finding: Finding, waived: boolean): [string, Finding] => [
    `${waived ? "waived " : ""}${finding.severity}: ${finding.message} [${finding.rule}]`,
    finding,
  ]
  return new Map([
    ...report.findings.map((finding) => line(finding, false)),
    ...report.waived.map((finding) => line(finding, true)),
  ])
}

function spotAt(at: NonNullable<Finding["at"]>): Spot {
  const around = { minX: at.x - 1.5, minY: at.y - 1.5, maxX: at.x + 1.5, maxY: at.y + 1.5 }
  const { layer } = at
  if (layer === undefined) return { ...around, layers: ["copper-top", "copper-bottom"] }
  return { ...around, ...(isSide(layer) ? { side: layer } : {}), layers: [copperRole(layer)] }
}

/** What got worse first, the worst before the rest; then what nobody can say of, and what got better. */
function compareFigures(old: ReportView, fresh: ReportView): Change[] {
  const ran = (report: ReportView): Set<string> => new Set(report.checks.map(({ title }) => title))
  const [before, after] = [figuresOf(old, ran(fresh)), figuresOf(fresh, ran(old))]
  const names = [...new Set([...before.keys(), ...after.keys()])].sort(naturalOrder)
  return names
    .flatMap((name): { readonly change: Change; readonly worse: number }[] => {
      const [was, is] = [before.get(name), after.get(name)]
      const words = [was, is].map((figure) => (figure === undefined ? "not measured" : shown(figure)))
      if (words[0] === words[1]) return []
      const worse = was === undefined || is === undefined ? 0 : worsened(was, is)
      const told = worse === 0 ? "" : worse > 0 ? " (worse)" : " (better)"
      const change: Change = {
        section: worse > 0 ? "worse" : "checks",
        text: `${name}: ${arrow(words[0] ?? "", words[1] ?? "")}${told}`,
        spots: [],
      }
      return [{ change, worse }]
    })
    .sort((a, b) => b.worse - a.worse)
    .map(({ change }) => change)
}

/** Titles of checks that only one of the two ran: a package without its book has fewer. */
export function checksOfOne(old: ReportView, fresh: ReportView): string[] {
  const { gone, added } = split(
    old.checks.map(({ title }) => title),
    fresh.checks.map(({ title }) => title),
  )
  return [...gone, ...added]
}

function figuresOf(report: ReportView, of: ReadonlySet<string>): Map<string, Figure> {
  return new Map(
    report.checks
      .filter(({ title }) => of.has(title))
      .flatMap(({ title, figures }) =>
        figures.map((figure): [string, Figure] => [`${title}, ${figure.name}`, figure]),
      ),
  )
}

function shown({ value, unit }: Figure): string {
  const text = typeof value === "number" ? String(Number(value.toPrecision(6))) : value
  return unit === undefined ? text : `${text} ${unit}`
}
