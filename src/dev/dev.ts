import type { News, PageState, Problem } from "./messages"
import { bundleScript, type ServedBook, servedBook, waitingPage } from "./page"
import { problemLine, problemOfMessage } from "./places"
import { Router } from "./router"
import { type RunningServer, startServer } from "./server"
import { watchTypes } from "./type-check"
import { touchesProgram, watchSources } from "./watch"
import { WorkerProcess } from "./worker-process"

export interface DevOptions {
  readonly root: string
  readonly boardId: string
  readonly port: number
  /** Whether only that port will do. */
  readonly strictPort: boolean
  /** Paths bundled into the program itself. */
  readonly program: ReadonlySet<string>
  readonly types: boolean
  /** A line for the terminal. */
  readonly say: (line: string) => void
  /** What goes on right now; comes often. */
  readonly progress: (text: string) => void
}

export interface DevServer {
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * Serves a board's book and keeps it up to date: a save starts the pipeline in the warm process, whose news goes to
 * the terminal and to every open page. Writes nothing to disk but the routes, when the page asks for them.
 */
export async function startDev(options: DevOptions): Promise<DevServer> {
  const session = new Session(options, await bundleScript(options.root))
  return session.start()
}

class Session {
  private number = 0
  private status: PageState["status"] = "working"
  private text = "starting"
  private problems: readonly Problem[] = []
  private more = 0
  /** From the save to Gerbers and findings. */
  private took = ""
  private typeProblems: readonly Problem[] = []
  private book: ServedBook | undefined
  private server: RunningServer | undefined
  private readonly askedFiles = new Map<string, ((content: Uint8Array | undefined) => void)[]>()
  /** Of the rebuild whose book is served, and whether all is in it. */
  private bookNumber = 0
  private bookWhole = false
  /** Whether tscircuit's own checks have had their say. */
  private judgedWhole = false
  private readonly worker: WorkerProcess
  private readonly router: Router

  constructor(
    private readonly options: DevOptions,
    private readonly script: string,
  ) {
    this.worker = new WorkerProcess(options.root, options.boardId, {
      onNews: (news) => this.hear(news),
      onEnd: (lastWords) => this.ended(lastWords),
    })
    this.router = new Router(options.root, options.boardId, (failure) => this.routed(failure))
  }

  async start(): Promise<DevServer> {
    const { root, boardId, port, strictPort, program, types } = this.options
    this.server = await startServer(
      {
        page: () => this.book?.html ?? waitingPage(boardId, this.script),
        data: () => this.book?.data,
        model: () => this.book?.model,
        state: () => this.state(),
        file: (path) => this.file(path),
        route: () => this.router.start(),
      },
      port,
      strictPort,
    )
    const server = this.server
    const unwatch = await watchSources(root, boardId, ({ files }) => {
      this.options.say(`${files[0]}${files.length > 1 ? ` and ${files.length - 1} more` : ""} changed`)
      if (touchesProgram(files, program)) this.worker.stop()
      this.rebuild()
    })
    const stopTypes = types
      ? watchTypes(root, boardId, (problems) => {
          const news = problems.filter(
            (one) => !this.typeProblems.some((known) => known.text === one.text && known.line === one.line),
          )
          for (const problem of news) this.options.say(problemLine(problem))
          if (problems.length === 0 && this.typeProblems.length > 0) this.options.say("types are sound again")
          this.typeProblems = problems
          this.server?.push()
        })
      : () => {}
    this.rebuild()
    return {
      url: `http://127.0.0.1:${server.port}/`,
      close: async () => {
        stopTypes()
        this.worker.stop()
        this.router.stop()
        await unwatch()
        await server.close()
      },
    }
  }

  private rebuild(): void {
    this.number++
    this.judgedWhole = false
    this.tell("working", "compiling")
    this.worker.order({ kind: "rebuild", number: this.number })
  }

