import { findingLine } from "../check/report"
import type { Failure } from "../failure"
import type { Finding } from "../model/finding"
import type { Observer } from "../model/observer"
import { formatFindings } from "./findings/format"
import { type FindingsFormat, placeOfMessage, type Told } from "./findings/told"

export interface TerminalOptions {
  readonly quiet: boolean
  readonly json: boolean
  readonly debug: boolean
  /** What stdout is, for another program. */
  readonly format?: FindingsFormat | undefined
  /** Of this program. */
  readonly version: string
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
  readonly environment: NodeJS.ProcessEnv
}

const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"]

/**
 * Where the CLI writes: results to stdout, progress to stderr. On a terminal progress is one line that is rewritten;
 * in pipes and CI it is one plain line a stage; with --quiet or --json there is none. With --json, or a format that is
 * a document, stdout is that document and nothing else, whatever happens.
 */
export class Terminal implements Observer {
  private readonly live: boolean
  private readonly colour: boolean
  private readonly silent: boolean
  /** stdout is one document. */
  private readonly document: boolean
  private answered = false
  /** What goes on, by board where several are built at a time. */
  private readonly stages = new Map<string, string>()
  private lastDetail = 0
  private frame = 0

  constructor(private readonly options: TerminalOptions) {
    const { environment, stderr, stdout } = options
    this.document = options.json || options.format === "sarif" || options.format === "junit"
    this.silent = options.quiet || this.document
    this.live = Boolean(stderr.isTTY) && !environment.CI && !this.silent && environment.TERM !== "dumb"
    this.colour = Boolean(stdout.isTTY) && !environment.NO_COLOR
  }

  stage(text: string, board = ""): void {
    this.stages.set(board, text)
    if (this.live) this.draw("")
    else if (!this.silent) this.options.stderr.write(`${text}\n`)
  }

  /** For boards that are built side by side: on a terminal they share the line. */
  forBoard(board: string): Observer {
    return { stage: (text) => this.stage(text, board), detail: (text) => this.detail(text) }
  }

  /** A board has no more news. */
  endBoard(board: string): void {
    this.stages.delete(board)
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
    if (!this.document) this.options.stdout.write(`${text}\n`)
  }

  /** A finding as a line; where another program reads them, {@link findings} gives them all. */
  finding(finding: Finding, remark = ""): void {
    if (this.options.format === undefined) this.complaint(`${findingLine(finding)}${remark}`)
  }

  /** A finding or error message: red or yellow where colours are wanted. */
  complaint(text: string): void {
    this.clear()
    if (this.document) return
    const code = text.startsWith("error") ? 31 : text.startsWith("warning") ? 33 : 36
    const label = text.match(/^\w+:/)?.[0] ?? ""
    const shown = this.colour ? `\u001b[${code}m${label}\u001b[0m${text.slice(label.length)}` : text
    this.options.stdout.write(`${shown}\n`)
  }

  /** Why a command, or its work on one board, ended early: one line to stderr. */
  failure({ message, stack }: Failure): void {
    this.clear()
    this.options.stderr.write(`mep: ${message}\n`)
    if (this.options.debug && stack !== undefined) this.options.stderr.write(`${stack}\n`)
  }

  /** Why the command ended without a result; a program that reads stdout is told there. */
  end(failure: Failure): void {
    this.failure(failure)
    if (this.answered) return
    const { message, exitCode } = failure
    this.result({ error: { message, exitCode, ...placeOfMessage(message) } })
    this.findings([{ subject: "mep", checks: [], findings: [], failure }])
  }

  /** The machine-readable result of a command run with --json. */
  result(value: unknown): void {
    this.clear()
    if (!this.options.json) return
    this.answered = true
    this.options.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
  }

  /** Everything a command found, in the format that was asked for. */
  findings(told: readonly Told[]): void {
    this.clear()
    const { format, stdout, version } = this.options
    if (format === undefined) return
    this.answered = true
    stdout.write(formatFindings(format, told, version))
  }

  clear(): void {
    if (this.live) this.options.stderr.write("\r\u001b[2K")
  }

  private draw(detail: string): void {
    this.frame = (this.frame + 1) % frames.length
    const line = `${frames[this.frame]} ${[...this.stages.values()].join(", ")}${detail === "" ? "" : `: ${detail}`}`
    const width = (this.options.stderr.columns ?? 80) - 1
    this.options.stderr.write(`\r\u001b[2K${line.slice(0, width)}`)
  }
}
