import type { Point } from "../geometry/point"
import { rotate } from "./macro-primitive"
import type { DrawnObject, Transform } from "./model"

export const identity: Transform = { mirrorX: false, mirrorY: false, rotationDeg: 0, scale: 1 }

/** The transform after `LMX`, `LR90` or `LS0.5`; undefined if the word is none of these. */
export function loadTransform(current: Transform, word: string): Transform | undefined {
  const value = word.slice(2)
  if (word.startsWith("LM"))
    return /^(N|X|Y|XY)$/.test(value)
      ? { ...current, mirrorX: value.includes("X"), mirrorY: value.includes("Y") }
      : undefined
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(value)) return undefined
  const number = Number(value)
  if (word.startsWith("LR")) return { ...current, rotationDeg: number }
  return number > 0 && number <= 1e3 ? { ...current, scale: number } : undefined
}

export function isIdentity(t: Transform): boolean {
  return !t.mirrorX && !t.mirrorY && t.rotationDeg % 360 === 0 && t.scale === 1
}

/** Applies mirror, rotation, scale about the origin (Gerber format, 4.9). */
export function transformPoints(points: readonly Point[], t: Transform): Point[] {
  if (isIdentity(t)) return points.slice()
  const mirrored =
    t.mirrorX || t.mirrorY
      ? points.map(({ x, y }) => ({ x: t.mirrorX ? -x : x, y: t.mirrorY ? -y : y }))
      : points
  const turned = rotate(mirrored, t.rotationDeg)
  return t.scale === 1 ? turned : turned.map(({ x, y }) => ({ x: x * t.scale, y: y * t.scale }))
}

/** The transform that applies `inner` first and `outer` then. */
export function compose(outer: Transform, inner: Transform): Transform {
  const flips = outer.mirrorX !== outer.mirrorY
  return {
    mirrorX: outer.mirrorX !== inner.mirrorX,
    mirrorY: outer.mirrorY !== inner.mirrorY,
    rotationDeg: outer.rotationDeg + (flips ? -inner.rotationDeg : inner.rotationDeg),
    scale: outer.scale * inner.scale,
  }
}

/** A copy of an object of a block, transformed about the block's origin and moved to `at`. */
export function placeObject(object: DrawnObject, t: Transform, at: Point, invert: boolean): DrawnObject {
  const place = (points: readonly Point[]): Point[] =>
    transformPoints(points, t).map(({ x, y }) => ({ x: x + at.x, y: y + at.y }))
  const polarity = invert ? (object.polarity === "dark" ? "clear" : "dark") : object.polarity
  switch (object.kind) {
    case "flash":
      return {
        ...object,
        polarity,
        at: place([object.at])[0] as Point,
        transform: compose(t, object.transform),
      }
    case "stroke":
      return {
        ...object,
        polarity,
        points: place(object.points),
        width: object.width * t.scale,
        transform: compose(t, object.transform),
      }
    case "region":
      return { ...object, polarity, contours: object.contours.map(place) }
  }
}
