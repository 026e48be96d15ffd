import { beforeAll, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { rectangle } from "../../src/board/define"
import { gerberLayers, type PanelRules, uploadFiles, uploadNames } from "../../src/model/fab-house"
import type { Point } from "../../src/model/place"
import { makeManifest } from "../../src/package/manifest"
import type { PanelLayout } from "../../src/panel/board"
import { layOut } from "../../src/panel/layout"
import { panelOwn } from "../../src/panel/own"
import { makePanel } from "../../src/panel/panel"
import { panelPlan } from "../../src/panel/plan"
import { coordinate } from "../../src/panel/step-gerber"
import { readFabSet } from "../../src/verify/files/fab-set"
import { BoardGeometry } from "../../src/verify/geometry/board"
import { verifyContents } from "../../src/verify/verify"
import { made } from "../shapes/harness"

/** Two headers, a pour of ground, and one track. */
const circuit = () => (
  <>
    {[-4, 4].map((y) => (
      <chip
        key={y}
        name={y < 0 ? "J1" : "J2"}
        footprint="pinrow3"
        pcbX={0}
        pcbY={y}
        connections={{ pin1: "net.GND", pin2: "net.A", pin3: "net.GND" }}
      />
    ))}
  </>
)

/** The panel's folder: path -> text, without its manifest. */
let folder: ReadonlyMap<string, string> = new Map()
let layout: PanelLayout

beforeAll(async () => {
  const outline = rectangle(20, 16)
  const points: [number, number][] = [
    [0, -4],
    [0, 4],
  ]
  const { laid, files } = await made(
    circuit,
    { outline, pour: { net: "GND", layers: ["bottom"], stitchMm: 200 } },
    { A: { pads: {}, paths: [{ from: "J1.2", to: "J2.2", layer: "top", width: 0.3, points }], vias: [] } },
  )
  const names = uploadNames(jlcpcb, "shape")
  const text = (name: string) => files.get(`gerbers/${name}`) ?? ""
  const set = readFabSet(uploadFiles(names, 2).map((name) => ({ name, text: text(name) })))
  const board = {
    ...{ id: "shape", copper: 2 as const, circuit: laid.circuit, outline, cutouts: [], thicknessMm: 1.6 },
    layers: new Map(gerberLayers(2).map((layer) => [layer, text(names[layer])])),
    drills: { PTH: text(names.PTH), NPTH: text(names.NPTH) },
    geometry: new BoardGeometry(set, undefined),
    lists: new Map(),
  }
  const rules: PanelRules = { ...(jlcpcb.panel as PanelRules), leastSideMm: 20 }
  layout = layOut(panelPlan({ grid: "2x2" }, "shape"), new Map([["shape", board]]), rules, 0.25)
  const header = {
    ...{ board: "panel", revision: "1", createdAt: "2026-01-01T00:00:00Z" },
    projectGuid: "ba6c2690-d36a-80ff-a2c4-d00bb4a7d3fd",
  }
  const panel = makePanel(layout, "panel", { ...jlcpcb, panel: rules }, header)
  folder = new Map([
    ...[...panel.gerbers].map(([name, one]) => [`gerbers/${name}`, one] as const),
    ["panel.ipc", panel.netlist],
    ["panel.json", JSON.stringify({ own: panelOwn(layout) })],
  ])
}, 60_000)

/** What verify says of the folder with some files otherwise, and a manifest that knows of it. */
const verified = (changed: Readonly<Record<string, string>> = {}) => {
  const files = new Map(
    [...folder, ...Object.entries(changed)].map(([path, text]) => [path, Buffer.from(text, "utf8")]),
  )
  const subject = { board: "panel", title: "", revision: "1", date: "2026-01-01", sourceHash: "0" }
  files.set("manifest.json", Buffer.from(JSON.stringify(makeManifest(subject, files)), "utf8"))
  return verifyContents(files, jlcpcb)
    .findings.filter(({ severity }) => severity !== "info")
    .map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`)
}

const xy = (x: number, y: number) => `X${coordinate(Math.round(x * 1e6))}Y${coordinate(Math.round(y * 1e6))}`
const drilled = ({ x, y }: Point) => `X${x.toFixed(3)}Y${y.toFixed(3)}\n`

/** A file with one line otherwise that has to be in it. */
function edited(path: string, from: string | RegExp, to: string): Record<string, string> {
  const text = folder.get(path) ?? ""
  const after = text.replace(from, to)
  if (after === text) throw new Error(`${path} has no ${from}`)
  return { [path]: after }
}

/** Files as they are where somebody's program leaves attributes out. */
const stripped = (): Record<string, string> =>
  Object.fromEntries(
    [...folder].map(([path, text]) => [path, text.replace(/^(G04|;) #@! T[FAOD].*\n/gm, "")]),
  )

it("has nothing to say of a panel as it is made, and much without what is meant and what is said", () => {
  expect(verified()).toEqual([])
  expect(verified({ "panel.json": "{}" })).toEqual([])
  expect(verified(stripped())).toEqual([])
  const said = verified({ ...stripped(), "panel.json": "{}" })
  for (const rule of ["drc/hole-spacing", "drc/island"])
    expect(said).toContainEqual(expect.stringMatching(`warning ${rule}`))
  expect(verified({ "panel.json": '{"own":{"rails":[]}}' })).toContainEqual(
    expect.stringMatching(/^error .*own.bites/),
  )
})

/** A break of a file, and what is said of it. */
const breaks: readonly (readonly [string, () => Record<string, string>, readonly RegExp[]])[] = [
  [
    "a bite that moved onto a board",
    () => edited("gerbers/panel-NPTH.drl", drilled(bite()), drilled({ x: seat().x + 6, y: seat().y })),
    [/^error lvs\/ipc: .*not drilled/, /^error panel\/own: a hole at/],
  ],
  [
    "one more hole on a board",
    () => edited("gerbers/panel-NPTH.drl", drilled(bite()), `${drilled(bite())}${drilled(seat())}`),
    [/^error panel\/own: a hole at/],
  ],
  [
    "a bite too near the next one",
    () => edited("gerbers/panel-NPTH.drl", drilled(bite()), drilled({ x: bite().x + 0.2, y: bite().y })),
    [/drc\/hole-spacing/, /^error lvs\/ipc/],
  ],
  [
    "a fiducial without its opening",
    () => edited("gerbers/panel-F_Mask.gts", `${xy(mark().x, mark().y)}D03*\n`, ""),
    [/^error panel\/own: the fiducial at .* top solder mask/],
  ],
  [
    "a fiducial without its copper",
    () => edited("gerbers/panel-B_Cu.gbl", `${xy(mark().x, mark().y)}D03*\n`, ""),
    [/^error panel\/own: the fiducial at .* bottom solder mask/],
  ],
  [
    "a fiducial's opening aside",
    () => edited("gerbers/panel-F_Mask.gts", xy(mark().x, mark().y), xy(mark().x + 0.1, mark().y)),
    [/^error panel\/own: the fiducial/],
  ],
  [
    "a track that is cut",
    () =>
      edited(
        "gerbers/panel-F_Cu.gtl",
        new RegExp(`${xy(seat().x, seat().y + 4)}D01`),
        `${xy(seat().x, seat().y)}D01`,
      ),
    [/^error lvs\/open: .*A_1/],
  ],
  [
    "a piece of copper on a board",
    () => edited("gerbers/panel-F_Cu.gtl", "M02*", `${xy(seat().x + 6, seat().y)}D03*\nM02*`),
    [/^\w+ drc\/island/],
  ],
  [
    "a piece of copper on a board, called one for balance",
    () => edited("gerbers/panel-F_Cu.gtl", "M02*", balance(...square({ x: seat().x + 6, y: seat().y }, 0.5))),
    [/^error panel\/own: copper .* no rail/],
  ],
  [
    "a list of rails that covers the boards, and hides copper on one",
    () => ({
      ...edited("gerbers/panel-F_Cu.gtl", "M02*", `${xy(seat().x + 6, seat().y)}D03*\nM02*`),
      "panel.json": JSON.stringify({
        own: { ...panelOwn(layout), rails: [{ minX: -500, maxX: 500, minY: -500, maxY: 500 }] },
      }),
    }),
    [/^error panel\/own: panel.json has a rail where \S+\.\S+ is/],
  ],
  [
    "a line across where no V-cut is meant",
    () =>
      edited(
        "gerbers/panel-Edge_Cuts.gm1",
        "M02*",
        `${xy(0, -layout.heightMm / 2)}D02*\n${xy(0, layout.heightMm / 2)}D01*\nM02*`,
      ),
    [/^error panel\/cuts: .*no V-cut is meant/],
  ],
]
/** What is said of the Gerbers and drills by themselves, as a house gets them. */
const alone = (changed: Readonly<Record<string, string>> = {}) => {
  const files = [...folder, ...Object.entries(changed)].filter(([path]) => path.startsWith("gerbers/"))
  const contents = files.map(([path, text]) => [path.slice(8), Buffer.from(text, "utf8")] as const)
  const { findings, notChecked } = verifyContents(new Map(contents), jlcpcb)
  return {
    said: findings
      .filter(({ severity }) => severity !== "info")
      .map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`),
    notChecked,
  }
}

