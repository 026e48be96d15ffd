import type { BookData, SidePicture, SimulationData } from "./data"

/** What nobody sees in a book's first picture: in an element of its own behind the code, read when that is shown. */
export interface LaterData {
  readonly bottom: SidePicture
  readonly simulation: SimulationData
  readonly schematicSvg: string
  readonly drawings: Readonly<Record<string, string>>
}

/** `first` is a book's data too, with empty pictures where `later` has them: every tab and name is there. */
export interface BookParts {
  readonly first: BookData
  readonly later: LaterData
}

const nothing: SidePicture = {
  coveredCopper: "",
  openCopper: "",
  openSubstrate: "",
  silkscreen: "",
  paste: "",
  tentedHoles: "",
}

/** A book's data for a page: what its first picture needs, and the rest. */
export function apart(data: BookData): BookParts {
  const { simulation, schematicSvg, drawings, picture } = data
  const { top, bottom } = picture.sides
  return {
    first: {
      ...data,
      picture: { ...picture, sides: { top, bottom: nothing } },
      simulation: { ...simulation, scenarios: simulation.scenarios.map((one) => ({ ...one, svg: "" })) },
      // Not empty, which would say that there is none.
      schematicSvg: schematicSvg === "" ? "" : "<svg/>",
      drawings: Object.fromEntries(Object.keys(drawings).map((name) => [name, ""])),
    },
    later: { bottom, simulation, schematicSvg, drawings },
  }
}

/** The whole again. */
export function joined(first: BookData, { bottom, ...pictures }: LaterData): BookData {
  const { picture } = first
  return { ...first, picture: { ...picture, sides: { top: picture.sides.top, bottom } }, ...pictures }
}
