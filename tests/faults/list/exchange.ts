import { orderFiles } from "../../../src/pipeline/assemble-package"
import { houseOf } from "../../../src/pipeline/fab-house"
import { Draft, found } from "../edit/draft"
import { withoutFile } from "../edit/files"
import { nameEnding, replaced, withFile } from "../edit/text"
import { make } from "../stages"
import { faultsOf } from "./make"

const { packaged } = faultsOf("IPC-2581 file")

const ending = "-ipc2581.xml"

const xml = (id: string, title: string, rule: string, change: (text: string) => string) =>
  packaged(id, title, rule, ({ files }) =>
    withFile(files, ending, (bytes) => Buffer.from(change(Buffer.from(bytes).toString("utf8")), "utf8")),
  )

/** The file as it was before (or after) the board was changed: sound in itself, and of another board. */
const ofAnother = (id: string, title: string, rule: string, change: (draft: Draft) => unknown) =>
  packaged(id, title, rule, ({ files, compiled }) => {
    const circuit = structuredClone(compiled.circuit)
    change(new Draft(circuit))
    const { process } = houseOf(compiled.definition)
    const made = make({ ...compiled, circuit })
    const others = orderFiles(compiled.definition, circuit, made, process, new Date("2026-01-01T00:00:00Z"))
    return withFile(files, ending, () => found(others.get(nameEnding(others, ending)), ending))
  })

/** Where a part is put in the file, up to its place. */
const r5 = /(<Component refDes="R5"[^>]*>\n)((?:<Xform[^>]*>\n)?)(<Location x=")([^"]+)/

export const exchangeFaults = [
  packaged("exchange-missing", "no IPC-2581 file", "pkg/contents", ({ files }) => withoutFile(files, ending)),
  packaged(
    "exchange-of-another-name",
    "an IPC-2581 file named after another board",
    "pkg/contents",
    ({ files }) =>
      new Map([
        ...withoutFile(files, ending),
        [`other${ending}`, found(files.get(nameEnding(files, ending)), ending)],
      ]),
  ),
  xml("exchange-empty", "an empty IPC-2581 file", "pkg/unreadable", () => ""),
  xml("exchange-cut-off", "the second half missing", "pkg/unreadable", (text) =>
    text.slice(0, text.length / 2),
  ),
  xml("exchange-older-revision", "revision B of the standard declared", "pkg/ipc-2581", (text) =>
    replaced(text, 'revision="C"', 'revision="B"'),
  ),
  xml("exchange-foreign-element", "an element that the standard does not know", "pkg/ipc-2581", (text) =>
    replaced(text, "<Datum ", "<Origin "),
  ),
  xml("exchange-part-unlisted", "R5 in no row of its BOM", "pkg/ipc-2581", (text) =>
    replaced(text, /<RefDes name="R5"[^>]*>\n/, ""),
  ),
  xml("exchange-package-missing", "R5 stands on a package that is not there", "pkg/ipc-2581", (text) =>
    replaced(text, /(<Component refDes="R5" packageRef=")[^"]+/, "$1NONE"),
  ),
  xml("exchange-part-moved", "R5 0.1 mm off", "lvs/ipc-2581", (text) =>
    text.replace(
      r5,
      (_, head: string, turn: string, place: string, x: string) => `${head}${turn}${place}${Number(x) + 0.1}`,
    ),
  ),
  xml("exchange-part-turned", "R5 turned by 45 degrees", "lvs/ipc-2581", (text) =>
    replaced(text, r5, '$1<Xform rotation="45"/>\n$3$4'),
  ),
  xml("exchange-inches", "inches declared", "lvs/ipc-2581", (text) =>
    replaced(text, 'CadHeader units="MILLIMETER"', 'CadHeader units="INCH"'),
  ),
  xml("exchange-net-renamed", "MEP_TXD under another name", "lvs/ipc-2581", (text) =>
    replaced(text, /"MEP_TXD"/g, '"MEP_TXT"'),
  ),
  xml("exchange-hole-missing", "a via's hole missing", "lvs/ipc-2581", (text) =>
    replaced(text, /<Hole [^>]*platingStatus="VIA"[^>]*>\n/, ""),
  ),
  xml("exchange-hole-unplated", "a hole that is not plated in it alone", "lvs/ipc-2581", (text) =>
    replaced(text, /(<Hole [^>]*platingStatus=")PLATED/, "$1NONPLATED"),
  ),
  ofAnother("exchange-stale-part", "of the day before R6 was moved by 0.2 mm", "lvs/ipc-2581", (d) =>
    d.movePart("R6", 0, 0.2),
  ),
  ofAnother("exchange-stale-track", "of the day before a track was laid", "lvs/ipc-2581", (d) =>
    d.removeTracks("MEP_TXD"),
  ),
  ofAnother("exchange-other-nets", "of a board with R5's pins exchanged", "lvs/ipc-2581", (d) =>
    d.swapNets("R5.1", "R5.2"),
  ),
  ofAnother(
    "exchange-other-outline-hole",
    "of a board with a mounting hole elsewhere",
    "lvs/ipc-2581",
    (d) => {
      d.first("pcb_hole").x += 0.5
    },
  ),
]
