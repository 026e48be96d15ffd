/** The hidden command that runs one stage of the pipeline for `bench scale`. */
export const stageCommand = "bench-stage"
