import { netlistOf } from "../../../src/circuit/netlist"
import { padsOf } from "../../../src/circuit/pads"
import type { Point } from "../../../src/geometry/point"
import { boxOf } from "../../../src/geometry/shape"
import { nameEnding, withFile, xy } from "../edit/text"
import { type Kind, mm, type Victim } from "./kind"
import { coveredVias } from "./nets"

/** Coordinates are written in nm. */
const nm = 1e6

interface Lines {
  readonly lines: string[]
  readonly random: Victim["random"]
  /** Whether nothing else covers what is drawn at this line's place. */
  readonly isAlone: (line: string) => boolean
  /** Middles of the places where something added shows. */
  readonly places: readonly Point[]
}

/** Changes a file's lines by chance. @returns what was done. */
type Change = (file: Lines) => string | undefined

const isFlash = (line: string): boolean => /^X-?\d+Y-?\d+D03\*$/.test(line)

function moved(line: string, dxMm: number, dyMm: number): string {
  return line.replace(/^X(-?\d+)Y(-?\d+)/, (_, x: string, y: string) => {
    const at = (text: string, by: number) => Math.round(Number(text) + by * nm)
    return `X${at(x, dxMm)}Y${at(y, dyMm)}`
  })
}

function indices(lines: readonly string[], which: (line: string) => boolean): number[] {
  return lines.flatMap((line, index) => (which(line) ? [index] : []))
}

const flashGone: Change = ({ lines, random, isAlone }) => {
  const at = indices(lines, (line) => isFlash(line) && isAlone(line))
  if (at.length === 0) return undefined
  const index = random.pick(at)
  const [line = ""] = lines.splice(index, 1)
  return `${line} gone`
}

const flashMoved: Change = ({ lines, random, isAlone }) => {
  const at = indices(lines, (line) => isFlash(line) && isAlone(line))
  if (at.length === 0) return undefined
  const index = random.pick(at)
  const by = random.sign() * random.between(0.15, 2)
  const old = lines[index] ?? ""
  lines[index] = random.next() < 0.5 ? moved(old, by, 0) : moved(old, 0, by)
  return `${old} moved by ${mm(by)}`
}

/** An aperture that is used gets another size. */
const apertureChanged =
  (...factors: readonly number[]): Change =>
  ({ lines, random }) => {
    const used = new Set(lines.flatMap((line) => /^(D\d+)\*$/.exec(line)?.[1] ?? []))
    const at = indices(lines, (line) => {
      const code = /^%AD(D\d+)[CR],/.exec(line)?.[1]
      return code !== undefined && used.has(code)
    })
    if (at.length === 0) return undefined
    const index = random.pick(at)
    const factor = random.pick(factors)
    const old = lines[index] ?? ""
    lines[index] = old.replace(/\d+\.\d+/g, (size) => (Number(size) * factor).toFixed(6))
    return `${old} ${factor} times as large`
  }

/** Strokes of one object taken out, from a D02 to the next. */
const strokesGone: Change = ({ lines, random, isAlone }) => {
  const region = new Set<number>()
  let inside = false
  lines.forEach((line, index) => {
    if (line.startsWith("G36")) inside = true
    if (inside) region.add(index)
    if (line.startsWith("G37")) inside = false
  })
  const starts = indices(lines, (line) => /D02\*$/.test(line) && isAlone(line)).filter(
    (index) => !region.has(index),
  )
  if (starts.length === 0) return undefined
  const start = random.pick(starts)
  const rest = lines.slice(start + 1).findIndex((line) => !/D01\*$/.test(line))
  const [line = ""] = lines.splice(start, rest + 1)
  return `${rest} strokes from ${line} gone`
}

const regionGone: Change = ({ lines, random }) => {
  const starts = indices(lines, (line) => line.startsWith("G36"))
  if (starts.length === 0) return undefined
  const start = random.pick(starts)
  const length = lines.slice(start).findIndex((line) => line.startsWith("G37"))
  lines.splice(start, length + 1)
  return `a region of ${length} lines gone`
}

/** Something is drawn that nobody planned. */
const added =
  (sizeMm: number): Change =>
  ({ lines, random, places }) => {
    const last = lines.findLastIndex((line) => line.startsWith("%AD"))
    const { x, y } = random.pick(places)
    const at = xy({ x, y })
    lines.splice(last + 1, 0, `%ADD999C,${sizeMm.toFixed(6)}*%`)
    lines.splice(lines.lastIndexOf("M02*"), 0, "D999*", `${at}D03*`)
    return `a dot of ${mm(sizeMm)} at ${at}`
  }

/**
 * Where a change of a file shows. In copper, what belongs to the pour is mostly drawn twice: a via's ring that the pour
 * covers may be missing, and the board is the same.
 */
