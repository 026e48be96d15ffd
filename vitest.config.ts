import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
    // Files share their worker: loading tscircuit for each would take a third of the time.
    isolate: false,
    // What a test makes is mostly thrown away at once; in the usual 16 MB a fifth of the time goes to sorting it out.
    execArgv: ["--max-semi-space-size=64"],
  },
})
