import type { Finding } from "../../model/finding"
import {
  type DrillFile,
  type GerberImage,
  ReadError,
  readExcellon,
  readGerber,
  UnsureFormat,
} from "../../read"
import { kept, type Recent } from "../recent"
import { fittedDrill, formatWords } from "./drill-format"
import { drillOfGerber } from "./gerber-drill"
import {
  type FileRole,
  isPlane,
  type LayerRole,
  layerName,
  roleByFunction,
  roleByName,
  surelyNamed,
} from "./roles"
import { outlineOf } from "./which-outline"

/** A file as it lies in a folder or zip. */
export interface TextFile {
  readonly name: string
  readonly text: string
}

/** What a file was taken for, and by what. */
export interface TakenFile {
  readonly file: string
  /** "top copper", "plated holes", "no layer of the board", "not read". */
  readonly as: string
  readonly role: FileRole
  /** "its name", "its own .FileFunction", "--layer", ... */
  readonly by: string
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
  readonly taken: readonly TakenFile[]
}

/** File name -> layer: a person's word, before all others. */
export type SaidLayers = ReadonlyMap<string, LayerRole>

interface Read {
  readonly image: GerberImage
  readonly role: FileRole
  readonly by: string
}

/** Reads every Gerber and drill file. Never throws for bad content: what cannot be read is a finding. */
export function readFabSet(
  files: readonly TextFile[],
  said: SaidLayers = new Map(),
  images?: Recent<GerberImage>,
): FabSet {
  const drills: DrillFile[] = []
  const unread: string[] = []
  const findings: Finding[] = []
  const taken: TakenFile[] = []
  const gerbers: Read[] = []
  const unsure: TextFile[] = []
  const drill = (read: DrillFile, by: string): void => {
    drills.push(read)
    findings.push(...wrongPlating(read))
    taken.push({ file: read.file, as: holesWord(read), role: "drill", by })
  }
  for (const file of files) {
    const byName = roleByName(file.name, file.text)
    if (byName === "other") {
      unread.push(file.name)
      taken.push({ file: file.name, as: "not read", role: "other", by: "neither Gerber nor drill" })
      continue
    }
    try {
      if (byName === "drill") {
        drill(readExcellon(file.text, file.name), "its contents")
        continue
      }
      const image = kept(images, `${file.name}\0${file.text}`, () => readGerber(file.text, file.name))
      const word = said.get(file.name) ?? said.get(file.name.split("/").pop() ?? file.name)
      const byFunction = roleByFunction(image.attributes.get(".FileFunction"))
      const role = word ?? byFunction ?? byName
      if (role === "drill") {
        drill(drillOfGerber(image), "its own .FileFunction")
        continue
      }
      if (word === undefined && byFunction !== undefined && contradicts(file.name, byFunction))
        findings.push(
          layerSet(
            "error",
            `the name says ${describe(surelyNamed(file.name) ?? byName)}, the file itself says ${describe(byFunction)}`,
            file.name,
          ),
        )
      const by =
        word !== undefined ? "--layer" : byFunction !== undefined ? "its own .FileFunction" : "its name"
      gerbers.push({ image, role, by })
    } catch (error) {
      if (error instanceof UnsureFormat) unsure.push(file)
      else findings.push(unreadable(error, file.name))
      if (!(error instanceof UnsureFormat))
        taken.push({ file: file.name, as: "not readable", role: byName, by: "its name" })
    }
  }
  const { layers, others } = sortLayers(gerbers, findings, taken)
  const copper = [...layers].flatMap(([role, image]) => (role.startsWith("copper-") ? [image] : []))
  for (const file of unsure) {
    const fitted = fittedDrill(file.text, file.name, copper)
    if (fitted === undefined) {
      try {
        readExcellon(file.text, file.name)
      } catch (error) {
        findings.push(unreadable(error, file.name))
      }
      taken.push({ file: file.name, as: "not readable", role: "drill", by: "its contents" })
      continue
    }
    const share = fitted.share > 0 ? `: ${Math.round(fitted.share * 100)} % of the holes lie on pads so` : ""
    drill(
      fitted.drill,
      `its contents; the format is not told, read with ${formatWords(fitted.format)}${share}`,
    )
  }
  const order = new Map(files.map(({ name }, i) => [name, i]))
  taken.sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0))
  return { layers, drills, others, unread, findings, taken }
}

