import { parentPort, workerData } from "node:worker_threads"
import { type ModelInput, makeModelFiles } from "./model-files"

// Runs beside the checks of the written files: pictures and models take longer than everything else in a build.
parentPort?.postMessage(await makeModelFiles(workerData as ModelInput))
