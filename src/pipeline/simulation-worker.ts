import { answerJobs } from "./answer-job"
import { simulationJob } from "./simulation-job"

// On a thread of its own: ngspice computes without a pause, and its memory goes with the thread.
answerJobs({ simulate: simulationJob })
