import type { Board, BoardSource, FabOrder, MountingHole } from "../model/board"
import type { Finding } from "../model/finding"
import { isLayerCount, stacks } from "../model/layer"
import type { Part } from "../model/part"
import type { Placement, SourceLine } from "../model/place"
import { closest } from "../project/suggest"
import { castellations } from "./castellated"
import { collect, type PlainPart } from "./collect"
import { cutoutFaults } from "./cutouts"
import { netClassesOf, netData, pinsByNet, standard } from "./defaults"
import { type DrawnBoard, drawnOf, type PlacedLand } from "./drawn/drawn"
import { definitionPieces } from "./drawn/of-definition"
import { expand, type Written } from "./expand"
import { inFrame, onBoard } from "./frame"
import { holesOf } from "./holes"
import { classFaults, layersFault } from "./layers"
import { netName } from "./net-names"
import type { At } from "./parts"
import { netsOfPins, pinsReferred } from "./pins"
import { pourFaults, poursOf, poursSaid } from "./pours"
import { zoneOf } from "./zones"

/** A board read from its source, before anything is rendered. */
export interface Described {
  readonly board: Board
  /** The circuit as it is written. */
  readonly written: readonly Written[]
  /** Designator -> pin number -> net, of our parts. */
  readonly nets: ReadonlyMap<string, ReadonlyMap<number, string>>
  /** Designator -> place in the frame of the group it is written in. */
  readonly own: ReadonlyMap<string, Placement>
  /** Holes that are elements of the circuit. */
  readonly holes: readonly MountingHole[]
  /** tscircuit's own elements that are parts, by designator. */
  readonly plain: ReadonlyMap<string, PlainPart>
  /** What the source draws, by our own matrix. */
  readonly drawn: Omit<DrawnBoard, "findings" | "pours">
  /** Faults of the source, each with its file and line. An error among them: do not render it. */
  readonly findings: readonly Finding[]
}

/** Whom a board is described for: the caller knows the fab houses. */
export interface DescribeOptions extends FabOrder {
  /** What is asked of its own house; absent where that is the one it is made for. */
  readonly home?: FabOrder
}

/**
 * Reads a board's source: calls its components, finds parts, pins, nets and places, fills in defaults. All faults at
 * once, none thrown.
 */
