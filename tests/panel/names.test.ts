import { describe, expect, it } from "vitest"
import { waitingPage } from "../../src/dev/page"
import { escapeMarkup } from "../../src/model/markup"
import type { PanelLayout } from "../../src/panel/board"
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
})
