import { describe, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import pcbway from "../../fabrication/pcbway/index"
import { waitingPage } from "../../src/dev/page"
import { escapeMarkup } from "../../src/model/markup"
import type { OrderedBoard } from "../../src/model/order-form"
import type { PanelLayout } from "../../src/panel/board"
import { panelPage } from "../../src/panel/page"
import { panelSvg } from "../../src/panel/picture"

const hostile = `<script>alert("1")</script>&'`

describe("a hostile name is only a name", () => {
  it("on the page that waits for a board", () => {
    const page = waitingPage(hostile, "")
    expect(page).not.toContain("<script>alert")
    expect(page.split(escapeMarkup(hostile))).toHaveLength(3)
  })

  it("in the panel's picture", () => {
    const layout: PanelLayout = {
      widthMm: 10,
      heightMm: 10,
      copper: 2,
      seats: [],
      rails: [{ minX: -5, maxX: 5, minY: -5, maxY: 0 }],
      tabs: [],
      cuts: [],
      tooling: [],
      fiducials: [],
    }
    const svg = panelSvg(layout, hostile)
    expect(svg).not.toContain("<script")
    expect(svg).toContain(escapeMarkup(hostile))
  })

  it("and the house's settings on the panel's page, beside counts of boards and parts", () => {
    const text = (csv: string) => new TextEncoder().encode(csv)
    const layout: PanelLayout = {
      ...{ widthMm: 10, heightMm: 10, copper: 2, seats: [], rails: [], tabs: [], cuts: [] },
      ...{ tooling: [{ x: 0, y: 0 }], fiducials: [] },
    }
    const setting = { field: hostile, choose: "Panel by Customer", why: hostile, cost: "check" } as const
    const page = panelPage(
      layout,
      { rows: [["a"]], rails: 2, cuts: "columns" },
      {
        name: hostile,
        house: jlcpcb,
        drawing: "",
        form: { url: "", steps: [], caveats: [], settings: [setting] },
        files: new Map([
          ["assembly/full/bom.csv", text("Comment\n10k\n")],
          ["assembly/full/cpl.csv", text("Designator\nR1_1\nR1_2\n")],
          ["assembly/full/hand-assembly.csv", text("Designator\nJ1_1\n")],
          ["assembly/hand/bom.csv", text("Comment\n10k\n")],
          ["assembly/hand/hand-assembly.csv", text("Designator\nR1_1\nR1_2\n")],
        ]),
        report: { date: "2026-01-01", checks: [], summary: { errors: 0, warnings: 0 } },
        client: { style: "", panel: "", viewer3d: "" },
        glb: "",
        books: new Map([[hostile, "../a/index.html"]]),
      },
    )
    expect(page).not.toContain("<script>alert")
    expect(page).toContain(`<td>${escapeMarkup(hostile)}</td><td><b>Panel by Customer</b></td>`)
    expect(page).toContain(`<a href="../a/index.html">Book of ${escapeMarkup(hostile)}</a>`)
    expect(page).toContain("2 parts of 1 kinds by machine, 1 by hand")
    expect(page).toContain("nothing by machine, 2 by hand")
    expect(page).toContain("V-cuts between columns")
  })

  it.each([
    [jlcpcb, "Delivery Format", "Different Design"],
    [pcbway, "Board type", "Different Design in Panel"],
  ])("%s asks for a panel by the customer and its kinds of boards", (house, format, designs) => {
    const board: OrderedBoard = {
      ...{ zipName: "a.zip", widthMm: 142, heightMm: 102, layers: 2, thicknessMm: 1.6, prints: [] },
      halfHoles: 0,
      via: { diameterMm: 0.6, drillMm: 0.3 },
    }
    const chosen = (panel: { boards: number; designs: number; vCuts: boolean } | undefined) => {
      const { settings } = house.orderForm({ ...board, ...(panel === undefined ? {} : { panel }) })
      return [format, designs].map((name) => settings.find(({ field }) => field === name)?.choose)
    }
    expect(chosen({ boards: 5, designs: 2, vCuts: false })).toEqual(["Panel by Customer", "2"])
    expect(chosen(undefined)).toEqual([expect.stringMatching(/single/i), "1"])
  })
})
