import { exchangedNames, withoutFile } from "../edit/files"
import { replaced, withFile } from "../edit/text"
import { faultsOf } from "./make"

const { file, set } = faultsOf("drill bytes")

const plated = "-PTH.drl"
const unplated = "-NPTH.drl"

/** The line of the n-th hit of a tool. */
const hit = (text: string, tool: number, n: number): string => {
  const hits = text
    .slice(text.lastIndexOf(`\nT${tool}\n`))
    .split("\n")
    .slice(2)
  const found = hits[n]
  if (found === undefined || !found.startsWith("X")) throw new Error(`tool ${tool} has no hit ${n}`)
  return found
}

export const drillFaults = [
  file("hole-removed", "a via not drilled", "drc/drill-table", plated, (text) =>
    replaced(text, `${hit(text, 1, 5)}\n`, ""),
  ),
  file("part-hole-removed", "a pin's hole not drilled", "drc/drill-table", plated, (text) =>
    replaced(text, `${hit(text, 2, 3)}\n`, ""),
  ),
  file("mounting-hole-removed", "a mounting hole not drilled", "drc/drill-table", unplated, (text) =>
    replaced(text, `${hit(text, 1, 0)}\n`, ""),
  ),
  file("hole-moved-in-file", "a via drilled 0.4 mm off its land", "drc/drill-table", plated, (text) => {
    const at = hit(text, 1, 7)
    const x = Number(/^X(-?[\d.]+)/.exec(at)?.[1])
    return replaced(text, at, replaced(at, /^X-?[\d.]+/, `X${(x + 0.4).toFixed(3)}`))
  }),
  file("hole-added", "a hole that nobody planned", "drc/drill-table", plated, (text) =>
    replaced(text, /^T2$/m, "X30.000Y6.000\nT2"),
  ),
  file("hole-twice", "a hole drilled twice", "drc/hole-spacing", plated, (text) =>
    replaced(text, hit(text, 2, 2), `${hit(text, 2, 2)}\n${hit(text, 2, 2)}`),
  ),
  file("wrong-tool-size", "0.8 mm drilled for the headers' 1.0 mm", "drc/drill-table", plated, (text) =>
    replaced(text, "T2C1.000", "T2C0.800"),
  ),
  file("via-tool-too-small", "vias drilled 0.25 mm", "drc/hole-size", plated, (text) =>
    replaced(text, "T1C0.300", "T1C0.250"),
  ),
  file("tool-too-large", "the headers drilled 1.4 mm", "drc/annular-ring", plated, (text) =>
    replaced(text, "T2C1.000", "T2C1.400"),
  ),
  file("inch-header", "inches declared, mm written", "pkg/one-frame", plated, (text) =>
    replaced(text, "METRIC", "INCH"),
  ),
  file("no-unit", "no unit declared", "pkg/unreadable", plated, (text) => replaced(text, "METRIC\n", "")),
  file("no-header", "no M48 header", "pkg/unreadable", plated, (text) => text.slice(text.indexOf("%\n") + 2)),
  file("tool-undefined", "a tool used that the header lacks", "pkg/unreadable", plated, (text) =>
    replaced(text, "T2C1.000\n", ""),
  ),
  file("tool-twice", "one tool defined with two sizes", "pkg/unreadable", plated, (text) =>
    replaced(text, "T2C1.000\n", "T2C1.000\nT2C3.000\n"),
  ),
  file("drill-truncated", "the drill file's second half missing", "pkg/file-format", plated, (text) =>
    text.slice(0, text.lastIndexOf("\n", text.length / 2) + 1),
  ),
  file("drill-no-end", "no M30 at the end", "pkg/file-format", unplated, (text) =>
    replaced(text, "M30\n", ""),
  ),
  file("digit-lost-in-drill", "a hit ten times as far out", "pkg/one-frame", unplated, (text) =>
    replaced(text, "X30.000", "X300.00"),
  ),
  set("plated-swapped", "the drill files' contents exchanged", "pkg/layer-set", (files) =>
    exchangedNames(files, plated, unplated),
  ),
  set("plated-swapped-silently", "unplated holes written as plated", "drc/drill-table", (files) => {
    const swapped = exchangedNames(files, plated, unplated)
    const first = withFile(swapped, plated, (text) =>
      replaced(text, /NonPlated/g, "Plated").replaceAll("NPTH", "PTH"),
    )
    return withFile(first, unplated, (text) =>
      replaced(text, /(?<!Non)Plated/g, "NonPlated").replaceAll(/(?<!N)PTH/g, "NPTH"),
    )
  }),
  set("drill-missing", "no file of unplated holes", "pkg/contents", (files) => withoutFile(files, unplated)),
]
