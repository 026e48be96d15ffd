import { type FabHouse, houseFor, uploadNames } from "../model/fab-house"
import { gate } from "../model/fab-rule"
import type { Finding } from "../model/finding"
import type { PackageAtFab } from "../model/package"
import { type Manifest, readManifest } from "../read"
import {
  attempt,
  boardName,
  expectedNetlist,
  fabricationFiles,
  findIpc,
  findIpc2581,
  layersPromised,
} from "./contents-of"
import type { NetlistSource } from "./expected/reference"
import { type SaidLayers, unreadable } from "./files/fab-set"
import { isInnerRole } from "./files/roles"
import { checkIpc2581 } from "./ipc-2581/check"
import { checkIpc } from "./lvs/ipc-rule"
import { type Measured, measure } from "./measure"
import type { Memory } from "./memory"
import { checkAssembly } from "./package/assembly"
import type { AssemblyOptions } from "./package/bom"
import { type Contents, isJunk, readContents, textOf } from "./package/contents"
import { checkContract } from "./package/contract"
import { checkDocuments, readDocuments } from "./package/documents"
import { draftFinding, isDraft, undrafted } from "./package/draft"
import { checkDrawings } from "./package/drawings"
import { checkFormulas } from "./package/formula"
import { checkManifest } from "./package/manifest-rule"
import { checkPromise, promiseOf } from "./package/promise"
import { checkSignature, signatureName } from "./package/signature"
import { checkTestPoints } from "./package/test-points"
import type { PanelOwn } from "./panel-own"
import { isMeant, ownChecks, panelHouse, readPanelOwn } from "./panel-own"
import type { VerifyCheck, VerifyReport } from "./report"
import { leastWebMm } from "./rule"
import { few, unproven } from "./unproven"

export interface VerifyOptions {
  /** Hash of the source as it is now; a package of another source is stale. */
  readonly sourceHash?: string
  /** The fab's numbers in the parts catalogue. */
  readonly partNumbers?: ReadonlySet<string>
  /** Variant -> designators it leaves empty. */
  readonly notFitted?: Readonly<Record<string, readonly string[]>>
  /** The plans that every variant has lists for. */
  readonly plans?: readonly string[]
  /** Designator -> the fab's number that the board's list of parts has for it. */
  readonly numberOf?: Readonly<Record<string, string | undefined>>
  /** How the fab has the packages that a BOM names. */
  readonly packages?: Readonly<Record<string, PackageAtFab>>
  /** Keys one of which must have signed the manifest, 32 bytes each. */
  readonly signers?: readonly Uint8Array[]
  /** A circuit.json to hold files against that have none. */
  readonly circuit?: Uint8Array
  /** The files are of a panel, which has this beside its boards; in a folder `panel.json` says it. */
  readonly panel?: PanelOwn
  /** The zip is still being made: who makes it asks {@link contractCheck}. */
  readonly zipFollows?: boolean
  /** File name -> layer, where a person knows better than names and attributes. */
  readonly layers?: SaidLayers
  /** What copper has to connect, where the files do not say it themselves. */
  readonly netlist?: NetlistSource
  /** Gets what was read and measured, for who draws the same files. */
  readonly measured?: Map<string, Measured>
  /** Keeps what was read and measured, for who verifies many packages that have most files in common. */
  readonly memory?: Memory
}

/**
 * Judges a package of this project (folder or zip, hashes first) or any Gerber set by its files alone.
 * @param house whose limits, names and lists it is held against
 * @throws UserError if the folder or zip itself cannot be read; everything inside it becomes a finding.
 */
export function verifyPackage(path: string, house: FabHouse, options: VerifyOptions = {}): VerifyReport {
  return verifyContents(readContents(path), house, options)
}

