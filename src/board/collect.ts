import type { SourceLine } from "../model/place"
import type { Written } from "./expand"
import { type Frame, inGroup } from "./frame"
import type { ConnectProps, PartProps } from "./parts"

/** What the source says of a plain element. */
export interface PlainPart {
  readonly name: string
  readonly line: SourceLine | undefined
  /** "0603", where its footprint is a string. */
  readonly footprint: string | undefined
  /** Its resistance, capacitance or inductance where that is a text. */
  readonly value: string | undefined
  /** A capacitor that says so. */
  readonly polarised: boolean
}

/** A part or connection with the frame of the group that it is written in. */
export interface Use<Props> {
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

/** What a circuit has, in the order it is written. */
export function collect(written: readonly Written[]) {
  const uses: Use<PartProps>[] = []
  const connects: Use<ConnectProps>[] = []
  const plain: PlainPart[] = []
  /** Net -> the first element that names it. */
  const plainNets = new Map<string, { readonly name: string; readonly line: SourceLine | undefined }>()
  const walk = (list: readonly Written[], frame: Frame): void => {
    for (const one of list) {
      if (one.kind === "text") continue
      if (one.kind === "part") uses.push({ props: one.props, line: one.line, frame })
      else if (one.kind === "connect") connects.push({ props: one.props, line: one.line, frame })
      else {
        // A pour makes no net: it is of one that a pin is on.
        for (const net of one.type === "copperpour" ? [] : netsNamed(one.props))
          if (!plainNets.has(net))
            plainNets.set(net, { name: String(one.props.name ?? one.type), line: one.line })
        const { name, footprint } = one.props
        const { resistance, capacitance, inductance } = one.props
        if (typeof name === "string" && !notParts.has(one.type)) {
          plain.push({
            name,
            line: one.line,
            footprint: typeof footprint === "string" ? footprint : undefined,
            value: [resistance, capacitance, inductance].find((value) => typeof value === "string"),
            polarised: one.props.polarized === true,
          })
        }
        walk(one.children, inGroup(frame, one))
      }
    }
  }
  walk(written, { x: 0, y: 0, rotationDeg: 0 })
  return { uses, connects, plain, plainNets }
}

/** Nets that a plain element's connections and traces name: "net.GND". */
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
