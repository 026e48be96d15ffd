import type { ReactElement } from "react"
import type { Part as PartRecord } from "../model/part"
import type { Side } from "../model/place"

/** x, y in mm, counter-clockwise degrees seen from the top (0 unless said), side ("top" unless said). */
export type At = readonly [x: number, y: number, rotationDeg?: number, side?: Side]

export interface PartProps {
  /** Designator: "R1". */
  readonly name: string
  /** The record of what is fitted: `components/parts/`. */
  readonly is: PartRecord
  /** Pin, by its data sheet's name or its number, to net. A name that several pins share (GND) stands for all of them. */
  readonly pins?: PinNets
  /** Where it is, unless the board has a row for it in its placements. */
  readonly at?: At
}

export type PinNets = Readonly<Record<string, string>>

export interface ConnectProps {
  /** Designator of a part that stands elsewhere in the circuit. */
  readonly part: string
  readonly pins: PinNets
}

/** How the two are told from components that are to be called: a board's bundle has its own copy of this file. */
export const marker = Symbol.for("mep.element")
export type Marked = "part" | "connect"

const marked = <Props>(kind: Marked) => {
  const component = (_props: Props): ReactElement => {
    throw new Error("a part is read from the circuit before it is rendered")
  }
  return Object.assign(component, { [marker]: kind })
}

/** A part of a circuit: `<Part name="C1" is={c0805("100n")} pins={{ 1: "VCC", 2: "GND" }} at={[3, 4, 90]} />`. */
export const Part = marked<PartProps>("part")

/** More pins of a part that a circuit component brought: `<Connect part="U2" pins={{ IO33: "LED" }} />`. */
export const Connect = marked<ConnectProps>("connect")
