// Loaded into a measured process with `--require`: leaves behind what the process used, all its threads included.
const { appendFileSync } = require("node:fs")
const { isMainThread } = require("node:worker_threads")

const file = process.env.MEP_BENCH_USAGE
if (file !== undefined && isMainThread) {
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
    const cpuMs = (userCPUTime + systemCPUTime) / 1000
    appendFileSync(file, `${JSON.stringify({ cpuMs, peakMiB: maxRSS / 1024 })}\n`)
  })
}
