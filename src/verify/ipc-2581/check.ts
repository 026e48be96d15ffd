import { createHash } from "node:crypto"
import type { Finding } from "../../model/finding"
import { type Box, type Point, type Ring, toMm } from "../../read"
import { heapsOf } from "../../read/geometry/heaps"
import { boxOf } from "../../read/geometry/point"
import { boxOfRing, difference, exclusive, grow, type Polygon, ringsOf } from "../../read/geometry/polygon"
import { readXml, type XmlElement } from "../../read/xml"
import { type LayerRole, layerName } from "../files/roles"
import type { BoardGeometry } from "../geometry/board"
import type { PadShape } from "../geometry/pad-shapes"
import type { Memory } from "../memory"
import { type ExpectedPad, padName } from "../netlist"
import { kept } from "../recent"
import {
  areaOf,
  childOf,
  childrenOf,
  type Dictionary,
  layerArea,
  numberOf,
  placing,
  pointOf,
} from "./features"
import { structureFindings } from "./structure"

/** What the file and the Gerbers may differ by: chords of arcs on both sides, mm. */
const strayMm = 0.004
/** Places are written to a nanometre; what made them was rounded on the way. mm. */
const sameMm = 0.002

const drawn: readonly (readonly [string, LayerRole])[] = [
  ["F_Cu", "copper-top"],
  ["In1_Cu", "copper-inner-1"],
  ["In2_Cu", "copper-inner-2"],
  ["B_Cu", "copper-bottom"],
  ["F_Mask", "mask-top"],
  ["B_Mask", "mask-bottom"],
  ["F_Paste", "paste-top"],
  ["B_Paste", "paste-bottom"],
  ["F_Silkscreen", "silk-top"],
  ["B_Silkscreen", "silk-bottom"],
]

/** What was found of a file beside a geometry; both are asked again and again while other files of the package change. */
const known = new WeakMap<BoardGeometry, { readonly text: string; readonly findings: Finding[] }>()

/**
 * The IPC-2581 file is put together as the standard wants it, and is this board: parts and pins where the circuit has
 * them and on its nets, each layer's area that of its Gerber, every hole that is drilled, the outline.
 * @throws ReadError where it cannot be read
 */
export function checkIpc2581(text: string, file: string, board: BoardGeometry, memory?: Memory): Finding[] {
  const before = known.get(board)
  if (before?.text === text) return before.findings
  const findings = judged(text, file, board, memory)
  known.set(board, { text, findings })
  return findings
}

function judged(text: string, file: string, board: BoardGeometry, memory: Memory | undefined): Finding[] {
  const root = readXml(text, file)
  const built = structureFindings(root, file)
  if (built.length > 0) return built
  const say = (message: string, at?: Point, parts: readonly string[] = []): Finding => ({
    ...{ rule: "lvs/ipc-2581", severity: "error", message, file, parts },
    ...(at === undefined ? {} : { at: { x: round(at.x), y: round(at.y) } }),
  })
  const [content, ecad] = [childOf(root, "Content"), childOf(root, "Ecad")]
  const data = ecad === undefined ? undefined : childOf(ecad, "CadData")
  const step = data === undefined ? undefined : childOf(data, "Step")
  const header = ecad === undefined ? undefined : childOf(ecad, "CadHeader")
  if (content === undefined || step === undefined) return [say("there is no board in it")]
  if (header?.attributes.get("units") !== "MILLIMETER") return [say("its units are not millimetres")]
  const forms: Dictionary = new Map(
    childrenOf(content, "DictionaryStandard")
      .flatMap((dictionary) => childrenOf(dictionary, "EntryStandard"))
      .flatMap((entry) => {
        const [form] = entry.children
        return form === undefined ? [] : [[entry.attributes.get("id") ?? "", form] as const]
      }),
  )
  const profile = childOf(step, "Profile")
  const outline = ringsOf(board.outline?.board ?? [])
  return [
    ...pinFindings(step, board, say),
    ...drawn.flatMap(([name, role]) => {
      const pieces = board.layer(role)?.pieces ?? []
      return differs(layerArea(step, name, forms), ringsOf(pieces), layerName(role), say, memory)
    }),
    ...(profile === undefined || outline.length === 0
      ? []
      : differs(areaOf({ ...profile, children: [profile] }, forms), outline, "outline", say, memory)),
    ...holeFindings(step, board, say),
  ]
}

