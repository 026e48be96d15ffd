import { verifyContents } from "../verify/verify"
import { answerJob } from "./answer-job"
import type { VerifyJob } from "./verify-job"

// Runs beside the checks of the circuit: the written files are judged by themselves.
answerJob(({ files, options }: VerifyJob) => verifyContents(files, options))
