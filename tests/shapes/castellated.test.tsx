import { Fragment } from "react"
import { describe, expect, it } from "vitest"
import aisler from "../../fabrication/aisler/index"
import jlcpcb from "../../fabrication/jlcpcb/index"
import pcbway from "../../fabrication/pcbway/index"
import { rectangle } from "../../src/board/define"
import { castellated } from "../../src/check/board/castellated"
import { type CheckedHouse, subjectOf } from "../../src/check/subject"
import { assemblySets } from "../../src/fabricate/assembly"
import { partsOnBoard } from "../../src/fabricate/parts-on-board"
import { purchases } from "../../src/fabricate/purchases"
import { kicadAsDrawn } from "../../src/kicad/held-to-source"
import { lockOf } from "../../src/lock/lock-of"
import type { BoardSource } from "../../src/model/board"
import type { FabHouse } from "../../src/model/fab-house"
import type { HalfHoles } from "../../src/model/half-holes"
import { boardSolid } from "../../src/model3d/board-solid"
import { genericBody } from "../../src/model3d/generic-body"
import { readDrills } from "../../src/model3d/lands"
import { readGerber } from "../../src/read"
import { boardFacts } from "../../src/route/board-facts"
import { verifyContents } from "../../src/verify/verify"
import { made, said } from "./harness"
import { saved } from "./saved"

/** A row of half holes along an edge at `x`, as a module has it: round pads, or long ones that reach inwards. */
const row = (count: number, long: boolean, pitch = 2, holeDiameter = 0.8) => (
  <footprint>
    {Array.from({ length: count }, (_, i) => {
      const common = {
        portHints: [`pin${i + 1}`],
        pcbX: 0,
        pcbY: ((count - 1) / 2 - i) * pitch,
        holeDiameter,
      }
      return (
        <Fragment key={common.pcbY}>
          {long ? (
            <platedhole
              {...common}
              shape="circular_hole_with_rect_pad"
              holeShape="circle"
              padShape="rect"
              rectPadWidth={2.4}
              rectPadHeight={1.3}
            />
          ) : (
            <platedhole {...common} shape="circle" outerDiameter={1.4} />
          )}
        </Fragment>
      )
    })}
    <silkscreencircle pcbX={1.6} pcbY={((count - 1) / 2) * pitch} radius={0.2} isFilled />
    <courtyardrect width={2.6} height={count * pitch} />
  </footprint>
)

const module = () => (
  <>
    <chip
      name="J1"
      footprint={row(4, false)}
      pcbX={-8}
      pcbY={0}
      allowOffBoard
      connections={{ pin1: "net.A", pin2: "net.B", pin3: "net.GND", pin4: "net.GND" }}
    />
    <chip
      name="J2"
      footprint={row(4, true)}
      pcbX={8}
      pcbY={0}
      allowOffBoard
      connections={{ pin1: "net.A", pin2: "net.B", pin3: "net.GND", pin4: "net.GND" }}
    />
    <resistor
      name="R1"
      resistance="1k"
      footprint="0805"
      pcbX={0}
      pcbY={2}
      pcbRotation={-90}
      connections={{ pin1: "net.A", pin2: "net.B" }}
    />
  </>
)

const board: Partial<BoardSource> = {
  outline: rectangle(16, 14),
  castellated: ["J1", "J2"],
  pour: { net: "GND" },
}

const track = (
  from: string,
  to: string,
  layer: "top" | "bottom",
  points: readonly (readonly [number, number])[],
) => ({ from, to, layer, width: 0.3, points })

const nets = {
  A: {
    pads: {},
    paths: [
      track("J1.1", "J2.1", "top", [
        [-7.5, 3],
        [7, 3],
      ]),
      track("via", "R1.1", "top", [
        [0, 3],
        [0, 2.9125],
      ]),
    ],
    vias: [],
  },
  B: {
    pads: {},
    paths: [
      track("J1.2", "J2.2", "top", [
        [-7.5, 1],
        [7, 1],
      ]),
      track("via", "R1.2", "top", [
        [0, 1],
        [0, 1.0875],
      ]),
    ],
    vias: [],
  },
} as const

