import { disc, polygonShape, rectangle, ringOf } from "../../geometry/shape"
import type { DrawnShape } from "../../model/drawn"
import type { Piece } from "./piece"
import { inside, type Pose, placed, sideOf } from "./pose"
import { NotDrawn, type Props } from "./props"

/** An opening of the board. */
export function cutout(props: Props, pose: Pose): Piece {
  props.ignore("name")
  const shape = props.text("shape")
  const own = inside(pose, props.place(), 0)
  const done = (form: DrawnShape): Piece => ({ kind: "cutout", shape: { core: ringOf(form), radius: 0 } })
  switch (shape) {
    case "rect":
      return done(rectangle(own, props.size("width"), props.size("height"), own.rotationDeg))
    case "circle":
      return done(disc(own, 2 * props.size("radius")))
    case "polygon": {
      const points = props.points("points")
      if (points.length < 3) throw new NotDrawn("is a polygon of less than three points")
      return done(polygonShape(points.map((point) => placed(own, point))))
    }
    default:
      throw new NotDrawn(`has the shape ${JSON.stringify(shape)}: there are rect, circle and polygon`)
  }
}

/** A window of paste. */
export function solderPaste(props: Props, pose: Pose): Piece {
  props.ignore("name")
  const shape = props.text("shape")
  const own = inside(pose, props.place(), 0)
  const side = sideOf(pose, props.side())
  const done = (form: DrawnShape): Piece => ({ kind: "paste", side, shape: form })
  if (shape === "circle") return done(disc(own, 2 * props.size("radius")))
  if (shape === "rect")
    return done(rectangle(own, props.size("width"), props.size("height"), own.rotationDeg))
  throw new NotDrawn(`has the shape ${JSON.stringify(shape)}: there are rect and circle`)
}
