import { distance, type Point, turn } from "../../geometry/point"
import { ringOf, type Shape } from "../../geometry/shape"
import { copperFiles } from "../../model/fab-house"
import type { CopperLayer } from "../../model/layer"
import { contour, formRef, location, xml } from "./xml"

/** A shape as one of the file's forms: which, where its middle is, and how it is turned (0 to 180 degrees). */
export interface Formed {
  readonly id: string
  readonly at: Point
  readonly turnDeg: number
}

/** Forms of pads and openings, and pad-stacks of them, each said once. */
export class Forms {
  private readonly forms = new Map<string, string>()
  private readonly stacks = new Map<string, string>()

  of(shape: Shape): Formed {
    const { core, radius } = shape
    const [a, b, c, d] = core as [Point, Point?, Point?, Point?]
    const at = middle(core)
    if (b === undefined)
      return this.form(`CIRCLE_${mm(2 * radius)}`, xml("Circle", { diameter: 2 * radius }), at)
    const size = (width: number, height: number): string => `${mm(width)}x${mm(height)}`
    const [along, deg] = [
      distance(a, b) + 2 * radius,
      half((Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI),
    ]
    if (c === undefined) {
      const height = 2 * radius
      return this.form(`OVAL_${size(along, height)}`, xml("Oval", { width: along, height }), at, deg)
    }
    if (d !== undefined && core.length === 4 && isRectangle([a, b, c, d])) {
      const across = distance(b, c) + 2 * radius
      const [width, height, turnDeg] = deg < 90 ? [along, across, deg] : [across, along, deg - 90]
      if (radius === 0)
        return this.form(`RECT_${size(width, height)}`, xml("RectCenter", { width, height }), at, turnDeg)
      const corners = { upperRight: true, upperLeft: true, lowerLeft: true, lowerRight: true }
      const text = xml("RectRound", { width, height, radius, ...corners })
      return this.form(`ROUNDRECT_${size(width, height)}_R${mm(radius)}`, text, at, turnDeg)
    }
    const ring = ringOf(shape).map(({ x, y }) => ({ x: x - at.x, y: y - at.y }))
    return this.form(`CONTOUR_${this.forms.size + 1}`, contour("Contour", ring, []), at)
  }

  /** The name of a form's pad-stack: on these layers, with this hole. */
  stack(
    form: Formed,
    layers: readonly CopperLayer[],
    hole: Shape | undefined,
    use: "PLATED" | "VIA",
  ): string {
    const where = layers.length > 1 ? "THRU" : (layers[0] ?? "").toUpperCase()
    // The hole's place in the frame of the form, before that is turned.
    const at = hole === undefined ? form.at : middle(hole.core)
    const { x, y } = turn({ x: at.x - form.at.x, y: at.y - form.at.y }, -form.turnDeg)
    const off = Math.hypot(x, y) < 1e-6 ? "" : `_AT_${mm(x)}_${mm(y)}`
    const name = `${form.id}_${where}${hole === undefined ? "" : `_${use}_${mm(2 * hole.radius)}${off}`}`
    const drilled = { name: `${name}_HOLE`, diameter: 2 * (hole?.radius ?? 0), platingStatus: use, x, y }
    this.stacks.set(
      name,
      xml("PadStackDef", { name }, [
        ...(hole === undefined ? [] : [xml("PadstackHoleDef", { ...drilled, plusTol: 0, minusTol: 0 })]),
        ...layers.map((layer) =>
          xml("PadstackPadDef", { layerRef: copperFiles[layer], padUse: "REGULAR" }, [
            location({ x: 0, y: 0 }),
            formRef(form.id),
          ]),
        ),
      ]),
    )
    return name
  }

  writtenStacks = (): string[] => [...this.stacks.values()]

  dictionary = (): string =>
    xml(
      "DictionaryStandard",
      { units: "MILLIMETER" },
      [...this.forms].map(([body, id]) => xml("EntryStandard", { id }, [body])),
    )

  private form(name: string, body: string, at: Point, turnDeg = 0): Formed {
    const id = this.forms.get(body) ?? name
    this.forms.set(body, id)
    return { id, at, turnDeg }
  }
}

const mm = (value: number): number => Math.round(value * 1e6) / 1e6 + 0

const middle = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
})

/** Half a turn is no turn; to a thousandth of a degree. */
const half = (deg: number): number => (Math.round((((deg % 180) + 180) % 180) * 1e3) / 1e3) % 180

const isRectangle = ([a, b, c, d]: readonly [Point, Point, Point, Point]): boolean =>
  [distance(a, c) - distance(b, d), distance(a, b) - distance(c, d), distance(b, c) - distance(d, a)].every(
    (off) => Math.abs(off) < 1e-6,
  )
