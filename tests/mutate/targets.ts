/** What is mutated, and which tests have to notice. Paths from the root. */
export interface Target {
  readonly path: string
  /** Part of its mutants that has to be killed. */
  readonly bar: number
  readonly tests: readonly string[]
}

export const targets: readonly Target[] = [
  {
    path: "src/check",
    bar: 0.9,
    tests: ["tests/check", "tests/claims", "tests/components", "tests/legend/check.test.ts"],
  },
  { path: "src/verify", bar: 0.9, tests: ["tests/verify", "tests/package", "tests/panel"] },
  { path: "src/read", bar: 0.8, tests: ["tests/read", "tests/verify", "tests/fabricate", "tests/panel"] },
  { path: "src/fabricate", bar: 0.8, tests: ["tests/fabricate", "tests/fabrication", "tests/panel"] },
  { path: "components/parts", bar: 0.8, tests: ["tests/components", "tests/check"] },
  { path: "components/packages", bar: 0.8, tests: ["tests/components", "tests/model3d"] },
]

/** Tests that start processes, or break things at random for long: nothing a mutant waits for. */
export const leftOut = [
  "tests/package/full-disk.test.ts",
  "tests/package/kill.test.ts",
  "tests/read/fuzz.test.ts",
  "tests/verify/fuzz.test.ts",
  "tests/verify/growth.test.ts",
]