  private state(): PageState {
    const pending = this.pending()
    // What keeps the board from compiling comes before what TypeScript makes of the same.
    const all = [this.typeProblems, this.problems]
    return {
      board: this.options.boardId,
      status: this.status === "sound" && this.typeProblems.length > 0 ? "findings" : this.status,
      text: this.text,
      ...(pending === undefined ? {} : { pending }),
      routing: this.router.running,
      problems: (this.status === "broken" ? all.reverse() : all).flat(),
      more: this.more,
      data: this.book?.dataHash ?? "",
      code: this.book?.codeHash ?? "",
    }
  }

  private pending(): string | undefined {
    if (this.bookNumber !== this.number) return "The new picture follows"
    if (!this.judgedWhole) return "tscircuit's own checks follow"
    return this.bookWhole ? undefined : "Drawings, figures and 3D follow"
  }

  private tell(status: PageState["status"], text: string): void {
    this.status = status
    this.text = text
    this.server?.push()
  }

  private hear(news: News): void {
    const { say, progress, boardId } = this.options
    switch (news.kind) {
      case "stage":
        progress(`${boardId}: ${news.text}`)
        if (this.status === "working") this.tell("working", news.text)
        return
      case "judged": {
        if (news.number !== this.number) return
        const { errors, warnings, waived } = news.summary
        const told = new Set(news.whole ? this.problems.map(problemLine) : [])
        this.judgedWhole = news.whole
        this.problems = news.problems
        this.more = news.more
        for (const problem of this.problems) if (!told.has(problemLine(problem))) say(problemLine(problem))
        if (news.more > 0)
          say(`and ${news.more} more, which may follow from these: see the checks in the book`)
        const took = `${(news.ms / 1000).toFixed(2)} s`
        const counts = `${errors} errors, ${warnings} warnings, ${waived} waived`
        if (news.whole) say(`${boardId}: ${counts} with tscircuit's own checks, ${took}`)
        else {
          const steps = Object.entries(news.timings).map(([name, ms]) => `${name} ${Math.round(ms)}`)
          say(`${boardId}: ${counts} in ${took} (${steps.join(", ")} ms)`)
          this.took = took
        }
        const rest = news.whole ? "" : "; tscircuit's own checks follow"
        this.tell(errors + warnings === 0 ? "sound" : "findings", `${counts} in ${this.took}${rest}`)
        return
      }
      case "book":
        if (news.number !== this.number) return
        this.book = servedBook(news.html, this.script)
        this.bookNumber = news.number
        this.bookWhole = news.whole
        this.server?.push()
        if (news.whole) progress("")
        return
      case "broken":
        if (news.number === this.number) this.fail(news.problems)
        return
      case "file": {
        const content = news.base64 === undefined ? undefined : Buffer.from(news.base64, "base64")
        for (const give of this.askedFiles.get(news.path) ?? []) give(content)
        this.askedFiles.delete(news.path)
        return
      }
    }
  }

  private fail(problems: readonly Problem[]): void {
    this.problems = problems
    this.more = 0
    for (const problem of problems) this.options.say(problemLine(problem))
    this.tell("broken", "does not compile; the board is shown as it was")
  }

  private routed(failure: string | undefined): void {
    this.options.say(
      failure !== undefined ? `error: not routed: ${failure}` : this.router.running ? "routing" : "routed",
    )
    if (failure !== undefined)
      this.problems = [problemOfMessage(failure), ...this.problems.filter(({ text }) => text !== failure)]
    this.server?.push()
  }

  /** The program's own code does not bundle, or it crashed; the next save tries again. */
  private ended(lastWords: string): void {
    const line =
      lastWords.split("\n").findLast((one) => one.startsWith("mep: ")) ?? lastWords.split("\n").at(-1)
    const text = line === undefined || line === "" ? "the compiling process ended without a word" : line
    for (const asked of this.askedFiles.values()) for (const give of asked) give(undefined)
    this.askedFiles.clear()
    this.fail([problemOfMessage(text.replace(/^mep: /, ""))])
  }

  private file(path: string): Promise<Uint8Array | undefined> {
    if (!this.worker.running) return Promise.resolve(undefined)
    return new Promise((resolve) => {
      this.askedFiles.set(path, [...(this.askedFiles.get(path) ?? []), resolve])
      this.worker.order({ kind: "file", path })
    })
  }
}
