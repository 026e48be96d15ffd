import type { Board, BoardSource, MountingHole } from "../model/board"
import type { Finding } from "../model/finding"
import type { Part } from "../model/part"
import type { Placement, SourceLine } from "../model/place"
import { closest } from "../project/suggest"
import { netClassesOf, netData, pinsByNet, standard } from "./defaults"
import { expand, type Written } from "./expand"
import { type Frame, inGroup, onBoard } from "./frame"
import type { At, ConnectProps, PartProps } from "./parts"
import { netsOfPins } from "./pins"
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
  /** Faults of the source, each with its file and line. An error among them: do not render it. */
  readonly findings: readonly Finding[]
}

/** What the source says of a plain element. */
export interface PlainPart {
  readonly line: SourceLine | undefined
  /** "0603", where its footprint is a string. */
  readonly footprint: string | undefined
}

export interface DescribeOptions {
  /** The fab's plans, for a board that names none. */
  readonly plans: readonly string[]
}

/**
 * Reads a board's source: calls its components, finds parts, pins, nets and places, fills in defaults. All faults at
 * once, none thrown.
 */
export function describe(source: BoardSource, options: DescribeOptions): Described {
  const written = expand(source.circuit())
  const { uses, connects, plain, plainNets, holes } = collect(written)
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
  const rows = new Map((source.placements ?? []).map((row) => [row.designator, row]))
  for (const { props, line, frame } of uses) {
    const { name, is } = props
    if (typeof name !== "string" || name === "") {
      say("circuit/designator", "a part", "has no name: every part needs a designator", line)
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
    const local = rows.get(name) ?? placeOf(name, props.at)
    if (local !== undefined) own.set(name, local)
    if (local === undefined) {
      say(
        "circuit/no-place",
        name,
        "has no place: give it `at={[x, y]}`, or a row in the board's placements",
        line,
      )
    } else
      placements.push({
        ...local,
        ...onBoard(frame, local),
        rotationDeg: turned(local.rotationDeg + frame.rotationDeg),
      })
  }
  const known = [...Object.keys(parts), ...plain.keys()]
  const near = (name: string) => {
    const candidate = closest(name, known)
    return candidate === undefined ? "" : `: did you mean ${candidate}?`
  }
  for (const { props, line } of connects)
    if (!(props.part in parts))
      say("circuit/unknown-part", props.part, `is not in the circuit${near(props.part)}`, line)
  for (const name of rows.keys())
    if (!known.includes(name))
      say("circuit/unknown-part", name, `has a place but is not in the circuit${near(name)}`, undefined)
  for (const net of new Set([...nets.values()].flatMap((pins) => [...pins.values()])))
    if (!/^[^\s/.>#]+$|^\/[^\s/.>#]+$/.test(net)) {
      const [designator = ""] = [...nets].find(([, pins]) => [...pins.values()].includes(net)) ?? []
      say(
        "circuit/net-name",
        designator,
        `a net cannot be called "${net}": no blanks, dots or inner slashes`,
        lines[designator],
      )
    }

  const onNet = pinsByNet(parts, nets)
  const names = [...new Set([...Object.keys(source.nets ?? {}), ...onNet.keys(), ...plainNets])]
  const facts = Object.fromEntries(
    names.map((name) => [name, netData(name, source.nets?.[name], onNet.get(name) ?? [])]),
  )
  const zones = placements.flatMap((place) => zoneOf(parts[place.designator] as Part, place) ?? [])
  const variants = source.variants ?? {
    [standard.variant.name]: { title: standard.variant.title, notFitted: [] },
  }
  const { circuit: _circuit, pour, ...rest } = source
  const board: Board = {
    fab: "jlcpcb",
    thicknessMm: standard.thicknessMm,
    claims: [],
    firmware: {},
    exactlyOne: [],
    fixedPads: {},
    plans: options.plans,
    via: standard.via,
    waivers: [],
    silkscreen: [],
    space: [],
    figures: [],
    ...rest,
    variants,
    defaultVariant: source.defaultVariant ?? Object.keys(variants)[0] ?? standard.variant.name,
    mountingHoles: [...(source.mountingHoles ?? []), ...holes],
    keepouts: [...(source.keepouts ?? []), ...zones],
    placements,
    nets: facts,
    netClasses: netClassesOf(source.netClasses ?? [], facts),
    pour: { ...standard.pour, ...(pour === false ? { layers: [] } : pour) },
    parts,
    lines,
  }
  const poured =
    pour === undefined && !names.includes(standard.pour.net) ? { ...board.pour, layers: [] } : board.pour
  return { board: { ...board, pour: poured }, written, nets, own, holes, plain, findings: faults }
}

interface Use<Props> {
  readonly props: Props
  readonly line: SourceLine | undefined
  readonly frame: Frame
}

/** tscircuit's elements that are no parts of their own though they may have a name. */
const notParts = new Set([
  ...[
    "net",
    "trace",
    "group",
    "subcircuit",
    "board",
    "hole",
    "via",
    "copperpour",
    "keepout",
    "cutout",
    "port",
  ],
  ...["netlabel", "schematicsheet", "schematicsection", "schematictext", "schematicline", "schematicrect"],
  ...["constraint", "drccheck", "autoroutingphase", "pcbtrace", "fabricationnotetext", "courtyardrect"],
  ...[
    "silkscreentext",
    "silkscreenline",
    "silkscreenpath",
    "silkscreenrect",
    "silkscreencircle",
    "pcbnotetext",
  ],
])

function collect(written: readonly Written[]) {
  const uses: Use<PartProps>[] = []
  const connects: Use<ConnectProps>[] = []
  const plain = new Map<string, PlainPart>()
  const plainNets = new Set<string>()
  const holes: MountingHole[] = []
  const walk = (list: readonly Written[], frame: Frame): void => {
    for (const one of list) {
      if (one.kind === "text") continue
      if (one.kind === "part") uses.push({ props: one.props, line: one.line, frame })
      else if (one.kind === "connect") connects.push({ props: one.props, line: one.line, frame })
      else {
        for (const net of netsNamed(one.props)) plainNets.add(net)
        const { name, diameter, pcbX, pcbY, footprint } = one.props as Readonly<Record<string, unknown>>
        if (one.type === "hole" && typeof diameter === "number") {
          const { x, y } = onBoard(frame, { x: Number(pcbX ?? 0), y: Number(pcbY ?? 0) })
          holes.push({
            designator: typeof name === "string" ? name : `hole at (${x}, ${y})`,
            x,
            y,
            drillMm: diameter,
          })
        } else if (typeof name === "string" && !notParts.has(one.type)) {
          plain.set(name, {
            line: one.line,
            footprint: typeof footprint === "string" ? footprint : undefined,
          })
        }
        walk(one.children, inGroup(frame, one))
      }
    }
  }
  walk(written, { x: 0, y: 0, rotationDeg: 0 })
  return { uses, connects, plain, plainNets, holes }
}

/** Nets that a plain element's connections, traces and pours name: "net.GND". */
function netsNamed(props: Readonly<Record<string, unknown>>): string[] {
  const texts = [
    props.from,
    props.to,
    props.connectsTo,
    props.path,
    ...Object.values((props.connections ?? {}) as object),
  ]
  return texts.flat().flatMap((text) => {
    const name = typeof text === "string" ? /^\s*net\.(\S+)\s*$/.exec(text)?.[1] : undefined
    return name === undefined ? [] : [name]
  })
}

function placeOf(designator: string, given: At | undefined): Placement | undefined {
  if (given === undefined) return undefined
  const [x, y, rotationDeg = 0, side = "top"] = given
  return { designator, x, y, rotationDeg, side }
}

const turned = (deg: number): number => ((deg % 360) + 360) % 360

const at = (line: SourceLine | undefined): string =>
  line === undefined ? "" : ` (${line.file}:${line.line})`
