import jlcpcb from "../../fabrication/jlcpcb/index"
import { limit } from "../../src/model/fab-rule"
import type { CheckResult, Finding } from "../../src/model/finding"
import { type FabSet, readFabSet } from "../../src/verify/files/fab-set"
import { BoardGeometry } from "../../src/verify/geometry/board"
import type { ExpectedHole, ExpectedNetlist, ExpectedPad, ExpectedText } from "../../src/verify/netlist"
import type { FileRule, VerifyInput } from "../../src/verify/rule"
import { fileRules } from "../../src/verify/rules/index"
import { drillText, Sheet, type TestHole } from "./sheet"

/** What rules on files are told of the fab. */
export const atJlcpcb: Omit<VerifyInput, "board"> = {
  limit: (id) => limit(jlcpcb, id),
  misreads: jlcpcb.misreads,
}

/**
 * A sound board of 20 x 10 mm for tests to break: R1 (pads 1 x 1 mm on top), J1 (plated hole), C1 on the bottom.
 * Net A: R1.1, J1.1 and, through a via, C1.1. Net B: R1.2, C1.2 through another via.
 */
export class SmallBoard {
  top = new Sheet("Copper,L1,Top")
  bottom = new Sheet("Copper,L2,Bot")
  maskTop = new Sheet("Soldermask,Top")
  maskBottom = new Sheet("Soldermask,Bot")
  silkTop = new Sheet("Legend,Top")
  silkBottom = new Sheet("Legend,Bot")
  pasteTop = new Sheet("Paste,Top")
  pasteBottom = new Sheet("Paste,Bot")
  outline = new Sheet("Profile,NP").line(0.1, [-10, -5], [10, -5], [10, 5], [-10, 5], [-10, -5])
  plated: TestHole[] = [
    { x: -5, y: 3, d: 1 },
    { x: -2, y: -2, d: 0.3, via: true },
    { x: 5, y: -2, d: 0.3, via: true },
  ]
  unplated: TestHole[] = [{ x: 8, y: 3, d: 2 }]
  pads: ExpectedPad[] = [
    { designator: "R1", pin: "1", net: "A", x: -5, y: 0, side: "top" },
    { designator: "R1", pin: "2", net: "B", x: 5, y: 0, side: "top" },
    { designator: "J1", pin: "1", net: "A", x: -5, y: 3, side: "both" },
    { designator: "C1", pin: "1", net: "A", x: 0, y: 2, side: "bottom" },
    { designator: "C1", pin: "2", net: "B", x: 3, y: 2, side: "bottom" },
  ]

  /** What the circuit tells beside its pads, where a test wants it. */
  holes: ExpectedHole[] | undefined
  texts: ExpectedText[] | undefined
  private readonly left = new Set<string>()

  constructor() {
    this.top.flash("R,1X1", -5, 0).flash("R,1X1", 5, 0).flash("C,1.8", -5, 3)
    this.top.flash("C,0.6", -2, -2).flash("C,0.6", 5, -2)
    this.top.line(0.25, [-5, 3], [-5, 0], [-3, -2], [-2, -2]).line(0.25, [5, 0], [5, -2])
    this.bottom.flash("C,1.8", -5, 3).flash("C,0.6", -2, -2).flash("C,0.6", 5, -2)
    this.bottom.flash("R,1X1", 0, 2).flash("R,1X1", 3, 2)
    this.bottom.line(0.25, [-2, -2], [-2, 0], [0, 2]).line(0.25, [5, -2], [5, 0], [3, 2])
    this.maskTop.flash("R,1.1X1.1", -5, 0).flash("R,1.1X1.1", 5, 0).flash("C,1.9", -5, 3)
    this.maskTop.flash("C,2.1", 8, 3)
    this.maskBottom.flash("R,1.1X1.1", 0, 2).flash("R,1.1X1.1", 3, 2).flash("C,1.9", -5, 3)
    this.maskBottom.flash("C,2.1", 8, 3)
    this.pasteTop.flash("R,0.9X0.9", -5, 0).flash("R,0.9X0.9", 5, 0)
    this.pasteBottom.flash("R,0.9X0.9", 0, 2).flash("R,0.9X0.9", 3, 2)
    this.silkTop.line(0.15, [-3, 1], [3, 1])
    this.silkBottom.line(0.15, [-3, -3], [0, -3])
  }

  /** Files that are not handed in. */
  leaveOut(...names: readonly string[]): void {
    for (const name of names) this.left.add(name)
  }

  files(): { name: string; text: string }[] {
    const files = [
      { name: "b-F_Cu.gtl", text: this.top.text() },
      { name: "b-B_Cu.gbl", text: this.bottom.text() },
      { name: "b-F_Mask.gts", text: this.maskTop.text() },
      { name: "b-B_Mask.gbs", text: this.maskBottom.text() },
      { name: "b-F_Silkscreen.gto", text: this.silkTop.text() },
      { name: "b-B_Silkscreen.gbo", text: this.silkBottom.text() },
      { name: "b-F_Paste.gtp", text: this.pasteTop.text() },
      { name: "b-B_Paste.gbp", text: this.pasteBottom.text() },
      { name: "b-Edge_Cuts.gm1", text: this.outline.text() },
      { name: "b-PTH.drl", text: drillText(true, this.plated) },
      { name: "b-NPTH.drl", text: drillText(false, this.unplated) },
    ]
    return files.filter(({ name }) => !this.left.has(name))
  }

  netlist(): ExpectedNetlist {
    const { holes, texts } = this
    return {
      ...{ source: "the test", pads: this.pads, merged: [] },
      ...(holes === undefined ? {} : { holes }),
      ...(texts === undefined ? {} : { texts }),
    }
  }

  geometry(
    options: { readonly blind?: boolean; readonly foreign?: boolean; readonly set?: FabSet } = {},
  ): BoardGeometry {
    return new BoardGeometry(
      options.set ?? readFabSet(this.files()),
      options.blind ? undefined : this.netlist(),
      options.foreign,
    )
  }

  check(rule: FileRule, options: { readonly blind?: boolean } = {}): CheckResult {
    return rule.check({ board: this.geometry(options), ...atJlcpcb })
  }

  /** Findings of all rules, as one list. */
  all(options: { readonly blind?: boolean } = {}): Finding[] {
    const input = { board: this.geometry(options), ...atJlcpcb }
    return fileRules.flatMap((rule) => rule.check(input).findings)
  }
}

/** 5 micrometres to each side of a limit: finer than any fab, coarser than the chords of a curve. */
export const step = 0.005

/** "rule severity" of each finding, sorted: short enough to compare whole lists. */
export function brief(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, severity }) => `${rule} ${severity}`).sort()
}

/** The sound board as an IPC-D-356A netlist, by hand. */
export const smallBoardIpc = `P  UNITS CUST 1
P  NNAME1  A
317NNAME1           J1    -1    D1000PA00X-005000Y+003000X1800Y0000R000S0
327NNAME1           R1    -1          A01X-005000Y+000000X1000Y1000R000S2
327A                C1    -1          A02X+000000Y+002000X1000Y1000R000S1
327B                C1    -2          A02X+003000Y+002000X1000Y1000R000S1
327B                R1    -2          A01X+005000Y+000000X1000Y1000R000S2
317A                VIA        MD0300PA00X-002000Y-002000X0600Y0000R000S3
317B                VIA        MD0300PA00X+005000Y-002000X0600Y0000R000S3
999
`