function surroundings(group: string, ending: string, victim: Victim): Pick<Lines, "isAlone" | "places"> {
  if (group !== "copper")
    return {
      isAlone: () => true,
      places: [{ x: victim.random.between(-33, 33), y: victim.random.between(-12.5, 12.5) }],
    }
  const { clean, draft } = victim
  const { pour } = clean.compiled.definition
  const netlist = netlistOf(draft.elements)
  const pads = padsOf(draft.elements)
  const isPoured = (name: string) => netlist.netOf.get(name)?.name === pour.net
  const { subcircuit_connectivity_map_key: key } = draft.net(pour.net)
  const covered = new Set(
    [
      ...pads.filter(({ name }) => isPoured(name)),
      ...draft.all("pcb_via").filter((via) => via.subcircuit_connectivity_map_key === key),
      ...coveredVias(draft),
      ...draft
        .traces(pour.net)
        .flatMap(({ route }) => route.flatMap((point) => ("x" in point ? [point] : []))),
    ].map(xy),
  )
  // At the edge of a pad of another net it covers some of the gap round it.
  const edges = pads
    .filter(
      ({ name, layers }) => !isPoured(name) && layers.includes(ending.startsWith("F_") ? "top" : "bottom"),
    )
    .map(({ shape }) => boxOf(shape))
    .map(({ maxX, minY, maxY }) => ({ x: maxX, y: (minY + maxY) / 2 }))
  return {
    isAlone: (line) => !covered.has(line.replace(/D0\d\*$/, "").replace(/(?<=[XY]-?)0+(?=\d)/g, "")),
    places: edges,
  }
}

function kind(
  name: string,
  group: string,
  count: number,
  endings: readonly string[],
  changes: readonly Change[],
): Kind {
  return {
    name,
    group,
    count,
    make: (victim) => {
      const { random } = victim
      const { fabrication } = victim.clean
      const ending = random.pick(endings)
      const text = fabrication.gerbers.get(nameEnding(fabrication.gerbers, ending)) ?? ""
      const lines = text.split("\n")
      const told = random.pick(changes)({
        lines,
        random,
        ...surroundings(group, ending, victim),
      })
      if (told === undefined || lines.join("\n") === text) return undefined
      const gerbers = withFile(fabrication.gerbers, ending, () => lines.join("\n"))
      return { told: `${ending}: ${told}`, fabrication: { ...fabrication, gerbers } }
    },
  }
}

const hitGone: Change = ({ lines, random }) => {
  const [line] = lines.splice(random.pick(indices(lines, (one) => /^X-?[\d.]+Y/.test(one))), 1)
  return `${line} gone`
}

const hitMoved: Change = ({ lines, random }) => {
  const index = random.pick(indices(lines, (one) => /^X-?[\d.]+Y/.test(one)))
  const by = random.sign() * random.between(0.15, 3)
  const old = lines[index] ?? ""
  lines[index] = old.replace(/^X(-?[\d.]+)/, (_, x: string) => `X${(Number(x) + by).toFixed(3)}`)
  return `${old} moved by ${mm(by)}`
}

const hitAdded: Change = ({ lines, random }) => {
  const index = random.pick(indices(lines, (one) => /^X-?[\d.]+Y/.test(one)))
  const hit = `X${random.between(-33, 33).toFixed(3)}Y${random.between(-12.5, 12.5).toFixed(3)}`
  lines.splice(index, 0, hit)
  return `${hit} added`
}

const toolChanged: Change = ({ lines, random }) => {
  const index = random.pick(indices(lines, (one) => /^T\d+C/.test(one)))
  const by = random.sign() * random.between(0.1, 0.25)
  const old = lines[index] ?? ""
  lines[index] = old.replace(/C([\d.]+)/, (_, size: string) => `C${(Number(size) + by).toFixed(3)}`)
  return `${old} ${mm(by)} wider`
}

const both = (name: string, ending: string): string[] => [`F_${name}.gt${ending}`, `B_${name}.gb${ending}`]

export const gerberKinds: readonly Kind[] = [
  kind("a pad or via moved, gone or of another size", "copper", 12, both("Cu", "l"), [
    flashGone,
    flashMoved,
    apertureChanged(0.5, 0.7, 0.85, 1.2, 1.6),
  ]),
  kind("a track or pour gone, or copper added", "copper", 12, both("Cu", "l"), [
    strokesGone,
    regionGone,
    added(0.4),
    added(1.2),
  ]),
  kind("an opening moved, gone, added or of another size", "solder mask", 14, both("Mask", "s"), [
    flashGone,
    flashMoved,
    apertureChanged(0.5, 0.7, 1.5, 2),
    added(0.8),
  ]),
  kind(
    "a window moved, gone, added or of another size",
    "paste",
    12,
    ["F_Paste.gtp", "B_Paste.gbp"],
    [flashGone, flashMoved, apertureChanged(0.5, 0.7, 1.5, 2), added(0.8)],
  ),
  kind("strokes gone, or ink added", "silkscreen", 14, both("Silkscreen", "o"), [
    strokesGone,
    strokesGone,
    added(1.2),
  ]),
  kind(
    "a hole moved, gone, added or of another size",
    "drills",
    14,
    ["-PTH.drl", "-NPTH.drl"],
    [hitGone, hitMoved, hitAdded, toolChanged],
  ),
]
