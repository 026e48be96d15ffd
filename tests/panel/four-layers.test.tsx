import { expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { rectangle } from "../../src/board/define"
import { gerberLayers, houseFor, type PanelRules, uploadFiles, uploadNames } from "../../src/model/fab-house"
import type { PanelBoard } from "../../src/panel/board"
import { layOut } from "../../src/panel/layout"
import { makePanel } from "../../src/panel/panel"
import { panelPlan } from "../../src/panel/plan"
import { readFabSet } from "../../src/verify/files/fab-set"
import { BoardGeometry } from "../../src/verify/geometry/board"
import { checkPanel } from "../../src/verify/panel"
import { made } from "../shapes/harness"

/** Planes inside, pads that hang on them by their holes alone, and a track inside that somebody drew. */
const circuit = () => (
  <>
    <chip
      name="J1"
      footprint="pinrow4"
      pcbX={0}
      pcbY={-4}
      connections={{ pin1: "net.GND", pin2: "net.V33", pin3: "net.A", pin4: "net.GND" }}
    />
    <chip
      name="J2"
      footprint="pinrow4"
      pcbX={0}
      pcbY={4}
      connections={{ pin1: "net.GND", pin2: "net.V33", pin3: "net.A", pin4: "net.V33" }}
    />
  </>
)

it("a panel of four-layer boards has every layer of each of them at its place", async () => {
  const house = houseFor(jlcpcb, 4)
  if (house === undefined) throw new Error("no four layers")
  const outline = rectangle(20, 16)
  const { laid, files, open } = await made(
    circuit,
    {
      layers: 4,
      outline,
      pour: [
        { net: "GND", layers: ["inner1"], stitchMm: 200 },
        { net: "V33", layers: ["inner2"], stitchMm: 200 },
      ],
    },
    {
      A: {
        pads: {},
        paths: [
          {
            from: "J1.3",
            to: "J2.3",
            layer: "bottom",
            width: 0.3,
            points: [
              [1.27, -4],
              [1.27, 4],
            ],
          },
        ],
        vias: [],
      },
    },
  )
  expect(
    open.filter((line) => !/^tscircuit|courtyard|silkscreen|text-height|board\/mark/.test(line)),
  ).toEqual([])
  const names = uploadNames(house, "shape")
  const text = (name: string) => files.get(`gerbers/${name}`) ?? ""
  const board: PanelBoard = {
    id: "shape",
    copper: 4,
    layers: new Map(gerberLayers(4).map((layer) => [layer, text(names[layer])])),
    drills: { PTH: text(names.PTH), NPTH: text(names.NPTH) },
    geometry: new BoardGeometry(
      readFabSet(uploadFiles(names, 4).map((name) => ({ name, text: text(name) }))),
      undefined,
    ),
    circuit: laid.circuit,
    outline,
    cutouts: [],
    thicknessMm: 1.6,
    lists: new Map(),
  }
  const rules: PanelRules = { ...(jlcpcb.panel as PanelRules), leastSideMm: 20 }
  const layout = layOut(panelPlan({ grid: "2x2" }, "shape"), new Map([["shape", board]]), rules, 0.25)
  const header = {
    board: "panel",
    revision: "1",
    createdAt: "2026-01-01T00:00:00Z",
    projectGuid: "ba6c2690-d36a-80ff-a2c4-d00bb4a7d3fd",
  }
  const panel = makePanel(layout, "panel", { ...house, panel: rules }, header)
  expect([...panel.gerbers.keys()]).toEqual(uploadFiles(uploadNames(house, "panel"), 4))
  const [first, second] = ["In1_Cu", "In2_Cu"].map(
    (layer) => panel.gerbers.get(uploadNames(house, "panel")[layer as "In1_Cu"]) ?? "",
  )
  expect(first).toMatch(/FileFunction,Copper,L2,Inr/)
  expect(second).toMatch(/FileFunction,Copper,L3,Inr/)
  expect(panel.gerbers.get("panel-PTH.drl")).toMatch(/Plated,1,4,PTH/)
  const held = (gerbers: ReadonlyMap<string, string>) =>
    checkPanel(
      readFabSet([...gerbers].map(([name, one]) => ({ name, text: one }))),
      layout.seats.map(({ number, board: { id, geometry }, x, y }) => ({
        number,
        x,
        y,
        board: id,
        outline,
        files: geometry.files,
      })),
      0.3,
    )
  expect(held(panel.gerbers)).toEqual([])
  // The planes changed places; one of them is lost.
  const [in1, in2] = ["panel-In1_Cu.g2", "panel-In2_Cu.g3"] as const
  const swapped = new Map([
    ...panel.gerbers,
    [in1, (second ?? "").replace("L3,Inr", "L2,Inr")],
    [in2, (first ?? "").replace("L2,Inr", "L3,Inr")],
  ])
  expect(held(swapped).length).toBeGreaterThan(0)
  expect(held(new Map([...panel.gerbers].filter(([name]) => name !== in2))).length).toBeGreaterThan(0)
  const two = { ...board, id: "two", copper: 2 as const }
  expect(() =>
    layOut(
      panelPlan({ grid: "shape,two" }, "shape"),
      new Map([
        ["shape", board],
        ["two", two],
      ]),
      rules,
      0.25,
    ),
  ).toThrow(/one number of copper layers, its boards have 4 and 2/)
}, 60_000)