export function describe(source: BoardSource, options: DescribeOptions): Described {
  const { fab, plans, home = { fab, plans } } = options
  const written = expand(source.circuit())
  const { uses, connects, plain: elements, plainNets } = collect(written)
  const faults: Finding[] = []
  const say = (rule: string, part: string, message: string, line: SourceLine | undefined) =>
    faults.push({
      rule,
      severity: "error",
      message: `${part}: ${message}`,
      parts: [part],
      ...(line ?? { file: `boards/${source.id}` }),
    })

  const parts: Record<string, Part> = {}
  const lines: Record<string, SourceLine> = {}
  const nets = new Map<string, ReadonlyMap<number, string>>()
  const placements: Placement[] = []
  const own = new Map<string, Placement>()
  const rows = new Map<string, Placement>()
  for (const row of source.placements ?? []) {
    if (rows.has(row.designator))
      say("circuit/place", row.designator, "has two rows in the board's placements", undefined)
    rows.set(row.designator, row)
  }
  for (const { props, line, frame } of uses) {
    const { name, is } = props
    if (typeof name !== "string" || name === "") {
      say("circuit/designator", "a part", "has no name: every part needs a designator", line)
      continue
    }
    const unfit = designatorFault(name)
    if (unfit !== undefined) {
      say("circuit/designator", name, unfit, line)
      continue
    }
    if (name in parts) {
      const first = lines[name]
      say(
        "circuit/designator-twice",
        name,
        `there is one already${at(first)}: every designator is used once`,
        line,
      )
      continue
    }
    if (is?.package === undefined) {
      say("circuit/unknown-part", name, "`is` names no part: give a record of components/parts", line)
      continue
    }
    parts[name] = is
    if (line !== undefined) lines[name] = line
    const more = connects.filter(({ props: { part } }) => part === name).map(({ props: { pins } }) => pins)
    nets.set(
      name,
      netsOfPins(is, [props.pins ?? {}, ...more], (fault) => say("circuit/pin", name, fault, line)),
    )
    const row = rows.get(name)
    const local = placeOf(name, props.at)
    if (row === undefined && local === undefined) {
      const message = "has no place: give it `at={[x, y]}`, or a row in the board's placements"
      say("circuit/no-place", name, message, line)
    } else if (!isPlace(row ?? local)) {
      const message = `its place is ${JSON.stringify(row ?? props.at)}: numbers in mm and degrees, "top" or "bottom"`
      say("circuit/place", name, message, line)
    } else if (row !== undefined) {
      placements.push({ ...row, rotationDeg: turned(row.rotationDeg) })
      own.set(name, { ...row, ...inFrame(frame, row), rotationDeg: row.rotationDeg - frame.rotationDeg })
    } else if (local !== undefined) {
      const rotationDeg = turned(local.rotationDeg + frame.rotationDeg)
      placements.push({ ...local, ...onBoard(frame, local), rotationDeg })
      own.set(name, local)
    }
  }
  const plain = new Map<string, PlainPart>()
  for (const one of elements) {
    const first = plain.get(one.name)
    if (first !== undefined || one.name in parts)
      say(
        "circuit/designator-twice",
        one.name,
        `there is one already${at(first?.line ?? lines[one.name])}: every designator is used once`,
        one.line,
      )
    const unfit = designatorFault(one.name)
    if (unfit !== undefined) say("circuit/designator", one.name, unfit, one.line)
    if (one.value !== undefined && !readable.test(one.value))
      say(
        "circuit/value",
        one.name,
        `tscircuit would not read "${one.value}" as you do: write 4.7k, 100nF, or a number`,
        one.line,
      )
    plain.set(one.name, one)
  }
  const known = [...Object.keys(parts), ...plain.keys()]
  const near = (name: string) => {
    const candidate = closest(name, known)
    return candidate === undefined ? "" : `: did you mean ${candidate}?`
  }
  for (const { props, line } of connects)
    if (plain.has(props.part))
      say("circuit/unknown-part", props.part, "is a plain element: give it `connections` itself", line)
    else if (!(props.part in parts))
      say("circuit/unknown-part", props.part, `is not in the circuit${near(props.part)}`, line)
  for (const name of rows.keys())
    if (plain.has(name))
      say("circuit/place", name, "is a plain element: place it by its own `pcbX` and `pcbY`", undefined)
    else if (!known.includes(name))
      say("circuit/unknown-part", name, `has a place but is not in the circuit${near(name)}`, undefined)
  // What tscircuit takes without a word, and files without an escape.
  for (const net of new Set([...nets.values()].flatMap((pins) => [...pins.values()])))
    if (!netName.test(net)) {
      const [designator = ""] = [...nets].find(([, pins]) => [...pins.values()].includes(net)) ?? []
      say("circuit/net-name", designator, netFault(net), lines[designator])
    }
  for (const [net, { name, line }] of plainNets)
    if (!netName.test(net)) say("circuit/net-name", name, netFault(net), line)

  const firmware: Record<string, "input" | "output"> = {}
  for (const [reference, direction] of Object.entries(source.firmware ?? {})) {
    const pins = pinsReferred(parts, reference)
    if (pins.length === 0)
      say("circuit/pin", reference, "the firmware is said to use it, but there is no such pin", undefined)
    for (const pin of pins) firmware[pin] = direction
  }

  const onNet = pinsByNet(parts, nets)
  const names = [...new Set([...Object.keys(source.nets ?? {}), ...onNet.keys(), ...plainNets.keys()])]
  const facts = Object.fromEntries(
    names.map((name) => [name, netData(name, source.nets?.[name], onNet.get(name) ?? [])]),
  )
  const zones = placements.flatMap((place) => zoneOf(parts[place.designator] as Part, place) ?? [])
  const lands = placements.flatMap((place): [string, PlacedLand][] => {
    const [land, line] = [parts[place.designator]?.package.land, lines[place.designator]]
    return land === undefined
      ? []
      : [[place.designator, { place, land, ...(line === undefined ? {} : { line }) }]]
  })
  const { findings: notBuilt, pours: writtenPours, ...fromCircuit } = drawnOf(written, new Map(lands))
  const edge = castellations(fromCircuit.drawn, source.outline, source.castellated ?? [], source.id)
  const circuitDrawn = { ...fromCircuit, drawn: edge.drawn }
  const ofDefinition = definitionPieces(source.mountingHoles ?? [], source.silkscreen ?? [])
  const drawn = { ...circuitDrawn, drawn: [...circuitDrawn.drawn, ...ofDefinition] }
  const holes = holesOf(circuitDrawn.drawn)
  const cutouts = circuitDrawn.drawn.filter((one) => one.kind === "cutout")
  faults.push(...cutoutFaults(cutouts, source.outline), ...edge.findings)
  const variants = source.variants ?? {
    [standard.variant.name]: { title: standard.variant.title, notFitted: [] },
  }
  const { circuit: _circuit, pour, layers: said = standard.layers, ...rest } = source
  const layers = isLayerCount(said) ? said : standard.layers
  if (layers !== said) faults.push(layersFault(source.id, said))
  const stack = stacks[layers]
  if (layers === said) faults.push(...classFaults(source, stack))
  const pours = poursSaid(pour, writtenPours, names)
  const poured = poursOf(
    pours.map(({ rule }) => rule),
    stack,
  )
  if (layers === said) faults.push(...pourFaults(pours, stack, names, `boards/${source.id}`))
  const board: Board = {
    layers,
    thicknessMm: standard.thicknessMm,
    claims: [],
    scenarios: [],
    exactlyOne: [],
    fixedPads: {},
    castellated: [],
    via: standard.via,
    waivers: [],
    silkscreen: [],
    ownPinNames: [],
    pinWords: [],
    space: [],
    figures: [],
    ...rest,
    fab,
    fabs: [source.fab ?? home.fab].flat(),
    home,
    plans,
    firmware,
    variants,
    defaultVariant: source.defaultVariant ?? Object.keys(variants)[0] ?? standard.variant.name,
    mountingHoles: [...(source.mountingHoles ?? []), ...holes],
    keepouts: [...(source.keepouts ?? []), ...zones],
    placements,
    nets: facts,
    netClasses: netClassesOf(source.netClasses ?? [], facts),
    cutouts: cutouts.map(({ shape }) => shape.core),
    ...poured,
    parts,
    lines,
  }
  return {
    board,
    written,
    nets,
    own,
    holes,
    plain,
    drawn,
    findings: [...faults, ...notBuilt],
  }
}

