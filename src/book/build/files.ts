import { drillFiles, gerberLayers, type UploadFile } from "../../model/fab-house"
import { naturalOrder } from "../../natural-order"
import type { FileData } from "../data"
import type { BookInput } from "../input"

type Kind = readonly [group: string, what: string]

const uploaded: Readonly<Record<UploadFile, string>> = {
  F_Cu: "copper, front",
  In1_Cu: "copper, first inside",
  In2_Cu: "copper, second inside",
  B_Cu: "copper, back",
  F_Mask: "solder mask openings, front",
  B_Mask: "solder mask openings, back",
  F_Silkscreen: "silkscreen, front",
  B_Silkscreen: "silkscreen, back",
  F_Paste: "solder paste, front",
  B_Paste: "solder paste, back",
  Edge_Cuts: "outline",
  PTH: "plated holes",
  NPTH: "unplated holes",
}

/** What a file of the package is, by its path: first match. `{fab}` stands for the fab's name. */
const kinds: readonly (readonly [RegExp, ...Kind])[] = [
  [/^assembly\/.*\/bom\.csv$/, "Assembly lists", "bill of materials in {fab}'s columns"],
  [/^assembly\/.*\/cpl\.csv$/, "Assembly lists", "placements in {fab}'s columns"],
  [
    /^assembly\/.*\/hand-assembly\.csv$/,
    "Assembly lists",
    "parts that stay for the soldering iron, with the reason",
  ],
  [/^assembly\/plans\.md$/, "Assembly lists", "what each plan places, leaves to hands and needs"],
  [/^assembly\/.*\/shopping\.csv$/, "Assembly lists", "shopping list by distributor, with links"],
  [/^assembly\/.*\/bom\.html$/, "Assembly lists", "bill of materials to search in a browser"],
  [/\.ipc$/, "Order", "IPC-D-356A netlist for the fab's electrical test"],
  [/-ipc2581\.xml$/, "Order", "IPC-2581C: the whole board in one file, for who takes it instead of Gerbers"],
  [/\.kicad_pcb$/, "KiCad project", "board"],
  [/\.kicad_sch$/, "KiCad project", "schematic"],
  [/\.kicad_pro$/, "KiCad project", "project: open this one"],
  [/\.kicad_dru$/, "KiCad project", "design rules"],
  [/\.kicad_(sym|mod)$/, "KiCad project", "library"],
  [/^kicad\/.*\.step$/, "KiCad project", "body of a part"],
  [/^kicad\//, "KiCad project", "library table"],
  [/^test-points\.csv$/, "Order", "where a test jig reaches each net"],
  [/^simulation\/.*\.cir$/, "Simulation", "deck for ngspice: one thing that is tried on the board"],
  [/^simulation\/.*\.svg$/, "Simulation", "what it showed"],
  [/^simulation\/results\.md$/, "Simulation", "figures beside their limits, and what every model is"],
  [/^simulation\/results\.csv$/, "Simulation", "the same as a table"],
  [/fabrication\.(svg|pdf)$/, "Drawings", "for the fab: stack-up, drills, dimensions, notes"],
  [/schematic\.(svg|pdf)$/, "Drawings", "schematic"],
  [/^drawings\/.*-side\.svg$/, "Drawings", "part from the side"],
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
  "Simulation",
  "3D models",
  "KiCad project",
  "Data",
  "Other",
]

export const filesData = ({
  files,
  names,
  house,
  definition: { layers },
}: Pick<BookInput, "files" | "names" | "house" | "definition">): FileData[] => {
  const byName = new Map<string, Kind>([
    [names.zip, ["Order", "what is uploaded to the fab: Gerbers and drills, nothing else"]],
    ...[...gerberLayers(layers), ...drillFiles].map(
      (file) => [`gerbers/${names[file]}`, ["Gerbers and drills", uploaded[file]]] as const,
    ),
  ])
  const kindOf = (path: string): Kind => {
    const [, group, what] = kinds.find(([pattern]) => pattern.test(path)) ?? [/./, "Other", ""]
    return byName.get(path) ?? [group, what.replace("{fab}", house.title)]
  }
  return Object.entries(files)
    .map(([path, { sha256, size }]) => {
      const [group, what] = kindOf(path)
      return { path, group, what, sha256, size }
    })
    .sort((a, b) => groupOrder.indexOf(a.group) - groupOrder.indexOf(b.group) || naturalOrder(a.path, b.path))
}
