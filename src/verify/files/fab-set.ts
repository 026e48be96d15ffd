import type { Finding } from "../../model/finding"
import { type DrillFile, type GerberImage, ReadError, readExcellon, readGerber } from "../../read"
import { type LayerRole, layerName, roleByFunction, roleByName } from "./roles"

/** A file as it lies in a folder or zip. */
export interface TextFile {
  readonly name: string
  readonly text: string
}

/** The Gerber and drill files of one board, read and sorted by what they are for. */
export interface FabSet {
  readonly layers: ReadonlyMap<LayerRole, GerberImage>
  readonly drills: readonly DrillFile[]
  /** Gerbers that are none of the layers a board is made from (fabrication notes, courtyards). */
  readonly others: readonly GerberImage[]
  /** Names of files that are neither. */
  readonly unread: readonly string[]
  /** Files that could not be read, roles claimed twice, names that contradict contents. */
  readonly findings: readonly Finding[]
}

/** Reads every Gerber and drill file. Never throws for bad content: what cannot be read is a finding. */
export function readFabSet(files: readonly TextFile[]): FabSet {
  const layers = new Map<LayerRole, GerberImage>()
  const drills: DrillFile[] = []
  const others: GerberImage[] = []
  const unread: string[] = []
  const findings: Finding[] = []
  for (const file of files) {
    const byName = roleByName(file.name, file.text)
    if (byName === "other") {
      unread.push(file.name)
      continue
    }
    try {
      if (byName === "drill") {
        const drill = readExcellon(file.text, file.name)
        drills.push(drill)
        findings.push(...wrongPlating(drill))
        continue
      }
      const image = readGerber(file.text, file.name)
      const byFunction = roleByFunction(image.attributes.get(".FileFunction"))
      const role = byFunction ?? byName
      if (byFunction !== undefined && byName !== "gerber-other" && byFunction !== byName)
        findings.push({
          rule: "pkg/layer-set",
          severity: "error",
          message: `the name says ${describe(byName)}, the file itself says ${describe(byFunction)}`,
          file: file.name,
        })
      if (role === "gerber-other" || role === "drill" || role === "other") others.push(image)
      else if (layers.has(role))
        findings.push({
          rule: "pkg/layer-set",
          severity: "error",
          message: `${file.name} and ${layers.get(role)?.file} are both ${layerName(role)}`,
          file: file.name,
        })
      else layers.set(role, image)
    } catch (error) {
      findings.push(unreadable(error, file.name))
    }
  }
  return { layers, drills, others, unread, findings }
}

/** A fab goes by the name of a drill file or by what the file says: the two must agree. */
function wrongPlating({ file, plating }: DrillFile): Finding[] {
  const named = /npth|non-?plated/i.test(file) ? "unplated" : /pth|plated/i.test(file) ? "plated" : undefined
  if (named === undefined || plating === undefined || plating === "mixed" || plating === named) return []
  const message = `the name says ${named} holes, the file itself says ${plating}`
  return [{ rule: "pkg/layer-set", severity: "error", message, file }]
}

/** A `ReadError` as a finding; anything else is a bug and goes on. */
export function unreadable(error: unknown, file: string): Finding {
  if (!(error instanceof ReadError)) throw error
  return {
    rule: "pkg/unreadable",
    severity: "error",
    message: error.reason,
    file,
    ...(error.line === undefined ? {} : { line: error.line }),
  }
}

function describe(role: string): string {
  return role === "gerber-other" ? "none of the board's layers" : layerName(role as LayerRole)
}
