import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Command } from "commander"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { addAccept } from "../../src/cli/commands/accept"
import type { CommandContext } from "../../src/cli/context"
import { Terminal } from "../../src/cli/terminal"
import { type AcceptOptions, acceptBoard, readAccepted } from "../../src/lock/accept"
import { formatLock } from "../../src/lock/lock"
import { lockAfter } from "./sample"

let root = ""
const file = "boards/small/board.lock.json"
const thin = lockAfter(({ board }) => {
  board.thicknessMm = 0.8
})

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "mep-lock-"))
  mkdirSync(join(root, "boards/small"), { recursive: true })
  writeFileSync(join(root, "boards/small/index.tsx"), "")
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(root, { recursive: true, force: true })
})

const written = (): string | undefined =>
  existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : undefined

const accept = async (consent: AcceptOptions["consent"], now = lockAfter()) => {
  const said: string[] = []
  const currentLock = () => Promise.resolve(now)
  const result = await acceptBoard({
    root,
    boardId: "small",
    currentLock,
    consent,
    say: (line) => said.push(line),
  })
  return { ...result, said }
}

describe("accepting a board", () => {
  it("that has no lock yet", async () => {
    expect(readAccepted(root, "small")).toBeUndefined()
    const { status, said } = await accept("yes")
    expect(status).toBe("accepted")
    expect(said).toEqual([
      "nothing of this board has been accepted yet",
      "all of it is new: parts 6, nets 3, claims 1, waivers 1",
    ])
    expect(written()).toBe(formatLock(lockAfter()))
    expect(readAccepted(root, "small")).toEqual(lockAfter())
    expect(readdirSync(join(root, "boards/small")).sort()).toEqual(["board.lock.json", "index.tsx"])
  })

  it("asks after the differences, and a no writes nothing", async () => {
    await accept("yes")
    const questions: string[] = []
    const answer = (yes: boolean) => (question: string) => {
      questions.push(question)
      return Promise.resolve(yes)
    }
    const no = await accept(answer(false), thin)
    expect([no.status, no.said]).toEqual(["declined", ["thickness: 1.6 -> 0.8 mm"]])
    expect(written()).toBe(formatLock(lockAfter()))
    expect((await accept(answer(true), thin)).status).toBe("accepted")
    expect(written()).toBe(formatLock(thin))
    expect(questions).toEqual(["accept small so? (y/N) ", "accept small so? (y/N) "])
  })

  it("has nothing to ask where nothing changed", async () => {
    await accept("yes")
    const { status, said } = await accept(() => Promise.reject(new Error("asked")))
    expect([status, said]).toEqual(["unchanged", []])
  })

  it("writes nothing where nobody can be asked", async () => {
    expect((await accept("no")).status).toBe("nobody to ask")
    expect(written()).toBeUndefined()
  })

  it("replaces a lock that cannot be read, and says so", async () => {
    writeFileSync(join(root, file), "{\n")
    expect(() => readAccepted(root, "small")).toThrow(`${file}:2: not valid JSON`)
    const { said, status } = await accept("yes")
    expect(said[0]).toContain(`${file}:2: not valid JSON`)
    expect(status).toBe("accepted")
    expect(written()).toBe(formatLock(lockAfter()))
  })

  it.skipIf(process.getuid?.() === 0)("says in a line that it cannot write", async () => {
    chmodSync(join(root, "boards/small"), 0o500)
    await expect(accept("yes")).rejects.toThrow("cannot be written (EACCES)")
    chmodSync(join(root, "boards/small"), 0o700)
  })
})

describe("the command", () => {
  async function run(...args: string[]) {
    let out = ""
    const stream = Object.assign(Object.create(process.stdout), {
      isTTY: false,
      write: (text: string) => {
        out += text
        return true
      },
    })
    const context: CommandContext = {
      root,
      version: "0",
      json: args.includes("--json"),
      exitCode: 0,
      terminal: ({ quiet = false, json = false }) =>
        new Terminal({
          ...{ quiet, json, debug: false, version: "0" },
          ...{ stdout: stream, stderr: stream, environment: {} },
        }),
    }
    const program = new Command("mep").exitOverride()
    addAccept(program, context, () => Promise.resolve(thin))
    await program.parseAsync(["accept", ...args], { from: "user" })
    return { out, code: context.exitCode }
  }

  it("writes nothing without a terminal and without --yes, and ends with 1", async () => {
    const { out, code } = await run()
    expect(code).toBe(1)
    expect(out).toContain("nothing of this board has been accepted yet")
    expect(out).toContain("error: small: not accepted: no terminal to ask on; --yes accepts it")
    expect(written()).toBeUndefined()
  })

  it("does not ask in CI, even on a terminal", async () => {
    vi.stubEnv("CI", "1")
    const isTerminal = [process.stdin.isTTY, process.stdout.isTTY]
    process.stdin.isTTY = true
    process.stdout.isTTY = true
    try {
      expect((await run()).code).toBe(1)
    } finally {
      process.stdin.isTTY = isTerminal[0] as boolean
      process.stdout.isTTY = isTerminal[1] as boolean
    }
    expect(written()).toBeUndefined()
  })

  it("--yes writes, and a second time there is nothing to do", async () => {
    expect((await run("--yes", "--board", "small")).code).toBe(0)
    expect(written()).toBe(formatLock(thin))
    const { out, code } = await run()
    expect(out).toContain(`small is as accepted: ${file}`)
    expect(code).toBe(0)
  })

  it("--json says the same", async () => {
    const { out } = await run("--yes", "--json")
    expect(JSON.parse(out)).toEqual([expect.objectContaining({ board: "small", status: "accepted", file })])
  })
})
