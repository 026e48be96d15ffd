import { describe, expect, it } from "vitest"
import { segmentDistance, segmentsMeet, turn } from "../../src/geometry/point"
import { distanceToOutline, insidePolygon, segmentToOutline, signedArea } from "../../src/geometry/polygon"
import {
  boxOf,
  capsule,
  covers,
  depth,
  disc,
  gap,
  nearestPlace,
  pill,
  rectangle,
} from "../../src/geometry/shape"

const at = (x: number, y: number) => ({ x, y })

describe("segments", () => {
  it("meet at crossings, ends and overlaps only", () => {
    expect(segmentsMeet(at(0, 0), at(2, 2), at(0, 2), at(2, 0))).toBe(true)
    expect(segmentsMeet(at(0, 0), at(1, 0), at(1, 0), at(1, 5))).toBe(true)
    expect(segmentsMeet(at(0, 0), at(2, 0), at(1, 0), at(5, 0))).toBe(true)
    expect(segmentsMeet(at(0, 0), at(1, 0), at(2, 0), at(3, 0))).toBe(false)
    expect(segmentDistance(at(0, 0), at(1, 0), at(4, 4), at(4, 9))).toBeCloseTo(5, 12)
    expect(segmentDistance(at(0, 0), at(10, 0), at(5, 1), at(5, 3))).toBeCloseTo(1, 12)
  })

  it("turn by quarter turns without rounding", () => {
    expect(turn(at(1, 2), 90)).toEqual(at(-2, 1))
    expect(turn(at(1, 2), 270)).toEqual(at(2, -1))
    expect(turn(at(1, 0), 45).x).toBeCloseTo(Math.SQRT1_2, 12)
  })
})

describe("polygons", () => {
  const notch = [at(0, 0), at(4, 0), at(4, 4), at(3, 4), at(3, 1), at(1, 1), at(1, 4), at(0, 4)]
  it("know inside, outline and area of a notched board", () => {
    expect(insidePolygon(at(0.5, 3), notch)).toBe(true)
    expect(insidePolygon(at(2, 3), notch)).toBe(false)
    expect(distanceToOutline(at(2, 3), notch)).toBeCloseTo(1, 12)
    expect(segmentToOutline(at(0.5, 3), at(3.5, 3), notch)).toBe(0)
    expect(signedArea(notch)).toBeCloseTo(10, 12)
    expect(signedArea([...notch].reverse())).toBeCloseTo(-10, 12)
  })
})

describe("shapes", () => {
  it("measure copper to copper", () => {
    expect(gap(disc(at(0, 0), 0.6), disc(at(1, 0), 0.6))).toBeCloseTo(0.4, 12)
    expect(gap(capsule(at(0, 0), at(10, 0), 0.25), rectangle(at(5, 1), 2, 1))).toBeCloseTo(0.375, 12)
    expect(gap(capsule(at(0, 0), at(10, 0), 0.25), capsule(at(5, -1), at(5, 1), 0.25))).toBeLessThan(0)
    // A via inside a pad does not cross its sides, yet it touches.
    expect(gap(disc(at(0, 0), 0.2), rectangle(at(0, 0), 4, 4))).toBeLessThan(0)
  })

  it("turn rectangles counter-clockwise", () => {
    const pad = rectangle(at(1, 1), 2, 0.5, 90)
    expect(covers(pad, at(1, 1.9))).toBe(true)
    expect(covers(pad, at(1.9, 1))).toBe(false)
    const slanted = rectangle(at(0, 0), 4, 0.2, 30)
    expect(covers(slanted, at(1.9 * Math.cos(Math.PI / 6), 1.9 * Math.sin(Math.PI / 6)))).toBe(true)
    expect(covers(slanted, at(1.9 * Math.cos(Math.PI / 6), -1.9 * Math.sin(Math.PI / 6)))).toBe(false)
  })

  it("round the ends of pills and the corners of rounded rectangles", () => {
    expect(covers(pill(at(0, 0), 3, 1), at(1.5, 0))).toBe(true)
    expect(covers(pill(at(0, 0), 3, 1), at(1.45, 0.45))).toBe(false)
    expect(covers(pill(at(0, 0), 1, 3), at(0, 1.5))).toBe(true)
    expect(covers(rectangle(at(0, 0), 2, 2, 0, 0.5), at(0.95, 0.95))).toBe(false)
    expect(boxOf(pill(at(0, 0), 1, 3))).toEqual({ minX: -0.5, minY: -1.5, maxX: 0.5, maxY: 1.5 })
  })

  it("know how deep a point is inside", () => {
    expect(depth(rectangle(at(0, 0), 4, 2), at(1.5, 0))).toBeCloseTo(0.5, 12)
    expect(depth(rectangle(at(0, 0), 4, 2), at(3, 0))).toBeCloseTo(-1, 12)
    expect(depth(pill(at(0, 0), 4, 2), at(1.5, 0))).toBeCloseTo(0.5, 12)
    expect(depth(disc(at(0, 0), 2), at(0, 0))).toBeCloseTo(1, 12)
  })

  it("say where they come nearest", () => {
    const place = nearestPlace(capsule(at(0, 0), at(10, 0), 0.2), disc(at(4, 2), 0.6))
    expect(place.x).toBeCloseTo(4, 12)
    expect(place.y).toBeCloseTo(1, 12)
  })
})
