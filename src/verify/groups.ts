import type { Finding, Severity } from "../model/finding"

/** Findings of one cause: one rule on one layer. */
export interface FindingGroup {
  readonly rule: string
  readonly severity: Severity
  /** The one that misses its limit most; the first where nothing is measured. */
  readonly worst: Finding
  readonly findings: readonly Finding[]
}

const order: readonly Severity[] = ["error", "warning", "info"]

/** Errors first; within them in the order of the rules. A person looking at thousands of lines finds nothing. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const { severity, rule, at, message, file } = finding
    // Without a place, findings are alike where only file and numbers differ.
    const words =
      at === undefined ? message.replaceAll(file ?? "\0", "").replace(/[\d.]+/g, "#") : (at.layer ?? "")
    const key = `${severity} ${rule} ${words}`
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [finding])
    else known.push(finding)
  }
  return [...groups.values()]
    .map((all) => {
      const [first] = all as [Finding, ...Finding[]]
      const worst = all.reduce((a, b) => (miss(b) > miss(a) ? b : a), first)
      return { rule: first.rule, severity: first.severity, worst, findings: all }
    })
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
}

/** How far a value is from its limit, as a part of it. */
function miss({ measure }: Finding): number {
  if (measure?.limit === undefined || measure.limit === 0) return 0
  return Math.abs(measure.value - measure.limit) / measure.limit
}
