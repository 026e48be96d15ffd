import type { ReactElement } from "react"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { defineBoard, rectangle } from "../../src/board/define"
import { checkCircuit } from "../../src/check/checks"
import { checkLayout, type LaidBoard, laySource } from "../../src/compile/compile"
import { fabricate } from "../../src/fabricate/fabricate"
import { kicadBoard } from "../../src/kicad/board/write"
import { kicadAsCompiled } from "../../src/kicad/held-lines"
import type { BoardSource } from "../../src/model/board"
import { houseFor } from "../../src/model/fab-house"
import { gate } from "../../src/model/fab-rule"
import { type Finding, UserError } from "../../src/model/finding"
import { silent } from "../../src/model/observer"
import { unzippedFiles } from "../../src/pipeline/assemble-package"
import { orderOf } from "../../src/pipeline/fab-house"
import { sourceRun } from "../../src/pipeline/runs"
import { boardFacts } from "../../src/route/board-facts"
import { lockOf } from "../../src/route/lock"
import type { RoutesFile } from "../../src/route/routes-file"
import { optionsFromSource } from "../../src/verify/options"
import { verifyContents } from "../../src/verify/verify"

/** A board made as a build makes it, in memory, without pictures and 3D. */
export interface Made {
  readonly laid: LaidBoard
  /** Errors and warnings: what stops a build, as "rule: message". */
  readonly open: readonly string[]
  /** File name -> text. */
  readonly files: ReadonlyMap<string, string>
  readonly kicad: string
}

const options = {
  root: process.cwd(),
  boardId: "shape",
  observer: silent,
  orderOf,
}

export const sourceOf = (circuit: () => ReactElement, more: Partial<BoardSource> = {}): BoardSource =>
  defineBoard({
    id: "shape",
    title: "Shape",
    revision: "1",
    outline: rectangle(60, 40),
    pour: false,
    circuit,
    ...more,
  })

export const layOnly = (circuit: () => ReactElement, more: Partial<BoardSource> = {}): Promise<LaidBoard> =>
  laySource(sourceOf(circuit, more), { format: 1, nets: {} }, options)

/** Shapes need no net: what tscircuit has to say of open pins is left out. */
const openPin = "tscircuit/source-pin-missing-trace-warning"

/** What the source is told before anything is made of it. */
export const said = async (
  circuit: () => ReactElement,
  more: Partial<BoardSource> = {},
): Promise<string[]> => {
  const laid = await layOnly(circuit, more)
  return laid.said
    .filter(({ severity }) => severity !== "info")
    .map(({ rule, message }) => `${rule}: ${message}`)
}

export async function made(
  circuit: () => ReactElement,
  more: Partial<BoardSource> = {},
  nets: RoutesFile["nets"] = {},
): Promise<Made> {
  const first = await laySource(sourceOf(circuit, more), { format: 1, nets }, options)
  const words = (list: readonly Finding[]) =>
    list
      .filter(({ rule }) => rule !== openPin)
      .filter(({ severity }) => severity !== "info")
      .map(({ rule, message }) => `${rule}: ${message}`)
  if (first.faulty) return { laid: first, open: words(first.said), files: new Map(), kicad: "" }
  const laid = {
    ...first,
    routes: { ...first.routes, lock: lockOf(boardFacts(first.circuit, first.definition)) },
  }
  const { runs } = await checkLayout(laid)
  const { circuit: compiled, definition } = laid
  const house = houseFor(jlcpcb, definition.layers) ?? jlcpcb
  const findings = [...runs, ...checkCircuit(compiled, definition, house)].flatMap((run) => run.findings)
  try {
    const fabrication = fabricate(compiled, definition, house, { createdAt: "2026-01-01T00:00:00Z" })
    const date = new Date("2026-01-01T00:00:00Z")
    const files = unzippedFiles(definition, compiled, fabrication, house.process, date)
    const verified = verifyContents(files, house, {
      ...optionsFromSource(definition, house),
      zipFollows: true,
    })
    const text = new TextDecoder()
    const kicad = kicadBoard(compiled, definition, house, new Date(0)).board
    const held = kicadAsCompiled(compiled, kicad, "shape.kicad_pcb", gate(house, "silkscreen-line"))
    return {
      laid,
      open: words([
        ...findings,
        ...fabrication.findings,
        ...sourceRun(laid, fabrication, house).findings,
        ...verified.findings,
        ...held.findings,
      ]),
      files: new Map([...files].map(([path, bytes]) => [path, text.decode(bytes)])),
      kicad,
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { laid, open: [...words(findings), `thrown: ${error.message}`], files: new Map(), kicad: "" }
  }
}