type Say = (message: string, at?: Point, parts?: readonly string[]) => Finding

/**
 * Where one area has something that the other has not, beyond what chords make of arcs; one heap of touching rings at a
 * time, since a sweep over all would go through every edge at its height.
 */
function differs(
  own: readonly Ring[],
  gerber: readonly Ring[],
  name: string,
  say: Say,
  memory: Memory | undefined,
): Finding[] {
  const heaps = heapsOf(
    [...own.map((ring) => ({ ring, isOwn: true })), ...gerber.map((ring) => ({ ring, isOwn: false }))],
    ({ ring }) => boxOfRing(ring),
  ).map((heap) =>
    [true, false].map((mine) => heap.flatMap(({ ring, isOwn }) => (isOwn === mine ? [ring] : []))),
  )
  const beyond = (area: readonly Polygon[]): Ring | undefined => grow(ringsOf(area), -strayMm, "miter")[0]
  // One sweep where they agree; which of the two has more, only where they do not.
  const unlike = heaps.filter(
    ([mine = [], theirs = []]) =>
      !kept(
        memory?.alike,
        memory === undefined ? "" : printOf(mine, theirs),
        () => beyond(exclusive(mine, theirs)) === undefined,
      ),
  )
  const left = (which: 0 | 1, words: string): Finding[] => {
    for (const heap of unlike) {
      const at = beyond(difference(heap[which] ?? [], heap[1 - which] ?? []))?.[0]
      if (at !== undefined) return [say(`its ${name} ${words}`, { x: toMm(at.x), y: toMm(at.y) })]
    }
    return []
  }
  return [
    ...left(0, "has something that the Gerber has not"),
    ...left(1, "lacks something that the Gerber has"),
  ]
}

/** sha256 of every corner of both. */
function printOf(...areas: readonly (readonly Ring[])[]): string {
  const numbers: number[] = []
  for (const rings of areas) {
    numbers.push(rings.length)
    for (const ring of rings) {
      numbers.push(ring.length)
      for (const { x, y } of ring) numbers.push(x, y)
    }
  }
  return createHash("sha256").update(Float64Array.from(numbers)).digest("base64")
}

/**
 * Copper of the pads that do not lie round their place (a polygon, a pad beside its hole): the file gives the middle of
 * the form, and where exactly its copper is the layers tell.
 */
function offCentreCopper(shapes: readonly PadShape[]): Map<string, Box[]> {
  const found = new Map<string, Box[]>()
  for (const { pad, rings, x, y } of shapes) {
    if (pad === undefined) continue
    const box = boxOf(rings.flat().map((corner) => ({ x: toMm(corner.x), y: toMm(corner.y) })))
    if (near({ x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2 }, { x, y })) continue
    found.set(padName(pad), [...(found.get(padName(pad)) ?? []), box])
  }
  return found
}

