import { naturalOrder } from "../../natural-order"
import type { FileData } from "../data"
import type { BookInput } from "../input"

/** What a file of the package is, by its path: first match. */
const kinds: readonly (readonly [RegExp, group: string, what: string])[] = [
  [/-gerbers\.zip$/, "Order", "what is uploaded to the fab: Gerbers and drills, nothing else"],
  [/^assembly\/.*\/bom\.csv$/, "Assembly lists", "bill of materials in JLCPCB's columns"],
  [/^assembly\/.*\/cpl\.csv$/, "Assembly lists", "placements in JLCPCB's columns"],
  [
    /^assembly\/.*\/hand-assembly\.csv$/,
    "Assembly lists",
    "parts that stay for the soldering iron, with the reason",
  ],
  [/\.ipc$/, "Order", "IPC-D-356A netlist for the fab's electrical test"],
  [/-Edge_Cuts\.gm1$/, "Gerbers and drills", "outline"],
  [/-PTH\.drl$/, "Gerbers and drills", "plated holes"],
  [/-NPTH\.drl$/, "Gerbers and drills", "unplated holes"],
  [/-([FB])_Cu\.g/, "Gerbers and drills", "copper"],
  [/-([FB])_Mask\.g/, "Gerbers and drills", "solder mask openings"],
  [/-([FB])_Silkscreen\.g/, "Gerbers and drills", "silkscreen"],
  [/-([FB])_Paste\.g/, "Gerbers and drills", "solder paste"],
  [/^kicad\//, "KiCad project", "board, schematic and rules for KiCad"],
  [/schematic\.(svg|pdf)$/, "Drawings", "schematic"],
  [/assembly.*\.(svg|pdf)$/, "Drawings", "assembly drawing"],
  [/\.(png|svg|pdf)$/, "Drawings", "picture"],
  [/\.(glb|step|stp)$/, "3D models", "assembled board"],
  [/^circuit\.json$/, "Data", "circuit JSON: parts, nets and copper as compiled"],
  [/^report\.json$/, "Data", "every check, finding and waiver"],
]

const groupOrder = [
  "Order",
  "Assembly lists",
  "Gerbers and drills",
  "Drawings",
  "3D models",
  "KiCad project",
  "Data",
  "Other",
]

export const filesData = ({ files }: Pick<BookInput, "files">): FileData[] =>
  Object.entries(files)
    .map(([path, { sha256, size }]) => {
      const found = kinds.find(([pattern]) => pattern.test(path))
      return { path, group: found?.[1] ?? "Other", what: found?.[2] ?? "", sha256, size }
    })
    .sort((a, b) => groupOrder.indexOf(a.group) - groupOrder.indexOf(b.group) || naturalOrder(a.path, b.path))
