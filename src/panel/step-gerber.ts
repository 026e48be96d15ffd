import { UserError } from "../model/finding"
import type { Point } from "../model/place"

/** One file's drawing at one place of a panel; its nets and parts get `suffix` behind their names. */
export interface Step extends Point {
  readonly text: string
  readonly suffix: string
}

interface Parsed {
  readonly apertures: readonly string[]
  readonly body: readonly string[]
}

/**
 * Draws the files at their places into one, in order: files as this project writes them (absolute, 4.6 mm, attributes
 * as comments, a command a line). Each keeps its apertures, under numbers of its own.
 * @param header lines that open the file: attributes, format and units
 * @throws UserError for a command that cannot be stepped
 */
export function stepGerbers(header: readonly string[], steps: readonly Step[]): string {
  const files = new Map<string, Parsed & { readonly from: number }>()
  let next = 10
  for (const { text } of steps) {
    if (files.has(text)) continue
    const parsed = parse(text)
    files.set(text, { ...parsed, from: next })
    next += Math.max(0, ...parsed.apertures.map((line) => codeOf(line) - 9))
  }
  const apertures = [...files.values()].flatMap((file, index) =>
    file.apertures.map((line) => renumbered(line, file.from, index)),
  )
  const body = steps.flatMap((step) => {
    const file = files.get(step.text) as Parsed & { from: number }
    return file.body.map((line) => moved(line, step, file.from))
  })
  return `${[...header, ...apertures, ...body, "M02*"].join("\n")}\n`
}

const codeOf = (line: string): number => Number(/^%ADD(\d+)/.exec(line)?.[1] ?? 9)

function parse(text: string): Parsed {
  const apertures: string[] = []
  const body: string[] = []
  let waiting: string[] = []
  let macro = false
  for (const line of text.split("\n")) {
    if (macro || line.startsWith("%AM")) {
      apertures.push(line)
      macro = !line.endsWith("%")
    } else if (line.startsWith("%ADD")) {
      apertures.push(...waiting, line)
      waiting = []
    } else if (line.startsWith("G04 #@! TA.")) waiting.push(line)
    else if (!/^(G04 #@! TF|%FS|%MO|G75|M02|G04 Gerber|$)/.test(line)) {
      body.push(...waiting, line)
      waiting = []
    }
  }
  return { apertures, body }
}

/** Apertures count on from those of the files before; macros get the file's number behind their name. */
const renumbered = (line: string, from: number, file: number): string =>
  line
    .replace(/^%AM([^*]+)\*/, (_, name: string) => `%AM${name}_${file}*`)
    .replace(/^%ADD(\d+)([^,*]+)/, (_, code: string, name: string) => {
      const standard = /^[CROP]$/.test(name)
      return `%ADD${Number(code) - 10 + from}${standard ? name : `${name}_${file}`}`
    })

function moved(line: string, { x, y, suffix }: Step, from: number): string {
  const aperture = /^D(\d+)\*$/.exec(line)
  if (aperture !== null) return `D${Number(aperture[1]) - 10 + from}*`
  if (line.startsWith("G04 #@! TO."))
    return line.replace(/(TO\.[NCP],)([^,*]+)/, (_, key: string, name: string) =>
      name === "N/C" ? `${key}${name}` : `${key}${name}${suffix}`,
    )
  if (/^(G01|G36|G37|G04 |%LP[DC]\*%)/.test(line)) return line
  const draw = /^X(-?\d+)Y(-?\d+)(D0[123]\*)$/.exec(line)
  if (draw === null) throw new UserError(`a Gerber command that cannot be stepped: ${line.slice(0, 40)}`)
  return `X${coordinate(Number(draw[1]) + Math.round(x * 1e6))}Y${coordinate(Number(draw[2]) + Math.round(y * 1e6))}${draw[3]}`
}

/** Nanometres, 4.6: nine digits or more, as circuit-json-to-gerber pads them. */
export const coordinate = (nm: number): string =>
  `${nm < 0 ? "-" : ""}${String(Math.abs(nm)).padStart(9, "0")}`
