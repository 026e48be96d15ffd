import { basename, join } from "node:path"
import type { AnyCircuitElement } from "circuit-json"
import { standard } from "../board/defaults"
import { narrowestBridge } from "../book/build/mask-bridge"
import { bundleClient } from "../book/bundle"
import { zipped } from "../book/zipped"
import { makeReport, type Report } from "../check/report"
import { judge } from "../check/waivers"
import { layersOf } from "../circuit/stack"
import { headerContext } from "../fabricate/gerbers"
import type { BoardSource } from "../model/board"
import { type FabHouse, gerberLayers, uploadFiles, uploadNames } from "../model/fab-house"
import { gate } from "../model/fab-rule"
import { UserError } from "../model/finding"
import type { OrderedBoard } from "../model/order-form"
import { makeManifest, manifestName, sha256 } from "../package/manifest"
import { placePackage } from "../package/place"
import { zipFiles } from "../package/zip"
import type { PanelBoard, PanelLayout, PanelPlan, PlanLists } from "../panel/board"
import { outlineRings } from "../panel/frame"
import { layOut } from "../panel/layout"
import { panelOwn } from "../panel/own"
import { panelPage } from "../panel/page"
import { makePanel, type Panel } from "../panel/panel"
import { panelSvg } from "../panel/picture"
import { panelName } from "../panel/plan"
import { readBoardPicture } from "../render/board-layers"
import { boardSvg } from "../render/board-svg"
import { rasterize } from "../render/raster"
import { readFabSet } from "../verify/files/fab-set"
import { BoardGeometry } from "../verify/geometry/board"
import { readContents, textOf } from "../verify/package/contents"
import { checkPanel } from "../verify/panel"
import { leastWebMm } from "../verify/rule"
import { verifyContents } from "../verify/verify"
import { addJson, addText, type PackageFiles } from "./assemble-package"
import { panelRules } from "./fab-house"
import { panelModel } from "./panel-model"
import { dateText } from "./up-to-date"

export interface PanelOptions {
  readonly root: string
  readonly plan: PanelPlan
  /** Board -> its package, built and sound, and its source. */
  readonly boards: ReadonlyMap<string, { readonly folder: string; readonly source: BoardSource }>
  readonly house: FabHouse
  /** The house's id where it is not the boards' own: it stands in the folder's name, as in a board's. */
  readonly fab?: string
  readonly out: string
  readonly date: Date
}

/** Makes a panel of boards' packages, judges its files, and puts it beside them. An error, and nothing is written. */
export async function buildPanel({ root, plan, boards, house, fab, out, date }: PanelOptions): Promise<{
  readonly folder: string
  readonly report: Report
}> {
  const rules = panelRules(house, plan)
  const read = new Map(
    [...boards].map(([id, { folder, source }]) => [id, boardOf(id, folder, source, house)]),
  )
  const layout = layOut(plan, read, rules, gate(house, "npth-to-track"))
  const name = panelName(plan)
  const made = dateText(date)
  const panel = makePanel(
    layout,
    name,
    { ...house, panel: rules },
    headerContext({ id: name, revision: "1" }, made),
  )
  const checks = judged(panel, layout, name, house)
  const report = makeReport(
    { board: name, revision: "1", date: made },
    checks,
    judge(
      checks.flatMap(({ findings }) => findings),
      [],
      "all",
    ),
  )
  const folder = join(out, fab === undefined ? name : `${name}@${fab}`)
  if (report.summary.errors > 0) return { folder, report }
  const files: PackageFiles = new Map()
  for (const [file, text] of panel.gerbers) addText(files, `gerbers/${file}`, text)
  files.set(
    panel.zipName,
    zipFiles(new Map([...panel.gerbers].map(([file, text]) => [file, Buffer.from(text, "utf8")])), date),
  )
  for (const [id, { bom, cpl, hand }] of panel.lists) {
    addText(files, `assembly/${id}/bom.csv`, bom)
    if (cpl !== undefined) addText(files, `assembly/${id}/cpl.csv`, cpl)
    addText(files, `assembly/${id}/hand-assembly.csv`, hand)
  }
  addText(files, `${name}.ipc`, panel.netlist)
  const drawing = panelSvg(layout, name)
  addText(files, "panel.svg", drawing)
  const picture = readBoardPicture(panel.gerbers, uploadNames(house, name), undefined, outlineRings(layout))
  const face = (side: "top" | "bottom") => rasterize(boardSvg(picture, side), pictureWidth)
  const faces = { top: face("top"), bottom: face("bottom") }
  for (const side of ["top", "bottom"] as const) files.set(`${side}.png`, faces[side].png)
  const sources = new Map([...boards].map(([id, { source }]) => [id, source]))
  const drills = readFabSet([...panel.gerbers].map(([file, text]) => ({ name: file, text }))).drills
  const hits = drills.flatMap((drill) => drill.hits)
  for (const [path, bytes] of await panelModel({ name, layout, sources, hits, faces })) files.set(path, bytes)
  addJson(files, "panel.json", {
    widthMm: layout.widthMm,
    heightMm: layout.heightMm,
    cuts: plan.cuts,
    rails: plan.rails,
    places: layout.seats.map(({ number, board, x, y }) => ({ number, board: board.id, x, y })),
    own: panelOwn(layout),
  })
  addJson(files, "report.json", report)
  const form = house.orderForm(orderedPanel(layout, panel.zipName, sources, house))
  const books = new Map([...boards].map(([id, board]) => [id, `../${basename(board.folder)}/index.html`]))
  const look = {
    ...{ client: await bundleClient(root), books },
    glb: zipped(files.get(`3d/${name}.glb`) ?? new Uint8Array()),
  }
  addText(
    files,
    "index.html",
    panelPage(layout, plan, {
      name,
      house,
      drawing,
      form,
      files,
      report: { ...report, date: made },
      ...look,
    }),
  )
  const parts = [...boards].map(([, { folder: part }]) =>
    textOf(readContents(part).get(manifestName) ?? new Uint8Array()),
  )
  const subject = {
    board: name,
    title: `Panel of ${[...boards.keys()].join(", ")}`,
    revision: "1",
    date: made,
    ...(fab === undefined ? {} : { fab }),
  }
  const sourceHash = sha256(Buffer.from(parts.join("\n"), "utf8"))
  addJson(files, manifestName, makeManifest({ ...subject, sourceHash }, files))
  placePackage(folder, files)
  return { folder, report }
}

