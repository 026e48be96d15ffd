import { answerJob } from "./answer-job"
import { makeModelFiles } from "./model-files"

// Runs beside the checks of the written files: pictures and models take longer than everything else in a build.
answerJob(makeModelFiles)
