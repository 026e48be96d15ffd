import Flatten from "@flatten-js/core"
import { describe, expect, it } from "vitest"
import { containsByBoxFirst } from "../../src/compile/polygon-contains"

const { Circle, Point, Polygon } = Flatten
const byBooleans = Polygon.prototype.contains
containsByBoxFirst()

// A plate with a notch from below and a square hole.
const plate = new Polygon([
  [
    [-10, -5],
    [-4, -5],
    [-4, 0],
    [2, 0],
    [2, -5],
    [10, -5],
    [10, 5],
    [-10, 5],
  ].map(([x, y]) => new Point(x, y)),
  [
    [5, 1],
    [5, 3],
    [7, 3],
    [7, 1],
  ].map(([x, y]) => new Point(x, y)),
])

const square = (x: number, y: number, half: number) =>
  new Polygon([
    new Point(x - half, y - half),
    new Point(x + half, y - half),
    new Point(x + half, y + half),
    new Point(x - half, y + half),
  ])

describe("whether a plate contains a shape", () => {
  const places = Array.from({ length: 23 * 13 }, (_, i) => [(i % 23) - 11, Math.floor(i / 23) - 6] as const)

  it.each([
    ["squares", (x: number, y: number) => square(x, y, 0.4)],
    ["discs", (x: number, y: number) => new Polygon(new Circle(new Point(x, y), 0.4))],
  ])("is answered as by boolean operations: %s", (_, shapeAt) => {
    const answers = places.map(([x, y]) => plate.contains(shapeAt(x, y)))
    expect(answers).toEqual(places.map(([x, y]) => byBooleans.call(plate, shapeAt(x, y))))
    expect(new Set(answers)).toEqual(new Set([true, false]))
  })

  it("does not take a shape round the hole for one inside", () => {
    expect(plate.contains(square(6, 2, 1.5))).toBe(false)
    expect(plate.contains(square(6, 2, 0.5))).toBe(false)
  })
})
