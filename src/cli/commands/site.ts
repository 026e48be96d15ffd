import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { basename, join, resolve } from "node:path"
import type { Command } from "commander"
import { z } from "zod"
import { houses } from "../../../fabrication/houses"
import { type GalleryBoard, galleryMark, galleryPage } from "../../book/gallery"
import { knownRisks, UserError } from "../../model/finding"
import { readManifestOf } from "../../package/intact"
import { requireOutside, requireReplaceable } from "../../package/target"
import { buildAll, sideBySide } from "../../pipeline/build-all"
import { type BuildOptions, type BuildOutcome, packageFolder } from "../../pipeline/build-job"
import { wantedBoards } from "../../project/boards"
import { sourceDate } from "../../project/source-date"
import type { CommandContext } from "../context"
import { commonFlags, parseFlags, seconds, withCommonFlags } from "../flags"

const flagsSchema = z.object({
  ...commonFlags,
  out: z.string().min(1, "give a folder").optional(),
  title: z.string().min(1, "give a title"),
  timeLimit: seconds,
  frozen: z.boolean().optional(),
})

export function addSite(program: Command, context: CommandContext): void {
  withCommonFlags(
    program
      .command("site")
      .description("build every board and write a static site of them: pictures, books, downloads"),
  )
    .option("--out <dir>", "write to DIR instead of dist/site")
    .option("--title <text>", "what the site is called", "Boards")
    .option("--time-limit <seconds>", "stop a board that takes longer", "300")
    .option("--frozen", "for CI: a board that is not as it was accepted is not built")
    .action(async (options: unknown) => {
      const flags = parseFlags(flagsSchema, options)
      const { root } = context
      const terminal = context.terminal(flags)
      const ids = wantedBoards(root, undefined)
      if (ids.length === 0) throw new UserError("there is no board: boards/<board>/index.tsx is missing")
      const out = resolve(flags.out ?? join(root, "dist", "site"))
      requireOutside(out, root)
      const page = join(out, "index.html")
      requireOurs(page)
      const builds = ids.map(
        (boardId): BuildOptions => ({
          root,
          boardId,
          out,
          date: sourceDate(root),
          observer: terminal.forBoard(boardId),
          orderOnly: false,
          force: false,
          timeLimitMs: flags.timeLimit * 1000,
          frozen: flags.frozen ?? false,
        }),
      )
      for (const build of builds) requireReplaceable(packageFolder(build))
      // Now: building a release may replace the bundles of this command line.
      const { sinceRelease } = await import("../../diff/release")
      const outcomes = buildAll(builds, sideBySide())
      const boards: GalleryBoard[] = []
      for (const [index, { boardId }] of builds.entries()) {
        const outcome = await (outcomes[index] as Promise<BuildOutcome>)
        terminal.endBoard(boardId)
        const board = "failure" in outcome ? undefined : galleryBoard(outcome.result)
        if (board !== undefined) {
          const place = `diff/${boardId}`
          const observer = terminal.forBoard(boardId)
          const folder = join(out, board.folder)
          const release = await sinceRelease(boardId, folder, join(out, place), { root, observer, houses })
          terminal.endBoard(boardId)
          const page = `${place}/index.html`
          boards.push({ ...board, ...(release === undefined ? {} : { release: { ...release, page } }) })
          continue
        }
        if ("failure" in outcome) {
          const { failure } = outcome
          terminal.failure({ ...failure, message: `${boardId}: ${failure.message}` })
          context.exitCode = Math.max(context.exitCode, failure.exitCode)
        } else {
          for (const finding of outcome.result.report.findings) terminal.finding(finding)
          terminal.complaint(`error: ${boardId}: not built: see the findings above, or \`npm run build\``)
          context.exitCode = Math.max(context.exitCode, 1)
        }
      }
      // A site without one of its boards would say that there is none.
      if (boards.length < builds.length) {
        terminal.complaint("error: the site's page is not written: not every board was built")
      } else {
        write(page, galleryPage(root, flags.title, boards))
        if (!flags.quiet) terminal.line(`site of ${boards.length} boards: ${page}`)
      }
      terminal.result({
        page: boards.length < builds.length ? null : page,
        boards: boards.map(({ manifest: { board, revision }, release }) => ({
          board,
          revision,
          ...(release === undefined ? {} : { since: release }),
        })),
      })
    })
}

function galleryBoard(
  result: Exclude<BuildOutcome, { failure: unknown }>["result"],
): GalleryBoard | undefined {
  if (result.status === "stopped") return undefined
  const manifest = readManifestOf(result.folder)
  if (manifest === undefined) throw new UserError(`${result.folder}: its manifest is gone`)
  return {
    manifest,
    folder: basename(result.folder),
    accepted: knownRisks(result.report.waived),
    draft: result.report.draft !== undefined,
  }
}

/** A page that somebody else wrote stays. */
function requireOurs(page: string): void {
  if (!existsSync(page) || readFileSync(page, "utf8").includes(galleryMark)) return
  throw new UserError(
    `${page} is there and is no page of ours: move it away or delete it, or give --out another folder. Nothing was touched`,
    { exitCode: 1 },
  )
}

function write(page: string, html: string): void {
  try {
    writeFileSync(page, html)
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error
    throw new UserError(`${page}: cannot be written (${String(error.code)})`, { cause: error })
  }
}
