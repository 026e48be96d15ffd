import type { Waiver } from "../model/board"
import type { Finding, WaivedFinding } from "../model/finding"

export interface Judgement {
  /** Findings no waiver accepts. An error or a warning among them stops the build. */
  readonly open: readonly Finding[]
  readonly waived: readonly WaivedFinding[]
}

/**
 * Holds findings against a board's waivers. A waiver that matches nothing is a finding itself: what it once accepted
 * is gone, and it would hide the next one silently.
 */
export function judge(findings: readonly Finding[], waivers: readonly Waiver[]): Judgement {
  const used = new Set<Waiver>()
  const open: Finding[] = []
  const waived: WaivedFinding[] = []
  for (const finding of findings) {
    const waiver = waivers.find((candidate) => accepts(candidate, finding))
    if (waiver === undefined) open.push(finding)
    else {
      used.add(waiver)
      waived.push({ ...finding, waiver: waiver.reason })
    }
  }
  for (const waiver of waivers) {
    if (used.has(waiver)) continue
    const names = waiver.names?.length ? ` for ${waiver.names.join(", ")}` : ""
    open.push({
      rule: "config/unused-waiver",
      severity: "warning",
      message: `the waiver of ${waiver.rule}${names} accepts nothing: remove it from the board's config`,
    })
  }
  return { open, waived }
}

export function isOpenIssue(finding: Finding): boolean {
  return finding.severity !== "info"
}

function accepts(waiver: Waiver, finding: Finding): boolean {
  if (waiver.rule !== finding.rule) return false
  if (waiver.severity !== undefined && waiver.severity !== finding.severity) return false
  const names = new Set([...(finding.nets ?? []), ...(finding.parts ?? [])])
  return (waiver.names ?? []).every((name) => names.has(name))
}
