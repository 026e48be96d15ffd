import { workerData } from "node:worker_threads"
import { loadVendor } from "../bundler.mjs"
import { answerJobs } from "./answer-job"
import type { LayoutThread } from "./layout-job"

// Runs beside the writing of the files: tscircuit's checks take longer than compiling a board.
const keepCompiledCode = await loadVendor((workerData as LayoutThread).root, "checks")
const { layoutComplaints } = await import("../compile/layout-checks")
answerJobs({ layout: layoutComplaints }, keepCompiledCode)
