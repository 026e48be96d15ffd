import type { Point } from "../../geometry/point"
import { escapeMarkup } from "../../model/markup"

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** An element as text, each tag on a line of its own, as simple readers want it; numbers to a nanometre. */
export function xml(name: string, attributes: Attributes = {}, children: readonly string[] = []): string {
  let open = `<${name}`
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined)
      open += ` ${key}="${typeof value === "number" ? fine(value) : escapeMarkup(`${value}`)}"`
  return children.length === 0 ? `${open}/>` : `${open}>\n${children.join("\n")}\n</${name}>`
}

const fine = (value: number): number => Math.round(value * 1e6) / 1e6 + 0

/** "name" or "space:name" is all that a qualified name may be. */
export const qualified = (name: string): string => name.replaceAll(":", "_")

export const location = ({ x, y }: Point): string => xml("Location", { x, y })

export const formRef = (id: string): string => xml("StandardPrimitiveRef", { id })

/** Nothing where nothing is turned or mirrored. */
export const xform = (rotation: number, mirror = false): string[] =>
  rotation === 0 && !mirror
    ? []
    : [xml("Xform", { rotation: rotation || undefined, mirror: mirror || undefined })]

export const pen = (lineWidth: number): string => xml("LineDesc", { lineEnd: "ROUND", lineWidth })

/** By hand: nearly all of a file's elements are these. */
const path = (points: readonly Point[]): string[] =>
  points.map(({ x, y }, i) => `<${i === 0 ? "PolyBegin" : "PolyStepSegment"} x="${fine(x)}" y="${fine(y)}"/>`)

/** Closed: its last step is back where it began. */
export const polygon = (name: string, points: readonly Point[]): string =>
  xml(name, {}, path([...points, ...points.slice(0, 1)]))

export const contour = (
  name: string,
  outer: readonly Point[],
  holes: readonly (readonly Point[])[],
): string => xml(name, {}, [polygon("Polygon", outer), ...holes.map((hole) => polygon("Cutout", hole))])

export const polyline = (points: readonly Point[], widthMm: number): string =>
  xml("Polyline", {}, [...path(points), pen(widthMm)])