/** What the house's form asks, of the panel: the finest of what its boards have. */
function orderedPanel(
  { widthMm, heightMm, copper, seats, cuts }: PanelLayout,
  zipName: string,
  sources: ReadonlyMap<string, BoardSource>,
  house: FabHouse,
): OrderedBoard {
  const boards = [...new Set(seats.map(({ board }) => board))]
  const vias = [...sources.values()].map(({ via = standard.via }) => via)
  const bridges = boards.flatMap(
    ({ circuit }) => narrowestBridge(circuit, gate(house, "mask-expansion")) ?? [],
  )
  const bridge = bridges.sort((a, b) => a.mm - b.mm)[0]
  const mark = house.panel?.orderMark
  return {
    ...{ zipName, widthMm, heightMm, layers: copper },
    // A board with half holes is not put on a panel.
    halfHoles: 0,
    thicknessMm: boards[0]?.thicknessMm ?? standard.thicknessMm,
    via: {
      diameterMm: Math.min(...vias.map(({ diameterMm }) => diameterMm)),
      drillMm: Math.min(...vias.map(({ drillMm }) => drillMm)),
    },
    ...(bridge === undefined ? {} : { narrowestBridge: bridge }),
    prints: mark === undefined ? [] : [{ text: mark, side: "top" }],
    panel: { boards: seats.length, designs: boards.length, vCuts: cuts.length > 0 },
  }
}

/** Pixels across a picture of a panel. */
const pictureWidth = 2000

/** The rules of any panel's files, and that each board is the one that was verified. */
function judged(panel: Panel, layout: PanelLayout, name: string, house: FabHouse) {
  const files = readFabSet([...panel.gerbers].map(([file, text]) => ({ name: file, text })))
  const places = layout.seats.map(({ number, board, x, y }) => ({
    ...{ number, x, y, board: board.id, outline: board.outline, files: board.geometry.files },
  }))
  const contents: PackageFiles = new Map()
  for (const [file, text] of panel.gerbers) addText(contents, `gerbers/${file}`, text)
  addText(contents, `${name}.ipc`, panel.netlist)
  return [
    ...verifyContents(contents, house, { panel: panelOwn(layout) }).checks,
    {
      id: "panel/boards",
      title: "every board of the panel is the board, and its tabs hold",
      findings: checkPanel(files, places, leastWebMm(house)),
      figures: [
        { name: "panel", value: `${layout.widthMm} x ${layout.heightMm} mm` },
        { name: "boards", value: layout.seats.length },
        { name: "tabs", value: layout.tabs.length },
      ],
    },
  ]
}

function boardOf(id: string, folder: string, source: BoardSource, house: FabHouse): PanelBoard {
  if ((source.castellated ?? []).length > 0)
    throw new UserError(
      `panel: ${id} has half holes on its edge, where tabs and cuts would stand: order it by itself`,
    )
  const contents = readContents(folder)
  const names = uploadNames(house, id)
  const text = (path: string): string => {
    const bytes = contents.get(path)
    if (bytes === undefined) throw new UserError(`${folder}: no ${path}: a draft cannot be put on a panel`)
    return textOf(bytes)
  }
  const circuit = JSON.parse(text("circuit.json")) as AnyCircuitElement[]
  const copper = layersOf(circuit)
  const layers = new Map(
    gerberLayers(copper).map((layer) => [layer, text(`gerbers/${names[layer]}`)] as const),
  )
  const drills = { PTH: text(`gerbers/${names.PTH}`), NPTH: text(`gerbers/${names.NPTH}`) }
  const files = readFabSet(
    uploadFiles(names, copper).map((name) => ({ name, text: text(`gerbers/${name}`) })),
  )
  const variants = new Set(
    [...contents.keys()].flatMap((path) => /^assembly\/([^/]+)\//.exec(path)?.[1] ?? []),
  )
  const variant = source.defaultVariant ?? Object.keys(source.variants ?? {})[0] ?? [...variants][0] ?? ""
  const lists = new Map<string, PlanLists>()
  for (const path of contents.keys()) {
    const plan = new RegExp(`^assembly/${variant}/([^/]+)/bom\\.csv$`).exec(path)?.[1]
    if (plan === undefined) continue
    const at = `assembly/${variant}/${plan}`
    const cpl = contents.get(`${at}/cpl.csv`)
    lists.set(plan, {
      bom: text(`${at}/bom.csv`),
      cpl: cpl === undefined ? undefined : textOf(cpl),
      hand: text(`${at}/hand-assembly.csv`),
    })
  }
  return {
    id,
    copper,
    layers,
    drills,
    geometry: new BoardGeometry(files, undefined),
    circuit,
    outline: source.outline,
    cutouts: circuit.flatMap((one) =>
      one.type === "pcb_cutout" && one.shape === "polygon" ? [one.points] : [],
    ),
    thicknessMm: source.thicknessMm ?? standard.thicknessMm,
    lists,
  }
}
