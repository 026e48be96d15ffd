import type { Drawn } from "../../model/drawn"
import type { Finding } from "../../model/finding"
import type { Land } from "../../model/package"
import type { Placement, Point, SourceLine } from "../../model/place"
import { expand, type Written } from "../expand"
import { lengthMm } from "../frame"
import { drawers, refused, undrawn } from "./elements"
import { namedFootprint } from "./of-footprint-name"
import { landPieces } from "./of-land"
import type { Piece } from "./piece"
import { boardPose, inside, type Pose } from "./pose"
import { copperPour, type WrittenPour } from "./pour"
import { NotDrawn, Props } from "./props"

type Element = Extract<Written, { kind: "element" }>

export interface DrawnBoard {
  readonly drawn: readonly Drawn[]
  /** Parts whose land or place the source leaves to tscircuit: nothing here stands for them. */
  readonly unread: ReadonlySet<string>
  /** Parts whose footprint is a name: their marks and letters are tscircuit's. */
  readonly unmarked: ReadonlySet<string>
  /** Its `<copperpour>`s, as they are written. */
  readonly pours: readonly WrittenPour[]
  readonly findings: readonly Finding[]
}

/** A part of ours: where it is and what its record draws. */
export interface PlacedLand {
  readonly place: Placement
  readonly land: Land
  readonly line?: SourceLine
}

/** What a board's source draws, read from the source alone: its parts' records, and tscircuit's elements as written. */
export function drawnOf(written: readonly Written[], parts: ReadonlyMap<string, PlacedLand>): DrawnBoard {
  const drawn: Drawn[] = []
  const unread = new Set<string>()
  const unmarked = new Set<string>()
  const pours: WrittenPour[] = []
  const findings: Finding[] = []

  const add = (what: string, pieces: readonly Piece[], part?: string, line?: SourceLine) => {
    for (const piece of pieces)
      drawn.push({
        what,
        ...piece,
        ...(part === undefined ? {} : { part }),
        ...(line === undefined ? {} : { line }),
      })
  }
  const refuse = (what: string, why: string, part: string | undefined, line: SourceLine | undefined) =>
    findings.push({
      rule: "circuit/not-built",
      severity: "error",
      message: `${what}${part === undefined ? "" : ` of ${part}`} ${why}`,
      parts: part === undefined ? [] : [part],
      ...line,
    })

  const element = (one: Element, pose: Pose, part: string | undefined, isRead: boolean): void => {
    const { type, props, line } = one
    const why = refused[type]
    if (why !== undefined) return void refuse(type, `stands in the source: ${why}`, part, line)
    const draw = drawers[type]
    if (draw === undefined) return
    const reader = new Props(props)
    try {
      const piece = draw(reader, pose)
      reader.end()
      if (!isRead && type === "cutout")
        refuse(type, "has its place from tscircuit: give `pcbX` and `pcbY`", part, line)
      if (type === "solderpaste" && part === undefined)
        refuse(type, "stands outside a footprint: paste belongs to a part's pads", part, line)
      if (isRead) add(type, [piece], part, line)
    } catch (error) {
      if (!(error instanceof NotDrawn)) throw error
      refuse(type, error.message, part, line)
    }
  }

  const pour = ({ type, props, line }: Element, moved: boolean): void => {
    const reader = new Props(props)
    try {
      const rule = copperPour(reader, moved)
      reader.end()
      pours.push({ rule, ...(line === undefined ? {} : { line }) })
    } catch (error) {
      if (!(error instanceof NotDrawn)) throw error
      refuse(type, error.message, undefined, line)
    }
  }

  const walk = (list: readonly Written[], pose: Pose, isRead: boolean): void => {
    for (const one of list) {
      if (one.kind === "part") {
        const own = parts.get(one.props.name)
        if (own === undefined) continue
        if (!isRead) unread.add(one.props.name)
        else add("land", landPieces(own.land, poseOf(own.place)), one.props.name, own.line)
      }
      if (one.kind !== "element") continue
      const { type, props, children } = one
      if (type === "copperpour") pour(one, pose !== boardPose || !isRead)
      else if (type in drawers || type in refused) element(one, pose, undefined, isRead)
      else if (type === "group" || type === "subcircuit")
        walk(
          children,
          placeOf(props) === undefined && degOf(props) === 0
            ? pose
            : inside(pose, placeOf(props) ?? { x: 0, y: 0 }, degOf(props)),
          isRead && !isLaidOut(props),
        )
      else {
        for (const inner of poursIn(children))
          refuse(inner.type, `stands in the source: ${refused.copperpour}`, nameOf(one), inner.line)
        if (!undrawn.test(type)) plain(one, pose, isRead)
      }
    }
  }

  /** A part that is one of tscircuit's elements: its footprint's elements, or nothing where tscircuit knows it alone. */
  const plain = ({ type, props, children, line }: Element, pose: Pose, isRead: boolean): void => {
    const name = nameOf({ type, props })
    const { footprint } = props
    const named = typeof footprint === "string"
    const land = named ? namedFootprint(type, footprint, line) : footprintOf(props, children, line)
    const place = placeOf(props)
    const readable = isRead && land !== undefined && place !== undefined && !isLaidOut(props)
    if (!readable) unread.add(name)
    else if (named) unmarked.add(name)
    const own = inside(pose, place ?? { x: 0, y: 0 }, degOf(props), props.layer === "bottom")
    // By a quarter turn tscircuit makes the corners of named footprints sharp; boards are made so.
    const sharp = named && Math.abs(own.rotationDeg % 180) === 90 ? { cornerRadius: undefined } : {}
    for (const one of land ?? [])
      if (one.kind === "element") element({ ...one, props: { ...one.props, ...sharp } }, own, name, readable)
  }

  walk(written, boardPose, true)
  return { drawn, unread, unmarked, pours, findings }
}