/** As `verifyPackage`, on files in memory: path inside the package -> content. */
export function verifyContents(stored: Contents, house: FabHouse, options: VerifyOptions = {}): VerifyReport {
  const junk = [...stored.keys()].filter(isJunk)
  const contents = undrafted(new Map([...stored].filter(([path]) => !isJunk(path))))
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
  if (contents.has(signatureName) || options.signers !== undefined)
    add("pkg/signature", "signed by somebody", checkSignature(contents, options.signers, notChecked))
  if (isDraft(stored)) add("pkg/draft", "the board is as it was accepted", [draftFinding])
  const board = manifest?.board ?? boardName(contents, house)
  // A panel holds several boards, each of which has a package of its own.
  const panelBytes = manifest === undefined ? undefined : contents.get("panel.json")
  const isPanel = options.panel !== undefined || panelBytes !== undefined
  const isPackage =
    board !== undefined && !isPanel && (manifest !== undefined || contents.has("circuit.json"))
  if (isPackage && !options.zipFollows) checks.push(contractCheck(board, contents, house, options.memory))
  if (manifest !== undefined && options.sourceHash === undefined)
    notChecked.push("Whether the package is up to date: the source it was built from is not here.")

  const files = fabricationFiles(contents, isPackage || isPanel, options.layers, options.memory)
  const trouble: Finding[] = []
  const unclear: Finding[] = []
  const documents = readDocuments(isPackage ? contents : new Map(), unclear)
  const { notFitted: variants, plans } = options
  const promise = promiseOf(
    { ...(variants === undefined ? {} : { variants }), ...(plans === undefined ? {} : { plans }) },
    documents,
  )
  const ipc = attempt(trouble, () => findIpc(contents))
  const expected = attempt(trouble, () =>
    expectedNetlist(
      contents.get("circuit.json") ?? options.circuit,
      files,
      ipc,
      options.netlist,
      trouble,
      options.memory,
    ),
  )
  const own =
    options.panel ??
    (panelBytes === undefined
      ? undefined
      : attempt(trouble, () => readPanelOwn(textOf(panelBytes), "panel.json")))
  add("pkg/netlist-files", "netlist files readable", trouble)
  // What it says of four layers it says of all boards with layers inside.
  const judging = [...files.layers.keys()].some(isInnerRole) ? (houseFor(house, 4) ?? house) : house
  const { geometry, checks: measured } = measure(
    files,
    expected,
    isPanel ? panelHouse(judging) : judging,
    // What is said from outside is no part of the contents, by which is remembered.
    [options.layers, options.netlist, options.circuit].every((said) => said === undefined)
      ? options.memory
      : undefined,
    options.measured,
    contents,
    !isPackage,
  )
  if (own === undefined) checks.push(...measured)
  else {
    const web = leastWebMm(house)
    for (const { findings, ...check } of measured)
      checks.push({ ...check, findings: findings.filter((finding) => !isMeant(finding, own, web)) })
    checks.push(...ownChecks(geometry, own, ipc))
  }
  if (!isPackage) notChecked.push(...unproven(files, geometry))
  if (junk.length > 0) notChecked.push(`Left behind by an operating system, and ignored: ${few(junk)}.`)
  if (expected === undefined)
    notChecked.push(
      "Which net each pad belongs on: no circuit.json, no IPC-D-356 netlist, and the copper names no nets. Clearances were measured between pieces of copper that are not connected.",
    )
  if (ipc !== undefined && (isPackage || isPanel))
    add("lvs/ipc", "IPC-D-356 netlist equals circuit, drills and copper", checkIpc(ipc, geometry))
  else notChecked.push("The netlist for electrical test: there is no IPC-D-356 file of ours.")
  const exchange = findIpc2581(contents)
  const unread: Finding[] = []
  if (exchange !== undefined && isPackage)
    add(
      "lvs/ipc-2581",
      "IPC-2581 file is one, and equals circuit, Gerbers and drills",
      attempt(unread, () => checkIpc2581(exchange.text, exchange.path, geometry, options.memory)) ?? unread,
    )
  if (isPackage && expected !== undefined)
    add("pkg/test-points", "test points are pads, and reach every net", checkTestPoints(contents, expected))
  if (isPackage)
    add(
      "pkg/promise",
      "every variant, plan and document that the board promises",
      checkPromise(contents, promise, board, house, { ...documents, isDraft: isDraft(stored) }),
    )
  if (isPackage && manifest !== undefined) {
    const facts = { contents, manifest, files, ipc, expected, isDraft: isDraft(stored) }
    const drawings =
      expected?.parts === undefined || promise === undefined
        ? []
        : checkDrawings(contents, expected.parts, promise)
    add("pkg/documents", "report, book and drawings speak of this board", [
      ...unclear,
      ...checkDocuments(documents, facts),
      ...drawings,
    ])
  }
  if ([...contents.keys()].some((path) => /\.(csv|xls.?|ods|tsv)$/i.test(path)))
    add("pkg/formula", "no cell that a spreadsheet would run", checkFormulas(contents))
  if (isPanel)
    notChecked.push(
      "Whether each board of the panel is the one in its own package, and its lists: a build of it does.",
    )
  else if ([...contents.keys()].some((path) => path.startsWith("assembly/"))) {
    add(
      "pkg/assembly",
      "BOM, CPL and hand list agree with the board",
      checkAssembly(
        contents,
        geometry,
        house,
        assemblyOptions(house, promise === undefined ? options : { ...options, notFitted: promise.variants }),
        documents.book,
      ),
    )
    if (options.partNumbers === undefined)
      notChecked.push("Whether every part number is in the parts catalogue: the catalogue is not here.")
    if (options.packages === undefined)
      notChecked.push("How machines turn parts: the records of their packages are not here.")
  } else notChecked.push("Parts lists: there are no assembly files.")
  return {
    kind: isPackage ? "package" : "gerbers",
    files: files.taken,
    board,
    fab: manifest?.fab,
    revision: manifest?.revision,
    checks,
    findings: checks.flatMap(({ findings }) => findings),
    notChecked,
  }
}

/** Whether the package of a board holds what it promises, its zip among it. */
export function contractCheck(
  board: string,
  contents: Contents,
  house: FabHouse,
  memory?: Memory,
): VerifyCheck {
  const layers = layersPromised(contents, memory)
  return {
    id: "pkg/contents",
    title: "the package holds what it promises",
    findings: checkContract(board, contents, uploadNames(houseFor(house, layers) ?? house, board), layers),
  }
}

function assemblyOptions(house: FabHouse, options: VerifyOptions): AssemblyOptions {
  const packages = options.packages
  return {
    ...(options.partNumbers === undefined ? {} : { partNumbers: options.partNumbers }),
    ...(options.notFitted === undefined ? {} : { notFitted: options.notFitted }),
    ...(options.numberOf === undefined ? {} : { numberOf: options.numberOf }),
    ...(packages === undefined ? {} : { packages }),
    maxDesignatorsPerRow: gate(house, "bom-designators"),
    maxCellCharacters: gate(house, "bom-cell"),
  }
}
