import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Command } from "commander"
import { z } from "zod"
import { loadVendor } from "../../bundler.mjs"
import { UserError } from "../../model/finding"
import type { CommandContext } from "../context"
import { commonFlags, parseFlags, withCommonFlags } from "../flags"

const flagsSchema = z.object(commonFlags)

/** A board that is built and tested like any other; a new one begins as its copy. */
const example = "components/examples/board.tsx"

export function addNew(program: Command, context: CommandContext): void {
  withCommonFlags(
    program
      .command("new")
      .description("write a new board, boards/<name>/, that builds as it is: a small example to change")
      .argument("<name>", "lower-case letters, digits and dashes"),
  ).action(async (name: string, options: unknown) => {
    const flags = parseFlags(flagsSchema, options)
    const { root } = context
    const terminal = context.terminal(flags)
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
      throw new UserError(`"${name}" is no name for a board: lower-case letters, digits and single dashes`)
    const folder = join(root, "boards", name)
    if (existsSync(folder)) throw new UserError(`boards/${name} is there already: choose another name`)
    const text = readFileSync(join(root, example), "utf8")
      .replace(/id: "[^"]*"/, `id: "${name}"`)
      .replace(/title: "[^"]*"/, `title: "${name.toUpperCase()}"`)
    // Whole or not at all: the folder appears with its file in it.
    const fresh = `${folder}.${process.pid}.tmp`
    try {
      mkdirSync(fresh, { recursive: true })
      writeFileSync(join(fresh, "index.tsx"), text)
      renameSync(fresh, folder)
    } finally {
      rmSync(fresh, { recursive: true, force: true })
    }
    terminal.stage(`${name}: routing`)
    const keepCompiledCode = await loadVendor(root)
    const { route } = await import("../../pipeline/route")
    const { file } = await route({ root, boardId: name, all: true, noAutorouter: true })
    keepCompiledCode()
    const written = [`boards/${name}/index.tsx`, file]
    terminal.line(`${written.join(" and ")} written. Next:`)
    terminal.line(`  npm run dev -- --board ${name}      see it, change it`)
    terminal.line(`  npm run route -- --board ${name}    after moving parts or changing nets`)
    terminal.line(`  npm run accept -- --board ${name}   agree to what it is; until then a build is a draft`)
    terminal.line(`  npm run build -- --board ${name}    the package to order from`)
    terminal.result({ board: name, written })
  })
}