function sortLayers(gerbers: readonly Read[], findings: Finding[], taken: TakenFile[]) {
  const layers = new Map<LayerRole, GerberImage>()
  const others: GerberImage[] = []
  const take = (image: GerberImage, role: LayerRole, by: string): void => {
    layers.set(role, image)
    taken.push({ file: image.file, as: layerName(role), role, by })
  }
  const leave = (image: GerberImage, by: string): void => {
    others.push(image)
    taken.push({ file: image.file, as: "no layer of the board", role: "gerber-other", by })
  }
  const claims = new Map<LayerRole, Read[]>()
  for (const read of gerbers) {
    const { role } = read
    if (role === "drill" || role === "other" || role === "gerber-other") continue
    claims.set(role, [...(claims.get(role) ?? []), read])
  }
  for (const [role, all] of claims) {
    // A person's word outranks the file's own, and that its name.
    const rank = (read: Read): number => ["--layer", "its own .FileFunction", "its name"].indexOf(read.by)
    const best = Math.min(...all.map(rank))
    const [first, ...rest] = all.filter((read) => rank(read) === best)
    for (const read of all.filter((one) => rank(one) > best))
      leave(read.image, `another file is the ${layerName(role)}`)
    if (first === undefined) continue
    if (role === "outline" && rest.length > 0) {
      const chosen = outlineOf(
        [first, ...rest].map(({ image }) => image),
        copperOf(claims),
      )
      for (const { image, by } of [first, ...rest])
        if (image === chosen) take(image, role, by)
        else leave(image, `${chosen.file} is the board outline; --layer Edge_Cuts=FILE takes another`)
      continue
    }
    take(first.image, role, first.by)
    for (const { image } of rest) {
      findings.push(
        layerSet("error", `${image.file} and ${first.image.file} are both ${layerName(role)}`, image.file),
      )
      taken.push({
        file: image.file,
        as: "not used",
        role,
        by: `${first.image.file} is the ${layerName(role)}`,
      })
    }
  }
  let next = 1
  for (const { image, role, by } of gerbers) {
    if (role !== "gerber-other") continue
    // A plane named by its net: the files say that it is copper, not at which depth.
    if (by === "its name" && isPlane(image.file)) {
      while (layers.has(`copper-inner-${next}`)) next++
      take(image, `copper-inner-${next}`, "its name, a plane; its depth is a guess")
    } else leave(image, by)
  }
  if (!layers.has("outline")) {
    const closed = outlineOf(others, copperOf(claims), true)
    if (closed !== undefined) {
      others.splice(others.indexOf(closed), 1)
      taken.splice(
        taken.findIndex(({ file }) => file === closed.file),
        1,
      )
      take(closed, "outline", "its contents, a closed line round all copper")
    }
  }
  return { layers, others }
}

const copperOf = (claims: ReadonlyMap<LayerRole, readonly Read[]>): GerberImage[] =>
  [...claims].flatMap(([role, all]) => (role.startsWith("copper-") ? all.map(({ image }) => image) : []))

const holesWord = ({ plating }: DrillFile): string =>
  plating === "plated"
    ? "plated holes"
    : plating === "unplated"
      ? "unplated holes"
      : plating === "mixed"
        ? "plated and unplated holes"
        : "holes, plated where copper is all round"

/** Whether the name is of a program's own pattern and says another layer: a fab goes by the one or by the other. */
function contradicts(file: string, byFunction: FileRole): boolean {
  const named = surelyNamed(file)
  return named !== undefined && named !== "gerber-other" && named !== byFunction
}

const layerSet = (severity: "error" | "warning", message: string, file: string): Finding => ({
  rule: "pkg/layer-set",
  severity,
  message,
  file,
})

/** A fab goes by the name of a drill file or by what the file says: the two must agree. */
function wrongPlating({ file, plating }: DrillFile): Finding[] {
  const named = /npth|non-?_?plated/i.test(file)
    ? "unplated"
    : /pth|plated/i.test(file)
      ? "plated"
      : undefined
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
  return role === "gerber-other" || role === "drill"
    ? "none of the board's layers"
    : layerName(role as LayerRole)
}
