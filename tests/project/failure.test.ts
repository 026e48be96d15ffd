import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { failureOf } from "../../src/failure"
import { UserError } from "../../src/model/finding"

describe("what went wrong, in one line and with an exit code", () => {
  it("an expected failure says what it says, also when another bundle threw it", () => {
    expect(failureOf(new UserError("no such board"))).toMatchObject({
      message: "no such board",
      exitCode: 2,
    })
    const foreign = Object.assign(new Error("a pad too many"), { name: "UserError", exitCode: 1 })
    expect(failureOf(foreign)).toMatchObject({ message: "a pad too many", exitCode: 1 })
  })

  it("a file that may not be read is no bug", () => {
    const error = Object.assign(new Error("EACCES: permission denied, open 'x'"), {
      code: "EACCES",
      syscall: "open",
    })
    expect(failureOf(error)).toMatchObject({ message: "EACCES: permission denied, open 'x'", exitCode: 1 })
  })

  it("anything else is: a missing file too, and the first line of many", () => {
    const missing = (): unknown => {
      try {
        return readFileSync("nowhere")
      } catch (error) {
        return error
      }
    }
    expect(failureOf(missing())).toMatchObject({ exitCode: 3 })
    expect(failureOf(new Error("one\ntwo")).message).toBe(
      "internal error: one (run with --debug for the stack, and report it)",
    )
    expect(failureOf("thrown text").message).toMatch(/^internal error: thrown text /)
  })
})
