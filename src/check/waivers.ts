import type { Waiver } from "../model/board"
import type { Finding, WaivedFinding } from "../model/finding"

export interface Judgement {
  /** Findings no waiver accepts. An error or a warning among them stops the build. */
  readonly open: readonly Finding[]
  readonly waived: readonly WaivedFinding[]
}

/**
 * Holds findings against a board's waivers. A waiver accepts what it names and nothing else: findings of its rule
 * whose every designator (or net, where no part is named) and whose figure it states. One that names nothing, or that
 * would accept a board which cannot work, is an error itself.
 *
 * @param asked "all" once every stage has been run: then a waiver that matches nothing is a finding, as what it once
 * accepted is gone, and it would hide the next one silently. "all, elsewhere" at another house than the board's own:
 * what its own house's plans come to is not missed there.
 */
export function judge(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  asked: "so far" | "all" | "all, elsewhere",
): Judgement {
  const sound = waivers.filter((waiver) => faultOf(waiver) === undefined)
  const used = new Set<Waiver>()
  const open: Finding[] = waivers.flatMap((waiver) => faultOf(waiver) ?? [])
  const waived: WaivedFinding[] = []
  for (const finding of findings) {
    const waiver = sound.find((candidate) => accepts(candidate, finding))
    if (waiver === undefined) open.push(finding)
    else {
      used.add(waiver)
      waived.push({ ...finding, waiver: waiver.reason })
    }
  }
  for (const waiver of asked === "so far" ? [] : sound) {
    if (used.has(waiver) || (asked !== "all" && ofPlans.test(waiver.rule))) continue
    const near = findings.find((finding) => finding.rule === waiver.rule)
    const instead = near === undefined ? "" : `; the nearest finding needs ${wanted(near)}`
    open.push({
      rule: "config/unused-waiver",
      severity: "warning",
      message: `${title(waiver)} accepts nothing${instead}: mend it, or remove it from the board's config`,
    })
  }
  return { open, waived }
}

export function isOpenIssue(finding: Finding): boolean {
  return finding.severity !== "info"
}

/**
 * Rules that no waiver lifts as an error: copper that is open or short, anything outside the board, a fab's published
 * limit, and the waivers themselves.
 */
const neverWaived =
  /^(config|fab)\/|^lvs\/(open|floating|merged|pad-missing)|not-connected|short|outside|off-board|off-the-board/

/** Rules on what a house's plans come to. */
const ofPlans = /^parts\/(set-up|fiducials)$/

function faultOf(waiver: Waiver): Finding[] | undefined {
  const fault = (rule: string, what: string): Finding[] => [
    { rule, severity: "error", message: `${title(waiver)} ${what}` },
  ]
  if (/^(config|fab)\//.test(waiver.rule))
    return fault("config/waiver-not-allowed", "is of a rule that cannot be waived: mend what it finds")
  if (waiver.names === undefined || waiver.names.length === 0)
    return fault("config/waiver-without-names", "names no designator and no net: name what it accepts")
  return undefined
}

const title = ({ rule, names = [], figure }: Waiver): string =>
  `the waiver of ${rule}${names.length === 0 ? "" : ` for ${names.join(", ")}`}${figure === undefined ? "" : ` at ${figure}`}`

/** What a waiver has to say to accept this finding. */
const wanted = ({ parts = [], nets = [], measure }: Finding): string =>
  `names ${(parts.length > 0 ? parts : nets).join(", ") || "that it has not: it cannot be waived"}${measure === undefined ? "" : ` and figure ${measure.value}`}`

function accepts(waiver: Waiver, finding: Finding): boolean {
  if (waiver.rule !== finding.rule) return false
  if (waiver.severity !== undefined && waiver.severity !== finding.severity) return false
  if (finding.severity === "error" && neverWaived.test(finding.rule)) return false
  const { nets = [], parts = [], measure } = finding
  const named = waiver.names ?? []
  const has = new Set([...nets, ...parts])
  // "U2" stands for its pins, too.
  const says = (name: string): boolean =>
    named.includes(name) || (name.includes(".") && named.includes(name.slice(0, name.lastIndexOf("."))))
  const subject = parts.length > 0 ? parts : nets
  return (
    subject.length > 0 &&
    subject.every(says) &&
    named.every((name) => has.has(name) || parts.some((part) => part.startsWith(`${name}.`))) &&
    (measure === undefined ? waiver.figure === undefined : isFigure(waiver.figure, measure.value))
  )
}

/** The same to three digits: what is worse than was accepted, or better, is another finding. */
const isFigure = (accepted: number | undefined, value: number): boolean =>
  accepted !== undefined && Math.abs(accepted - value) <= 5e-4 * Math.max(Math.abs(value), 1e-9)
