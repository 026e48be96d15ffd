import { isAbsolute } from "node:path"
import { pathToFileURL } from "node:url"
import { type FilePlace, type LocatedFinding, placeOfMessage, type Told } from "./told"

const levels = { error: "error", warning: "warning", info: "note" } as const

/**
 * Findings as SARIF 2.1.0 (OASIS Standard, 27 March 2020), for code scanning and editors. One run for all boards:
 * GitHub takes one a tool and upload. What is waived is suppressed, with the board's reason.
 */
export function sarifText(told: readonly Told[], version: string): string {
  const titles = new Map(told.flatMap(({ checks }) => checks.map(({ id, title }) => [id, title] as const)))
  const findings = told.flatMap((one) =>
    one.findings.map((finding) => ({ ...finding, subject: one.subject })),
  )
  const ruleIds = [...new Set(findings.map(({ finding }) => finding.rule))].sort()
  const failures = told.flatMap(({ failure }) => failure ?? [])
  const run = {
    tool: {
      driver: {
        name: "mep",
        version,
        rules: ruleIds.map((id) => {
          const title = titles.get(id)
          return { id, ...(title === undefined ? {} : { shortDescription: { text: title } }) }
        }),
      },
    },
    columnKind: "utf16CodeUnits",
    invocations: [
      {
        executionSuccessful: failures.length === 0,
        toolExecutionNotifications: failures.map(({ message }) => {
          const place = placeOfMessage(message)
          return {
            level: "error",
            message: { text: message },
            ...(place === undefined ? {} : { locations: [locationOf(place)] }),
          }
        }),
      },
    ],
    results: findings.map((one) => resultOf(one, ruleIds.indexOf(one.finding.rule))),
  }
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] }
  return `${JSON.stringify(log, null, 2)}\n`
}

function resultOf(located: LocatedFinding & { readonly subject: string }, ruleIndex: number) {
  const { finding, message, waiver, subject } = located
  const { at, measure, nets, parts } = finding
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: levels[finding.severity],
    message: { text: message },
    locations: [locationOf(located)],
    ...(waiver === undefined
      ? {}
      : { suppressions: [{ kind: "external", status: "accepted", justification: waiver }] }),
    // Places on a board have no word in SARIF.
    properties: {
      subject,
      ...(at === undefined ? {} : { at }),
      ...(measure === undefined ? {} : { measure }),
      ...(nets === undefined ? {} : { nets }),
      ...(parts === undefined ? {} : { parts }),
    },
  }
}

const locationOf = ({ file, line }: FilePlace) => ({
  physicalLocation: {
    artifactLocation: { uri: isAbsolute(file) ? pathToFileURL(file).href : encodeURI(file) },
    ...(line === undefined ? {} : { region: { startLine: line } }),
  },
})
