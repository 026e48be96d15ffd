import type { CheckResult, Figure, Finding } from "../model/finding"
import type { Side } from "../model/place"
import { collisions } from "./collide"
import { isGeneric } from "./generic-body"
import { heightTable } from "./heights"
import type { Model } from "./model"

/** Overlaps below this are rounding and touching faces, mm. */
const collisionTolerance = 0.01

/**
 * Checks of the assembled board: every part with a body has pads (`model/body`), each body stands on its own pads
 * (`model/land`), no two bodies share a place (`model/collision`), none is higher than the board says there is room for
 * (`model/height`).
 */
export function checkModel(model: Model): CheckResult {
  const figures = [...tallest(model, "top"), ...tallest(model, "bottom")]
  return { findings: [...missing(model), ...lands(model), ...clashes(model), ...heights(model)], figures }
}

function missing(model: Model): Finding[] {
  return model.missing.map((part) => ({
    rule: "model/body",
    severity: "error",
    message: `${part} has a body in the 3D model and no pads on the board`,
    parts: [part],
  }))
}

function lands(model: Model): Finding[] {
  return model.parts.flatMap(({ part, body, fit }) => [
    ...(isGeneric(body) ? [] : fit.offPad).map(
      ({ pad, distance, x, y }): Finding => ({
        rule: "model/land",
        severity: "error",
        message: `${part}: the terminal of ${body.title} misses pad ${pad} (${distance.toFixed(2)} mm from its middle)`,
        at: { x: round(x), y: round(y), layer: fit.pose.side },
        measure: { value: round(distance), unit: "mm" },
        parts: [pad],
      }),
    ),
    ...fit.unmatched.map(
      (pin): Finding => ({
        rule: "model/land",
        severity: "error",
        message: `${part}: pin ${pin} is on only one of ${body.title} and its land pattern`,
        at: { x: round(fit.pose.x), y: round(fit.pose.y), layer: fit.pose.side },
        parts: [part],
      }),
    ),
  ])
}

function clashes(model: Model): Finding[] {
  const pairs = new Map<string, Finding>()
  for (const { a, b, depth, at } of collisions(model.solids, collisionTolerance)) {
    const key = `${a.part} ${b.part}`
    const known = pairs.get(key)?.measure?.value ?? 0
    if (depth <= known) continue
    const layer: Side = at[2] < model.thicknessMm / 2 ? "bottom" : "top"
    pairs.set(key, {
      rule: "model/collision",
      severity: "error",
      message:
        `${a.part} (${a.name}) and ${b.part} (${b.name}) are ${depth.toFixed(2)} mm inside each other ` +
        `at ${at[0].toFixed(2)}, ${at[1].toFixed(2)}, ${(at[2] - model.thicknessMm).toFixed(2)} mm over the top face`,
      at: { x: round(at[0]), y: round(at[1]), layer },
      measure: { value: round(depth), limit: 0, unit: "mm" },
      parts: [a.part, b.part].filter((part) => part !== "board"),
    })
  }
  return [...pairs.values()]
}

function heights(model: Model): Finding[] {
  return [...drawnTooHigh(model), ...beyondEnvelope(model)]
}

/** Bodies that are higher than the part's record says it can be: one of the two is wrong. */
function drawnTooHigh(model: Model): Finding[] {
  return model.parts.flatMap(({ part, body, maxHeight }): Finding[] =>
    maxHeight && body.height.mm > maxHeight.mm
      ? [
          {
            rule: "model/height",
            severity: "error",
            message:
              `${part}: the body of ${body.title} is ${body.height.mm} mm high, ` +
              `the part's record says ${maxHeight.mm} mm at most`,
            measure: { value: body.height.mm, limit: maxHeight.mm, unit: "mm" },
            parts: [part],
          },
        ]
      : [],
  )
}

function beyondEnvelope(model: Model): Finding[] {
  return heightTable(model).flatMap((row): Finding[] => {
    if (!row.fitted || row.optional || row.limitMm === undefined || row.heightMm <= row.limitMm) return []
    return [
      {
        rule: "model/height",
        severity: "error",
        message:
          `${row.part} (${row.title}) reaches ${row.heightMm.toFixed(2)} mm over the ${row.side} face, ` +
          `there is room for ${row.limitMm.toFixed(2)} mm`,
        measure: { value: row.heightMm, limit: row.limitMm, unit: "mm" },
        parts: [row.part],
      },
    ]
  })
}

function tallest(model: Model, side: Side): Figure[] {
  const rows = heightTable(model).filter((row) => row.side === side && row.fitted && !row.optional)
  const first = rows[0]
  if (!first) return []
  return [
    {
      name: `tallest part, ${side}: ${first.part}`,
      value: first.heightMm,
      unit: "mm",
      ...(first.limitMm === undefined ? {} : { limit: first.limitMm }),
    },
  ]
}

const round = (value: number): number => Math.round(value * 1000) / 1000 + 0
