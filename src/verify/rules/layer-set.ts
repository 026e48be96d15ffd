import type { Finding } from "../../model/finding"
import { type Box, boxOf } from "../../read/geometry/point"
import { copperRole, isInnerRole, type LayerRole, layerName } from "../files/roles"
import { drawnBox } from "../geometry/ink"
import type { FileRule, VerifyInput } from "../rule"

/** Without these a two-layer board cannot be made as meant. */
const needed: readonly LayerRole[] = ["copper-top", "copper-bottom", "mask-top", "mask-bottom", "outline"]

/** More levels than this no fab presses: a file that names one is not believed. */
const mostLevels = 64

/**
 * Layers inside: those of the circuit, and every one above the lowest that the files number themselves. Eagle calls the
 * bottom of any board the 16th; of files that only their names number nobody knows whether the first is 1 or 2.
 */
function inside({ expected, files }: VerifyInput["board"]): LayerRole[] {
  const meant = [...(expected?.intent?.copper.keys() ?? [])].map(copperRole).filter(isInnerRole)
  const levels = [...files.layers.values()].flatMap(({ attributes }) => {
    const [kind, level = "", place] = attributes.get(".FileFunction") ?? []
    const number = Number(/^L(\d+)$/.exec(level)?.[1])
    if (kind !== "Copper" || !(number <= mostLevels)) return []
    return place === "Inr" ? [number] : place === "Bot" && number < 16 ? [number - 1] : []
  })
  const last = Math.max(1, ...levels)
  const numbered = Array.from({ length: last - 1 }, (_, i): LayerRole => `copper-inner-${i + 1}`)
  return [...new Set([...meant, ...numbered])]
}

/** Usual, but a board can do without. */
const usual: readonly LayerRole[] = ["silk-top", "silk-bottom", "paste-top", "paste-bottom"]

/** A side that no pad is expected on, and that no plated hole leads to, may be without copper. */
const mayBeBare = (board: VerifyInput["board"], side: "top" | "bottom"): boolean =>
  board.expected?.pads.every((pad) => pad.side !== side && pad.side !== "both") === true &&
  board.holes.every(({ isPlated }) => !isPlated)

export const layerSet: FileRule = {
  id: "pkg/layer-set",
  title: "complete set of layers and drills",
  check: ({ board }) => {
    const findings: Finding[] = [...board.files.findings]
    const say = (severity: "error" | "warning", message: string): void => {
      findings.push({ rule: "pkg/layer-set", severity, message })
    }
    const unread = board.files.findings.some(({ rule }) => rule === "pkg/unreadable")
    for (const role of needed)
      if (!board.files.layers.has(role) && !unread)
        say("error", `there is no file for the ${layerName(role)}`)
    for (const role of usual)
      if (!board.files.layers.has(role) && !unread)
        say("warning", `there is no file for the ${layerName(role)}`)
    for (const role of inside(board))
      if (!board.files.layers.has(role) && !unread)
        say("error", `there is no file for the ${layerName(role)}`)
    if (board.files.drills.length === 0 && !unread) say("error", "there is no drill file")
    const isEmpty = (role: LayerRole) => board.files.layers.get(role)?.objects.length === 0
    const roles = [...board.files.layers.keys()].filter(isInnerRole)
    const empty = ["copper-top" as const, ...roles, "copper-bottom" as const, "outline" as const].filter(
      isEmpty,
    )
    for (const role of empty) {
      const file = board.files.layers.get(role)?.file ?? role
      const side = role === "copper-top" ? "top" : role === "copper-bottom" ? "bottom" : undefined
      if (side !== undefined && empty.length === 1 && mayBeBare(board, side))
        findings.push({
          rule: "pkg/layer-set",
          severity: "info",
          message: `${file} draws nothing: all copper is on the other side`,
        })
      else say("error", `${file} draws nothing`)
    }
    return { findings }
  },
}

/** How much of the frame a box covers, or of itself lies in it, whichever is more: 0 to 1. */
function overlap(box: Box, frame: Box): number {
  const width = Math.min(box.maxX, frame.maxX) - Math.max(box.minX, frame.minX)
  const height = Math.min(box.maxY, frame.maxY) - Math.max(box.minY, frame.minY)
  if (width <= 0 || height <= 0) return 0
  const area = ({ minX, minY, maxX, maxY }: Box): number => Math.max(1e-9, (maxX - minX) * (maxY - minY))
  return Math.max((width * height) / area(frame), (width * height) / area(box))
}

/** How far ink and openings may reach past the outline before the frame is doubted, mm. */
const slackMm = 2

/** All layers and drills lie in one coordinate frame: within the outline, and not all to one side of it. */
export const oneFrame: FileRule = {
  id: "pkg/one-frame",
  title: "one coordinate frame for all files",
  check: ({ board, foreign }) => {
    const findings: Finding[] = []
    const [contour] = board.outline?.contours ?? []
    if (contour === undefined) return { findings }
    const frame = boxOf(contour)
    const files = [
      ...[...board.files.layers].flatMap(([role, { file }]) => {
        const box = role === "outline" ? undefined : drawnBox(board, role)
        return box === undefined ? [] : [{ file, box }]
      }),
      ...board.files.drills.flatMap((drill) =>
        drill.hits.length === 0
          ? []
          : [{ file: drill.file, box: boxOf(drill.hits.flatMap(({ points }) => points)) }],
      ),
    ]
    for (const { file, box } of files) {
      const beyond = Math.max(
        frame.minX - box.minX,
        frame.minY - box.minY,
        box.maxX - frame.maxX,
        box.maxY - frame.maxY,
      )
      if (beyond <= slackMm) continue
      // Of another program: titles and notes beside the board, as long as most of it lies on the board.
      const notes = foreign === true && overlap(box, frame) > 0.25
      findings.push({
        rule: "pkg/one-frame",
        severity: notes ? "info" : "error",
        message: `${file} reaches ${beyond.toFixed(2)} mm past the outline: ${notes ? "what lies beside the board is not made" : "another origin or unit"}`,
        file,
        measure: { value: Math.round(beyond * 1000) / 1000, limit: slackMm, unit: "mm" },
      })
    }
    const units = new Set([...board.files.layers.values()].map(({ unit }) => unit))
    if (units.size > 1)
      findings.push({
        rule: "pkg/one-frame",
        severity: "warning",
        message: "some layers are in mm, some in inches",
      })
    return { findings }
  },
}
