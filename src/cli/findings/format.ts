import { githubText } from "./github"
import { junitText } from "./junit"
import { sarifText } from "./sarif"
import type { FindingsFormat, Told } from "./told"

/** @param version of this program, which SARIF names. */
export function formatFindings(format: FindingsFormat, told: readonly Told[], version: string): string {
  switch (format) {
    case "github":
      return githubText(told)
    case "sarif":
      return sarifText(told, version)
    case "junit":
      return junitText(told)
  }
}
