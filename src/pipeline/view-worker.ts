import { boardView } from "../render/board-3d"
import { answerJobs } from "./answer-job"
import type { ViewInput } from "./model-files"

// Runs beside the model's files: a view of the board takes longer than they do.
answerJobs({ view: ({ solids, side, faces }: ViewInput) => boardView(solids, side, { faces }) })
