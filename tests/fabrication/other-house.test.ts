import { describe, expect, it } from "vitest"
import { chipResistor } from "../../components/packages/chip"
import { r0805 } from "../../components/parts/passives"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { type FabricatedBoard, fabricate } from "../../src/fabricate/fabricate"
import type { FabHouse } from "../../src/model/fab-house"
import { type FabRule, ruleIds } from "../../src/model/fab-rule"
import type { Package, PackageAtFab } from "../../src/model/package"
import type { Part } from "../../src/model/part"
import { orderFiles } from "../../src/pipeline/assemble-package"
import { readBoardPicture } from "../../src/render/board-layers"
import { type VerifyOptions, verifyContents } from "../../src/verify/verify"
import { circuitOf, element } from "../check/circuit-fixture"

/**
 * A house that shares nothing with the one this project orders from: other names, columns, sides, angles, limits and
 * plans. What is made for it is judged by its own table, and by the other's it is wrong.
 */
const gates: Partial<Record<FabRule["id"], FabRule["gate"]>> = {
  "track-width": { error: 0.3 },
  "mask-expansion": { error: 0.1 },
  "silkscreen-line": { error: 0.25 },
  "bom-designators": { error: 1 },
  "bom-cell": { error: 40 },
  "thermal-paste-max": { error: 1 },
  "outline-contours": { error: 1 },
}
const acme: FabHouse = {
  id: "acme",
  title: "Acme Boards",
  limits: ruleIds.map((id) => ({
    id,
    title: id,
    unit: "mm",
    sense: /max|contours|^bom/.test(id) ? "max" : "min",
    gate: gates[id] ?? { error: 0.12 },
    source: "this test",
  })),
  upload: {
    F_Cu: "{board}_copper_top.gbr",
    B_Cu: "{board}_copper_bottom.gbr",
    F_Mask: "{board}_soldermask_top.gbr",
    B_Mask: "{board}_soldermask_bottom.gbr",
    F_Silkscreen: "{board}_legend_top.gbr",
    B_Silkscreen: "{board}_legend_bottom.gbr",
    F_Paste: "{board}_paste_top.gbr",
    B_Paste: "{board}_paste_bottom.gbr",
    Edge_Cuts: "{board}_outline.gbr",
    PTH: "{board}_plated.xln",
    NPTH: "{board}_nonplated.xln",
    zip: "acme_{board}.zip",
  },
  asciiOnly: false,
  bom: {
    columns: [
      { field: "quantity", title: "Qty" },
      { field: "designators", title: "RefDes" },
      { field: "comment", title: "Value" },
      { field: "footprint", title: "Case" },
      { field: "mpn", title: "MPN" },
      { field: "number", title: "Acme No" },
    ],
  },
  cpl: {
    columns: [
      { field: "designator", title: "RefDes" },
      { field: "value", title: "Value" },
      { field: "rotation", title: "Angle" },
      { field: "side", title: "TB" },
      { field: "x", title: "X" },
      { field: "y", title: "Y" },
    ],
    sides: { top: "T", bottom: "B" },
    decimals: 2,
    wholeDegrees: false,
    // Seen through the board from the top, and mirrored top to bottom: a right arrow stays one.
    bottomAngle: (axisDeg) => axisDeg,
  },
  orderNumber: { name: "Acme", label: "Acme No", pattern: /^A-\d+$/ },
  lands: "own",
  drillUnit: "mm",
  offers: { maskColours: ["Blue"], finishes: ["ENIG"], thicknessesMm: [1.6], source: "this test" },
  rotation: ({ side, rotationDeg }, { offsetDeg }) =>
    (((side === "top" ? rotationDeg + offsetDeg : rotationDeg + 180 - offsetDeg) % 360) + 360) % 360,
  plans: {
    full: { title: "Acme Full", short: "Full", sides: ["top", "bottom"], service: "full" },
    bare: { title: "bare boards", short: "Bare", sides: [] },
  },
  orderForm: ({ zipName }) => ({ url: "https://acme.test", settings: [], steps: [], caveats: [zipName] }),
  process: {
    copperMm: 0.07,
    platingMm: 0.025,
    resistivityOhmMm: 1.7e-5,
    maskMm: 0.02,
    maskColour: "Blue",
    printColour: "Yellow",
    finish: "ENIG",
  },
  misreads: {},
}

const acmeLand: PackageAtFab = {
  land: { offsetDeg: 180, midpoint: { x: 0, y: 0 }, symmetric: false, evidence: "this test" },
  byPins: { axis: [2, 1], corners: [1, 2], alongMm: 0, symmetric: false },
}

const acmeNumber = { number: "A-7", class: "basic", trust: "high", evidence: "test" } as const
const home: Package = { ...chipResistor("0805"), name: "chip" }
const chip: Part = {
  ...r0805["10k"],
  id: "chip",
  value: "10 k\u03a9",
  mpn: "RES-10",
  package: { ...home, fab: { ...home.fab, acme: acmeLand } },
  numbers: { ...r0805["10k"].numbers, acme: acmeNumber },
}

