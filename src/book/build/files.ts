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
  [/\.kicad_pcb$/, "KiCad project", "board"],
  [/\.kicad_sch$/, "KiCad project", "schematic"],
  [/\.kicad_pro$/, "KiCad project", "project: open this one"],
  [/\.kicad_dru$/, "KiCad project", "design rules"],
  [/\.kicad_(sym|mod)$/, "KiCad project", "library"],
  [/^kicad\/.*\.step$/, "KiCad project", "body of a part"],
  [/^kicad\//, "KiCad project", "library table"],
  [/schematic\.(svg|pdf)$/, "Drawings", "schematic"],
  [/^drawings\/.*-(top|bottom)\.svg$|assembly\.pdf$/, "Drawings", "assembly drawing"],
  [/3d\.png$/, "Drawings", "picture of the assembled board"],
  [/(top|bottom)\.png$/, "Drawings", "picture of the bare board, from the Gerbers"],
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
      const side = { F: ", front", B: ", back" }[/-([FB])_\w+\.g/.exec(path)?.[1] ?? ""] ?? ""
      return { path, group: found?.[1] ?? "Other", what: `${found?.[2] ?? ""}${side}`, sha256, size }
    })
    .sort((a, b) => groupOrder.indexOf(a.group) - groupOrder.indexOf(b.group) || naturalOrder(a.path, b.path))
