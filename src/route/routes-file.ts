import { readFileSync } from "node:fs"
import { z } from "zod"
import { UserError } from "../model/finding"
import { type CopperLayer, layerNames } from "../model/layer"
import { naturalOrder } from "../natural-order"
import { repeatedKey } from "../project/json-keys"

/**
 * The copper of a board as people read and review it: `boards/<board>/routes.json`.
 *
 * Frame: mm, board centre = origin, x right, y up, seen from the top for both layers. Pours are not in it, they are
 * computed at build. The file is written in one canonical form, so a net that nobody touched keeps its bytes.
 */

/** [x, y] in board mm. */
export type Position = readonly [number, number]

export interface RoutePath {
  /** A pad ("R5.2"), "via" or "track" (joins a track of the same net). */
  readonly from: string
  readonly to: string
  readonly layer: CopperLayer
  /** Track width in mm; a path is split where the width changes. */
  readonly width: number
  readonly points: readonly Position[]
}

export interface NetRoutes {
  /** Why the net is laid the way it is, for the reader. */
  readonly note?: string | undefined
  /** Pad centres the net was drawn for. */
  readonly pads: Readonly<Record<string, Position>>
  readonly paths: readonly RoutePath[]
  /** Via centres; diameter and drill come from the board's config. */
  readonly vias: readonly Position[]
}

/** What the copper was drawn for, beside the pad centres in each net: see `lock.ts`. */
export interface RoutesLock {
  /** SHA-256 over pads, nets, rules, outline, keepouts and holes. */
  readonly hash: string
  /** SHA-256 over outline, keepouts and holes, one each, so a change can be named. */
  readonly outline: string
  readonly keepouts: string
  readonly holes: string
  /** Width and clearance of each net and the via, as a person writes them. */
  readonly rules: Readonly<Record<string, string>>
  /** Land ("top 1.4 x 1.15 mm") -> pads that have it. */
  readonly lands: Readonly<Record<string, readonly string[]>>
}

export interface RoutesFile {
  readonly format: 1
  readonly lock?: RoutesLock | undefined
  readonly nets: Readonly<Record<string, NetRoutes>>
}

/** As far off as KiCad has places, which stands 0.15 m farther. mm */
const farthestMm = 1900
const mm = z.number().finite().min(-farthestMm).max(farthestMm)
const position = z.tuple([mm, mm]).describe("[x, y] in mm from the board's centre, y up, seen from the top")
const hash = z.string().regex(/^[0-9a-f]{64}$/, "expected 64 hexadecimal digits")

const pathSchema = z
  .object({
    from: z
      .string()
      .min(1)
      .describe('a pad (designator.pin), "via" or "track" (joins a track of the same net)'),
    to: z.string().min(1).describe('a pad (designator.pin), "via" or "track"'),
    layer: z.enum(layerNames),
    width: z.number().finite().positive().max(10).describe("mm; a path is split where the width changes"),
    points: z.array(position).min(2, "a path needs at least two points"),
  })
  .strict()

const netSchema = z
  .object({
    note: z.string().optional().describe("why the net is laid the way it is"),
    pads: z.record(position).describe("pad centres the net was drawn for; npm run route writes them"),
    paths: z.array(pathSchema),
    vias: z.array(position).describe("centres; diameter and drill come from the board"),
  })
  .strict()

const lockSchema = z
  .object({
    hash,
    outline: hash,
    keepouts: hash,
    holes: hash,
    rules: z.record(z.string()),
    lands: z.record(z.array(z.string())),
  })
  .strict()

/** Of the whole file; editors get it as JSON Schema. */
export const routesSchema = z
  .object({
    format: z.literal(1),
    lock: lockSchema.optional().describe("what the copper was drawn for; npm run route writes it"),
    nets: z.record(netSchema),
  })
  .strict()

/** "net MEP_TXD, path 3, width" from zod's ["nets", "MEP_TXD", "paths", 2, "width"]: people count from one. */
function placeInFile(path: readonly (string | number)[]): string {
  const words: string[] = []
  for (let i = 0; i < path.length; i++) {
    const key = path[i]
    const next = path[i + 1]
    if (key === "nets" && typeof next === "string") {
      words.push(`net ${next}`)
      i++
    } else if (typeof key === "string" && typeof next === "number") {
      words.push(`${key.replace(/s$/, "")} ${next + 1}`)
      i++
    } else {
      words.push(String(key))
    }
  }
  return words.join(", ")
}

/**
 * Reads the text of a routes file.
 * @throws UserError naming the file, net and index of the first thing that is wrong.
 */
