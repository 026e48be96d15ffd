import { beforeAll, describe, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { asDrawn } from "../../src/compile/as-drawn"
import { heldToSource } from "../../src/fabricate/held-to-source"
import type { Drawn } from "../../src/model/drawn"
import { uploadNames } from "../../src/model/fab-house"
import type { Point } from "../../src/model/place"
import { readExcellon, readGerber } from "../../src/read"
import { type Made, made } from "./harness"
import { everyForm } from "./lands"

type Pose = readonly [x: number, y: number, deg: number, side: "top" | "bottom"]

const poses: readonly Pose[] = [
  [3, 2, 0, "top"],
  [3, 2, 30, "top"],
  [3, 2, 0, "bottom"],
  [3, 2, 30, "bottom"],
]

const boardAt = ([x, y, deg, side]: Pose): Promise<Made> =>
  made(() => <chip name="U1" pcbX={x} pcbY={y} pcbRotation={deg} layer={side} footprint={everyForm} />)

const held = ({ files }: Made, drawn: readonly Drawn[]) => {
  const gerbers = new Map(
    [...files].flatMap(([path, text]) =>
      path.startsWith("gerbers/") ? [[path.slice(8), text] as const] : [],
    ),
  )
  return heldToSource(
    drawn,
    { gerbers, names: uploadNames(jlcpcb, "shape") },
    {
      maskMarginMm: 0.05,
      inkClearanceMm: 0.15,
      inner: [],
      outline: [
        { x: -30, y: -20 },
        { x: 30, y: -20 },
        { x: 30, y: 20 },
        { x: -30, y: 20 },
      ],
      via: { diameterMm: 0.6, drillMm: 0.3 },
    },
  ).findings.map(({ message }) => message)
}

const boards = new Map<Pose, Made>()
beforeAll(async () => {
  for (const pose of poses) boards.set(pose, await boardAt(pose))
})
const board = (pose: Pose): Made => boards.get(pose) as Made

describe("a land of every form", () => {
  it.each(poses)("is built at (%d, %d), %d degrees, on the %s", (...pose) => {
    const one = poses.find((candidate) => candidate.join() === pose.join()) as Pose
    expect(board(one).open).toEqual([])
    expect(board(one).laid.drawn).toHaveLength(22)
  })

  it("has its copper and holes where a ruler puts them", () => {
    // By hand: on the bottom x is mirrored, then all turns 30 degrees about (3, 2).
    const [top, bottom] = [board(poses[1] as Pose), board(poses[3] as Pose)]
    const by30 = (x: number, y: number): Point => ({
      x: 3 + x * 0.866025 - y * 0.5,
      y: 2 + x * 0.5 + y * 0.866025,
    })
    const region = (made: Made, layer: string, near: Point) =>
      [...readGerber(made.files.get(`gerbers/shape-${layer}`) ?? "", layer).objects].flatMap((object) =>
        object.kind === "region" &&
        object.contours[0]?.length === 4 &&
        Math.hypot(mean(object.contours[0]).x - near.x, mean(object.contours[0]).y - near.y) < 0.01
          ? [object.contours[0]]
          : [],
      )[0] ?? []
    const mean = (points: readonly Point[]): Point => ({
      x: points.reduce((sum, p) => sum + p.x, 0) / points.length,
      y: points.reduce((sum, p) => sum + p.y, 0) / points.length,
    })
    const has = (points: readonly Point[], p: Point) =>
      points.some((q) => Math.hypot(p.x - q.x, p.y - q.y) < 0.002)
    for (const layer of ["F_Cu.gtl", "B_Cu.gbl"]) {
      const pin1 = region(top, layer, by30(-6, 0))
      for (const x of [-7.5, -4.5]) for (const y of [-0.8, 0.8]) expect(has(pin1, by30(x, y))).toBe(true)
      const under = region(bottom, layer, by30(6, 0))
      for (const x of [4.5, 7.5]) for (const y of [-0.8, 0.8]) expect(has(under, by30(x, y))).toBe(true)
    }
    const drills = (made: Made) => readExcellon(made.files.get("gerbers/shape-PTH.drl") ?? "", "PTH").hits
    const slot = (made: Made) =>
      drills(made).find(
        ({ points }) => points.length === 2 && has(points, by30(made === top ? 1.4 : -1.4, 0)),
      )
    expect(slot(top)?.points.every((p) => [1.4, 2.6].some((x) => has([p], by30(x, 0))))).toBe(true)
    expect(slot(bottom)?.points.every((p) => [-1.4, -2.6].some((x) => has([p], by30(x, 0))))).toBe(true)
    // The hole that is 0.5, 0.1 off its pad's middle at (-2, -5).
    const off = (made: Made, p: Point) =>
      drills(made).some(({ points, diameter }) => diameter === 0.8 && points.length === 1 && has(points, p))
    expect(off(top, by30(-1.5, -4.9))).toBe(true)
    expect(off(bottom, by30(1.5, -4.9))).toBe(true)
  })
})

/** A little of each kind of wrong that a compiler or a writer can do to one piece. */
const wrongs: Readonly<Record<string, (one: Drawn) => Drawn | undefined>> = {
  "moved by 0.1 mm": (one) => mapped(one, ({ x, y }) => ({ x: x + 0.1, y })),
  "turned by 3 degrees": (one) => turned(one, 3),
  mirrored: (one) => {
    const [middle, second] = pointsOf(one)
    return middle === undefined || second === undefined
      ? undefined
      : mapped(one, ({ x, y }) => ({ x: 2 * middle.x - x + 0.01, y }))
  },
  "on the other side": (one) =>
    one.kind === "ink" || one.kind === "text"
      ? { ...one, side: one.side === "top" ? "bottom" : "top" }
      : one.kind === "pad" && one.hole === undefined
        ? { ...one, sides: one.sides[0] === "top" ? ["bottom"] : ["top"] }
        : undefined,
}

function pointsOf(one: Drawn): readonly Point[] {
  if ("at" in one) return [one.at]
  if ("shape" in one) return one.shape.core
  return one.form.kind === "lines"
    ? one.form.points
    : one.form.kind === "circle"
      ? [one.form.centre]
      : one.form.shape.core
}

function mapped(one: Drawn, to: (p: Point) => Point): Drawn {
  if ("at" in one) return { ...one, at: to(one.at) }
  if (one.kind === "ink") {
    const { form } = one
    if (form.kind === "lines") return { ...one, form: { ...form, points: form.points.map(to) } }
    if (form.kind === "circle") return { ...one, form: { ...form, centre: to(form.centre) } }
    return { ...one, form: { ...form, shape: { ...form.shape, core: form.shape.core.map(to) } } }
  }
  const shape = { ...one.shape, core: one.shape.core.map(to) }
  if (one.kind !== "pad") return { ...one, shape }
  return {
    ...one,
    shape,
    ...(one.hole === undefined ? {} : { hole: { ...one.hole, core: one.hole.core.map(to) } }),
  }
}

function turned(one: Drawn, deg: number): Drawn | undefined {
  if (one.kind === "text") return { ...one, rotationDeg: one.rotationDeg + deg }
  const points = pointsOf(one)
  const [a] = points
  if (a === undefined || points.length < 2) return undefined
  const [cos, sin] = [Math.cos((deg * Math.PI) / 180), Math.sin((deg * Math.PI) / 180)]
  return mapped(one, ({ x, y }) => ({
    x: a.x + (x - a.x) * cos - (y - a.y) * sin,
    y: a.y + (x - a.x) * sin + (y - a.y) * cos,
  }))
}

describe("what is held to the source", () => {
  const pose = poses[3] as Pose

  it.each(Object.keys(wrongs))("names every single piece that is %s, in circuit and files", (wrong) => {
    const made = board(pose)
    const { drawn, circuit } = made.laid
    const unseen: string[] = []
    for (const [index, one] of drawn.entries()) {
      const other = wrongs[wrong]?.(one)
      if (other === undefined) continue
      const changed = drawn.with(index, other)
      const inCircuit = asDrawn(circuit, { drawn: changed, unread: new Set(["U1"]), unmarked: new Set() })
      if (inCircuit.length === 0) unseen.push(`circuit: ${one.what} ${index}`)
      if (held(made, [other]).length === 0) unseen.push(`files: ${one.what} ${index}`)
    }
    expect(unseen).toEqual([])
  })

  it("and every piece that is lost on the way, or comes from nowhere", () => {
    const { drawn, circuit } = board(pose).laid
    const authored = circuit.filter((one) => one.type !== "pcb_silkscreen_text" || one.text !== "U1")
    for (const one of drawn) {
      const rest = drawn.filter((other) => other !== one)
      expect(asDrawn(authored, { drawn: rest, unread: new Set(), unmarked: new Set() })).toMatchObject([
        { rule: "circuit/not-as-drawn", message: expect.stringMatching(/the source does not draw$/) },
      ])
    }
    const pads = circuit.filter(
      ({ type }) => type === "pcb_smtpad" || type === "pcb_plated_hole" || type === "pcb_hole",
    )
    for (const lost of pads)
      expect(
        asDrawn(
          authored.filter((one) => one !== lost),
          { drawn, unread: new Set(), unmarked: new Set() },
        ),
      ).toMatchObject([{ message: expect.stringMatching(/of U1 is not in the compiled circuit/) }])
  })

  it("is not held where nothing is wrong", () => {
    for (const made of boards.values()) expect(held(made, made.laid.drawn)).toEqual([])
  })
})