const poseOf = ({ x, y, rotationDeg, side }: Placement): Pose => ({
  x,
  y,
  rotationDeg,
  mirrored: side === "bottom",
})

const nameOf = ({ type, props }: Pick<Element, "type" | "props">): string =>
  typeof props.name === "string" ? props.name : type

/** Pours that stand in an element, but for its footprint, whose own elements are read. */
const poursIn = (list: readonly Written[]): Element[] =>
  list.flatMap((one) => {
    if (one.kind !== "element" || one.type === "footprint") return []
    return one.type === "copperpour" ? [one] : poursIn(one.children)
  })

/** The elements of a footprint that is written out; undefined where there is none. */
function footprintOf(
  props: Readonly<Record<string, unknown>>,
  children: readonly Written[],
  line: SourceLine | undefined,
): readonly Written[] | undefined {
  const given = props.footprint
  const written =
    typeof given === "object" &&
    given !== null &&
    !Array.isArray(given) &&
    "type" in given &&
    "props" in given
      ? expand(given as Parameters<typeof expand>[0], line)
      : children
  const found = written.find((one) => one.kind === "element" && one.type === "footprint")
  return found?.kind === "element" ? found.children : undefined
}

function placeOf({ pcbX, pcbY }: Readonly<Record<string, unknown>>): Point | undefined {
  if (pcbX === undefined && pcbY === undefined) return undefined
  const [x, y] = [lengthMm(pcbX ?? 0), lengthMm(pcbY ?? 0)]
  return x === undefined || y === undefined ? undefined : { x, y }
}

const degOf = ({ pcbRotation }: Readonly<Record<string, unknown>>): number =>
  pcbRotation === undefined ? 0 : Number.parseFloat(String(pcbRotation))

/** Whether tscircuit decides where it is, or what is in it. */
const isLaidOut = (props: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(props).some((name) =>
    /^(pcb(Layout|Flex|Grid|Pack|Left|Right|Top|Bottom|Offset|Relative|Position|Anchor|Margin)|pack|flex|grid|matchAdapt)/.test(
      name,
    ),
  )
