import { spawn } from "node:child_process"
import { join } from "node:path"
import { z } from "zod"
import { faultClasses } from "./fault"
import type { SeedResult } from "./seed"

/** Every n-th item, so that cheap and dear faults, which stand together, spread over the parts. */
export const share = <T>(items: readonly T[], part: number, of: number): T[] =>
  items.filter((_, index) => index % of === part - 1)

const finding = z
  .object({ rule: z.string(), severity: z.enum(["error", "warning", "info"]), message: z.string() })
  .passthrough()

const result = z.object({
  clean: z.array(finding),
  checks: z.array(z.string()),
  limits: z.array(
    z.object({
      title: z.string(),
      rule: z.string(),
      unit: z.string(),
      beyond: z.number(),
      at: z.number(),
      within: z.number(),
      held: z.boolean(),
      message: z.string(),
    }),
  ),
  outcomes: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      class: z.enum(faultClasses),
      stage: z.enum(["source", "compiled", "fabricated", "packaged", "delivered"]),
      expectedRule: z.string(),
      caught: z.boolean(),
      stopped: z.boolean(),
      message: z.string(),
      alsoBy: z.array(z.string()),
      milliseconds: z.number(),
    }),
  ),
})

/** Runs one part of the faults in a process of its own, through the command line. */
export function runPart(root: string, args: readonly string[]): Promise<SeedResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, "src/mep.mjs"), "faults", ...args, "--json"], {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
    })
    const pieces: Buffer[] = []
    child.stdout.on("data", (piece: Buffer) => pieces.push(piece))
    child.on("error", reject)
    child.on("close", (code) => {
      try {
        resolve(result.parse(JSON.parse(Buffer.concat(pieces).toString("utf8"))) as SeedResult)
      } catch (error) {
        reject(new Error(`a part of the faults ended with code ${code}`, { cause: error }))
      }
    })
  })
}
