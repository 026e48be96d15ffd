import { join } from "node:path"
import type { Command } from "commander"
import { z } from "zod"
import { keyVariable, signingKey, signPackage } from "../../package/sign"
import { wantedBoards } from "../../project/boards"
import type { CommandContext } from "../context"
import { commonFlags, parseFlags, withCommonFlags } from "../flags"

const flagsSchema = z.object(commonFlags)

export function addSign(program: Command, context: CommandContext): void {
  withCommonFlags(
    program
      .command("sign")
      .description(`sign built packages with the key in ${keyVariable}`)
      .argument("[folder...]", "packages; without any, those of every board in dist/"),
  ).action((folders: readonly string[], options: unknown) => {
    const flags = parseFlags(flagsSchema, options)
    const terminal = context.terminal(flags)
    const { root } = context
    const key = signingKey(process.env)
    const wanted =
      folders.length > 0 ? folders : wantedBoards(root, undefined).map((board) => join(root, "dist", board))
    const files = wanted.map((folder) => signPackage(folder, key))
    if (!flags.quiet) for (const file of files) terminal.line(`signed: ${file}`)
    terminal.result(files.map((file) => ({ file })))
  })
}
