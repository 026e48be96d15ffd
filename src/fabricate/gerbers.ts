import { createHash } from "node:crypto"
import { stringifyGerberCommands } from "circuit-json-to-gerber"
import { copperOf } from "../circuit/copper"
import type { Board } from "../model/board"
import { copperFiles, type FabHouse, uploadNames } from "../model/fab-house"
import { gate } from "../model/fab-rule"
import { type CheckResult, type Finding, UserError } from "../model/finding"
import { convertLayers } from "./convert"
import { darkArea } from "./geometry/dark-area"
import { pathToNm } from "./geometry/nanometres"
import { writeAttributesAsComments } from "./gerber-steps/attribute-comments"
import { nameCastellatedPads } from "./gerber-steps/castellated-pads"
import { snapCoordinates } from "./gerber-steps/coordinates"
import { withFinalNewline } from "./gerber-steps/final-newline"
import { type HeaderContext, writeHeader } from "./gerber-steps/header"
import { widenLegendLines } from "./gerber-steps/legend-line-width"
import { bakeRotation } from "./gerber-steps/load-rotation"
import { growMaskOpenings } from "./gerber-steps/mask-margins"
import { copperNames, nameObjects } from "./gerber-steps/net-attributes"
import { plainApertures } from "./gerber-steps/plain-apertures"
import { largestPoursFirst } from "./gerber-steps/pour-order"
import { markProfile } from "./gerber-steps/profile"
import { dropRepeatedModes } from "./gerber-steps/repeated-modes"
import { roundPasteCorners } from "./gerber-steps/rounded-paste"
import { clipLegend } from "./gerber-steps/silkscreen-clip"
import { textFindings } from "./gerber-steps/text-findings"
import { textRoomFindings } from "./gerber-steps/text-room"
import { drawTextAsAsked } from "./gerber-steps/text-size"
import type { CircuitJson } from "./gerber-steps/types"
import { unmendable } from "./gerber-steps/unmendable"
import { dropUnusedApertures } from "./gerber-steps/unused-apertures"

/** What of a board's definition the Gerbers need. */
export interface GerberBoard extends Pick<Board, "id" | "revision" | "outline"> {
  readonly pour: Pick<Board["pour"], "clearanceMm">
  readonly cutouts?: Board["cutouts"]
  readonly pours?: readonly Pick<Board["pour"], "clearanceMm">[]
}

export interface GerberFiles extends CheckResult {
  /** File name -> text, in the order of `gerberLayers`. */
  readonly files: ReadonlyMap<string, string>
}

/**
 * Beyond the limit by a hair, so that whoever measures the emitted arcs, which were clipped as polygons, finds the
 * limit kept.
 */
const arcAllowanceMm = 0.01

/** Circuit JSON -> Gerber files: circuit-json-to-gerber, then one step a flaw. */
export function gerberFiles(
  circuitJson: CircuitJson,
  board: GerberBoard,
  house: Pick<FabHouse, "limits" | "upload">,
  header: HeaderContext,
): GerberFiles {
  const pours = board.pours === undefined || board.pours.length === 0 ? [board.pour] : board.pours
  const pourClearanceMm = Math.min(...pours.map(({ clearanceMm }) => clearanceMm))
  const findings: Finding[] = [...unmendable(circuitJson, pourClearanceMm)]
  const grown = growMaskOpenings(circuitJson, gate(house, "mask-expansion"))
  const model = largestPoursFirst(drawTextAsAsked(grown))
  const layers = convertLayers(model)
  for (const [layer, commands] of layers) layers.set(layer, bakeRotation(plainApertures(commands)))

  // Ink keeps off cut-outs as it keeps off bare copper.
  const cutouts = (board.cutouts ?? []).map(pathToNm)
  const openings = {
    top: [...darkArea(layers.get("F_Mask") ?? []), ...cutouts],
    bottom: [...darkArea(layers.get("B_Mask") ?? []), ...cutouts],
  }
  const minLineMm = gate(house, "silkscreen-line")
  const clearanceMm = gate(house, "silkscreen-to-pad")
  const minCapitalMm = gate(house, "silkscreen-height")
  findings.push(...textFindings(circuitJson, { minCapitalMm, minLineMm, clearanceMm, openings }))
  findings.push(...textRoomFindings(circuitJson, { outline: board.outline, clearanceMm, minLineMm }))
  for (const [layer, side] of [
    ["F_Silkscreen", "top"],
    ["B_Silkscreen", "bottom"],
  ] as const) {
    const wide = widenLegendLines(layers.get(layer) ?? [], minLineMm)
    const clipped = clipLegend(wide, {
      openings: openings[side],
      outline: board.outline,
      clearanceMm: clearanceMm + arcAllowanceMm,
    })
    layers.set(layer, clipped.value)
    findings.push(...clipped.findings)
  }
  layers.set("F_Paste", roundPasteCorners(layers.get("F_Paste") ?? [], model, "top"))
  layers.set("B_Paste", roundPasteCorners(layers.get("B_Paste") ?? [], model, "bottom"))
  const copper = copperOf(model)
  for (const layer of copper.layers) {
    const file = copperFiles[layer]
    const pads = nameCastellatedPads(layers.get(file) ?? [], copper, layer)
    layers.set(file, nameObjects(pads, copperNames(copper, layer)))
  }
  layers.set("Edge_Cuts", markProfile(layers.get("Edge_Cuts") ?? []))

  const names = uploadNames(house, board.id)
  const files = new Map<string, string>()
  for (const [layer, commands] of layers) {
    const complete = writeHeader(layer, snapCoordinates(dropRepeatedModes(dropUnusedApertures(commands))), {
      ...header,
      layers: copper.layers.length,
    })
    const finished = writeAttributesAsComments(complete)
    files.set(names[layer], withFinalNewline(stringifyGerberCommands(finished)))
  }
  return { files, findings }
}

/** @throws UserError when `createdAt` is no instant. */
export function headerContext(board: { id: string; revision: string }, createdAt: string): HeaderContext {
  return {
    board: board.id,
    revision: board.revision,
    projectGuid: guid(`${board.id} ${board.revision}`),
    createdAt: utcSeconds(createdAt),
  }
}

export function utcSeconds(instant: string): string {
  const date = new Date(instant)
  if (!/^\d{4}-\d\d-\d\dT/.test(instant) || Number.isNaN(date.getTime()))
    throw new UserError(`"${instant}" is not a date: write it like 2026-11-22T18:00:00Z`)
  return date.toISOString().replace(/\.\d{3}Z$/, "Z")
}

/** A name-based UUID (RFC 9562, version 8): the same for the same name, on every machine. */
function guid(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex")
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
