import { execFileSync } from "node:child_process"
import { UserError } from "../model/finding"

/** The earliest date a zip entry can carry; stands in where there is neither a commit nor SOURCE_DATE_EPOCH. */
const undated = new Date("1980-01-01T00:00:00Z")

/**
 * The date written into every file: SOURCE_DATE_EPOCH (seconds) when set, else that of the commit, never the clock.
 * @throws UserError when SOURCE_DATE_EPOCH is not a whole number of seconds.
 */
export function sourceDate(root: string, environment: NodeJS.ProcessEnv = process.env): Date {
  const epoch = environment.SOURCE_DATE_EPOCH
  if (epoch !== undefined && epoch !== "") {
    const date = new Date(Number(epoch) * 1000)
    if (!/^\d+$/.test(epoch) || Number.isNaN(date.getTime())) {
      throw new UserError(`SOURCE_DATE_EPOCH is "${epoch}": give whole seconds since 1970, or unset it`)
    }
    return date < undated ? undated : date
  }
  try {
    const seconds = execFileSync("git", ["log", "-1", "--format=%ct"], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    })
    return /^\d+$/.test(seconds.trim()) ? new Date(Number(seconds) * 1000) : undated
  } catch {
    return undated
  }
}
