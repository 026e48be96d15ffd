import type { TitleBlock } from "../../schematic/sheet"

export interface KicadSchematicOptions extends TitleBlock {
  /** Name of the project and of its symbol library: the board's id. */
  readonly project: string
  /** Designators not fitted in the variant that the file shows. */
  readonly notFitted: readonly string[]
  /** Designator -> `library:footprint`, where the board has one. */
  readonly footprints?: Readonly<Record<string, string>>
  /** Designator -> further fields, name and value: what a buyer needs. */
  readonly fields?: Readonly<Record<string, readonly (readonly [name: string, value: string])[]>>
}
