import type { GerberImage } from "../read"
import { type Measured, verifyContents } from "../verify/verify"
import { answerJobs } from "./answer-job"
import { fabHouse } from "./fab-house"
import type { ModelInput } from "./model-input"
import type { VerifyJob } from "./verify-job"

/** The verified layers, by file name: pictures of them need no second reading. */
let layers: ReadonlyMap<string, GerberImage> = new Map()

// Runs beside the checks of the circuit: the written files are judged by themselves, and drawn.
answerJobs({
  verify: ({ files, fab, options }: VerifyJob) => {
    const measured = new Map<string, Measured>()
    const report = verifyContents(files, fabHouse(fab, "fab"), { ...options, measured })
    layers = new Map(
      [...measured.values()].flatMap(({ geometry }) =>
        [...geometry.files.layers.values()].map((image) => [image.file, image] as const),
      ),
    )
    return report
  },
  model: async (input: ModelInput) => {
    const { makeModelFiles } = await import("./model-files")
    return makeModelFiles(input, layers)
  },
})