const outline = [
  { x: -8, y: -5 },
  { x: 8, y: -5 },
  { x: 8, y: 5 },
  { x: -8, y: 5 },
]
const board: FabricatedBoard = {
  id: "tiny",
  revision: "1",
  outline,
  pour: { clearanceMm: 0.25 },
  placements: [
    { designator: "R1", x: -4, y: 0, rotationDeg: 0, side: "top" },
    { designator: "R2", x: 4, y: 0, rotationDeg: 90, side: "bottom" },
  ],
  parts: { R1: chip, R2: chip },
  variants: { all: { title: "all", notFitted: [] } },
  plans: ["full", "bare"],
  keepouts: [],
  pours: [],
  fab: "acme",
}

const described = {
  ...board,
  title: "Tiny",
  layers: 2,
  thicknessMm: 1.6,
  cutouts: [],
  defaultVariant: "all",
} as const

const pads = {
  "R1.1": { x: -5, y: 0, net: "B" },
  "R1.2": { x: -3, y: 0, net: "A" },
  "R2.1": { x: 4, y: 1, net: "A", layer: "bottom" },
  "R2.2": { x: 4, y: -1, net: "B", layer: "bottom" },
} as const

function circuit(trackMm: number) {
  const drawn = circuitOf({
    pads,
    vias: [
      { x: 0, y: 0, net: "A" },
      { x: 0, y: -3, net: "B" },
    ],
    tracks: [
      {
        net: "A",
        width: trackMm,
        points: [
          [-3, 0],
          [0, 0],
        ],
      },
      {
        net: "A",
        width: trackMm,
        layer: "bottom",
        points: [
          [0, 0],
          [3, 1],
          [4, 1],
        ],
      },
      {
        net: "B",
        width: trackMm,
        points: [
          [-5, 0],
          [-5, -3],
          [0, -3],
        ],
      },
      {
        net: "B",
        width: trackMm,
        layer: "bottom",
        points: [
          [0, -3],
          [4, -3],
          [4, -1],
        ],
      },
    ],
  }).map((one) => {
    if (one.type === "pcb_component")
      return one.pcb_component_id === "pcb-R2"
        ? { ...one, center: { x: 4, y: 0 }, layer: "bottom" as const, rotation: 90 }
        : { ...one, center: { x: -4, y: 0 } }
    const net =
      one.type === "source_port" && one.source_port_id in pads
        ? pads[one.source_port_id as keyof typeof pads].net
        : one.type === "source_net"
          ? one.name
          : one.type === "pcb_via"
            ? one.y === 0
              ? "A"
              : "B"
            : undefined
    return net === undefined ? one : { ...one, subcircuit_connectivity_map_key: net }
  })
  return [
    ...drawn,
    element({ type: "pcb_board", center: { x: 0, y: 0 }, width: 16, height: 10, num_layers: 2, outline }),
    ...Object.values(pads).map(({ x, y, ...rest }) =>
      element({
        type: "pcb_solder_paste",
        shape: "rect",
        layer: "top",
        x,
        y,
        width: 0.9,
        height: 0.9,
        ...rest,
      }),
    ),
    ...(["top", "bottom"] as const).map((layer) =>
      element({
        type: "pcb_silkscreen_path",
        layer,
        stroke_width: 0.1,
        route: [
          { x: -6, y: 3 },
          { x: 6, y: 3 },
        ],
      }),
    ),
  ]
}

function made(house: FabHouse, trackMm = 0.4, plans: readonly string[] = ["full", "bare"]) {
  const json = circuit(trackMm)
  const fabrication = fabricate(json, { ...board, plans, fab: house.id }, house, {
    createdAt: "2026-11-22T18:00:00Z",
  })
  const date = new Date("2026-11-22T18:00:00Z")
  return { fabrication, files: orderFiles(described, json, fabrication, house.process, date) }
}

const found = (
  files: Parameters<typeof verifyContents>[0],
  house: FabHouse,
  options: VerifyOptions = { packages: { chip: acmeLand } },
) => verifyContents(files, house, options).findings.map(({ rule, message }) => `${rule}: ${message}`)

