import { setImmediate } from "node:timers/promises"
import { sourcePlace } from "../project/boards"
import { sourceDate } from "../project/source-date"
import type { News, Order, Problem } from "./messages"
import { foremost, problemOf, problemOfMessage } from "./places"
import { rebuild, type Slow } from "./rebuild"

/**
 * The process that compiles: keeps tscircuit warm and rebuilds a board on every order from its parent, newest first.
 * It ends with its parent. `loadVendor` must have run.
 * @param onWarm called after the first run.
 */
export async function runWorker(root: string, boardId: string, onWarm: () => void): Promise<void> {
  const say = (news: News): void => {
    process.send?.(news)
  }
  /** A large message leaves piece by piece, while nothing else runs. */
  const sayWhole = (news: News): Promise<void> =>
    new Promise((resolve) => {
      process.send?.(news, undefined, undefined, () => resolve())
    })
  let wanted = 0
  let wake: () => void = () => {}
  let files: ReadonlyMap<string, Uint8Array> = new Map()
  process.on("message", (order: Order) => {
    if (order.kind === "file") {
      const content = files.get(order.path)
      const base64 = content === undefined ? {} : { base64: Buffer.from(content).toString("base64") }
      return say({ kind: "file", path: order.path, ...base64 })
    }
    wanted = order.number
    wake()
  })
  process.on("disconnect", () => process.exit(0))

  const slow: Slow = {}
  let done = 0
  for (;;) {
    while (done === wanted) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    const number = wanted
    const started = performance.now()
    const ms = (): number => performance.now() - started
    try {
      await rebuild(
        {
          root,
          boardId,
          date: sourceDate(root),
          observer: { stage: (text) => say({ kind: "stage", text }), detail: () => {} },
          onJudged: (report, fresh, timings, whole) => {
            files = fresh
            const { told, more } = foremost(report.findings)
            say({
              kind: "judged",
              number,
              whole,
              problems: told.map((finding) => problemOf(finding, root, boardId)),
              more,
              summary: report.summary,
              ms: ms(),
              timings: Object.fromEntries(timings),
            })
          },
          onBook: (html, whole) => sayWhole({ kind: "book", number, html, whole, ms: ms() }),
          isStale: async () => {
            await setImmediate() // lets a newer order in
            return wanted !== number
          },
        },
        slow,
      )
    } catch (error) {
      say({ kind: "broken", number, problems: [problemFrom(error, root)], ms: ms() })
    }
    if (done === 0) onWarm()
    done = number
  }
}

function problemFrom(error: unknown, root: string): Problem {
  const message = error instanceof Error ? error.message : String(error)
  const isExpected = error instanceof Error && /^(UserError|ReadError)$/.test(error.name)
  if (isExpected) return problemOfMessage(message)
  const place = sourcePlace(root, error)
  return problemOfMessage(`${place === undefined ? "" : `${place}: `}${message.split("\n")[0]}`)
}
