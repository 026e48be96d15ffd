import type { Point } from "../../geometry/point"
import type { Draft } from "../edit/draft"
import { flash, GerberLines, line, replaced, withFile } from "../edit/text"
import type { Files, Limit } from "./limit"

const text =
  (ending: string, change: (content: string, value: number) => string) =>
  (files: Files, value: number): Files =>
    withFile(files, ending, (content) => change(content, value))

const drawn =
  (ending: string, draw: (lines: GerberLines, value: number, board: Draft, spot: Point) => GerberLines) =>
  (files: Files, value: number, board: Draft, spot: Point): Files =>
    withFile(files, ending, (content) => draw(new GerberLines(content), value, board, spot).text())

const six = (mm: number): string => mm.toFixed(6)

/** Limits of the written files, tried on the real board's. */
export const fileLimits: readonly Limit[] = [
  {
    title: "width of a written track",
    rule: "drc/copper-width",
    unit: "mm",
    beyond: 0.195,
    at: 0.2,
    within: 0.205,
    apply: {
      stage: "files",
      group: 2,
      change: text("F_Cu.gtl", (content, mm) =>
        replaced(content, /^(%ADD\d+C),0\.25\d*\*%$/m, `$1,${six(mm)}*%`),
      ),
    },
  },
  {
    title: "space between copper",
    rule: "drc/clearance",
    unit: "mm",
    beyond: 0.195,
    at: 0.2,
    within: 0.205,
    apply: {
      stage: "files",
      group: 1,
      alone: true,
      change: drawn("B_Cu.gbl", (lines, mm, _, { x, y }) =>
        lines
          .atEnd("%LPC*%")
          .draw("C,2", flash({ x, y }))
          .atEnd("%LPD*%")
          .draw("C,0.3", ...[-1, 1].map((side) => flash({ x: x + side * (0.15 + mm / 2), y }))),
      ),
    },
  },
  {
    title: "copper to the edge",
    rule: "drc/copper-edge",
    unit: "mm",
    beyond: 0.295,
    at: 0.3,
    within: 0.305,
    apply: {
      stage: "files",
      group: 1,
      change: drawn("B_Cu.gbl", (lines, mm, _, { y }) =>
        lines.draw("C,0.5", flash({ x: 35 - mm - 0.25, y })),
      ),
    },
  },
  {
    title: "hole of a via",
    rule: "drc/hole-size",
    unit: "mm",
    beyond: 0.295,
    at: 0.3,
    within: 0.305,
    apply: {
      stage: "files",
      group: 4,
      change: text("-PTH.drl", (content, mm) => content.replace("T1C0.300", `T1C${mm.toFixed(3)}`)),
    },
  },
  {
    title: "unplated hole",
    rule: "drc/hole-size",
    unit: "mm",
    beyond: 0.495,
    at: 0.5,
    within: 0.505,
    apply: {
      stage: "files",
      group: 3,
      change: text("-NPTH.drl", (content, mm) => replaced(content, "T1C3.200", `T1C${mm.toFixed(3)}`)),
    },
  },
  {
    title: "ring of a part's hole",
    rule: "drc/annular-ring",
    unit: "mm",
    beyond: 0.245,
    at: 0.25,
    within: 0.255,
    apply: {
      stage: "files",
      group: 1,
      change: text("-PTH.drl", (content, mm) =>
        replaced(content, "T2C1.000", `T2C${(1.7 - 2 * mm).toFixed(3)}`),
      ),
    },
  },
  {
    title: "diameter of a via",
    rule: "drc/annular-ring",
    unit: "mm",
    beyond: 0.59,
    at: 0.6,
    within: 0.61,
    apply: {
      stage: "files",
      group: 2,
      change: text("F_Cu.gtl", (content, mm) =>
        content.replace(/(ViaPad\*\n%ADD\d+C),0\.6\d*\*%/, `$1,${six(mm)}*%`),
      ),
    },
  },
  {
    title: "wall between via holes",
    rule: "drc/hole-spacing",
    unit: "mm",
    beyond: 0.245,
    at: 0.25,
    within: 0.255,
    apply: {
      stage: "files",
      group: 1,
      change: (files, mm, _, { x, y }) =>
        withFile(files, "-PTH.drl", (content) =>
          replaced(
            content,
            /^T2$/m,
            `${[x, x + 0.3 + mm].map((at) => `X${at.toFixed(3)}Y${y.toFixed(3)}\n`).join("")}T2`,
          ),
        ),
    },
  },
  {
    title: "unplated hole to copper",
    rule: "drc/hole-to-copper",
    unit: "mm",
    beyond: 0.245,
    at: 0.25,
    within: 0.255,
    apply: {
      stage: "files",
      group: 4,
      change: drawn("F_Cu.gtl", (lines, mm, board) => {
        const { x, y } = board.first("pcb_hole")
        return lines.draw("C,0.1", flash({ x, y: y + 1.6 + mm + 0.05 }))
      }),
    },
  },
  {
    title: "mask between two openings",
    rule: "dfm/mask-bridge",
    unit: "mm",
    beyond: 0.095,
    at: 0.1,
    within: 0.105,
    apply: {
      stage: "files",
      group: 1,
      change: drawn("F_Mask.gts", (lines, mm, _, { x, y }) =>
        lines.draw("R,0.5X0.5", flash({ x, y }), flash({ x: x + 0.5 + mm, y })),
      ),
    },
  },
  {
    title: "mask opening beyond the pad",
    rule: "dfm/mask-opening",
    unit: "mm",
    beyond: 0.04,
    at: 0.05,
    within: 0.06,
    apply: {
      stage: "files",
      group: 1,
      change: drawn("F_Mask.gts", (lines, mm, board) => {
        const at = board.at("R5.1")
        return lines.removeFlash(at).draw(`R,${six(1.4 + 2 * mm)}X${six(1.15 + 2 * mm)}`, flash(at))
      }),
    },
  },
  {
    title: "paste on the thermal pad, most, window's side",
    rule: "dfm/thermal-paste",
    unit: "mm",
    beyond: 0.81,
    at: 0.8,
    within: 0.79,
    apply: {
      stage: "files",
      group: 1,
      change: text("F_Paste.gtp", (content, mm) =>
        replaced(content, "R,0.740000X0.740000", `R,${six(mm)}X${six(mm)}`),
      ),
    },
  },
  {
    title: "paste on the thermal pad, least, window's side",
    rule: "dfm/thermal-paste",
    unit: "mm",
    beyond: 0.63,
    at: 0.64,
    within: 0.65,
    apply: {
      stage: "files",
      group: 2,
      change: text("F_Paste.gtp", (content, mm) =>
        replaced(content, "R,0.740000X0.740000", `R,${six(mm)}X${six(mm)}`),
      ),
    },
  },
  {
    title: "width of a legend line",
    rule: "dfm/silkscreen-line",
    unit: "mm",
    beyond: 0.145,
    at: 0.15,
    within: 0.155,
    apply: {
      stage: "files",
      group: 2,
      change: drawn("F_Silkscreen.gto", (lines, mm, _, { x, y }) =>
        lines.draw(`C,${six(mm)}`, ...line({ x, y }, { x: x + 1, y })),
      ),
    },
  },
  {
    title: "legend to a mask opening",
    rule: "dfm/silkscreen-on-opening",
    unit: "mm",
    beyond: 0.145,
    at: 0.15,
    within: 0.155,
    apply: {
      stage: "files",
      group: 1,
      change: drawn("B_Silkscreen.gbo", (lines, mm, board) => {
        const { x, y } = board.at("J2.1")
        const above = y + 2.05 + mm + 0.075
        return lines.draw("C,0.15", ...line({ x: x - 0.5, y: above }, { x: x + 0.5, y: above }))
      }),
    },
  },
]
