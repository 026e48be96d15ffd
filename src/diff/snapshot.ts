import type { AnyCircuitElement } from "circuit-json"
import { z } from "zod"
import { boardIn, type FabHouse } from "../model/fab-house"
import type { Figure, Finding, WaivedFinding } from "../model/finding"
import { layerNames } from "../model/layer"
import { type CsvTable, type Manifest, ReadError, readCsv, readJson, readManifest } from "../read"
import { type FabSet, readFabSet } from "../verify/files/fab-set"
import { hasColumns } from "../verify/package/columns"
import { type Contents, textOf } from "../verify/package/contents"
import { undrafted } from "../verify/package/draft"

/** What there is to compare of one board: a whole package, or bare Gerbers. */
export interface Snapshot {
  readonly board: string
  /** What its lists and names are written for. */
  readonly house: FabHouse
  /** File name -> sha256, where the package has a manifest. */
  readonly manifest?: Manifest
  readonly circuit?: readonly AnyCircuitElement[]
  readonly fab: FabSet
  /** `<variant>/<plan>/<file>` -> table. */
  readonly assembly: ReadonlyMap<string, CsvTable>
  readonly report?: ReportView
  /** The sheet as SVG, where the package has its drawings. */
  readonly schematic?: string
}

/** Whether a snapshot is read from this file or folder of a package. */
export const isCompared = (path: string): boolean =>
  /^(?:(?:manifest|circuit|report)\.json|[^/]+\.zip|(?:assembly|gerbers|draft)(?:\/.*)?|drawings(?:\/schematic\.svg)?)$/.test(
    path,
  )

/** The part of `report.json` that is compared. */
export interface ReportView {
  readonly checks: readonly {
    readonly id: string
    readonly title: string
    readonly figures: readonly Figure[]
  }[]
  readonly findings: readonly Finding[]
  readonly waived: readonly WaivedFinding[]
}

const circuitSchema = z.array(z.object({ type: z.string() }).passthrough())

const findingSchema = z
  .object({
    rule: z.string(),
    severity: z.enum(["error", "warning", "info"]),
    message: z.string(),
    at: z.object({ x: z.number(), y: z.number(), layer: z.enum(layerNames).optional() }).optional(),
  })
  .passthrough()

const reportSchema = z
  .object({
    checks: z.array(
      z
        .object({
          id: z.string(),
          title: z.string(),
          figures: z
            .array(z.object({ name: z.string(), value: z.union([z.number(), z.string()]) }).passthrough())
            .default([]),
        })
        .passthrough(),
    ),
    findings: z.array(findingSchema),
    waived: z.array(findingSchema),
  })
  .passthrough()

/**
 * Reads a package or a Gerber set into what can be compared. Readers are those that judge written files.
 * @param name what the user typed, for messages.
 * @param houses that it may be made for; lists and names tell which.
 * @throws ReadError for a file that is there and cannot be read.
 */
export function readSnapshot(
  stored: Contents,
  name: string,
  houses: readonly [FabHouse, ...FabHouse[]],
): Snapshot {
  const contents = undrafted(stored)
  const parsed = <T>(path: string, read: (text: string, file: string) => T): T | undefined => {
    const bytes = contents.get(path)
    return bytes === undefined ? undefined : read(textOf(bytes), `${name}: ${path}`)
  }
  const manifest = parsed("manifest.json", readManifest)
  const circuit = parsed("circuit.json", (text, file) => shaped(circuitSchema, text, file))
  const report = parsed("report.json", (text, file) => shaped(reportSchema, text, file))
  const assembly = new Map<string, CsvTable>()
  for (const [path, bytes] of contents) {
    const inside = /^assembly\/([^/]+\/[^/]+\/[^/]+\.csv)$/.exec(path)?.[1]
    if (inside !== undefined) assembly.set(inside, readCsv(textOf(bytes), `${name}: ${path}`))
  }
  const schematic = contents.get("drawings/schematic.svg")
  const fab = fabFiles(contents, name)
  const paths = [...contents.keys()]
  const lists = [...assembly].flatMap(([path, table]) => (path.endsWith("/bom.csv") ? [table] : []))
  const house =
    houses.find(({ bom }) => lists.some((table) => hasColumns(table, bom.columns))) ??
    houses.find((one) => boardName(paths, one) !== undefined) ??
    houses[0]
  return {
    board: manifest?.board ?? boardName(paths, house) ?? "board",
    house,
    fab,
    assembly,
    ...(manifest === undefined ? {} : { manifest }),
    // Checked to be a list of elements; the project's own views of a circuit take it from there.
    ...(circuit === undefined ? {} : { circuit: circuit as unknown as AnyCircuitElement[] }),
    ...(report === undefined ? {} : { report: report as unknown as ReportView }),
    ...(schematic === undefined ? {} : { schematic: textOf(schematic) }),
  }
}

function shaped<T extends z.ZodTypeAny>(schema: T, text: string, file: string): z.infer<T> {
  const result = schema.safeParse(readJson(text, file))
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new ReadError(
    file,
    undefined,
    `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "not understood"}`,
  )
}

/** A package's fabrication files are in `gerbers/`; anything else is a bare set, wherever its files lie. */
function fabFiles(contents: Contents, name: string): FabSet {
  const inFolder = [...contents].filter(([path]) => path.startsWith("gerbers/"))
  const files = (inFolder.length > 0 ? inFolder : [...contents]).map(([path, bytes]) => ({
    name: path.slice(path.lastIndexOf("/") + 1),
    text: textOf(bytes),
  }))
  const fab = readFabSet(files)
  const unreadable = fab.findings.find(({ rule }) => rule === "pkg/unreadable")
  if (unreadable !== undefined) {
    throw new ReadError(`${name}: ${unreadable.file ?? "?"}`, unreadable.line, unreadable.message)
  }
  if (fab.layers.size === 0) throw new ReadError(name, undefined, "neither a package nor a set of Gerbers")
  return fab
}

/** From the upload zip's name, or what the names of the Gerbers begin with. */
function boardName(paths: readonly string[], { upload }: FabHouse): string | undefined {
  for (const path of paths) {
    const file = path.slice(path.lastIndexOf("/") + 1)
    const found = boardIn(upload.zip, file) ?? boardIn(upload.F_Cu, file)
    if (found !== undefined) return found
  }
  return undefined
}
