/** Who is told how a build goes. The pipeline never prints. */
export interface Observer {
  /** A stage begins, in words a user understands: "compiling the board". */
  stage(text: string): void
  /** What the running stage is doing right now. */
  detail(text: string): void
}

export const silent: Observer = { stage: () => {}, detail: () => {} }