/** Pins as their packages put them, the nets that name them, and the pads on copper that name them. */
function pinFindings(step: XmlElement, { expected, padShapes }: BoardGeometry, say: Say): Finding[] {
  if (expected === undefined) return []
  const offCentre = offCentreCopper(padShapes)
  const isAt = (at: Point, pad: ExpectedPad): boolean =>
    near(at, pad) ||
    (offCentre.get(padName(pad)) ?? []).some(
      ({ minX, minY, maxX, maxY }) => at.x > minX && at.x < maxX && at.y > minY && at.y < maxY,
    )
  const findings: Finding[] = []
  const packages = new Map(childrenOf(step, "Package").map((one) => [one.attributes.get("name"), one]))
  const placed = new Map<string, { readonly at: Point; readonly side: string }[]>()
  const add = (to: typeof placed, name: string, at: Point, side: string): void => {
    to.set(name, [...(to.get(name) ?? []), { at, side }])
  }
  for (const component of childrenOf(step, "Component")) {
    const put = placing(component)
    const land = packages.get(component.attributes.get("packageRef"))
    for (const pin of land === undefined ? [] : childrenOf(land, "Pin")) {
      const name = `${component.attributes.get("refDes")}.${pin.attributes.get("number")}`
      const side = component.attributes.get("layerRef") === "B_Cu" ? "bottom" : "top"
      const through = pin.attributes.get("type") === "THRU"
      add(placed, name, put(placing(pin)({ x: 0, y: 0 })), through ? "both" : side)
    }
  }
  const netOf = new Map<string, string>()
  for (const net of childrenOf(step, "LogicalNet"))
    for (const pin of childrenOf(net, "PinRef")) {
      const name = `${pin.attributes.get("componentRef")}.${pin.attributes.get("pin")}`
      if (netOf.has(name)) findings.push(say(`${name} is on two nets`, undefined, [name]))
      netOf.set(name, net.attributes.get("name") ?? "")
    }
  const copper = new Map<string, { readonly at: Point; readonly side: string }[]>()
  for (const feature of childrenOf(step, "LayerFeature"))
    for (const set of childrenOf(feature, "Set"))
      for (const pad of childrenOf(set, "Pad")) {
        const pin = childOf(pad, "PinRef")
        if (pin === undefined) continue
        const name = `${pin.attributes.get("componentRef")}.${pin.attributes.get("pin")}`
        add(copper, name, placing(pad)({ x: 0, y: 0 }), set.attributes.get("net") ?? "")
      }
  const wanted = new Set(expected.pads.map(padName))
  for (const pad of expected.pads) {
    const name = padName(pad)
    const lies = placed.get(name)?.some(({ at, side }) => isAt(at, pad) && side === pad.side)
    if (lies !== true) findings.push(say(`no pin ${name} of a part is where the circuit has it`, pad, [name]))
    if (netOf.get(name) !== pad.net && (netOf.has(name) || pad.net !== undefined))
      findings.push(
        say(`${name} is on ${netOf.get(name) ?? "no net"}, not on ${pad.net ?? "no net"}`, pad, [name]),
      )
    const own = copper.get(name)?.filter(({ at }) => isAt(at, pad)) ?? []
    if (own.length === 0 || own.some(({ side: net }) => net !== (pad.net ?? "")))
      findings.push(say(`the copper of ${name} is not there or not on ${pad.net ?? "no net"}`, pad, [name]))
  }
  for (const name of [...placed.keys(), ...netOf.keys(), ...copper.keys()])
    if (!wanted.has(name)) findings.push(say(`${name} is no pin of the board`, undefined, [name]))
  return findings
}

function holeFindings(step: XmlElement, board: BoardGeometry, say: Say): Finding[] {
  const holes = childrenOf(step, "LayerFeature").flatMap((feature) =>
    childrenOf(feature, "Set").flatMap((set) =>
      set.children
        .filter(({ name }) => name === "Hole" || name === "SlotCavity")
        .map((hole) => ({
          at: hole.name === "Hole" ? pointOf(hole) : placing(hole)({ x: 0, y: 0 }),
          // A slot's form is judged by its copper and drills; here it has to be there.
          diameter: hole.name === "Hole" ? numberOf(hole, "diameter") : undefined,
          plated: hole.attributes.get("platingStatus") !== "NONPLATED",
        })),
    ),
  )
  const left = new Set(holes)
  const findings: Finding[] = []
  for (const { centre, diameter, isPlated } of board.holes) {
    const own = [...left].find(
      (hole) =>
        near(hole.at, centre) &&
        hole.plated === isPlated &&
        Math.abs((hole.diameter ?? diameter) - diameter) < sameMm,
    )
    if (own === undefined) findings.push(say("a hole is missing, or of another size or plating", centre))
    else left.delete(own)
  }
  return [...findings, ...[...left].map(({ at }) => say("a hole that is not drilled", at))]
}

const near = (a: Point, b: Point): boolean => Math.abs(a.x - b.x) < sameMm && Math.abs(a.y - b.y) < sameMm

const round = (mm: number): number => Math.round(mm * 1e3) / 1e3