const houses = { jlcpcb, pcbway, aisler }
const built = made(module, board, nets)
const encoder = new TextEncoder()

/** What verify says of the Gerbers and drills alone, as of a zip that somebody has. */
const ofZip = (files: ReadonlyMap<string, string>, house: FabHouse = jlcpcb) =>
  verifyContents(
    new Map(
      [...files].flatMap(([path, text]) =>
        path.startsWith("gerbers/") ? [[path.slice("gerbers/".length), encoder.encode(text)] as const] : [],
      ),
    ),
    house,
  ).findings.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`)

/** The same of the whole package. */
const ofPackage = (files: ReadonlyMap<string, string>) =>
  verifyContents(new Map([...files].map(([path, text]) => [path, encoder.encode(text)])), jlcpcb, {
    zipFollows: true,
  })
    .findings.filter(({ severity }) => severity === "error")
    .map(({ rule, message }) => `${rule}: ${message}`)

const changed = (files: ReadonlyMap<string, string>, name: string, change: (text: string) => string) =>
  new Map(
    [...files].map(([path, text]) => {
      if (!path.endsWith(name)) return [path, text] as const
      expect(change(text)).not.toBe(text)
      return [path, change(text)] as const
    }),
  )

const noLand = { pads: [], silk: [], courtyard: { shape: "outline", points: [] } } as const

/** How many flashes the top copper has of each function. */
function copperFunctions(files: ReadonlyMap<string, string>): Record<string, number> {
  const text = files.get("gerbers/shape-F_Cu.gtl") ?? ""
  const count: Record<string, number> = {}
  for (const object of readGerber(text, "top copper").objects) {
    const of = object.kind === "flash" ? object.apertureFunction : undefined
    if (of !== undefined) count[of] = (count[of] ?? 0) + 1
  }
  return count
}

describe("half holes on the board's edge", () => {
  it("are built, and nothing has anything to say", async () => {
    const { open, files, kicad } = await built
    saved(await built)
    expect(open).toEqual([])
    expect(kicad.match(/\(property pad_prop_castellated\)/g)).toHaveLength(8)
    const drill = files.get("gerbers/shape-PTH.drl") ?? ""
    expect(drill).toMatch(/Plated,PTH,CastellatedDrill\nT1C0\.800/)
    expect(drill.match(/^X/gm)).toHaveLength(8)
    expect(drill).not.toMatch(/ComponentDrill/)
    for (const name of ["F_Cu.gtl", "B_Cu.gbl"]) {
      const copper = files.get(`gerbers/shape-${name}`) ?? ""
      expect(copper).toMatch(/AperFunction,CastellatedPad/)
      expect(copper).not.toMatch(/AperFunction,ComponentPad/)
    }
    expect(copperFunctions(files)).toEqual({ CastellatedPad: 8, SMDPad: 2 })
    const { laid } = await built
    const held = (text: string) =>
      kicadAsDrawn(laid.drawn, laid.definition.outline, text, "x").findings.length
    expect(held(kicad)).toBe(0)
    expect(held(kicad.replace("(property pad_prop_castellated)", ""))).toBe(2)
    // The bare board in 3D has the holes as notches of its edge, and none beside.
    const solid = boardSolid(laid.definition.outline, [], readDrills(laid.circuit), 1.6)
    expect(solid.holes).toEqual([])
    const points = solid.outline.kind === "polygon" ? solid.outline.points : []
    expect(Math.max(...points.filter(([, y]) => Math.abs(y - 3) < 0.01).map(([x]) => x))).toBeCloseTo(7.6, 2)
  }, 120_000)

  it("are half holes to whoever has the zip alone, at houses that make them", async () => {
    const { files } = await built
    for (const [name, house] of Object.entries(houses)) {
      const said = ofZip(files, house)
      expect(said.filter((line) => /^error/.test(line) && name === "jlcpcb")).toEqual([])
      expect(said).toContainEqual(
        "warning drc/castellated: 8 plated holes are cut by the board's edge: order them as castellated (half) holes",
      )
    }
  }, 60_000)

  it("in the package: unplated, moved, lost, covered, of another tool, unmeant, at an edge's copper", async () => {
    const { files } = await built
    expect(ofPackage(files)).toEqual([])
    const said = (name: string, change: (text: string) => string) =>
      ofPackage(changed(files, name, change)).join("\n")
    const unplated = changed(
      changed(files, "-PTH.drl", (text) => text.replace(/^X-8\.000Y3\.000\n/m, "")),
      "-NPTH.drl",
      (text) => text.replace("%\nG90\nG05\n", "T1C0.800\n%\nG90\nG05\nT1\nX-8.000Y3.000\n"),
    )
    expect(ofPackage(unplated).join("\n")).toMatch(
      /drc\/castellated: the unplated hole at .* is cut by the board's edge in a pad: a half hole has to be plated/,
    )
    expect(said("-PTH.drl", (text) => text.replaceAll("CastellatedDrill", "ComponentDrill"))).toMatch(
      /does not call its tool a CastellatedDrill/,
    )
    expect(said("-F_Cu.gtl", (text) => text.replaceAll("CastellatedPad", "ComponentPad"))).toMatch(
      /the pad of the plated hole J1\.1 at .* is not called a CastellatedPad in the top copper/,
    )
    expect(said("-PTH.drl", (text) => text.replace("X-8.000Y3.000", "X-7.500Y3.000"))).toMatch(
      /means the hole at \(-8\.000, 3\.000\) to be cut in half/,
    )
    expect(said("-F_Mask.gts", (text) => text.replace(/^X-0?80+Y0?0?30+D03\*$/m, ""))).toMatch(
      /half hole .* is covered by the top solder mask/i,
    )
    expect(
      said("circuit.json", (text) =>
        text
          .replaceAll('"is_castellated":true', '"is_castellated":false')
          .replaceAll('"is_castellated": true', '"is_castellated": false'),
      ),
    ).toMatch(/drc\/copper-edge[\s\S]*is cut by the board's edge, and the circuit does not mean it to be/)
    // A track along the edge into a half hole's pad is not of the pad.
    expect(
      said("-F_Cu.gtl", (text) =>
        text.replace(
          /M02\*\s*$/,
          "%ADD99C,0.2*%\nD99*\nX-7900000Y3000000D02*\nG01*\nX-7900000Y4500000D01*\nM02*\n",
        ),
      ),
    ).toMatch(/drc\/copper-edge: .*top copper: 0\.000 mm/)
  }, 60_000)

  it("are refused where the source or the house does not have them so", async () => {
    const words = async (more: Partial<BoardSource>, circuit = module) =>
      (await said(circuit, { ...board, ...more })).join("\n")
    expect(await words({ castellated: ["J1"] })).toMatch(
      /circuit\/castellated: J2 has 4 plated holes that the board's edge cuts: name J2 in the board's `castellated`/,
    )
    expect(await words({ castellated: ["J1", "J2.1", "J2.2", "J2.3"] })).toMatch(
      /J2 has a plated hole that the board's edge cuts/,
    )
    expect(await words({ castellated: ["J1", "J2", "J3"] })).toMatch(
      /J3: the board's `castellated` names it, but there is no plated hole/,
    )
    expect(await words({ outline: rectangle(20, 14) })).toMatch(
      /J1\.1 is to be a half hole, but the board's edge does not cut it/,
    )
    expect(await words({ outline: rectangle(16.6, 14) })).toMatch(
      /its middle is 0\.30 mm off the board's edge/,
    )
    expect(await words({ outline: rectangle(16.4, 14) })).not.toMatch(/circuit\/castellated/)
  }, 60_000)

  it("are copper of the board: nothing to buy, to fit or to show in 3D", async () => {
    const { laid } = await built
    const { circuit, definition } = laid
    expect(laid.said.filter(({ rule }) => rule === "parts/by-hand")).toMatchObject([{ parts: ["R1"] }])
    const parts = partsOnBoard(circuit)
    const sets = assemblySets(parts, { ...definition, plans: ["standard-both", "hand"] }, jlcpcb)
    expect(sets).toHaveLength(2)
    for (const set of sets) {
      expect(set.hand.map(({ designator }) => designator)).toEqual(["R1"])
      expect(set.bom.flatMap(({ designators }) => designators)).not.toContain("J1")
    }
    expect(
      purchases(parts, definition, "standard", jlcpcb).flatMap(({ designators }) => designators),
    ).toEqual(["R1"])
    expect(genericBody("half-holes", definition.parts.J1?.package.land ?? noLand)).toBeUndefined()
    expect(definition.parts.J1?.package.land.pads).toHaveLength(4)
  }, 60_000)

  it("are built on a slanting edge, of a part turned on the bottom, through planes inside", async () => {
    // The corner at the top right is cut off at 45 degrees, from (2, 8) to (8, 2).
    const outline = [
      { x: -8, y: -8 },
      { x: 8, y: -8 },
      { x: 8, y: 2 },
      { x: 2, y: 8 },
      { x: -8, y: 8 },
    ]
    const slanting = await made(
      () => (
        <>
          <chip
            name="J1"
            footprint={row(3, false)}
            pcbX={5}
            pcbY={5}
            pcbRotation={45}
            layer="bottom"
            allowOffBoard
            connections={{ pin1: "net.GND", pin2: "net.V33", pin3: "net.GND" }}
          />
          <chip
            name="J2"
            footprint="pinrow2"
            pcbX={-4}
            pcbY={-4}
            connections={{ pin1: "net.GND", pin2: "net.V33" }}
          />
        </>
      ),
      {
        layers: 4,
        outline,
        castellated: ["J1"],
        pour: [
          { net: "GND", layers: ["inner1"], stitchMm: 200 },
          { net: "V33", layers: ["inner2"], stitchMm: 200 },
        ],
      },
    )
    saved(slanting)
    expect(
      slanting.open.filter((line) => !/missing-courtyard|silkscreen|text-height|board\/mark/.test(line)),
    ).toEqual([])
    expect(slanting.kicad.match(/pad_prop_castellated/g)).toHaveLength(3)
  }, 60_000)

  it("are met by tracks well inside the board, and stand in the lock", async () => {
    const { laid } = await built
    const centre = (name: string) =>
      boardFacts(laid.circuit, laid.definition).pads.find((pad) => pad.name === name)?.centre
    expect(centre("J1.1")).toEqual({ x: -7.35, y: 3 })
    expect(centre("J2.4")?.x).toBeCloseTo(7.35, 6)
    expect(centre("R1.1")?.x).toBeCloseTo(0, 6)
    const { definition } = laid
    const facts = { holes: [], nets: [], openPins: [], netFacts: {}, assembly: [], legends: [], limits: [] }
    const rows = (one: typeof definition) => lockOf(one, facts).board
    expect(rows(definition)["half holes on the edge"]).toBe("J1, J2")
    expect(rows({ ...definition, castellated: [] })).not.toHaveProperty("half holes on the edge")
  }, 60_000)

  it("keep what the house publishes", async () => {
    const { laid } = await built
    const { circuit, definition } = laid
    const checked = (house: CheckedHouse, more: Partial<typeof definition> = {}) =>
      castellated(subjectOf(circuit, { ...definition, ...more }, house)).findings.map(
        ({ message }) => message,
      )
    expect(checked(jlcpcb)).toEqual([])
    expect(checked(pcbway)).toEqual([])
    expect(checked(aisler)).toEqual([
      "J1 has half holes on the board's edge: what Aisler makes of those is not known here, choose another house",
    ])
    const rules = jlcpcb.castellated
    if (rules === undefined) throw new Error("no rules")
    const wanting = (change: Partial<HalfHoles>) =>
      checked({ ...jlcpcb, castellated: { ...rules, ...change } })
    expect(wanting({ leastHoleMm: 0.8, cornerMm: 3.6, leastSideMm: 14, apartMm: 1.2 })).toEqual([])
    expect(wanting({ leastHoleMm: 0.81 })).toHaveLength(8)
    expect(wanting({ cornerMm: 3.61 })).toHaveLength(4)
    expect(wanting({ leastSideMm: 14.1 })).toEqual([expect.stringMatching(/^the board is 14 mm small/)])
    expect(wanting({ apartMm: 1.21 })).toHaveLength(6)
  }, 60_000)
})