it("takes the bare files for the panel that they say they are", () => {
  const { said, notChecked } = alone()
  expect(said).toEqual([])
  expect(notChecked).toContainEqual(expect.stringContaining("Which boards the panel holds"))
  const without = alone(stripped()).said
  expect(new Set(without.map((one) => one.split(":")[0]))).toEqual(
    new Set(["warning drc/island", "warning drc/hole-spacing"]),
  )
})

const balance = (...corners: readonly Point[]): string =>
  [
    "G04 #@! TA.AperFunction,CopperBalancing*",
    ...[
      "G36*",
      ...[...corners, corners[0] as Point].map(({ x, y }, i) => `${xy(x, y)}D0${i === 0 ? 2 : 1}*`),
    ],
    ...["G37*", "G04 #@! TD*", "M02*"],
  ].join("\n")
const square = ({ x, y }: Point, half: number): Point[] => [
  { x: x - half, y: y - half },
  { x: x + half, y: y - half },
  { x: x + half, y: y + half },
  { x: x - half, y: y + half },
]

/** Names that would excuse what is wrong, in the bare files. */
const misnamed: readonly (readonly [string, () => Record<string, string>, readonly RegExp[]])[] = [
  [
    "copper for balance over two pads",
    () => edited("gerbers/panel-F_Cu.gtl", "M02*", balance(...square({ x: seat().x, y: seat().y - 4 }, 2.8))),
    [/^error lvs\/short/, /^error drc\/named: .*one with /],
  ],
  [
    "copper for balance that touches one track",
    () => edited("gerbers/panel-F_Cu.gtl", "M02*", balance(...square({ x: seat().x + 1, y: seat().y }, 1))),
    [/^error drc\/named: .*one with A_1/],
  ],
  [
    "copper for balance too near a track",
    () => edited("gerbers/panel-F_Cu.gtl", "M02*", balance(...square({ x: seat().x + 1.2, y: seat().y }, 1))),
    [/^\w+ drc\/clearance/],
  ],
  [
    "holes of a part called break-off holes",
    () => edited("gerbers/panel-PTH.drl", "ComponentDrill", "MechanicalDrill,Breakout"),
    [/^error drc\/named: .*is plated/],
  ],
  [
    "break-off holes in the middle of a board",
    () => edited("gerbers/panel-NPTH.drl", drilled(bite()), `${drilled(bite())}${drilled(middle())}`),
    [/^error drc\/named: .*nothing breaks/],
  ],
  [
    "break-off holes with too little between them",
    () => edited("gerbers/panel-NPTH.drl", drilled(bite()), drilled({ x: bite().x + 0.15, y: bite().y })),
    [/^\w+ drc\/hole-spacing: .*0.250 mm, must be 0.300/],
  ],
  [
    "a mark that no camera sees",
    () => edited("gerbers/panel-F_Mask.gts", `${xy(mark().x, mark().y)}D03*\n`, ""),
    [/^\w+ drc\/island/],
  ],
]

it.each(misnamed)("is not taken in by %s", (_, broken, wanted) => {
  const { said } = alone(broken())
  for (const one of wanted) expect(said).toContainEqual(expect.stringMatching(one))
})

const middle = (): Point => ({ x: seat().x + 1.5, y: seat().y })
const bite = (): Point => layout.tabs[0]?.bites[0] as Point
const seat = (): Point => layout.seats[0] as Point
const mark = (): Point => layout.fiducials[0] as Point

it.each(breaks)("finds %s", (_, broken, wanted) => {
  const said = verified(broken())
  for (const one of wanted) expect(said).toContainEqual(expect.stringMatching(one))
})
