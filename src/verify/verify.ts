import { createHash } from "node:crypto"
import { type FabRule, fabRule, type RuleId } from "../../fabrication/jlcpcb/rules"
import type { Finding } from "../finding"
import { type Manifest, ReadError, readManifest } from "../read"
import { netlistOfAttributes } from "./expected/attributes"
import { netlistOfCircuitJson } from "./expected/circuit-json"
import { netlistOfIpc } from "./expected/ipc"
import { type FabSet, readFabSet, unreadable } from "./files/fab-set"
import { BoardGeometry } from "./geometry/board"
import { type IpcNetlist, readIpcNetlist } from "./ipc-d-356"
import { checkIpc } from "./lvs/ipc-rule"
import type { ExpectedNetlist } from "./netlist"
import { type AssemblyOptions, checkAssembly } from "./package/assembly"
import { type Contents, readContents, textOf } from "./package/contents"
import { checkContract } from "./package/contract"
import { draftFinding, isDraft, undrafted } from "./package/draft"
import { checkManifest } from "./package/manifest-rule"
import type { VerifyCheck, VerifyReport } from "./report"
import { fileRules } from "./rules/index"

export interface VerifyOptions {
  /** Hash of the source as it is now; a package of another source is stale. */
  readonly sourceHash?: string
  /** LCSC numbers of the parts catalogue. */
  readonly partNumbers?: ReadonlySet<string>
  /** Variant -> designators it leaves empty. */
  readonly notFitted?: Readonly<Record<string, readonly string[]>>
  /** Designator -> LCSC number that the board's list of parts has for it. */
  readonly numberOf?: Readonly<Record<string, string | undefined>>
  /** The fab's limits by id; JLCPCB's if not given. */
  readonly limit?: (id: RuleId) => FabRule
  /** The zip is still being made: who makes it asks {@link contractCheck}. */
  readonly zipFollows?: boolean
  /** Keeps what was read and measured, for who verifies many packages with the same Gerbers, drills and circuit. */
  readonly measured?: Map<string, Measured>
}

/** Geometry and findings of the rules on one set of Gerbers and drills: they depend on nothing else. */
export interface Measured {
  readonly geometry: BoardGeometry
  readonly checks: readonly VerifyCheck[]
}

/**
 * Judges a package of this project (folder or zip, hashes first) or any Gerber set by its files alone.
 * @throws UserError if the folder or zip itself cannot be read; everything inside it becomes a finding.
 */
export function verifyPackage(path: string, options: VerifyOptions = {}): VerifyReport {
  return verifyContents(readContents(path), options)
}

/** As `verifyPackage`, on files in memory: path inside the package -> content. */
export function verifyContents(stored: Contents, options: VerifyOptions = {}): VerifyReport {
  const contents = undrafted(stored)
  const checks: VerifyCheck[] = []
  const notChecked: string[] = []
  const add = (id: string, title: string, findings: readonly Finding[]): void => {
    checks.push({ id, title, findings })
  }
  const manifestBytes = contents.get("manifest.json")
  let manifest: Manifest | undefined
  if (manifestBytes !== undefined)
    try {
      manifest = readManifest(textOf(manifestBytes), "manifest.json")
      add("pkg/manifest", "files as the manifest says", checkManifest(manifest, stored, options))
    } catch (error) {
      add("pkg/manifest", "files as the manifest says", [unreadable(error, "manifest.json")])
    }
  else notChecked.push("Whether the files are those that were built: there is no manifest.json.")
  if (isDraft(stored)) add("pkg/draft", "the board is as it was accepted", [draftFinding])
  const board = manifest?.board ?? boardName(contents)
  const isPackage = board !== undefined && (manifest !== undefined || contents.has("circuit.json"))
  if (isPackage && !options.zipFollows) checks.push(contractCheck(board, contents))
  if (manifest !== undefined && options.sourceHash === undefined)
    notChecked.push("Whether the package is up to date: the source it was built from is not here.")

  const files = fabricationFiles(contents, isPackage)
  const trouble: Finding[] = []
  const ipc = attempt(trouble, () => findIpc(contents))
  const expected = attempt(trouble, () => expectedNetlist(contents, files, ipc))
  add("pkg/netlist-files", "netlist files readable", trouble)
  const { geometry, checks: measured } = measure(files, expected, options, contents)
  checks.push(...measured)
  if (!isPackage && files.unread.length > 0)
    notChecked.push(`Files that are neither Gerber nor drill: ${files.unread.slice(0, 12).join(", ")}.`)
  if (expected === undefined)
    notChecked.push(
      "Which net each pad belongs on: no circuit.json, no IPC-D-356 netlist, and the copper names no nets. Clearances were measured between pieces of copper that are not connected.",
    )
  if (ipc !== undefined && isPackage)
    add("lvs/ipc", "IPC-D-356 netlist equals circuit, drills and copper", checkIpc(ipc, geometry))
  else notChecked.push("The netlist for electrical test: there is no IPC-D-356 file of ours.")
  if ([...contents.keys()].some((path) => path.startsWith("assembly/"))) {
    add(
      "pkg/assembly",
      "BOM, CPL and hand list agree with the board",
      checkAssembly(contents, geometry, assemblyOptions(options)),
    )
    if (options.partNumbers === undefined)
      notChecked.push("Whether every part number is in the parts catalogue: the catalogue is not here.")
  } else notChecked.push("Parts lists: there are no assembly files.")
  return {
    kind: isPackage ? "package" : "gerbers",
    board,
    revision: manifest?.revision,
    checks,
    findings: checks.flatMap(({ findings }) => findings),
    notChecked,
  }
}

