import type { Fabrication } from "../../../src/fabricate/fabricate"
import { makeManifest, manifestName } from "../../../src/package/manifest"
import { addJson, type PackageFiles } from "../../../src/pipeline/assemble-package"
import { Draft, found } from "../edit/draft"
import { exchangedNames } from "../edit/files"
import { flash, nameEnding, replaced, withFile } from "../edit/text"
import type { Fabricated } from "../fault"
import { make } from "../stages"
import { faultsOf } from "./make"

/** Faults in a finished package that no connection and no limit tells: its files contradict its circuit, or each other. */

const copper = faultsOf("Gerber bytes")
const legend = faultsOf("silkscreen")
const csv = faultsOf("CSV")
const manifest = faultsOf("manifest")

/** One Gerber as a board with another circuit has it, among the files of this one. */
const drawnOtherwise =
  (ending: string, change: (draft: Draft) => unknown) =>
  ({ fabrication, compiled }: Fabricated): Fabrication => {
    const circuit = structuredClone([...compiled.circuit])
    change(new Draft(circuit))
    const other = make({ ...compiled, circuit }).gerbers
    return {
      ...fabrication,
      gerbers: withFile(fabrication.gerbers, ending, () =>
        found(other.get(nameEnding(other, ending)), ending),
      ),
    }
  }

const words = (draft: Draft, text: string, side = "top") =>
  draft.first("pcb_silkscreen_text", (one) => one.text === text && one.layer === side)

const exchanged = (a: string, b: string) => (draft: Draft) => {
  const [one, other] = [words(draft, a), words(draft, b)]
  one.text = b
  other.text = a
}

const text = (change: (content: string) => string) => (bytes: Uint8Array) =>
  Buffer.from(change(Buffer.from(bytes).toString("utf8")), "utf8")

/** A package whose hashes were written anew after a change, by somebody who knows how. */
function resealed(files: PackageFiles, change: object = {}): PackageFiles {
  const all: PackageFiles = new Map(files)
  const old = JSON.parse(
    Buffer.from(found(all.get(manifestName), manifestName)).toString("utf8"),
  ) as Parameters<typeof makeManifest>[0]
  all.delete(manifestName)
  const { board, title, revision, date, sourceHash } = old
  addJson(all, manifestName, makeManifest({ board, title, revision, date, sourceHash, ...change }, all))
  return all
}

const without = (files: PackageFiles, start: string): PackageFiles =>
  resealed(new Map([...files].filter(([path]) => !path.startsWith(start))))

const widest = /(%ADD\d+C,)0\.800000\*%/
const bom = "esp32-controlled/standard-both/bom.csv"
const hand = "esp32-controlled/standard-both/hand-assembly.csv"
const bare = "esp32-controlled/hand/hand-assembly.csv"

