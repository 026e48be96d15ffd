import { placeOfMessage, type Told } from "./told"

/**
 * Findings as workflow commands, which GitHub shows at file and line of a pull request
 * (docs.github.com, "Workflow commands for GitHub Actions"). What is waived is accepted: it is not shown.
 */
export function githubText(told: readonly Told[]): string {
  const lines = told.flatMap(({ findings, failure }) => [
    ...findings
      .filter(({ waiver }) => waiver === undefined)
      .map(({ finding, message, file, line }) =>
        command(words[finding.severity], { file, line, title: finding.rule }, message),
      ),
    ...(failure === undefined
      ? []
      : [command("error", { ...placeOfMessage(failure.message) }, failure.message)]),
  ])
  return lines.map((line) => `${line}\n`).join("")
}

const words = { error: "error", warning: "warning", info: "notice" } as const

function command(
  name: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const said = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${data(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C")}`)
  return `::${name}${said.length === 0 ? "" : ` ${said.join(",")}`}::${data(message)}`
}

const data = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A")
