import { describe, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { rectangle } from "../../src/board/define"
import { describe as describeSource } from "../../src/board/describe"
import { pictureData } from "../../src/book/build/picture"
import { copperOf } from "../../src/circuit/copper"
import type { BoardSource } from "../../src/model/board"
import { houseFor, uploadNames } from "../../src/model/fab-house"
import { houseOf } from "../../src/pipeline/fab-house"
import type { RoutesFile } from "../../src/route/routes-file"
import { contractCheck, verifyContents } from "../../src/verify/verify"
import { made, sourceOf } from "./harness"
import { saved } from "./saved"

const circuit = () => (
  <>
    <chip
      name="J1"
      footprint="pinrow4"
      pcbX={0}
      pcbY={-6}
      connections={{ pin1: "net.GND", pin2: "net.V33", pin3: "net.A", pin4: "net.B" }}
    />
    <resistor
      name="R1"
      resistance="10k"
      footprint="0805"
      pcbX={-5}
      pcbY={2}
      connections={{ pin1: "net.A", pin2: "net.V33" }}
    />
    <resistor
      name="R2"
      resistance="10k"
      footprint="0805"
      pcbX={5}
      pcbY={2}
      connections={{ pin1: "net.B", pin2: "net.GND" }}
    />
  </>
)

const board: Partial<BoardSource> = {
  layers: 4,
  outline: rectangle(24, 18),
  pour: [
    { net: "GND", layers: ["inner1"], stitchMm: 200 },
    { net: "V33", layers: ["inner2"], stitchMm: 200 },
  ],
}

const track = (
  from: string,
  to: string,
  layer: "top" | "bottom" | "inner1" | "inner2",
  points: readonly (readonly [number, number])[],
  width = 0.3,
) => ({ from, to, layer, width, points })

const nets = {
  V33: {
    pads: { "R1.2": [-4.0875, 2], "J1.2": [-1.27, -6] },
    paths: [
      track(
        "R1.2",
        "via",
        "top",
        [
          [-4.0875, 2],
          [-2, 2],
        ],
        0.6,
      ),
    ],
    vias: [[-2, 2]],
  },
  GND: {
    pads: { "R2.2": [5.9125, 2], "J1.1": [-3.81, -6] },
    paths: [
      track(
        "R2.2",
        "via",
        "top",
        [
          [5.9125, 2],
          [8, 2],
        ],
        0.3,
      ),
    ],
    vias: [[8, 2]],
  },
  A: {
    pads: { "R1.1": [-5.9125, 2], "J1.3": [1.27, -6] },
    paths: [
      track("R1.1", "via", "top", [
        [-5.9125, 2],
        [-5.9125, -2],
      ]),
      track("via", "J1.3", "bottom", [
        [-5.9125, -2],
        [1.27, -2],
        [1.27, -6],
      ]),
    ],
    vias: [[-5.9125, -2]],
  },
  B: {
    pads: { "R2.1": [4.0875, 2], "J1.4": [3.81, -6] },
    paths: [
      track("R2.1", "J1.4", "top", [
        [4.0875, 2],
        [4.0875, -6],
      ]),
    ],
    vias: [],
  },
} satisfies RoutesFile["nets"]

const four = made(circuit, board, nets)

describe("the book's picture of the layers inside", () => {
  it("has each with its pads drilled", async () => {
    const { files } = await four
    const gerbers = new Map(
      [...files].flatMap(([path, text]) =>
        path.startsWith("gerbers/") ? [[path.slice("gerbers/".length), text] as const] : [],
      ),
    )
    const { inner = [] } = pictureData(gerbers, uploadNames(houseFor(jlcpcb, 4) ?? jlcpcb, "shape"))
    expect(inner.map(({ layer }) => layer)).toEqual(["inner1", "inner2"])
    for (const { copper } of inner) {
      const rings = copper.split("M").slice(1)
      const holes = rings.filter((ring) => {
        const [, x = 0, y = 0] = (/^(-?[\d.]+)[ ,](-?[\d.]+)/.exec(ring) ?? []).map(Number)
        return Math.abs(Math.hypot(x - 1.27, Math.abs(y) - 6) - 0.5) < 0.02
      })
      expect(holes.length, copper.slice(0, 80)).toBeGreaterThan(0)
    }
  }, 60_000)
})

/** A board's own zip: what a person has who ordered it. */
const zipOf = (files: ReadonlyMap<string, string>) =>
  new Map(
    [...files].flatMap(([path, text]) =>
      path.startsWith("gerbers/") ? [[path.slice("gerbers/".length), text] as const] : [],
    ),
  )

const verified = (files: ReadonlyMap<string, string>) => {
  const encoder = new TextEncoder()
  const contents = new Map([...files].map(([path, text]) => [path, encoder.encode(text)]))
  return verifyContents(contents, jlcpcb, { zipFollows: true })
    .findings.filter(({ severity }) => severity === "error")
    .map(({ rule, message }) => `${rule}: ${message}`)
}

describe("a board of four layers", () => {
  it("is built whole, with nothing to say", async () => {
    const { open, files } = await four
    saved(await four)
    expect(open).toEqual([])
    const functions = [...zipOf(files)].map(([name, text]) => [
      name,
      /TF\.FileFunction,(.*?)\*?$/m.exec(text)?.[1],
    ])
    expect(functions.filter(([name]) => /_Cu\.|PTH/.test(name ?? ""))).toEqual([
      ["shape-F_Cu.gtl", "Copper,L1,Top"],
      ["shape-In1_Cu.g2", "Copper,L2,Inr"],
      ["shape-In2_Cu.g3", "Copper,L3,Inr"],
      ["shape-B_Cu.gbl", "Copper,L4,Bot"],
      ["shape-PTH.drl", "Plated,1,4,PTH"],
      ["shape-NPTH.drl", "NonPlated,1,4,NPTH"],
    ])
    expect(verified(files)).toEqual([])
    expect(verified(zipOf(files))).toEqual([])
  })

  it("has through vias and holes on every layer, each plane joined to its own net's alone", async () => {
    const { pads, vias, pours, layers } = copperOf((await four).laid.circuit)
    expect(layers).toEqual(["top", "inner1", "inner2", "bottom"])
    expect(pads.filter(({ designator }) => designator === "J1").map((pad) => pad.layers)).toEqual(
      Array.from({ length: 4 }, () => layers),
    )
    expect(vias).toHaveLength(3)
    const planes = pours.map(({ net, layer, holes }) => `${net} ${layer} ${holes.length}`)
    // Two vias and three holes of others; a hole of its own has four quarters of relief.
    expect(planes.sort()).toEqual(["GND inner1 9", "V33 inner2 9"])
  })

  it("is KiCad's of four layers, as the house stacks them", async () => {
    const { kicad } = await four
    expect(kicad).toContain('(4 "In1.Cu" signal)')
    expect(kicad.match(/\(filled_polygon\s+\(layer "In[12]\.Cu"\)/g)).toHaveLength(2)
    const stack = [
      ...kicad.matchAll(/\(layer\s+"([^"]+)"\s+\(type "(?:copper|core|prepreg)"\)\s+\(thickness ([\d.]+)/g),
    ]
    expect(stack.map(([, name, mm]) => `${name} ${mm}`)).toEqual([
      "F.Cu 0.035",
      "dielectric 1 0.2104",
      "In1.Cu 0.0152",
      "dielectric 2 1.065",
      "In2.Cu 0.0152",
      "dielectric 3 0.2104",
      "B.Cu 0.035",
    ])
  })

  it("is IPC-2581's of four layers, stacked the same way, and its copper inside is held to the Gerbers", async () => {
    const { files } = await four
    const path = "shape-ipc2581.xml"
    const text = files.get(path) ?? ""
    const stacked = [...text.matchAll(/<StackupLayer layerOrGroupRef="([^"]+)" thickness="([\d.]+)"/g)]
    expect(stacked.map(([, name, mm]) => `${name} ${mm}`)).toEqual([
      "F_Mask 0.01",
      "F_Cu 0.035",
      "PREPREG_1 0.2104",
      "In1_Cu 0.0152",
      "DIELECTRIC 1.065",
      "In2_Cu 0.0152",
      "PREPREG_2 0.2104",
      "B_Cu 0.035",
      "B_Mask 0.01",
    ])
    const bare = text.replace(/<LayerFeature layerRef="In1_Cu">[\s\S]*?<\/LayerFeature>/, "")
    expect(bare).not.toBe(text)
    expect(verified(new Map([...files, [path, bare]]))).toContainEqual(
      expect.stringMatching(/^lvs\/ipc-2581: its inner copper 1 lacks something/),
    )
  })

  it("has tracks inside as outside", async () => {
    const inside = {
      ...nets,
      A: {
        ...nets.A,
        paths: nets.A.paths.map((path) =>
          path.layer === "bottom" ? { ...path, layer: "inner2" as const } : path,
        ),
      },
    }
    const { open, laid, files } = await made(circuit, board, inside)
    expect(open).toEqual([])
    expect(copperOf(laid.circuit).tracks.filter(({ layer }) => layer === "inner2")).toHaveLength(2)
    expect(verified(zipOf(files))).toEqual([])
  }, 60_000)
})

describe("faults of four layers in the written files", () => {
  const in1 = "gerbers/shape-In1_Cu.g2"
  const in2 = "gerbers/shape-In2_Cu.g3"
  const at = (files: ReadonlyMap<string, string>, path: string): string => files.get(path) ?? ""
  const broken = async (edit: (files: Map<string, string>) => void) => {
    const files = new Map((await four).files)
    edit(files)
    return { whole: verified(files), zip: verified(zipOf(files)) }
  }
  /** The text without the cleared regions whose first corner is that near a place. */
  const withoutAntipad = (text: string, x: number, y: number): string =>
    text.replace(/G36\*\nX(-?\d+)Y(-?\d+)D02\*[\s\S]*?G37\*\n/g, (region, rx: string, ry: string) =>
      Math.hypot(Number(rx) / 1e6 - x, Number(ry) / 1e6 - y) < 1 ? "" : region,
    )

  it("a plane without the antipad of a via", async () => {
    const { whole, zip } = await broken((files) => {
      const text = at(files, in1)
      files.set(in1, withoutAntipad(text, -5.9125, -2))
      expect(files.get(in1)).not.toBe(text)
    })
    const short = expect.stringMatching(/^lvs\/short: A and GND are connected/)
    expect(whole).toContainEqual(short)
    expect(zip).toContainEqual(short)
    expect(whole).toContainEqual(expect.stringMatching(/^lvs\/copper: A = GND has .* on the inner copper 1/))
  })

  it("the pad of a hole that is lost inside", async () => {
    const { whole } = await broken((files) => {
      const text = at(files, in2)
      // Pin 4 of J1, round: its flash.
      files.set(in2, text.replace(/X003810000Y-06000000D03\*\n/, ""))
      expect(files.get(in2)).not.toBe(text)
    })
    expect(whole).toContainEqual(expect.stringMatching(/^lvs\/copper: B lacks .* on the inner copper 2/))
  })

  it("a hole that joins both planes", async () => {
    const { whole, zip } = await broken((files) => {
      const path = "gerbers/shape-PTH.drl"
      files.set(path, at(files, path).replace("\nT1\n", "\nT1\nX9.000Y-3.000\n"))
    })
    const short = expect.stringMatching(/^lvs\/short: GND and V33 are connected/)
    expect(whole).toContainEqual(short)
    expect(zip).toContainEqual(short)
  })

  it.each([
    [in1, "1"],
    [in2, "2"],
  ])("%s is missing", async (path, number) => {
    const { whole, zip } = await broken((files) => files.delete(path))
    const missing = `pkg/layer-set: there is no file for the inner copper ${number}`
    expect(whole).toContain(missing)
    expect(zip).toContain(missing)
    const files = new Map((await four).files)
    files.delete(path)
    const contents = new Map([...files].map(([name, text]) => [name, new TextEncoder().encode(text)]))
    expect(contractCheck("shape", contents, jlcpcb).findings.map(({ file }) => file)).toContain(path)
  })

  it("both inner files are missing", async () => {
    const { zip } = await broken((files) => {
      files.delete(in1)
      files.delete(in2)
    })
    expect(zip.filter((line) => line.startsWith("pkg/layer-set"))).toHaveLength(2)
  })

  it("inner layers under each other's names", async () => {
    const { whole, zip } = await broken((files) => {
      const [one, two] = [at(files, in1), at(files, in2)]
      files.set(in1, two)
      files.set(in2, one)
    })
    const wrong = expect.stringMatching(/the name says inner copper 1, the file itself says inner copper 2/)
    expect(whole).toContainEqual(wrong)
    expect(zip).toContainEqual(wrong)
  })

  it("inner layers exchanged in all they say of themselves", async () => {
    const { whole } = await broken((files) => {
      const [one, two] = [at(files, in1), at(files, in2)]
      files.set(in1, two.replace("Copper,L3,Inr", "Copper,L2,Inr"))
      files.set(in2, one.replace("Copper,L2,Inr", "Copper,L3,Inr"))
    })
    expect(whole).toContainEqual(expect.stringMatching(/^lvs\/copper: GND lacks .* on the inner copper 1/))
    expect(whole).toContainEqual(expect.stringMatching(/^lvs\/copper: V33 lacks .* on the inner copper 2/))
  })

  it("an inner layer that draws nothing", async () => {
    const { whole } = await broken((files) => {
      files.set(in2, at(files, in2).replace(/%LPD\*%[\s\S]*M02/, "M02"))
    })
    expect(whole).toContain("pkg/layer-set: shape-In2_Cu.g3 draws nothing")
  })
})

describe("what is not built is refused in one line", () => {
  it.each<[string, Partial<BoardSource>, RegExp]>([
    ["six layers", { layers: 6 as 4 }, /^a board of 6 layers of copper is not built: `layers` is 2 or 4$/],
    [
      "a pour on an inner layer of two",
      { pour: [{ net: "GND", layers: ["inner1"] }], layers: 2 },
      /^the pour of GND on the inner1 is on the layer "inner1": the board has top and bottom/,
    ],
  ])("%s", (_name, more, words) => {
    const { findings } = describeSource(sourceOf(circuit, { ...board, ...more }), {
      fab: "jlcpcb",
      plans: [],
    })
    expect(findings.map(({ message }) => message)).toEqual([expect.stringMatching(words)])
  })

  it.each([
    ["top", "inner1"],
    ["inner1", "inner2"],
  ] as const)("a via from %s to %s", (fromLayer, toLayer) => {
    const { findings } = describeSource(
      sourceOf(() => <via pcbX={1} pcbY={2} fromLayer={fromLayer} toLayer={toLayer} />, board),
      { fab: "jlcpcb", plans: [] },
    )
    expect(findings.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(new RegExp(`^via goes from ${fromLayer} to ${toLayer}: blind and buried vias`)),
    )
  })

  it.each<[string, Partial<BoardSource>, RegExp]>([
    ["a house that nobody has asked", { fab: "aisler" }, /how Aisler makes 4 layers is not known here/],
    [
      "a thickness without a stack-up",
      { thicknessMm: 0.8 },
      /stacks 4 layers in 0.8 mm is not known here: .*1, 1.2, 1.6/,
    ],
  ])("%s", (_name, more, words) => {
    expect(() => houseOf(sourceOf(circuit, { ...board, ...more }))).toThrow(words)
  })

  it("a track on a layer that the board does not have", async () => {
    const inside = {
      A: { ...nets.A, paths: nets.A.paths.map((path) => ({ ...path, layer: "inner1" as const })) },
    }
    await expect(made(circuit, { ...board, layers: 2, pour: false }, inside)).rejects.toThrow(
      /a track is on the layer "inner1": the board has top and bottom/,
    )
  }, 60_000)
})
