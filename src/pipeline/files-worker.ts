import type { GerberImage } from "../read"
import type { Measured } from "../verify/measure"
import { answerJobs } from "./answer-job"
import type { ModelInput } from "./model-input"
import { type VerifyJob, verifyFiles } from "./verify-job"

/** The verified layers, by file name: pictures of them need no second reading. */
let layers: ReadonlyMap<string, GerberImage> = new Map()

// Runs beside the checks of the circuit: the written files are judged by themselves, and drawn.
answerJobs({
  verify: (job: VerifyJob) => {
    const measured = new Map<string, Measured>()
    const report = verifyFiles(job, measured)
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
