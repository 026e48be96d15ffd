import type { Mark } from "./lettering"
import type { Shape, Vec2 } from "./solid"

/** A number of a body with where it comes from; `typical` marks what no data sheet of the exact part gives. */
export interface SourcedHeight {
  readonly mm: number
  readonly source: string
  readonly trust: "datasheet" | "typical" | "measured"
}

/**
 * The body of one package. Frame of its shapes and terminals: mm, x right and y up seen from the side the part is
 * mounted on, z away from the board, z = 0 on the board's surface.
 */
export interface Body {
  readonly id: string
  readonly title: string
  readonly shapes: readonly Shape[]
  /**
   * Pin -> where the terminal meets the board. A model is put on the board by these, so a body that sits wrongly on
   * its land pattern shows.
   */
  readonly terminals: Readonly<Record<string, Vec2>>
  /** Height over the board's surface. */
  readonly height: SourcedHeight
  /** How far pins reach through a board of the given thickness: mm below the surface the part is mounted on. */
  readonly pinDepthMm?: number
  /** Where pin 1 (or the cathode) is marked on a drawing. */
  readonly pinOne?: Vec2
  readonly polarity?: "cathode"
  /** What a drawing writes at a terminal beside the pad's name: polarity, direction. */
  readonly terminalLabels?: Readonly<Record<string, string>>
  /** Text on it; `{mark}` stands for the part's own (a resistor's code, an IC's name). */
  readonly marks?: readonly Mark[]
  /** Usually left empty on a finished board. */
  readonly optional?: true
}