/** Whether the package of a board holds what it promises, its zip among it. */
export const contractCheck = (board: string, contents: Contents): VerifyCheck => ({
  id: "pkg/contents",
  title: "the package holds what it promises",
  findings: checkContract(board, contents),
})

function measure(
  files: FabSet,
  expected: ExpectedNetlist | undefined,
  { limit = fabRule, measured }: VerifyOptions,
  contents: Contents,
): Measured {
  const key = measured === undefined ? "" : fingerprint(contents)
  const known = measured?.get(key)
  if (known !== undefined) return known
  const geometry = new BoardGeometry(files, expected)
  const input = { board: geometry, limit }
  const checks = fileRules.map((rule) => ({
    id: rule.id,
    title: rule.title,
    ...guarded(rule.id, () => rule.check(input)),
  }))
  measured?.set(key, { geometry, checks })
  return { geometry, checks }
}

/** Names and bytes of all that geometry and netlist are read from. */
function fingerprint(contents: Contents): string {
  const hash = createHash("sha256")
  // The netlist for electrical test counts where no circuit tells the nets.
  const read = contents.has("circuit.json") ? /^gerbers\/|^circuit\.json$/ : /./
  for (const [path, bytes] of contents)
    if (read.test(path)) hash.update(`${path}\0${bytes.length}\0`).update(bytes)
  return hash.digest("hex")
}

/** A layer too dense for exact geometry is a finding of that rule, not the end of all others. */
function guarded(
  id: string,
  run: () => Omit<VerifyCheck, "id" | "title">,
): Omit<VerifyCheck, "id" | "title"> {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof Error && error.name === "UserError")) throw error
    return { findings: [{ rule: id, severity: "error", message: error.message }] }
  }
}

function attempt<T>(trouble: Finding[], run: () => T): T | undefined {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
    trouble.push(unreadable(error, error.file))
    return undefined
  }
}

function assemblyOptions(options: VerifyOptions): AssemblyOptions {
  const limit = options.limit ?? fabRule
  return {
    ...(options.partNumbers === undefined ? {} : { partNumbers: options.partNumbers }),
    ...(options.notFitted === undefined ? {} : { notFitted: options.notFitted }),
    ...(options.numberOf === undefined ? {} : { numberOf: options.numberOf }),
    maxDesignatorsPerRow: limit("bom-designators").gate.error ?? Number.POSITIVE_INFINITY,
    maxCellCharacters: limit("bom-cell").gate.error ?? Number.POSITIVE_INFINITY,
  }
}

function fabricationFiles(contents: Contents, isPackage: boolean): FabSet {
  const wanted = [...contents].filter(([path]) => !isPackage || path.startsWith("gerbers/"))
  return readFabSet(
    wanted.map(([path, bytes]) => ({ name: path.replace(/^gerbers\//, ""), text: textOf(bytes) })),
  )
}

function boardName(contents: Contents): string | undefined {
  for (const path of contents.keys()) {
    const name = /^([a-z0-9-]+)-gerbers\.zip$/.exec(path)?.[1]
    if (name !== undefined) return name
  }
  // A package that lost its zip is one all the same.
  for (const path of contents.keys()) {
    const name = /^gerbers\/([a-z0-9-]+)-F_Cu\.gtl$/.exec(path)?.[1]
    if (name !== undefined) return name
  }
  return undefined
}

function findIpc(contents: Contents): IpcNetlist | undefined {
  const path = [...contents.keys()].find((name) => /^[^/]+\.(ipc|d356)$/i.test(name))
  const bytes = path === undefined ? undefined : contents.get(path)
  return path === undefined || bytes === undefined ? undefined : readIpcNetlist(textOf(bytes), path)
}

function expectedNetlist(
  contents: Contents,
  files: FabSet,
  ipc: IpcNetlist | undefined,
): ExpectedNetlist | undefined {
  const circuit = contents.get("circuit.json")
  if (circuit !== undefined) return netlistOfCircuitJson(textOf(circuit), "circuit.json")
  return netlistOfAttributes(files) ?? (ipc === undefined ? undefined : netlistOfIpc(ipc))
}
