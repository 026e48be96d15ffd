import type { Side } from "../../model/place"
import { type Node, quoted, writeNode } from "../sexpr"
import { uuidNode } from "../uuid"
import { type Drawing, drawingNode, mapped, plainText, type Text, textAt, textEffects } from "./drawings"
import { angle, inFootprint } from "./frame"
import type { LibraryLand } from "./land-names"
import { layerName, onLayer } from "./layers"
import { padNode } from "./pad-nodes"

/** KiCad 9's format of boards and footprints. */
export const boardVersion = 20241229

export const generator: readonly Node[] = [
  ["generator", quoted("mep-hw")],
  ["generator_version", quoted("9.0")],
]

/** KiCad's placeholder for a footprint's designator. */
const reference = "$" + "{REFERENCE}"

/** Line widths that KiCad's own libraries use on drawing layers, mm. */
const courtyardLine = 0.05
const bodyLine = 0.1

/** Folder of the board's 3D models beside its files. */
export const modelFolder = (project: string): string => `${project}.3dshapes`

export interface Field {
  readonly name: string
  readonly value: string
  /** Shown on the board; a field without a place is hidden. */
  readonly shown?: { readonly text: Text; readonly layer: string }
}

/** A field of a footprint; hidden ones lie in its middle on the drawing layer. */
export function fieldNode(field: Field, side: Side, id: Node): Node {
  const text = field.shown?.text ?? plainText(field.value, { x: 0, y: 0 }, side, 1)
  return [
    "property",
    quoted(field.name),
    quoted(field.value),
    field.shown ? textAt(text) : ["at", 0, 0, 0],
    ["unlocked", "yes"],
    onLayer(field.shown?.layer ?? layerName(side, "Fab")),
    ...(field.shown ? [] : [["hide", "yes"]]),
    id,
    textEffects(text),
  ]
}

/**
 * What a footprint is made of, for the library (top side, not turned) or for a part on the board.
 * @param padExtras what only a board's pad has: its net
 */
export function landItems(
  land: LibraryLand,
  place: { readonly side: Side; readonly footprintDeg: number; readonly empty?: boolean },
  project: string,
  owner: string,
  padExtras: (pin: string) => readonly Node[],
): Node[] {
  const { side } = place
  let count = 0
  const id = () => uuidNode(project, "footprint", owner, "item", String(count++))
  const put = (drawing: Drawing) =>
    mapped(
      drawing,
      (p) => inFootprint(side, p),
      (deg) => deg,
    )
  const { pads, ink, courtyards } = land.part.land
  const outline = land.body?.outline ?? []
  return [
    ...ink.map((one) => drawingNode("fp", put(one), layerName(side, "SilkS"), id())),
    ...courtyards.map((points) =>
      drawingNode(
        "fp",
        put({ kind: "polygon", points, widthMm: courtyardLine, filled: false }),
        layerName(side, "CrtYd"),
        id(),
      ),
    ),
    ...(outline.length === 0
      ? []
      : [
          drawingNode(
            "fp",
            put({ kind: "polygon", points: outline, widthMm: bodyLine, filled: false }),
            layerName(side, "Fab"),
            id(),
          ),
        ]),
    drawingNode("fp", put(referenceOnBody(land, place)), layerName(side, "Fab"), id()),
    ...pads.map((pad) => padNode(pad, place, [...padExtras(pad.number), id()])),
    ["embedded_fonts", "no"],
    ...(land.body ? [modelNode(land, project, place.empty ?? false)] : []),
  ]
}

/**
 * The designator in the middle of what courtyard and body share, as large as fits four letters, along its longer side:
 * not over the board's edge where an antenna hangs over it, nor in the middle of a module that has a pad here.
 */
function referenceOnBody(
  land: LibraryLand,
  place: { readonly side: Side; readonly footprintDeg: number },
): Text {
  const rings = [land.body?.outline, land.part.land.courtyards[0]].flatMap((ring) =>
    ring && ring.length > 0 ? [ring] : [],
  )
  if (rings.length === 0) return plainText(reference, { x: 0, y: 0 }, place.side, 0.5)
  const side = (axis: "x" | "y", of: typeof Math.min): number[] =>
    rings.map((ring) => of(...ring.map((p) => p[axis])))
  const [minX, maxX] = [Math.max(...side("x", Math.min)), Math.min(...side("x", Math.max))]
  const [minY, maxY] = [Math.max(...side("y", Math.min)), Math.min(...side("y", Math.max))]
  const [width, height] = [maxX - minX, maxY - minY]
  const size = Math.min(1, Math.max(width, height) / 4, Math.min(width, height) * 0.6)
  const middle = { x: (minX + maxX) / 2, y: (minY + maxY) / 2 }
  return {
    ...plainText(reference, middle, place.side, Math.round(size * 100) / 100),
    turnDeg: angle(place.footprintDeg + (width >= height ? 0 : 90)),
  }
}

/** Hidden where nothing is fitted: KiCad leaves it out of its view and its STEP file. */
const modelNode = (land: LibraryLand, project: string, hidden: boolean): Node => [
  "model",
  quoted(`\${KIPRJMOD}/${modelFolder(project)}/${land.body?.id}.step`),
  ...(hidden ? [["hide", "yes"]] : []),
  ["offset", ["xyz", 0, 0, 0]],
  ["scale", ["xyz", 1, 1, 1]],
  ["rotate", ["xyz", 0, 0, 0]],
]

export const attributes = (land: LibraryLand, rest: readonly string[]): Node => [
  "attr",
  land.part.land.pads.some((pad) => pad.drill) ? "through_hole" : "smd",
  ...rest,
]

/** A `.kicad_mod` of the board's own library. */
export function libraryFile(land: LibraryLand, project: string): string {
  const id = (name: string) => uuidNode(project, "library", land.name, name)
  const node: Node = [
    "footprint",
    quoted(land.name),
    ["version", boardVersion],
    ...generator,
    onLayer("F.Cu"),
    ["descr", quoted(description(land))],
    fieldNode({ name: "Reference", value: "REF**" }, "top", id("Reference")),
    fieldNode({ name: "Value", value: land.name }, "top", id("Value")),
    fieldNode({ name: "Datasheet", value: "" }, "top", id("Datasheet")),
    fieldNode({ name: "Description", value: "" }, "top", id("Description")),
    attributes(land, []),
    ...landItems(land, { side: "top", footprintDeg: 0 }, project, `library ${land.name}`, () => []),
  ]
  return `${writeNode(node)}\n`
}

export const description = (land: LibraryLand): string => land.body?.title ?? land.part.entry.package.name
