import type { ReactElement } from "react"
import { defineBoard, rectangle } from "../../src/board/define"
import { type Described, describe } from "../../src/board/describe"
import { laySource } from "../../src/compile/compile"
import type { BoardSource } from "../../src/model/board"
import { silent } from "../../src/model/observer"

/** A board of 40 x 30 mm without a pour, for tests of the core. */
export const sourceOf = (circuit: () => ReactElement, more: Partial<BoardSource> = {}): BoardSource =>
  defineBoard({
    id: "test",
    title: "Test",
    revision: "1",
    outline: rectangle(40, 30),
    pour: false,
    circuit,
    ...more,
  })

export const described = (circuit: () => ReactElement, more: Partial<BoardSource> = {}): Described =>
  describe(sourceOf(circuit, more), { fab: "jlcpcb", plans: ["hand"] })

/** Faults of the source, as "rule: message". */
export const faults = (circuit: () => ReactElement, more: Partial<BoardSource> = {}): string[] =>
  described(circuit, more).findings.map(({ rule, message }) => `${rule}: ${message}`)

/** Rendered without a track. */
export const laid = (circuit: () => ReactElement, more: Partial<BoardSource> = {}) =>
  laySource(
    sourceOf(circuit, more),
    { format: 1, nets: {} },
    {
      root: process.cwd(),
      boardId: "test",
      observer: silent,
      orderOf: () => ({ fab: "jlcpcb", plans: ["hand"] }),
    },
  )
