import type { Finding } from "../../model/finding"
import type { DrillFile, GerberImage } from "../../read"
import type { ProblemKind } from "../../read/read-error"
import type { FileRule } from "../rule"

const badKinds = new Set([
  "no-end",
  "no-newline",
  "data-after-end",
  "unknown-command",
  "syntax",
  "undefined-tool",
])

/** Old style is no matter to anyone but who writes it; only a file that may be cut off is. */
const elsewhere = (kind: ProblemKind): "error" | "warning" | "info" =>
  kind === "no-end" ? "error" : badKinds.has(kind) && kind !== "no-newline" ? "warning" : "info"

/** Files end as they should, use no deprecated commands, and say when and for what they were made. */
export const gerberFormat: FileRule = {
  id: "pkg/file-format",
  title: "Gerber and drill files well-formed",
  check: ({ board, foreign }) => {
    const findings: Finding[] = []
    const images = [...board.files.layers.values()]
    for (const file of [...images, ...board.files.drills, ...board.files.others]) {
      for (const { kind, line, message } of file.problems)
        findings.push({
          rule: "pkg/file-format",
          severity: foreign ? elsewhere(kind) : badKinds.has(kind) ? "error" : "warning",
          message: `${message}`,
          file: file.file,
          line,
        })
    }
    const dates = sameDates([...images, ...board.files.drills])
    findings.push(
      ...dates.map((finding) => (foreign ? { ...finding, severity: "warning" as const } : finding)),
    )
    for (const image of images)
      if (image.attributeStyle === "none")
        findings.push({
          rule: "pkg/file-format",
          severity: foreign ? "info" : "warning",
          message: `${image.file} does not say which layer it is (no .FileFunction)`,
          file: image.file,
        })
    return { findings }
  },
}

/** Files of one set carry one date. */
function sameDates(files: readonly (GerberImage | DrillFile)[]): Finding[] {
  const dates = new Map<string, string>()
  for (const file of files) {
    const date = file.attributes.get(".CreationDate")?.[0]
    if (date !== undefined && !dates.has(date)) dates.set(date, file.file)
  }
  // Programs that stamp each file as it is written differ by seconds: a set made on different days does not.
  const days = new Map([...dates].map(([date, file]) => [date.slice(0, 10), file]))
  if (days.size < 2) return []
  const said = [...days].map(([day, file]) => `${file} of ${day}`).join(", ")
  return [
    { rule: "pkg/file-format", severity: "error", message: `files of different days are mixed: ${said}` },
  ]
}

/** Constructs that the fab's importer was seen to misread: it draws them at another size or place. */
export const importerTraps: FileRule = {
  id: "dfm/importer-traps",
  title: "nothing the fab's importer is known to misread",
  check: ({ board, misreads }) => {
    const findings: Finding[] = []
    const { "parameterised-centre-line": centreLines, "transformed-apertures": transforms } = misreads
    for (const image of [...board.files.layers.values()]) {
      const used = new Set(
        [...image.apertures.values()].flatMap(({ shape }) => (shape.kind === "macro" ? [shape.name] : [])),
      )
      for (const macro of image.macros.values())
        if (centreLines !== undefined && macro.parameterised && macro.primitives.includes(21))
          findings.push({
            rule: "dfm/importer-traps",
            severity: used.has(macro.name) ? "error" : "warning",
            message: `macro ${macro.name} has parameters and a centre line (primitive 21): ${centreLines}`,
            file: image.file,
            line: macro.line,
          })
      for (const command of ["LR", "LM", "LS"]) {
        const line = image.transforms.get(command)
        if (line === undefined || transforms === undefined) continue
        findings.push({
          rule: "dfm/importer-traps",
          severity: "error",
          message: `%${command} turns or scales apertures: ${transforms}`,
          file: image.file,
          line,
        })
      }
    }
    return { findings }
  },
}
