import { type ChildProcess, spawn } from "node:child_process"
import { join } from "node:path"
import type { News, Order } from "./messages"

export interface WorkerEvents {
  readonly onNews: (news: News) => void
  /** It ended by itself: what it said last. */
  readonly onEnd: (lastWords: string) => void
}

/** The compiling process as its parent sees it: started when needed, replaced when its own code changes. */
export class WorkerProcess {
  private child: ChildProcess | undefined

  constructor(
    private readonly root: string,
    private readonly boardId: string,
    private readonly events: WorkerEvents,
  ) {}

  order(order: Order): void {
    if (this.child === undefined) this.start()
    this.child?.send(order)
  }

  /** Ends it; the next order starts a new one, with the code as it is then. */
  stop(): void {
    const { child } = this
    this.child = undefined
    child?.removeAllListeners()
    child?.kill()
  }

  get running(): boolean {
    return this.child !== undefined
  }

  private start(): void {
    const child = spawn(
      process.execPath,
      [
        // Rendering makes much short-lived garbage; a roomy young generation saves a tenth of the time.
        "--max-semi-space-size=64",
        join(this.root, "src", "mep.mjs"),
        "dev-worker",
        this.boardId,
      ],
      { cwd: this.root, stdio: ["ignore", "ignore", "pipe", "ipc"] },
    )
    this.child = child
    let lastWords = ""
    child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
      lastWords = `${lastWords}${chunk}`.slice(-4000)
    })
    child.on("message", (news: News) => this.events.onNews(news))
    child.on("error", () => {}) // followed by "close"
    child.on("close", () => {
      this.child = undefined
      this.events.onEnd(lastWords.trim())
    })
  }
}
