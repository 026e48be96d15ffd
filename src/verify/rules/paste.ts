import type { Figure, Finding } from "../../model/finding"
import { areaMm2, hitRings } from "../../read"
import { difference, grow, intersection, type Ring, ringsOf } from "../../read/geometry/polygon"
import { layerName } from "../files/roles"
import { place, round3 } from "../geometry/board"
import { padName } from "../netlist"
import { type FileRule, judge, measureErrorMm } from "../rule"

const sides = ["top", "bottom"] as const

/** Solder paste stays on bare pads and away from holes. */
export const pasteOnPads: FileRule = {
  id: "dfm/paste-on-pads",
  title: "solder paste within pads, none over holes",
  check: ({ board }) => {
    const findings: Finding[] = []
    for (const side of sides) {
      const paste = board.layer(`paste-${side}`)
      const copper = board.layer(`copper-${side}`)
      const mask = board.layer(`mask-${side}`)
      if (paste === undefined || copper === undefined || paste.pieces.length === 0) continue
      const rings = ringsOf(paste.pieces)
      const say = (where: readonly { outer: Ring }[], what: string): void => {
        for (const { outer } of where) {
          if (areaMm2([{ outer, holes: [] }]) < 0.001) continue
          const at = { x: (outer[0]?.x ?? 0) / 1e6, y: (outer[0]?.y ?? 0) / 1e6 }
          findings.push({
            rule: "dfm/paste-on-pads",
            severity: "error",
            message: `the ${layerName(`paste-${side}`)} ${what}`,
            ...place(at, `copper-${side}`),
          })
        }
      }
      // What lies within pads needs no look at the whole copper; the rest does.
      const pads = board.padShapes.flatMap((pad) => (pad.side === side ? pad.rings : []))
      const beyond = ringsOf(difference(rings, grow(pads, measureErrorMm)))
      if (beyond.length > 0) {
        say(difference(beyond, grow(ringsOf(copper.pieces), measureErrorMm)), "is not on copper")
        if (mask !== undefined)
          say(difference(beyond, grow(ringsOf(mask.pieces), measureErrorMm)), "is on solder mask")
      }
      say(intersection(rings, board.holes.flatMap(hitRings)), "covers a hole")
    }
    return { findings }
  },
}

/** A pad made of several lands, or large and pasted in windows, gets its paste in parts: not all, not too little. */
export const thermalPaste: FileRule = {
  id: "dfm/thermal-paste",
  title: "paste on thermal pads in parts",
  check: ({ board, limit }) => {
    const findings: Finding[] = []
    const figures: Figure[] = []
    const lands = new Map<
      string,
      { area: number; rings: Ring[]; side: "top" | "bottom"; x: number; y: number }
    >()
    const counts = new Map<string, number>()
    for (const { pad, side, rings, areaMm2: area } of board.padShapes) {
      if (pad === undefined || pad.side === "both") continue
      const name = padName(pad)
      counts.set(name, (counts.get(name) ?? 0) + 1)
      const land = lands.get(name) ?? { area: 0, rings: [], side, x: pad.x, y: pad.y }
      lands.set(name, { ...land, area: land.area + area, rings: [...land.rings, ...rings] })
    }
    for (const [name, land] of lands) {
      if ((counts.get(name) ?? 0) < 2) continue
      const paste = board.layer(`paste-${land.side}`)
      if (paste === undefined) continue
      const part = areaMm2(intersection(land.rings, ringsOf(paste.pieces))) / land.area
      figures.push({ name: `paste on ${name}`, value: round3(part), unit: "of its copper" })
      // No paste at all: a pad for the soldering iron.
      if (part === 0) continue
      const verdict = judge(part, limit("thermal-paste-min")) ?? judge(part, limit("thermal-paste-max"))
      if (verdict !== undefined)
        findings.push({
          rule: "dfm/thermal-paste",
          severity: verdict.severity,
          message: `${name}: paste covers ${(100 * part).toFixed(0)} % of the pad, the limit is ${(100 * verdict.limit).toFixed(0)} %`,
          ...place(land, `copper-${land.side}`),
          measure: { value: round3(part), limit: verdict.limit, unit: "ratio" },
          parts: [name],
        })
    }
    return { findings, figures }
  },
}
