/** Draws small Gerber and Excellon files for tests, in plain text, without any of the project's writers. mm. */
export class Sheet {
  private readonly apertures = new Map<string, number>()
  private readonly body: string[] = []

  constructor(private readonly fileFunction: string) {}

  flash(shape: string, x: number, y: number): this {
    this.select(shape)
    this.body.push(`${xy(x, y)}D03*`)
    return this
  }

  line(width: number, ...points: readonly (readonly [number, number])[]): this {
    this.select(`C,${width}`)
    for (const [i, [x, y]] of points.entries()) this.body.push(`${xy(x, y)}${i === 0 ? "D02" : "D01"}*`)
    return this
  }

  region(...points: readonly (readonly [number, number])[]): this {
    const [first] = points
    if (first === undefined) return this
    this.body.push("G36*", `${xy(...first)}D02*`)
    for (const point of [...points.slice(1), first]) this.body.push(`${xy(...point)}D01*`)
    this.body.push("G37*")
    return this
  }

  raw(...lines: string[]): this {
    this.body.push(...lines)
    return this
  }

  text(): string {
    return [
      `%TF.FileFunction,${this.fileFunction}*%`,
      "%TF.CreationDate,2026-01-02T03:04:05Z*%",
      "%FSLAX46Y46*%",
      "%MOMM*%",
      ...[...this.apertures].map(([shape, code]) => `%ADD${code}${shape}*%`),
      "G01*",
      "G75*",
      "%LPD*%",
      ...this.body,
      "M02*",
      "",
    ].join("\n")
  }

  private select(shape: string): void {
    const code = this.apertures.get(shape) ?? 10 + this.apertures.size
    this.apertures.set(shape, code)
    this.body.push(`D${code}*`)
  }
}

export interface TestHole {
  readonly x: number
  readonly y: number
  readonly d: number
  readonly via?: boolean
  /** End of a slot. */
  readonly to?: readonly [number, number]
}

export function drillText(plated: boolean, holes: readonly TestHole[]): string {
  const kinds = [...new Set(holes.map(({ d, via }) => `${d} ${via === true}`))].sort()
  const word = plated ? "Plated" : "NonPlated"
  const tools = kinds.map((kind, i) => {
    const [d, via] = kind.split(" ")
    return `; #@! TA.AperFunction,${word},${plated ? "PTH" : "NPTH"},${via === "true" ? "ViaDrill" : "ComponentDrill"}\nT${i + 1}C${d}`
  })
  const hits = kinds.flatMap((kind, i) => [
    `T${i + 1}`,
    ...holes
      .filter(({ d, via }) => `${d} ${via === true}` === kind)
      .map(({ x, y, to }) => `${at(x, y)}${to === undefined ? "" : `G85${at(...to)}`}`),
  ])
  const title = `; #@! TF.FileFunction,${word},1,2,${plated ? "PTH" : "NPTH"}`
  const date = "; #@! TF.CreationDate,2026-01-02T03:04:05Z"
  return ["M48", title, date, "FMAT,2", "METRIC", ...tools, "%", "G90", "G05", ...hits, "M30", ""].join("\n")
}

function at(x: number, y: number): string {
  return `X${x.toFixed(4)}Y${y.toFixed(4)}`
}

function xy(x: number, y: number): string {
  return `X${Math.round(x * 1e6)}Y${Math.round(y * 1e6)}`
}
