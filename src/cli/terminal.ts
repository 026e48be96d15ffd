import type { Observer } from "../pipeline/stages"

export interface TerminalOptions {
  readonly quiet: boolean
  readonly json: boolean
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
  readonly environment: NodeJS.ProcessEnv
}

const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"]

/**
 * Where the CLI writes: results to stdout, progress to stderr. On a terminal progress is one line that is rewritten;
 * in pipes and CI it is one plain line a stage; with --quiet or --json there is none.
 */
export class Terminal implements Observer {
  private readonly live: boolean
  private readonly colour: boolean
  private readonly silent: boolean
  private text = ""
  private lastDetail = 0
  private frame = 0

  constructor(private readonly options: TerminalOptions) {
    const { environment, stderr, stdout } = options
    this.silent = options.quiet || options.json
    this.live = Boolean(stderr.isTTY) && !environment.CI && !this.silent && environment.TERM !== "dumb"
    this.colour = Boolean(stdout.isTTY) && !environment.NO_COLOR
  }

  stage(text: string): void {
    this.text = text
    if (this.live) this.draw("")
    else if (!this.silent) this.options.stderr.write(`${text}\n`)
  }

  detail(text: string): void {
    if (!this.live) return
    const now = performance.now()
    if (now - this.lastDetail < 80) return
    this.lastDetail = now
    this.draw(text)
  }

  /** A line of the result. */
  line(text: string): void {
    this.clear()
    if (!this.options.json) this.options.stdout.write(`${text}\n`)
  }

  /** A finding or error message: red or yellow where colours are wanted. */
  complaint(text: string): void {
    this.clear()
    if (this.options.json) return
    const code = text.startsWith("error") ? 31 : text.startsWith("warning") ? 33 : 36
    const label = text.match(/^\w+:/)?.[0] ?? ""
    const shown = this.colour ? `\u001b[${code}m${label}\u001b[0m${text.slice(label.length)}` : text
    this.options.stdout.write(`${shown}\n`)
  }

  /** The machine-readable result of a command run with --json. */
  result(value: unknown): void {
    this.clear()
    if (this.options.json) this.options.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
  }

  clear(): void {
    if (this.live) this.options.stderr.write("\r\u001b[2K")
  }

  private draw(detail: string): void {
    this.frame = (this.frame + 1) % frames.length
    const line = `${frames[this.frame]} ${this.text}${detail === "" ? "" : `: ${detail}`}`
    const width = (this.options.stderr.columns ?? 80) - 1
    this.options.stderr.write(`\r\u001b[2K${line.slice(0, width)}`)
  }
}
