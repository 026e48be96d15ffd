import { existsSync, readFileSync } from "node:fs"
import { z } from "zod"
import { trackOhms } from "../circuit/resistance"
import { UserError } from "../model/finding"
import { type Metrics, lengthOf as total } from "./measure"

/** Figures of a board's predecessor, kept in the board's folder with where they come from. */
const referenceSchema = z
  .object({
    title: z.string(),
    origin: z.string(),
    figures: z.record(z.string()),
    nets: z.record(z.object({ topMm: z.number(), bottomMm: z.number(), vias: z.number() }).strict()),
  })
  .strict()

export type Reference = z.infer<typeof referenceSchema>

/** Reads a reference; undefined where the board has none. @throws UserError when it is not one. */
export function readReference(path: string, name: string): Reference | undefined {
  if (!existsSync(path)) return undefined
  let json: unknown
  try {
    json = JSON.parse(readFileSync(path, "utf8"))
  } catch (error) {
    throw new UserError(`${name}: not valid JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  const parsed = referenceSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new UserError(`${name}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "not a reference"}`)
}

function columns(rows: readonly (readonly string[])[], right: ReadonlySet<number> = new Set()): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? "").length)))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (right.has(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join("  ")
      .trimEnd()
  const [head, ...body] = rows
  const rule = widths.map((width) => "-".repeat(width)).join("  ")
  return [line(head ?? []), rule, ...body.map(line)].join("\n")
}

const mark = { met: "ok", missed: "MISSED", told: "" } as const

/** The table people read: ours beside the original's figures and what is asked, then a line a net. */
export function metricsTable(metrics: Metrics, reference: Reference | undefined): string {
  const title = reference?.title ?? "reference"
  const table = columns([
    ["", title, "ours", "asked", ""],
    ...metrics.rows.map((row) => [
      row.what,
      reference?.figures[row.id] ?? "",
      row.ours,
      row.asked,
      mark[row.verdict],
    ]),
  ])
  const nets = columns(
    [
      ["net", "length", "bottom", "vias", "width", "mohm", "between", title, "vias"],
      ...[...metrics.nets]
        .sort((a, b) => total(b) - total(a))
        .map((net) => {
          const before = reference?.nets[net.net]
          const width =
            net.narrowestMm === net.widestMm
              ? net.widestMm.toFixed(2)
              : `${net.narrowestMm.toFixed(2)}-${net.widestMm.toFixed(2)}`
          return [
            net.net,
            total(net).toFixed(1),
            net.bottomMm.toFixed(1),
            String(net.vias),
            width,
            net.milliohm === undefined ? "" : net.milliohm.toFixed(1),
            net.between,
            before ? (before.topMm + before.bottomMm).toFixed(1) : "",
            before ? String(before.vias) : "",
          ]
        }),
    ],
    new Set([1, 2, 3, 4, 5, 7, 8]),
  )
  const origin = reference ? `\n${reference.title}: ${reference.origin}\n` : ""
  const { copperMm, platingMm } = metrics.process
  const copper = `Lengths in mm. Resistance: ${copperMm * 1e3} um copper, ${(trackOhms(1, 1, metrics.process) * 1e3).toFixed(2)} mohm a square, vias as ${platingMm * 1e3} um barrels, 20 degrees C.`
  return `${table}\n\n${nets}\n\nA layer change is a via of a net that is not ground.\n${copper}\n${origin}`
}