export const packageFaults = [
  copper.file(
    "power-narrowed-top",
    "power tracks narrowed to 0.2 mm on the top",
    "lvs/copper",
    "F_Cu.gtl",
    (gerber) => replaced(gerber, widest, "$10.200000*%"),
  ),
  copper.file(
    "power-narrowed-bottom",
    "power tracks narrowed to 0.2 mm on the bottom",
    "lvs/copper",
    "B_Cu.gbl",
    (gerber) => replaced(gerber, widest, "$10.200000*%"),
  ),
  copper.file(
    "power-a-little-narrower",
    "power tracks 0.05 mm narrower",
    "lvs/copper",
    "F_Cu.gtl",
    (gerber) => replaced(gerber, widest, "$10.750000*%"),
  ),
  copper.file("signals-widened", "signals widened by 0.02 mm", "lvs/copper", "F_Cu.gtl", (gerber) =>
    replaced(gerber, /(%ADD\d+C,)0\.250000\*%/, "$10.270000*%"),
  ),
  copper.file("top-pour-removed", "the whole top pour removed", "lvs/copper", "F_Cu.gtl", (gerber) =>
    replaced(gerber, /G36\*\n[\s\S]*?G37\*\n/g, ""),
  ),
  copper.file(
    "bottom-pour-first-removed",
    "one pour of the bottom removed",
    "lvs/copper",
    "B_Cu.gbl",
    (gerber) => replaced(gerber, /G36\*\n[\s\S]*?G37\*\n/, ""),
  ),
  copper.file("vias-smaller-rings", "vias with rings 0.03 mm smaller", "lvs/copper", "F_Cu.gtl", (gerber) =>
    replaced(gerber, /(ViaPad\*\n%ADD\d+C,)0\.600000\*%/, "$10.540000*%"),
  ),
  copper.gerber(
    "mounting-hole-closed",
    "a mounting hole's opening gone",
    "dfm/mask-as-meant",
    "F_Mask.gts",
    (g, d) => g.removeFlash(d.first("pcb_hole")),
  ),
  copper.gerber(
    "mounting-hole-closed-bottom",
    "a mounting hole's opening gone on the bottom",
    "dfm/mask-as-meant",
    "B_Mask.gbs",
    (g, d) => g.removeFlash(d.first("pcb_hole")),
  ),
  copper.gerber(
    "mask-opening-wider",
    "an opening 0.25 mm wider than its pad all round",
    "dfm/mask-as-meant",
    "F_Mask.gts",
    (g, d) => g.draw("R,2X1.75", flash(d.at("R5.1"))),
  ),
  copper.gerber(
    "paste-on-module",
    "paste added on the buck module's pads",
    "dfm/paste-as-meant",
    "B_Paste.gbp",
    (g, d) => g.draw("R,3.6X3.6", flash(d.at("J1.1")), flash(d.at("J2.1"))),
  ),
  copper.file(
    "paste-a-third",
    "paste windows of the chip parts a third as large",
    "dfm/paste-as-meant",
    "F_Paste.gtp",
    (gerber) => replaced(gerber, /(%ADD\d+R,)1\.400000X1\.150000/, "$10.700000X0.700000"),
  ),
  copper.gerber("paste-lost", "paste of one pad gone", "dfm/paste-as-meant", "F_Paste.gtp", (g, d) =>
    g.removeFlash(d.at("R5.1")),
  ),
  ...(
    [
      ["run-prog", "RUN and PROG exchanged", "F_Silkscreen.gto", exchanged("RUN", "PROG")],
      ["rx-tx", "RX and TX exchanged", "F_Silkscreen.gto", exchanged("RX", "TX")],
      ["r5-r6", "R5 and R6 exchanged", "F_Silkscreen.gto", exchanged("R5", "R6")],
      [
        "volts",
        "3.3V ONLY says 5.3V",
        "F_Silkscreen.gto",
        (d: Draft) => {
          words(d, "3.3V ONLY").text = "5.3V ONLY"
        },
      ],
      [
        "capacitors",
        "C1-C5 100n says 10u",
        "B_Silkscreen.gbo",
        (d: Draft) => {
          words(d, "C1-C5 100n", "bottom").text = "C1-C5 10u "
        },
      ],
      [
        "k-at-anode",
        "K at the diode's anode",
        "F_Silkscreen.gto",
        (d: Draft) => {
          const [anode, cathode] = [d.at("D1.2"), d.at("D1.1")]
          const letter = words(d, "K").anchor_position
          letter.x += anode.x - cathode.x
          letter.y += anode.y - cathode.y
        },
      ],
      [
        "upside-down",
        "a word turned upside down",
        "F_Silkscreen.gto",
        (d: Draft) => {
          words(d, "PROG").ccw_rotation = 270
        },
      ],
      [
        "mark-missing",
        "the marks of U1 missing",
        "F_Silkscreen.gto",
        (d: Draft) => {
          const { pcb_component_id: id } = d.placed("U1")
          d.remove(
            (one) =>
              one.type.startsWith("pcb_silkscreen_") &&
              "pcb_component_id" in one &&
              one.pcb_component_id === id,
          )
        },
      ],
    ] as const
  ).map(([id, title, file, change]) =>
    legend.fabricated(`drawn-${id}`, title, "dfm/legend-as-meant", drawnOtherwise(file, change)),
  ),
  csv.list("hand-other-value", "another value on the hand list", "pkg/lists", hand, (list) =>
    replaced(list, "J7,2x2 1.27mm SMD,", "J7,2x2 2.54mm SMD,"),
  ),
  csv.list("hand-other-number", "another number on the hand list", "pkg/lists", hand, (list) =>
    replaced(list, "C492405", "C492406"),
  ),
  csv.list("hand-other-side", "another side on the hand list", "pkg/lists", hand, (list) =>
    replaced(list, /^(J7,[^,]*,[^,]*),Top/m, "$1,Bottom"),
  ),
  csv.list("hand-twice", "a row twice on the hand list", "pkg/hand", hand, (list) =>
    replaced(list, /^(J7,.*\n)/m, "$1$1"),
  ),
  csv.list("hand-cathode", "the hand list turns the diode round", "pkg/lists", bare, (list) =>
    replaced(list, "The line (cathode) goes to the bar", "The line (cathode) goes away from the bar"),
  ),
  csv.list(
    "hand-and-machine",
    "a part placed by the machine and on the hand list",
    "pkg/parts",
    hand,
    (list) => replaced(list, /^J7,/m, '"J7,R5",'),
  ),
  csv.list("bom-other-value", "a value of the BOM ten times as large", "pkg/lists", bom, (list) =>
    replaced(list, /^10k,/m, "100k,"),
  ),
  csv.list("bom-other-footprint", "another size in one BOM", "pkg/lists", bom, (list) =>
    replaced(list, /^(100nF,"[^"]*"),0805/m, "$1,0603"),
  ),
  csv.list("hand-hyperlink", "a link in a cell that a spreadsheet runs", "pkg/formula", hand, (list) =>
    replaced(list, /^J7,2x2 1.27mm SMD,/m, '"J7","=HYPERLINK(""http://x"",""2x2"")",'),
  ),
  csv.list("bom-formula", "a cell that begins with a plus and a call", "pkg/formula", bom, (list) =>
    replaced(list, /^10k,/m, "+CMD|calc,"),
  ),
  csv.list(
    "cpl-formula",
    "an @ in front of a place",
    "pkg/formula",
    "esp32-controlled/standard-both/cpl.csv",
    (list) => replaced(list, /^R5,/m, "@R5,"),
  ),
  manifest.delivered("assembly-missing", "the whole assembly folder missing", "pkg/contents", ({ files }) =>
    without(files, "assembly/"),
  ),
  manifest.delivered("plan-missing", "one plan missing", "pkg/contents", ({ files }) =>
    without(files, "assembly/always-on/economic-top/"),
  ),
  manifest.delivered("variant-missing", "one variant missing", "pkg/contents", ({ files }) =>
    without(files, "assembly/always-on/"),
  ),
  manifest.delivered("hand-list-missing", "one hand list missing", "pkg/contents", ({ files }) =>
    without(files, "assembly/always-on/hand/hand-assembly.csv"),
  ),
  manifest.delivered(
    "plan-added",
    "lists of a plan that the board does not have",
    "pkg/contents",
    ({ files }) =>
      resealed(
        new Map([
          ...files,
          ["assembly/always-on/robot/bom.csv", found(files.get(nameEnding(files, bom)), bom)],
        ]),
      ),
  ),
  manifest.delivered("report-with-errors", "a report of an open error", "pkg/report", ({ files }) =>
    resealed(
      withFile(
        files,
        "report.json",
        text((json) =>
          replaced(
            json,
            /"findings": \[\]/,
            '"findings": [{"rule":"erc/x","severity":"error","message":"broken"}]',
          ),
        ),
      ),
    ),
  ),
  manifest.delivered("report-counts-errors", "a report that counts an error", "pkg/report", ({ files }) =>
    resealed(
      withFile(
        files,
        "report.json",
        text((json) => replaced(json, '"errors": 0', '"errors": 1')),
      ),
    ),
  ),
  manifest.delivered("report-of-another", "the report of another revision", "pkg/documents", ({ files }) =>
    resealed(
      withFile(
        files,
        "report.json",
        text((json) => replaced(json, '"revision": "2.00-B"', '"revision": "1.10"')),
      ),
    ),
  ),
  manifest.delivered("other-revision", "a manifest of another revision", "pkg/documents", ({ files }) =>
    resealed(files, { revision: "2.01" }),
  ),
  manifest.delivered("resistance-tenth", "R1 in circuit.json ten times too small", "pkg/lists", ({ files }) =>
    resealed(
      withFile(
        files,
        "circuit.json",
        text((json) => replaced(json, /"resistance": 10000/, '"resistance": 1000')),
      ),
    ),
  ),
  manifest.delivered("capacitance-ten", "C1 in circuit.json ten times too large", "pkg/lists", ({ files }) =>
    resealed(
      withFile(
        files,
        "circuit.json",
        text((json) => replaced(json, /"capacitance": 1e-7/, '"capacitance": 0.000001')),
      ),
    ),
  ),
  manifest.delivered(
    "maker-number-changed",
    "another maker's number in circuit.json",
    "pkg/lists",
    ({ files }) =>
      resealed(
        withFile(
          files,
          "circuit.json",
          text((json) =>
            replaced(
              json,
              '"manufacturer_part_number": "PZ254V-11-06P"',
              '"manufacturer_part_number": "PZ254V-11-05P"',
            ),
          ),
        ),
      ),
  ),
  manifest.delivered("plans-exchanged", "the BOMs of two plans exchanged", "pkg/bom-cpl", ({ files }) =>
    resealed(exchangedNames(files, "always-on/economic-top/bom.csv", "always-on/standard-both/bom.csv")),
  ),
]
