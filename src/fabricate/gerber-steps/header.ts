import type { GerberLayer } from "../../model/fab-house"
import type { GerberCommand } from "./types"

export interface HeaderContext {
  readonly board: string
  readonly revision: string
  /** Stable across the files of one revision: 8-4-4-4-12 hexadecimal. */
  readonly projectGuid: string
  /** ISO 8601 with seconds, UTC. */
  readonly createdAt: string
  /** Of copper; 2 unless said. */
  readonly layers?: number
}

/** X2 `.FileFunction` (Gerber specification 2024.05, section 5.6.3); `{last}` is the number of the bottom copper. */
const fileFunctions: Readonly<Record<GerberLayer, string>> = {
  F_Cu: "Copper,L1,Top",
  In1_Cu: "Copper,L2,Inr",
  In2_Cu: "Copper,L3,Inr",
  B_Cu: "Copper,L{last},Bot",
  F_Mask: "Soldermask,Top",
  B_Mask: "Soldermask,Bot",
  F_Silkscreen: "Legend,Top",
  B_Silkscreen: "Legend,Bot",
  F_Paste: "Paste,Top",
  B_Paste: "Paste,Bot",
  Edge_Cuts: "Profile,NP",
}

/**
 * Flaw: the wall clock is in two places of every file, the writer's version is stale, and Edge_Cuts has no polarity.
 * The file attributes (Gerber specification 2024.05, section 5.6) are written anew from what is known.
 */
export function writeHeader(
  layer: GerberLayer,
  commands: readonly GerberCommand[],
  context: HeaderContext,
): GerberCommand[] {
  return [
    ...attributesOf(layer, context, "Single").map(
      ([attribute_name, attribute_value]): GerberCommand => ({
        command_code: "TF",
        attribute_name,
        attribute_value,
      }),
    ),
    ...commands.filter((command) => command.command_code !== "TF" && !isDateComment(command)),
  ]
}

/** How a file of a panel begins: the same attributes as comments, format and units of {@link writeHeader}'s files. */
export const gerberHeader = (layer: GerberLayer, context: HeaderContext, part: "Array"): string[] => [
  ...attributesOf(layer, context, part).map(([name, value]) => `G04 #@! TF.${name},${value}*`),
  "%FSLAX46Y46*%",
  "%MOMM*%",
  "G01*",
  "%LPD*%",
  "G75*",
]

function attributesOf(
  layer: GerberLayer,
  context: HeaderContext,
  part: "Single" | "Array",
): [string, string][] {
  return [
    ["GenerationSoftware", "tscircuit,circuit-json-to-gerber"],
    ["CreationDate", context.createdAt],
    ["ProjectId", `${field(context.board)},${context.projectGuid},${field(context.revision)}`],
    ["SameCoordinates", "Original"],
    ["FileFunction", fileFunctions[layer].replace("{last}", String(context.layers ?? 2))],
    ["FilePolarity", layer.endsWith("_Mask") ? "Negative" : "Positive"],
    ["Part", part],
  ]
}

const isDateComment = (command: GerberCommand) =>
  command.command_code === "G04" && /^Created by .* date /.test(command.comment)

/** Commas, asterisks and percent signs end a field of an attribute. */
const field = (text: string) => text.replace(/[^\x21-\x7e]|[,*%\\]/g, "_")
