import type { LocatedFinding, Told } from "./told"

/**
 * Findings as JUnit XML, the form that CI servers list as tests: a suite a board; a case a finding, and one a check
 * that found nothing. An open error or warning fails, what is waived is skipped with the board's reason, advice passes.
 */
export function junitText(told: readonly Told[]): string {
  const suites = told.map(suiteOf)
  const sum = (key: "tests" | "failures" | "errors" | "skipped"): number =>
    suites.reduce((total, { counts }) => total + counts[key], 0)
  const total = attributes({
    name: "mep",
    tests: sum("tests"),
    failures: sum("failures"),
    errors: sum("errors"),
    skipped: sum("skipped"),
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${total}>`,
    ...suites.flatMap(({ subject, counts, cases }) => [
      `  <testsuite${attributes({ name: subject, ...counts })}>`,
      ...cases.map((one) => `    ${one}`),
      "  </testsuite>",
    ]),
    "</testsuites>",
    "",
  ].join("\n")
}

function suiteOf({ subject, checks, findings, failure }: Told) {
  const found = new Set(findings.map(({ finding }) => finding.rule))
  const sound = checks.filter(({ id }) => !found.has(id))
  const skipped = findings.filter(({ waiver }) => waiver !== undefined).length
  const failures = findings.filter(isFailure).length
  const errors = failure === undefined ? 0 : 1
  const cases = [
    ...sound.map(({ id, title }) => testCase({ classname: id, name: title })),
    ...findings.map(findingCase),
    ...(failure === undefined
      ? []
      : [
          testCase(
            { classname: "mep", name: "the command runs to its end" },
            element("error", { message: failure.message }),
          ),
        ]),
  ]
  return { subject, counts: { tests: cases.length, failures, errors, skipped }, cases }
}

const isFailure = ({ finding, waiver }: LocatedFinding): boolean =>
  waiver === undefined && finding.severity !== "info"

function findingCase(located: LocatedFinding): string {
  const { finding, message, file, line, waiver } = located
  const place = `${file}${line === undefined ? "" : `:${line}`}`
  const named = { classname: finding.rule, name: message, file, line }
  if (waiver !== undefined) return testCase(named, element("skipped", { message: waiver }))
  return isFailure(located)
    ? testCase(named, element("failure", { type: finding.severity, message }, `${place}: ${message}`))
    : testCase(named, element("system-out", {}, `${place}: ${message}`))
}

const testCase = (properties: Properties, content?: string): string =>
  content === undefined
    ? `<testcase${attributes(properties)}/>`
    : `<testcase${attributes(properties)}>${content}</testcase>`

const element = (name: string, properties: Properties, text = ""): string =>
  `<${name}${attributes(properties)}>${xml(text)}</${name}>`

type Properties = Readonly<Record<string, string | number | undefined>>

const attributes = (properties: Properties): string =>
  Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${xml(String(value))}"`)
    .join("")

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
}

/** XML 1.0 has no control characters, not even as entities; a finding may quote a file that has some. */
const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/[&<>"\n\r\t]/g, (character) => entities[character] ?? character)