export function parseRoutes(text: string, file: string): RoutesFile {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw jsonError(file, text, error instanceof Error ? error.message : String(error))
  }
  const repeated = repeatedKey(text)
  if (repeated !== undefined) {
    const { key, lines } = repeated
    throw new UserError(
      `${file}:${lines[1]}: "${key}" stands here and in line ${lines[0]}: keep one of them`,
      {
        exitCode: 1,
      },
    )
  }
  const result = routesSchema.safeParse(json)
  if (!result.success) {
    const issue = result.error.issues[0]
    const place = issue ? placeInFile(issue.path) : ""
    throw new UserError(`${file}: ${place ? `${place}: ` : ""}${issue?.message ?? "not a routes file"}`, {
      exitCode: 1,
    })
  }
  return result.data
}

/** Node tells the place as a count of characters, or not at all; people want the line. */
function jsonError(file: string, text: string, message: string): UserError {
  const told = /at position (\d+)/.exec(message)?.[1]
  const position = /end of JSON/.test(message) ? text.length : told
  const line = position === undefined ? "" : `:${text.slice(0, Number(position)).split("\n").length}`
  const reason = message.replace(/ in JSON at position .*$/, "")
  return new UserError(`${file}${line}: not valid JSON: ${reason}`, { exitCode: 1 })
}

/** Reads and parses a routes file. @throws UserError when it is missing, unreadable or wrong. */
export function readRoutes(file: string): RoutesFile {
  let text: string
  try {
    text = readFileSync(file, "utf8")
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined
    throw new UserError(
      code === "ENOENT"
        ? `${file}: no such routes file`
        : `${file}: cannot be read (${String(code ?? error)})`,
    )
  }
  return parseRoutes(text, file)
}

/** Tenth of a micrometre is far below any fab's grid and keeps sums of 0.1 from showing as 0.30000000000000004. */
function formatNumber(value: number): string {
  const rounded = Math.round(value * 1e4) / 1e4
  return String(rounded === 0 ? 0 : rounded)
}

const formatPosition = ([x, y]: Position): string => `[${formatNumber(x)}, ${formatNumber(y)}]`

function formatPath(path: RoutePath): string {
  const points = path.points.map(formatPosition).join(", ")
  return (
    `{ "from": ${JSON.stringify(path.from)}, "to": ${JSON.stringify(path.to)}, "layer": "${path.layer}", ` +
    `"width": ${formatNumber(path.width)}, "points": [${points}] }`
  )
}

function formatList(items: readonly string[], indent: string): string {
  return items.length === 0 ? "[]" : `[\n${items.map((item) => `${indent}  ${item}`).join(",\n")}\n${indent}]`
}

/** One net's lines: the unit that must not change when another net is routed again. */
export function formatNet(net: NetRoutes): string {
  const pads = Object.keys(net.pads)
    .sort(naturalOrder)
    .map((name) => `${JSON.stringify(name)}: ${formatPosition(net.pads[name] as Position)}`)
  const lines = [
    ...(net.note === undefined ? [] : [`"note": ${JSON.stringify(net.note)}`]),
    `"pads": ${pads.length === 0 ? "{}" : `{ ${pads.join(", ")} }`}`,
    `"paths": ${formatList(net.paths.map(formatPath), "      ")}`,
    `"vias": ${formatList(net.vias.map(formatPosition), "      ")}`,
  ]
  return `{\n${lines.map((line) => `      ${line}`).join(",\n")}\n    }`
}

function formatLock(lock: RoutesLock): string {
  const record = (entries: readonly string[]): string =>
    `{\n${entries.map((e) => `      ${e}`).join(",\n")}\n    }`
  const rules = Object.keys(lock.rules)
    .sort(naturalOrder)
    .map((name) => `${JSON.stringify(name)}: ${JSON.stringify(lock.rules[name])}`)
  const lands = Object.keys(lock.lands)
    .sort(naturalOrder)
    .map((land) => {
      const pads = [...(lock.lands[land] ?? [])].sort(naturalOrder).map((name) => JSON.stringify(name))
      return `${JSON.stringify(land)}: [${pads.join(", ")}]`
    })
  const lines = [
    ...(["hash", "outline", "keepouts", "holes"] as const).map((key) => `"${key}": "${lock[key]}"`),
    `"rules": ${record(rules)}`,
    `"lands": ${record(lands)}`,
  ]
  return `{\n${lines.map((line) => `    ${line}`).join(",\n")}\n  }`
}

/** Text of a routes file: nets in natural order, one path a line, at most 4 decimals, newline at the end. */
export function formatRoutes(routes: RoutesFile): string {
  const nets = Object.keys(routes.nets)
    .sort(naturalOrder)
    .map((name) => `    ${JSON.stringify(name)}: ${formatNet(routes.nets[name] as NetRoutes)}`)
  const lines = [
    `  "format": 1`,
    ...(routes.lock ? [`  "lock": ${formatLock(routes.lock)}`] : []),
    `  "nets": ${nets.length === 0 ? "{}" : `{\n${nets.join(",\n")}\n  }`}`,
  ]
  return `{\n${lines.join(",\n")}\n}\n`
}
