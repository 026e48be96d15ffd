import type { AnyCircuitElement } from "circuit-json"
import { describe, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { renderCircuit } from "../../src/compile/render"
import { gerberFiles, headerContext } from "../../src/fabricate/gerbers"
import { withoutAutomaticTexts } from "../../src/legend/automatic"
import { legendFindings } from "../../src/legend/check"
import { placeDesignators, printedDesignators } from "../../src/legend/designators"
import { pinWords } from "../../src/legend/pin-words"
import { pinLegends } from "../../src/legend/pins"
import { denseBoard, plainBoard } from "./boards"
import { chip0603, chip0805, crowd, header, litter, madeUp, seeded } from "./made-up"
import { textsOf, wrongs } from "./measure"

const all = { labelled: new Set<string>() }
const place = (circuit: readonly AnyCircuitElement[], options = all) => placeDesignators(circuit, options)
const rows = (circuit: readonly AnyCircuitElement[]) =>
  textsOf(circuit)
    .map(
      ({ text, layer, ccw_rotation, anchor_position: { x, y } }) =>
        `${text} ${layer} ${ccw_rotation} ${x} ${y}`,
    )
    .sort()

/** What the writer of the Gerbers and the check have against a circuit's texts. */
function judged(circuit: readonly AnyCircuitElement[]) {
  const board = circuit.find((element) => element.type === "pcb_board")
  const [w, h] = [(board?.width ?? 0) / 2, (board?.height ?? 0) / 2]
  const outline = [
    { x: -w, y: -h },
    { x: w, y: -h },
    { x: w, y: h },
    { x: -w, y: h },
  ]
  const definition = { id: "b", revision: "1", outline, pour: { clearanceMm: 0.2 } }
  const { findings } = gerberFiles(
    circuit,
    definition,
    jlcpcb,
    headerContext(definition, "2026-01-01T00:00:00Z"),
  )
  return findings.map(({ message }) => message)
}

describe("crowds of chips", () => {
  it.each([1, 2, 3, 4, 5, 6])("get legible designators, each nearest to its own part (seed %i)", (seed) => {
    const { circuit, findings } = place(crowd(60, seed, 4.1 + (seed % 3) * 0.3))
    expect(textsOf(circuit)).toHaveLength(60 - findings.length)
    expect(findings.length).toBeLessThan(6)
    expect(wrongs(circuit)).toEqual([])
    expect(legendFindings(circuit, [])).toEqual([])
  })

  it.each([1, 2, 3])("keep off what is bare or drawn between them (seed %i)", (seed) => {
    const { circuit, findings } = place([...crowd(49, seed), ...litter(35, seed)])
    expect(textsOf(circuit)).toHaveLength(49 - findings.length)
    expect(findings.length).toBeLessThan(20)
    expect(wrongs(circuit)).toEqual([])
  })

  it("are laid the same whatever the order of the circuit's elements", () => {
    const circuit = crowd(40, 7)
    const random = seeded(9)
    const shuffled = circuit.map((element) => ({ element, key: random() })).sort((a, b) => a.key - b.key)
    expect(rows(place(shuffled.map(({ element }) => element)).circuit)).toEqual(rows(place(circuit).circuit))
  })

  it("keep their texts where one part moves a little", () => {
    const texts = (dx: number) => {
      const parts = Array.from({ length: 25 }, (_, i) => ({
        name: `R${i + 1}`,
        x: (i % 5) * 5 - 10 + (i === 12 ? dx : 0),
        y: Math.floor(i / 5) * 5 - 10,
        rotation: (i % 3) * 90,
        ...chip0603,
      }))
      return rows(place(madeUp(30, 30, parts)).circuit)
    }
    const before = new Set(texts(0))
    const changed = texts(0.05).filter((row) => !before.has(row))
    expect(changed.map((row) => row.split(" ")[0])).toEqual(["R13"])
  })

  it("cost in proportion to their number", () => {
    place(crowd(100, 1))
    const cpu = (count: number) => {
      const circuit = crowd(count, 1)
      const before = process.cpuUsage().user
      expect(place(circuit).findings.length).toBeLessThan(count / 20)
      return process.cpuUsage().user - before
    }
    const few = cpu(125)
    expect(cpu(1000) / few).toBeLessThan(20) // 8 were exact, 64 were every part against every other
  })
})

describe("boards of plain elements", () => {
  it("get designators and pin words that the fab can print", async () => {
    const plain = withoutAutomaticTexts(await renderCircuit({ element: plainBoard }))
    const words = pinLegends(plain, pinWords(plain))
    expect(words.findings).toEqual([])
    const { circuit, findings } = place(words.circuit)
    expect(findings).toEqual([])
    expect(wrongs(circuit)).toEqual([])
    expect(legendFindings(circuit, words.rows)).toEqual([])
    expect(judged(circuit)).toEqual([])
    expect([...printedDesignators(circuit)].sort()).toEqual(
      "C1 C2 C3 C4 D1 J1 J2 R1 R2 R3 R4 U1 U2 U3".split(" "),
    )
  })

  it("of sixty parts get one each", async () => {
    const { circuit, findings } = place(
      withoutAutomaticTexts(await renderCircuit({ element: () => denseBoard(60) })),
    )
    expect(findings).toEqual([])
    expect(textsOf(circuit)).toHaveLength(60)
    expect(wrongs(circuit)).toEqual([])
    expect(judged(circuit)).toEqual([])
  })
})

describe("a designator", () => {
  const r1 = { name: "R1", x: 0, y: 0, ...chip0805 }

  it("stands above its part where nothing is in the way, in capitals of 1.01 mm", () => {
    const [text, ...more] = textsOf(place(madeUp(20, 20, [r1])).circuit)
    expect(more).toEqual([])
    expect(text).toMatchObject({ text: "R1", layer: "top", ccw_rotation: 0, anchor_alignment: "center" })
    expect(text?.anchor_position.x).toBeCloseTo(0)
    expect(text?.anchor_position.y).toBeGreaterThan(0.95)
    expect(text?.anchor_position.y).toBeLessThan(1.8)
    expect((text?.font_size ?? 0) * 0.678).toBeCloseTo(1.01)
  })

  it("reads bottom to top for who looks at the bottom, too", () => {
    // Chips above and below, and a board too narrow for the text lying beside its part.
    const walls = [-3.2, 3.2].map((y, index) => ({
      name: `C${index}`,
      x: 0,
      y,
      side: "bottom" as const,
      ...chip0805,
    }))
    const parts = [{ ...r1, name: "R100", side: "bottom" as const }, ...walls]
    const { circuit } = place(madeUp(10.6, 20, parts), { labelled: new Set(walls.map(({ name }) => name)) })
    expect(textsOf(circuit)).toMatchObject([{ text: "R100", layer: "bottom", ccw_rotation: 270 }])
    expect(wrongs(circuit)).toEqual([])
  })

  it("is left out where it is printed already or not wanted", () => {
    const parts = [r1, { ...r1, name: "H1", x: 6 }, { ...r1, name: "R2", x: -6 }]
    const options = { labelled: new Set(["R1"]), hidden: new Set(["H1"]) }
    expect(textsOf(placeDesignators(madeUp(30, 20, parts), options).circuit).map(({ text }) => text)).toEqual(
      ["R2"],
    )
  })

  it("that finds no place is a warning with what is in its way", () => {
    const ring = [-1, 0, 1].flatMap((u) =>
      [-1, 0, 1].flatMap((v) =>
        u === 0 && v === 0 ? [] : [{ name: `C${5 + u + 3 * v}`, x: u * 3.75, y: v * 1.95, ...chip0805 }],
      ),
    )
    const { circuit, findings } = place(madeUp(40, 40, [r1, ...ring]), {
      labelled: new Set(ring.map(({ name }) => name)),
    })
    expect(textsOf(circuit)).toEqual([])
    expect(findings).toMatchObject([{ rule: "legend/no-room", severity: "warning", parts: ["R1"] }])
    expect(findings[0]?.message).toMatch(/R1 at \(0\.00, 0\.00\) on the top .*C[28]/)
  })

  it("goes inside a large part where there is no room outside", () => {
    const module = {
      name: "U1",
      x: 0,
      y: 0,
      courtyard: [19, 19] as const,
      pads: [
        [-8, 0, 1, 14],
        [8, 0, 1, 14],
      ] as const,
    }
    const { circuit, findings } = place(madeUp(20, 20, [module]))
    expect(findings).toEqual([])
    expect(textsOf(circuit)).toMatchObject([{ text: "U1", anchor_position: { x: 0, y: 0 } }])
  })

  it("whose name the font lacks is not printed, and said", () => {
    const { circuit, findings } = place(madeUp(20, 20, [{ ...r1, name: "R~1" }]))
    expect(textsOf(circuit)).toEqual([])
    expect(findings).toMatchObject([{ rule: "legend/no-glyph", parts: ["R~1"] }])
  })

  it("keeps off the pins of the other side's headers, and is not taken for theirs", () => {
    const c1 = { name: "C1", x: 0, y: -3.2, side: "bottom" as const, ...chip0603 }
    const { circuit } = place(madeUp(24, 14, [{ name: "J1", x: 0, y: 0, ...header(6) }, c1]))
    expect(wrongs(circuit)).toEqual([])
    const text = textsOf(circuit).find(({ text }) => text === "C1")
    expect(text?.anchor_position.y).toBeLessThan(-3.2)
  })
})
