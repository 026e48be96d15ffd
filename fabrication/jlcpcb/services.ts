import type { AssemblyPlan, Side } from "../../src/board-definition"

/** What JLCPCB's assembly services take; see `fabRules` for the sizes of board. */
export interface AssemblyService {
  readonly title: string
  /** Sides a machine places parts on; none: everything by hand. */
  readonly sides: readonly Side[]
  /** Whether parts that JLCPCB assembles only under its Standard service may be in it. */
  readonly standardParts: boolean
}

export const assemblyServices: Readonly<Record<AssemblyPlan, AssemblyService>> = {
  "economic-top": { title: "JLCPCB Economic, top side", sides: ["top"], standardParts: false },
  "standard-both": { title: "JLCPCB Standard, both sides", sides: ["top", "bottom"], standardParts: true },
  hand: { title: "bare boards, everything by hand", sides: [], standardParts: false },
}

/** Packages that JLCPCB assembles only under Standard, with what that rests on. */
export const standardOnlyPackages: Readonly<Record<string, string>> = {
  "ESP32-WROOM-32E 18x25.5mm": "JLCPCB fits ESP32-WROOM-32E under Standard only, on the weight of evidence",
}
