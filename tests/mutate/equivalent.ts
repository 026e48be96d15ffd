/** A mutant that no test can tell from the original, and why. */
export interface Equivalent {
  readonly file: string
  readonly original: string
  readonly replacement: string
  readonly reason: string
}

export const equivalents: readonly Equivalent[] = [
  {
    file: "src/check/report.ts",
    original: "2",
    replacement: "3",
    reason: "the last of three ranks stays the last",
  },
  {
    file: "src/check/waivers.ts",
    original: "subject.length > 0",
    replacement: "(subject.length >= 0)",
    reason: "a waiver has names, and where a finding has none the next condition says so",
  },
]
