import type { Command } from "commander"
import { z } from "zod"
import { loadVendor } from "../../bundler.mjs"
import { listBoards, loadBoard } from "../../project/boards"
import type { CommandContext } from "../context"
import { commonFlags, parseFlags, withCommonFlags } from "../flags"

const flagsSchema = z.object(commonFlags)

export function addList(program: Command, context: CommandContext): void {
  withCommonFlags(
    program.command("list").description("list the boards, their variants and assembly plans"),
  ).action(async (options: unknown) => {
    const flags = parseFlags(flagsSchema, options)
    const terminal = context.terminal(flags)
    await loadVendor(context.root)
    const { describe } = await import("../../board/describe")
    const { orderOf } = await import("../../pipeline/fab-house")
    const rows = []
    for (const id of listBoards(context.root)) {
      const source = await loadBoard(context.root, id)
      const { board } = describe(source, orderOf(source))
      const variants = Object.keys(board.variants)
      rows.push({ board: id, title: board.title, revision: board.revision, variants, plans: board.plans })
      terminal.line(`${id}  ${board.title} v${board.revision}`)
      terminal.line(`  variants: ${variants.join(", ")} (default ${board.defaultVariant})`)
      terminal.line(`  plans: ${board.plans.join(", ")}`)
    }
    terminal.result(rows)
  })
}
