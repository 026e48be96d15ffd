import type { Point } from "../../../src/geometry/point"
import type { Draft } from "../edit/draft"
import { flash, GerberLines, line, replaced, withFile } from "../edit/text"
import { type FileChange, type Files, type Limit, type LimitValues, limit } from "./limit"

const text =
  (ending: string, change: (content: string, value: number) => string) =>
  (files: Files, value: number): Files =>
    withFile(files, ending, (content) => change(content, value))

const drawn =
  (ending: string, draw: (lines: GerberLines, value: number, board: Draft, spot: Point) => GerberLines) =>
  (files: Files, value: number, board: Draft, spot: Point): Files =>
    withFile(files, ending, (content) => draw(new GerberLines(content), value, board, spot).text())

const inFile = (
  title: string,
  rule: string,
  mm: LimitValues,
  where: Pick<FileChange, "group" | "alone">,
  change: FileChange["change"],
): Limit => limit(title, rule, "mm", mm, { stage: "files", ...where, change })

const six = (mm: number): string => mm.toFixed(6)

/** Side of the square windows over the thermal pad. */
const pasteWindows = text("F_Paste.gtp", (content, mm) =>
  replaced(content, "R,0.740000X0.740000", `R,${six(mm)}X${six(mm)}`),
)

/** Limits of the written files, tried on the real board's. */
export const fileLimits: readonly Limit[] = [
  inFile(
    "width of a written track",
    "drc/copper-width",
    [0.195, 0.2, 0.205],
    { group: 2 },
    text("F_Cu.gtl", (content, mm) => replaced(content, /^(%ADD\d+C),0\.25\d*\*%$/m, `$1,${six(mm)}*%`)),
  ),
  inFile(
    "space between copper",
    "drc/clearance",
    [0.195, 0.2, 0.205],
    { group: 1, alone: true },
    drawn("B_Cu.gbl", (lines, mm, _, { x, y }) =>
      lines
        .atEnd("%LPC*%")
        .draw("C,2", flash({ x, y }))
        .atEnd("%LPD*%")
        .draw("C,0.3", ...[-1, 1].map((side) => flash({ x: x + side * (0.15 + mm / 2), y }))),
    ),
  ),
  inFile(
    "copper to the edge",
    "drc/copper-edge",
    [0.295, 0.3, 0.305],
    { group: 1 },
    drawn("B_Cu.gbl", (lines, mm, _, { y }) => lines.draw("C,0.5", flash({ x: 35 - mm - 0.25, y }))),
  ),
  inFile(
    "hole of a via",
    "drc/hole-size",
    [0.295, 0.3, 0.305],
    { group: 4 },
    text("-PTH.drl", (content, mm) => content.replace("T1C0.300", `T1C${mm.toFixed(3)}`)),
  ),
  inFile(
    "unplated hole",
    "drc/hole-size",
    [0.495, 0.5, 0.505],
    { group: 3 },
    text("-NPTH.drl", (content, mm) => replaced(content, "T1C3.200", `T1C${mm.toFixed(3)}`)),
  ),
  inFile(
    "ring of a part's hole",
    "drc/annular-ring",
    [0.245, 0.25, 0.255],
    { group: 1 },
    text("-PTH.drl", (content, mm) => replaced(content, "T2C1.000", `T2C${(1.7 - 2 * mm).toFixed(3)}`)),
  ),
  inFile(
    "diameter of a via",
    "drc/annular-ring",
    [0.59, 0.6, 0.61],
    { group: 2 },
    text("F_Cu.gtl", (content, mm) => content.replace(/(ViaPad\*\n%ADD\d+C),0\.6\d*\*%/, `$1,${six(mm)}*%`)),
  ),
  inFile(
    "wall between via holes",
    "drc/hole-spacing",
    [0.245, 0.25, 0.255],
    { group: 1 },
    (files, mm, _, { x, y }) =>
      withFile(files, "-PTH.drl", (content) =>
        replaced(
          content,
          /^T2$/m,
          `${[x, x + 0.3 + mm].map((at) => `X${at.toFixed(3)}Y${y.toFixed(3)}\n`).join("")}T2`,
        ),
      ),
  ),
  inFile(
    "unplated hole to copper",
    "drc/hole-to-copper",
    [0.245, 0.25, 0.255],
    { group: 4 },
    drawn("F_Cu.gtl", (lines, mm, board) => {
      const { x, y } = board.first("pcb_hole")
      return lines.draw("C,0.1", flash({ x, y: y + 1.6 + mm + 0.05 }))
    }),
  ),
  inFile(
    "mask between two openings",
    "dfm/mask-bridge",
    [0.095, 0.1, 0.105],
    { group: 1 },
    drawn("F_Mask.gts", (lines, mm, _, { x, y }) =>
      lines.draw("R,0.5X0.5", flash({ x, y }), flash({ x: x + 0.5 + mm, y })),
    ),
  ),
  inFile(
    "mask opening beyond the pad",
    "dfm/mask-opening",
    [0.04, 0.05, 0.06],
    { group: 1 },
    drawn("F_Mask.gts", (lines, mm, board) => {
      const at = board.at("R5.1")
      return lines.removeFlash(at).draw(`R,${six(1.4 + 2 * mm)}X${six(1.15 + 2 * mm)}`, flash(at))
    }),
  ),
  inFile(
    "paste on the thermal pad, most, window's side",
    "dfm/thermal-paste",
    [0.81, 0.8, 0.79],
    { group: 1 },
    pasteWindows,
  ),
  inFile(
    "paste on the thermal pad, least, window's side",
    "dfm/thermal-paste",
    [0.63, 0.64, 0.65],
    { group: 2 },
    pasteWindows,
  ),
  inFile(
    "width of a legend line",
    "dfm/silkscreen-line",
    [0.145, 0.15, 0.155],
    { group: 2 },
    drawn("F_Silkscreen.gto", (lines, mm, _, { x, y }) =>
      lines.draw(`C,${six(mm)}`, ...line({ x, y }, { x: x + 1, y })),
    ),
  ),
  inFile(
    "legend to a mask opening",
    "dfm/silkscreen-on-opening",
    [0.145, 0.15, 0.155],
    { group: 1 },
    drawn("B_Silkscreen.gbo", (lines, mm, board) => {
      const { x, y } = board.at("J2.1")
      const above = y + 2.05 + mm + 0.075
      return lines.draw("C,0.15", ...line({ x: x - 0.5, y: above }, { x: x + 0.5, y: above }))
    }),
  ),
]
