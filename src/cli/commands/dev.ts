import { spawn } from "node:child_process"
import { dirname } from "node:path"
import { fileURLToPath } from "node:url"
import type { Command } from "commander"
import { z } from "zod"
import { loadVendor } from "../../bundler.mjs"
import { startDev } from "../../dev/dev"
import { runPreview } from "../../dev/tscircuit-preview"
import { programSources } from "../../dev/watch"
import { UserError } from "../../model/finding"
import { listBoards, requireBoard } from "../../project/boards"
import type { CommandContext } from "../context"
import { commonFlags, parseFlags, withCommonFlags } from "../flags"

const firstPort = 4310
const previewPort = 3020

const flagsSchema = z.object({
  ...commonFlags,
  board: z.string().min(1, "give a board's name").optional(),
  port: z
    .string()
    .regex(/^\d+$/, "give a number, for example 4310")
    .transform(Number)
    .refine((port) => port <= 65535, "give 0 (any free port) to 65535")
    .optional(),
  open: z.boolean().optional(),
  types: z.boolean().optional(),
  tscircuit: z.boolean().optional(),
})

export function addDev(program: Command, context: CommandContext): void {
  withCommonFlags(
    program
      .command("dev")
      .description("show a board's book in the browser and bring it up to date on every save"),
  )
    .option("--board <id>", "the board to show, where there are several")
    .option("--port <number>", `serve on this port; otherwise the first free one from ${firstPort}`)
    .option("--no-open", "do not open the browser")
    .option("--tscircuit", "open tscircuit's own live preview of the board instead of the book")
    .option("--no-types", "leave TypeScript's type check out")
    .action(async (options: unknown) => {
      const flags = parseFlags(flagsSchema, options)
      const { root } = context
      const terminal = context.terminal(flags)
      const boardId = chooseBoard(root, flags.board)
      const end = new AbortController()
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end.abort())
      if (flags.tscircuit) {
        if (context.json)
          throw new UserError("--tscircuit and --json: tscircuit's preview writes as it likes")
        const port = flags.port ?? previewPort
        terminal.line(`${boardId}: http://localhost:${port}/ (Ctrl+C ends it)`)
        const say = (line: string): void => terminal.complaint(line)
        context.exitCode = await runPreview({ root, boardId, port, say, signal: end.signal })
        return
      }
      const server = await startDev({
        root,
        boardId,
        port: flags.port ?? firstPort,
        strictPort: flags.port !== undefined,
        program: programSources(root, dirname(fileURLToPath(import.meta.url))),
        types: flags.types ?? true,
        say: (line) => (/^(error|warning): /.test(line) ? terminal.complaint(line) : terminal.line(line)),
        progress: (text) => (text === "" ? terminal.clear() : terminal.detail(text)),
      })
      terminal.line(`${boardId}: ${server.url} (Ctrl+C ends it)`)
      terminal.result({ board: boardId, url: server.url })
      if ((flags.open ?? true) && process.stdout.isTTY && !process.env.CI) openBrowser(server.url)
      await new Promise<void>((resolve) => end.signal.addEventListener("abort", () => resolve()))
      // Whatever still holds on (a watcher, a browser's connection) does not keep the terminal.
      setTimeout(() => process.exit(0), 2000).unref()
      await server.close()
    })

  // Started by the command above; speaks to it only.
  program.command("dev-worker <board>", { hidden: true }).action(async (boardId: string) => {
    if (process.send === undefined) throw new UserError("dev-worker is started by `dev`")
    const keepCompiledCode = await loadVendor(context.root)
    const { runWorker } = await import("../../dev/worker")
    await runWorker(context.root, requireBoard(context.root, boardId), keepCompiledCode)
  })
}

function chooseBoard(root: string, wanted: string | undefined): string {
  if (wanted !== undefined) return requireBoard(root, wanted)
  const boards = listBoards(root)
  const [only] = boards
  if (only === undefined) throw new UserError("there is no board: boards/<board>/index.tsx is missing")
  if (boards.length > 1) throw new UserError(`which board? --board ${boards.join(", --board ")}`)
  return only
}

/** Opens the default browser; where there is none, the address is in the terminal. */
function openBrowser(url: string): void {
  const [command, ...args] =
    process.platform === "darwin"
      ? ["open", url]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", "", url]
        : ["xdg-open", url]
  spawn(command as string, args, { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref()
}