/** Fab houses' imports take small letters for capitals, so that r1 and R1 would be one part: capitals only. */
function designatorFault(name: string): string | undefined {
  if (/^[A-Z_][A-Z0-9_-]*$/.test(name)) return undefined
  return /^[A-Za-z_][\w-]*$/.test(name)
    ? `is no designator: write ${name.toUpperCase()}, a fab's import takes small letters for another part's`
    : "is no designator: a capital first, then capitals, digits, _ and -"
}

const netFault = (net: string): string =>
  net.slice(1).includes("/")
    ? `a net cannot have a slash inside, as "${net}" has: write ${net.replaceAll("/", "_")}`
    : `a net cannot be called "${net}": letters, digits, _ $ ~ . + -, with /, + or - in front`

/** Of "4k7" and "1e3" tscircuit takes what it understands, and makes 4 kohm and 1 ohm of them. */
const readable = /^\s*(\d+\.?\d*|\.\d+)\s*[pnuµμmkKMG]?\s*(ohms?|Ω|R|F|H)?\s*$/

function placeOf(designator: string, given: At | undefined): Placement | undefined {
  if (given === undefined) return undefined
  const [x, y, rotationDeg = 0, side = "top"] = given
  return { designator, x, y, rotationDeg, side }
}

const isPlace = (place: Placement | undefined): boolean =>
  place !== undefined &&
  [place.x, place.y, place.rotationDeg].every((value) => Number.isFinite(value)) &&
  ["top", "bottom"].includes(place.side)

const turned = (deg: number): number => ((deg % 360) + 360) % 360

const at = (line: SourceLine | undefined): string =>
  line === undefined ? "" : ` (${line.file}:${line.line})`
