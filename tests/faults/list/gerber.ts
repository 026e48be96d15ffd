import { found } from "../edit/draft"
import { exchangedNames, withoutFile } from "../edit/files"
import { freePlace } from "../edit/free-place"
import { flash, line, nameEnding, replaced, withFile, xy } from "../edit/text"
import { faultsOf } from "./make"

const { file, gerber, set } = faultsOf("Gerber bytes")

/** The lines of a file between the first region's first and last corner. */
const firstRegion = (
  text: string,
): { readonly lines: string[]; readonly from: number; readonly to: number } => {
  const lines = text.split("\n")
  const [from, to] = [lines.indexOf("G36*") + 2, lines.indexOf("G37*") - 1]
  if (from < 2 || to - from < 40) throw new Error("no region to break")
  return { lines, from, to }
}

export const gerberFaults = [
  file("coordinate-flipped", "one y of a pour's corner loses its sign", "drc/clearance", "F_Cu.gtl", (text) =>
    replaced(text, /(?<=G36\*[\s\S]{40,4000}?)X(0\d+)Y-(\d{8})D01\*/, "X$1Y0$2D01*"),
  ),
  file("digit-wrong", "a corner of the pour 90 mm off", "drc/copper-edge", "F_Cu.gtl", (text) => {
    const { lines, from } = firstRegion(text)
    lines[from + 3] = replaced(found(lines[from + 3], "line"), /^X(-|0)\d/, "X$19")
    return lines.join("\n")
  }),
  file("aperture-undefined", "an aperture removed that is used", "pkg/unreadable", "F_Cu.gtl", (text) =>
    replaced(text, /^%ADD11C.*\n/m, ""),
  ),
  file("aperture-grown", "U1's pads written twice as wide", "drc/clearance", "F_Cu.gtl", (text) =>
    replaced(text, "R,1.950000X0.600000", "R,1.950000X1.200000"),
  ),
  file("aperture-shrunk", "U1's pads written as dots of 0.1 mm", "dfm/paste-on-pads", "F_Cu.gtl", (text) =>
    replaced(text, "R,1.950000X0.600000", "R,0.100000X0.100000"),
  ),
  file("truncated", "the second half of the top copper missing", "pkg/unreadable", "F_Cu.gtl", (text) =>
    // In the middle of a word: at the end of one it would only lack its end.
    text.slice(0, text.indexOf("*", text.length / 2)),
  ),
  file("no-end", "no M02 at the end", "pkg/file-format", "B_Mask.gbs", (text) =>
    replaced(text, "M02*\n", ""),
  ),
  file("no-newline", "no newline at the end", "pkg/file-format", "F_Mask.gts", (text) => text.trimEnd()),
  file(
    "data-after-end",
    "a flash after M02",
    "pkg/file-format",
    "F_Paste.gtp",
    (text) => `${text}X0Y0D03*\n`,
  ),
  file("wrong-unit", "inches declared, mm written", "pkg/one-frame", "F_Silkscreen.gto", (text) =>
    replaced(text, "%MOMM*%", "%MOIN*%"),
  ),
  file("wrong-format", "five decimals declared, six written", "pkg/one-frame", "B_Cu.gbl", (text) =>
    replaced(text, "%FSLAX46Y46*%", "%FSLAX45Y45*%"),
  ),
  file("no-format", "no coordinate format", "pkg/unreadable", "B_Cu.gbl", (text) =>
    replaced(text, "%FSLAX46Y46*%\n", ""),
  ),
  file("load-rotation", "an aperture turned with %LR", "dfm/importer-traps", "F_Paste.gtp", (text) =>
    replaced(text, "%LPD*%", "%LPD*%\n%LR90*%"),
  ),
  gerber(
    "macro-primitive-21",
    "a macro with a parameterised centre line",
    "dfm/importer-traps",
    "F_Mask.gts",
    (lines, d) => {
      const at = d.at("R5.1")
      const macro = "%AMBOX*21,1,$1,$2,0,0,0*%"
      const text = lines.removeFlash(at).draw("BOX,1.5X1.25", flash(at)).text()
      return lines.replaceAll(replaced(text, /^%MOMM\*%$/m, `%MOMM*%\n${macro}`))
    },
  ),
  set("coppers-swapped", "top and bottom copper exchanged, names and all", "pkg/layer-set", (files) =>
    exchangedNames(files, "F_Cu.gtl", "B_Cu.gbl"),
  ),
  set(
    "coppers-swapped-silently",
    "the coppers' drawings exchanged under their old heads",
    "lvs/short",
    (files) => {
      const swapped = exchangedNames(files, "F_Cu.gtl", "B_Cu.gbl")
      const top = withFile(swapped, "F_Cu.gtl", (text) => replaced(text, "Copper,L2,Bot", "Copper,L1,Top"))
      return withFile(top, "B_Cu.gbl", (text) => replaced(text, "Copper,L1,Top", "Copper,L2,Bot"))
    },
  ),
  set(
    "masks-swapped-silently",
    "the masks' drawings exchanged under their old heads",
    "dfm/mask-opening",
    (files) => {
      const swapped = exchangedNames(files, "F_Mask.gts", "B_Mask.gbs")
      const top = withFile(swapped, "F_Mask.gts", (text) =>
        replaced(text, "Soldermask,Bot", "Soldermask,Top"),
      )
      return withFile(top, "B_Mask.gbs", (text) => replaced(text, "Soldermask,Top", "Soldermask,Bot"))
    },
  ),
  gerber(
    "bottom-mirrored",
    "bottom copper written as seen from below",
    "lvs/pad-missing",
    "B_Cu.gbl",
    (lines) => lines.mapPoints(({ x, y }) => ({ x: -x, y })),
  ),
  gerber("layer-shifted", "bottom copper shifted by 0.2 mm", "drc/annular-ring", "B_Cu.gbl", (lines) =>
    lines.mapPoints(({ x, y }) => ({ x: x + 0.2, y })),
  ),
  gerber("mask-shifted", "top mask shifted by 0.1 mm", "dfm/mask-opening", "F_Mask.gts", (lines) =>
    lines.mapPoints(({ x, y }) => ({ x: x + 0.1, y })),
  ),
  gerber("other-origin", "outline with its corner as origin", "pkg/one-frame", "Edge_Cuts.gm1", (lines) =>
    lines.mapPoints(({ x, y }) => ({ x: x + 35, y: y + 14 })),
  ),
  set("layer-missing", "no bottom mask", "pkg/layer-set", (files) => withoutFile(files, "B_Mask.gbs")),
  set("outline-missing", "no outline", "pkg/layer-set", (files) => withoutFile(files, "Edge_Cuts.gm1")),
  set(
    "layer-twice",
    "bottom copper a second time under another name",
    "pkg/contents",
    (files) =>
      new Map([...files, ["mep-smd-In1_Cu.g2", found(files.get(nameEnding(files, "B_Cu.gbl")), "B_Cu")]]),
  ),
  set("other-date", "one layer of another day's build", "pkg/file-format", (files) =>
    withFile(files, "B_Cu.gbl", (text) =>
      replaced(text, "CreationDate,2026-01-01", "CreationDate,2025-12-24"),
    ),
  ),
  file("polarity-clear", "the pour written clear", "lvs/open", "B_Cu.gbl", (text) =>
    replaced(text, /(G36\*)/, "%LPC*%\n$1"),
  ),
  file("region-clipped", "half of the pour's outline left out", "lvs/short", "F_Cu.gtl", (text) => {
    const { lines, from, to } = firstRegion(text)
    return lines.filter((_, i) => i < from + 1 || i > (from + to) / 2).join("\n")
  }),
  file("region-open", "a region that is never closed", "pkg/unreadable", "F_Cu.gtl", (text) =>
    replaced(text, "G37*\n", ""),
  ),
  gerber("pad-deleted", "an open pad of U2 not flashed", "lvs/pad-missing", "F_Cu.gtl", (lines, d) =>
    lines.removeFlash(d.at("U2.4")),
  ),
  gerber(
    "pad-deleted-on-track",
    "R5's pad not flashed, its track is",
    "dfm/mask-opening",
    "F_Cu.gtl",
    (lines, d) => lines.removeFlash(d.at("R5.1")),
  ),
  gerber(
    "via-pad-deleted",
    "a via's land not flashed on the bottom",
    "drc/annular-ring",
    "B_Cu.gbl",
    (lines, d) => lines.removeFlash(d.nearestVia(d.at("C1.2"))),
  ),
  gerber("pad-moved", "U1's pin 1 0.5 mm towards pin 2", "drc/clearance", "F_Cu.gtl", (lines, d) =>
    lines.moveFlash(d.at("U1.1"), 0, 0.5),
  ),
  gerber("copper-joins-pads", "a whisker between U1's pins 1 and 2", "lvs/short", "F_Cu.gtl", (lines, d) =>
    lines.draw("C,0.2", ...line(d.at("U1.1"), d.at("U1.2"))),
  ),
  gerber("copper-off-board", "copper beside the board", "drc/copper-edge", "F_Cu.gtl", (lines) =>
    lines.draw("C,1", flash({ x: 35.8, y: 5 })),
  ),
  gerber(
    "mask-opening-missing",
    "U1's pin 5 under solder mask",
    "dfm/mask-opening",
    "F_Mask.gts",
    (lines, d) => lines.removeFlash(d.at("U1.5")),
  ),
  gerber("mask-opening-small", "the mask overlaps R5's pad", "dfm/mask-opening", "F_Mask.gts", (lines, d) =>
    lines.removeFlash(d.at("R5.1")).draw("R,1.3X1.05", flash(d.at("R5.1"))),
  ),
  gerber("mask-opening-over-via", "an opening over a via", "dfm/via-tented", "B_Mask.gbs", (lines, d) =>
    lines.draw("C,0.7", flash(d.nearestVia(d.at("C1.2")))),
  ),
  gerber("mask-opening-stray", "an opening over bare tracks", "dfm/mask-stray", "F_Mask.gts", (lines, d) =>
    lines.draw("R,1X1", flash(freePlace(d, 1.2))),
  ),
  gerber(
    "mask-bridge-gone",
    "one opening over two of U1's pins",
    "dfm/mask-bridge",
    "F_Mask.gts",
    (lines, d) =>
      lines.draw("R,1X1.5", flash({ x: d.at("U1.1").x, y: (d.at("U1.1").y + d.at("U1.2").y) / 2 })),
  ),
  gerber("paste-on-mask", "paste where there is no pad", "dfm/paste-on-pads", "F_Paste.gtp", (lines, d) =>
    lines.draw("R,1X1", flash(freePlace(d, 1.2))),
  ),
  gerber("paste-over-hole", "paste on a plated hole", "dfm/paste-on-pads", "F_Paste.gtp", (lines, d) =>
    lines.draw("C,1.2", flash(d.at("J6.1"))),
  ),
  gerber(
    "paste-missing",
    "no paste on a pad that a machine populates",
    "pkg/paste",
    "F_Paste.gtp",
    (lines, d) => lines.removeFlash(d.at("U1.5")),
  ),
  file(
    "thermal-pad-flooded",
    "the thermal pad's paste as large as its copper",
    "dfm/thermal-paste",
    "F_Paste.gtp",
    (text) => replaced(text, "R,0.740000X0.740000", "R,0.900000X0.900000"),
  ),
  file("outline-notch", "an outline without its notch", "dfm/outline", "Edge_Cuts.gm1", (text) =>
    replaced(text, /(X-26000000Y[^\n]*\n){2}(X002000000Y[^\n]*\n){2}/, ""),
  ),
  file("outline-wider", "an outline 0.1 mm wider", "dfm/outline", "Edge_Cuts.gm1", (text) =>
    replaced(text, /X035000000(Y-14000000[^\n]*\n)X035000000Y/, "X035100000$1X035100000Y"),
  ),
  gerber("outline-open", "the outline's last line missing", "dfm/outline", "Edge_Cuts.gm1", (lines) =>
    lines.replaceAll(replaced(lines.text(), /X[^\n]*D01\*\nM02\*/, "M02*")),
  ),
  gerber(
    "outline-twice",
    "a second contour on the outline's layer",
    "dfm/outline",
    "Edge_Cuts.gm1",
    (lines) =>
      lines.draw(
        "C,0.05",
        ...line({ x: 30, y: 5 }, { x: 32, y: 5 }),
        `${xy({ x: 32, y: 7 })}D01*`,
        `${xy({ x: 30, y: 5 })}D01*`,
      ),
  ),
]
