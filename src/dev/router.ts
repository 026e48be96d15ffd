import { type ChildProcess, spawn } from "node:child_process"
import { join } from "node:path"

/** Runs `route` for a board in a process of its own; the watcher sees the routes it writes. */
export class Router {
  private child: ChildProcess | undefined

  constructor(
    private readonly root: string,
    private readonly boardId: string,
    /** Started, or ended: with why it failed, where it did. */
    private readonly onChange: (failure?: string) => void,
  ) {}

  get running(): boolean {
    return this.child !== undefined
  }

  /** Does nothing while it runs. */
  start(): void {
    if (this.child !== undefined) return
    const args = [join(this.root, "src", "mep.mjs"), "route", "--board", this.boardId]
    const child = spawn(process.execPath, args, {
      cwd: this.root,
      env: { ...process.env, NO_COLOR: "1" },
      stdio: ["ignore", "ignore", "pipe"],
    })
    this.child = child
    let said = ""
    child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
      said = `${said}${chunk}`.slice(-4000)
    })
    child.on("error", (error) => {
      said = error.message
    })
    child.on("close", (code) => {
      if (this.child !== child) return
      this.child = undefined
      const last = said
        .trim()
        .split("\n")
        .at(-1)
        ?.replace(/^mep: /, "")
      if (code === 0) this.onChange()
      else this.onChange(last === undefined || last === "" ? "routing ended without a word" : last)
    })
    this.onChange()
  }

  stop(): void {
    const { child } = this
    this.child = undefined
    child?.kill()
  }
}
