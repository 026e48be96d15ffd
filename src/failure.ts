import { UserError } from "./model/finding"

/** What went wrong, as plain data: it crosses processes and ends as a line on the terminal. */
export interface Failure {
  /** One line. */
  readonly message: string
  /** 1 findings, 2 wrong usage, 3 internal error. */
  readonly exitCode: 1 | 2 | 3
  /** For `--debug`. */
  readonly stack?: string | undefined
}

/** An expected failure says what to mend; anything else that was thrown is a bug of this program. */
export function failureOf(error: unknown): Failure {
  if (isUserError(error)) {
    const cause = error.cause instanceof Error ? error.cause.stack : undefined
    return { message: error.message, exitCode: error.exitCode, stack: cause ?? error.stack }
  }
  if (isMachineTrouble(error)) return { message: error.message, exitCode: 1, stack: error.stack }
  const message = error instanceof Error ? error.message.split("\n")[0] : String(error)
  return {
    message: `internal error: ${message} (run with --debug for the stack, and report it)`,
    exitCode: 3,
    stack: error instanceof Error ? error.stack : undefined,
  }
}

/** What a file system refuses is nobody's bug; Node's line names the reason and the path. */
const machineTroubles = ["EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT", "EMFILE", "ENFILE"]

const isMachineTrouble = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error &&
  "syscall" in error &&
  machineTroubles.includes((error as NodeJS.ErrnoException).code ?? "")

/** By name: a board's bundle has its own copy of the class. */
function isUserError(error: unknown): error is UserError {
  return error instanceof UserError || (error instanceof Error && error.name === "UserError")
}
