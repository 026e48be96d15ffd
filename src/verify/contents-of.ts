import { boardIn, type FabHouse } from "../model/fab-house"
import type { Finding } from "../model/finding"
import { isLayerCount, type LayerCount } from "../model/layer"
import { ReadError, readManifest } from "../read"
import { netlistOfAttributes } from "./expected/attributes"
import { intentOfElements, netlistOfElements, readElements } from "./expected/circuit-json"
import { netlistOfIpc } from "./expected/ipc"
import { type NetlistSource, netlistOf } from "./expected/reference"
import { type FabSet, readFabSet, type SaidLayers, unreadable } from "./files/fab-set"
import { type IpcNetlist, readIpcNetlist } from "./ipc-d-356"
import type { Memory } from "./memory"
import type { ExpectedNetlist } from "./netlist"
import { type Contents, textOf } from "./package/contents"
import { undrafted } from "./package/draft"
import { kept } from "./recent"

/** The value, or nothing and a finding where a file cannot be read. */
export function attempt<T>(trouble: Finding[], run: () => T): T | undefined {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
    trouble.push(unreadable(error, error.file))
    return undefined
  }
}

/**
 * The board that a package or a set of Gerbers names, without reading it: by its manifest, its zip, or the name of its
 * top copper.
 */
export function boardNamed(contents: Contents, house: Pick<FabHouse, "upload">): string | undefined {
  const bytes = contents.get("manifest.json")
  try {
    if (bytes !== undefined) return readManifest(textOf(bytes), "manifest.json").board
  } catch {
    // Said when the package is judged.
  }
  const flat = [...contents.keys()].flatMap((path) => boardIn(house.upload.F_Cu, path) ?? [])
  return boardName(undrafted(contents), house) ?? flat[0]
}

/** The Gerbers and drills among the files; of a folder of ours those in `gerbers/`. */
export function fabricationFiles(
  contents: Contents,
  inFolder: boolean,
  said: SaidLayers | undefined,
  memory?: Memory,
): FabSet {
  const wanted = [...contents].filter(([path]) => !inFolder || path.startsWith("gerbers/"))
  return readFabSet(
    wanted.map(([path, bytes]) => ({ name: path.replace(/^gerbers\//, ""), text: textOf(bytes) })),
    said,
    memory?.images,
  )
}

/** By its zip; a package that lost that is one all the same, by its top copper. */
export function boardName(contents: Contents, { upload }: Pick<FabHouse, "upload">): string | undefined {
  for (const pattern of [upload.zip, `gerbers/${upload.F_Cu}`])
    for (const path of contents.keys()) {
      const name = boardIn(pattern, path)
      if (name !== undefined) return name
    }
  return undefined
}

/** How many layers of copper a package's circuit has; 2 where nobody can read it, which is said elsewhere. */
export function layersPromised(contents: Contents, memory?: Memory): LayerCount {
  const bytes = contents.get("circuit.json")
  if (bytes === undefined) return 2
  try {
    const board = elementsIn(bytes, "circuit.json", memory).elements.find(({ type }) => type === "pcb_board")
    const count = board !== undefined && "num_layers" in board ? board.num_layers : 2
    return typeof count === "number" && isLayerCount(count) ? count : 2
  } catch (error) {
    if (error instanceof ReadError) return 2
    throw error
  }
}

/** @throws ReadError */
function elementsIn(bytes: Uint8Array, file: string, memory: Memory | undefined) {
  const text = textOf(bytes)
  return { text, elements: kept(memory?.elements, text, () => readElements(text, file)) }
}

/** The netlist for electrical test, if there is one. @throws ReadError */
export function findIpc(contents: Contents): IpcNetlist | undefined {
  const path = [...contents.keys()].find((name) => /^[^/]+\.(ipc|d356|356)$/i.test(name))
  const bytes = path === undefined ? undefined : contents.get(path)
  return path === undefined || bytes === undefined ? undefined : readIpcNetlist(textOf(bytes), path)
}

/** The board in one file for who takes it, if there is one of ours. */
export function findIpc2581(
  contents: Contents,
): { readonly path: string; readonly text: string } | undefined {
  for (const [path, bytes] of contents)
    if (/^[^/]+-ipc2581\.xml$/.test(path)) return { path, text: textOf(bytes) }
  return undefined
}

/** What the copper has to connect: as somebody says, by the circuit, by the files' attributes, or by the test netlist. */
export function expectedNetlist(
  circuit: Uint8Array | undefined,
  files: FabSet,
  ipc: IpcNetlist | undefined,
  source: NetlistSource | undefined,
  trouble: Finding[],
  memory?: Memory,
): ExpectedNetlist | undefined {
  if (source !== undefined) return netlistOf(source, netlistOfAttributes(files)?.pads ?? [])
  const file = "circuit.json"
  if (circuit !== undefined) {
    const { text, elements } = elementsIn(circuit, file, memory)
    const netlist = kept(memory?.netlists, text, () => netlistOfElements(elements, file))
    const intent = attempt(trouble, () => kept(memory?.intents, text, () => intentOfElements(elements, file)))
    return intent === undefined ? netlist : { ...netlist, intent }
  }
  return netlistOfAttributes(files) ?? (ipc === undefined ? undefined : netlistOfIpc(ipc))
}