describe("a board made for another house", () => {
  const { fabrication, files } = made(acme)

  it("has that house's file names, in the folder and the zip", () => {
    const open = fabrication.findings.filter(({ severity }) => severity !== "info")
    expect(open.map(({ message }) => message)).toEqual([
      "plan full: R1 alone is placed on the top side: on the other, or by hand, one stencil and one set-up less",
    ])
    expect([...files.keys()].filter((path) => /gerbers|zip/.test(path))).toEqual([
      "gerbers/tiny_copper_top.gbr",
      "gerbers/tiny_copper_bottom.gbr",
      "gerbers/tiny_soldermask_top.gbr",
      "gerbers/tiny_soldermask_bottom.gbr",
      "gerbers/tiny_legend_top.gbr",
      "gerbers/tiny_legend_bottom.gbr",
      "gerbers/tiny_paste_top.gbr",
      "gerbers/tiny_paste_bottom.gbr",
      "gerbers/tiny_outline.gbr",
      "gerbers/tiny_plated.xln",
      "gerbers/tiny_nonplated.xln",
      "acme_tiny.zip",
    ])
  })

  it("has that house's lists: columns, sides, angles, a row a designator, and its own plans", () => {
    expect(Object.fromEntries(fabrication.assemblyFiles)).toEqual({
      "all/full/bom.csv":
        "Qty,RefDes,Value,Case,MPN,Acme No\n1,R1,10 k\u03a9,chip,RES-10,A-7\n1,R2,10 k\u03a9,chip,RES-10,A-7\n",
      "all/full/cpl.csv":
        "RefDes,Value,Angle,TB,X,Y\nR1,10 k\u03a9,180,T,-4.00,0.00\nR2,10 k\u03a9,90,B,4.00,0.00\n",
      "all/full/hand-assembly.csv":
        "Designator,Value,Footprint,Side,Reason,Manufacturer Part,Second source,Acme No,Notes\n",
      "all/bare/bom.csv":
        "Qty,RefDes,Value,Case,MPN,Acme No\n1,R1,10 k\u03a9,chip,RES-10,A-7\n1,R2,10 k\u03a9,chip,RES-10,A-7\n",
      "all/bare/hand-assembly.csv": expect.stringContaining("R1,10 k\u03a9,chip,Top,"),
      "plans.md": expect.stringContaining("| stencils | top, bottom |"),
      "all/shopping.csv": expect.stringContaining('Mouser,RES-10,2,"R1,R2",'),
      "all/bom.html": expect.stringContaining("<td>R1 R2</td><td>2</td>"),
    })
  })

  it("is sound by that house's own table, and can be drawn", () => {
    expect(found(files, acme)).toEqual([])
    expect(readBoardPicture(fabrication.gerbers, fabrication.names).sides.bottom.silkscreen).not.toEqual([])
  })

  it.each([
    ["its angle on the top", "R1,10 k\u03a9,180,T", "R1,10 k\u03a9,0,T", "pkg/cpl-rotation"],
    ["its angle on the bottom", "R2,10 k\u03a9,90,B", "R2,10 k\u03a9,270,B", "pkg/cpl-rotation"],
    ["its word for a side", ",90,B,", ",90,Bottom,", "pkg/cpl"],
    ["its column titles", "RefDes,Value,Angle", "Designator,Value,Angle", "pkg/cpl"],
  ])("is held to %s", (_, right, wrong, rule) => {
    const path = "assembly/all/full/cpl.csv"
    const text = Buffer.from(files.get(path) ?? "").toString()
    expect(text).toContain(right)
    const spoilt = new Map([...files, [path, Buffer.from(text.replace(right, wrong))]])
    expect(found(spoilt, acme).join("\n")).toMatch(new RegExp(`^${rule}: `, "m"))
  })

  it("is held to its limits: a track that another house makes is too narrow for this one", () => {
    const narrow = made(acme, 0.25).files
    expect(found(narrow, acme).join("\n")).toMatch(/^drc\/copper-width: .* must be 0\.300/m)
    const elsewhere = made(jlcpcb, 0.25, ["hand"]).files
    expect(found(elsewhere, jlcpcb)).toEqual([])
  })

  it("is wrong by the other house's table", () => {
    const judged = found(files, jlcpcb).join("\n")
    expect(judged).toMatch(/^pkg\/bom: the header must be Comment,Designator,Footprint,JLCPCB Part #$/m)
    expect(judged).toMatch(/^pkg\/bom: "chip" is no LCSC number$/m)
    expect(judged).toMatch(/^pkg\/cpl: the header must be Designator,Mid X,Mid Y,Layer,Rotation$/m)
  })

  it("names a plan that the house does not have", () => {
    expect(() => made(acme, 0.4, ["economic-top"])).toThrow(
      'Acme Boards has no plan "economic-top"; it has full, bare',
    )
  })

  it("leaves to the iron what the house has no number or no land for", () => {
    const reasonsFor = (entry: Part) =>
      fabricate(circuit(0.4), { ...board, parts: { R1: entry, R2: entry } }, acme, {
        createdAt: "2026-11-22T18:00:00Z",
      }).assembly[0]?.hand.map(({ designator, reason }) => `${designator}: ${reason}`)
    expect(reasonsFor({ ...chip, numbers: r0805["10k"].numbers })).toEqual([
      "R1: nobody has looked for its number at Acme Boards",
      "R2: nobody has looked for its number at Acme Boards",
    ])
    expect(reasonsFor({ ...chip, package: home })?.[0]).toBe(
      "R1: how Acme Boards turns a chip is not known: its package has no entry for it",
    )
  })
})
