import type { ElementOf } from "../../../src/circuit/elements"
import type { Draft } from "../edit/draft"
import { type Kind, mm } from "./kind"
import type { Random } from "./random"

const group = "lands"
const first = ["board/lands", "board/paste", "board/marks", "lvs"]

type Pad = ElementOf<"pcb_smtpad"> | ElementOf<"pcb_plated_hole">

/** A part's designator and its pads. */
function partWith(draft: Draft, random: Random, type: Pad["type"]): { name: string; pads: Pad[] } {
  const all: Pad[] = type === "pcb_smtpad" ? draft.all("pcb_smtpad") : draft.all("pcb_plated_hole")
  const { pcb_component_id: id } = random.pick(all)
  const part = draft.first("pcb_component", ({ pcb_component_id }) => pcb_component_id === id)
  const source = draft.first(
    "source_component",
    ({ source_component_id }) => source_component_id === part.source_component_id,
  )
  return { name: source.name ?? "", pads: all.filter((pad) => pad.pcb_component_id === id) }
}

/** Chooses one side's length of surface pads, or both. */
function resize(pads: readonly Pad[], factor: number): boolean {
  let done = false
  for (const pad of pads) {
    if (!("width" in pad && "height" in pad)) continue
    pad.width *= factor
    pad.height *= factor
    done = true
  }
  return done
}

export const landKinds: readonly Kind[] = [
  {
    name: "all surface pads of a part too small or too large",
    group,
    count: 15,
    first,
    make: ({ draft, random }) => {
      const { name, pads } = partWith(draft, random, "pcb_smtpad")
      const factor = random.next() < 0.5 ? random.between(0.3, 0.6) : random.between(1.8, 2.5)
      return resize(pads, factor) ? { told: `${name}'s pads ${factor.toFixed(2)} times as large` } : undefined
    },
  },
  {
    name: "one surface pad too small",
    group,
    count: 15,
    first,
    make: ({ draft, random }) => {
      const { name, pads } = partWith(draft, random, "pcb_smtpad")
      const factor = random.between(0.3, 0.6)
      return resize([random.pick(pads)], factor)
        ? { told: `a pad of ${name} ${factor.toFixed(2)} times as large` }
        : undefined
    },
  },
  {
    name: "one pad beside its place",
    group,
    count: 15,
    first: ["board/lands", "lvs"],
    make: ({ draft, random }) => {
      const { name, pads } = partWith(draft, random, random.pick(["pcb_smtpad", "pcb_plated_hole"]))
      const pad = random.pick(pads)
      if (!("x" in pad)) return undefined
      const by = random.sign() * random.between(0.35, 1.2)
      const axis = random.pick(["x", "y"] as const)
      pad[axis] += by
      return { told: `a pad of ${name} ${mm(by)} along ${axis} off` }
    },
  },
  {
    name: "holes too narrow or too wide for their pins",
    group,
    count: 15,
    first,
    make: ({ draft, random }) => {
      const { name, pads } = partWith(draft, random, "pcb_plated_hole")
      const by = random.next() < 0.5 ? -random.between(0.15, 0.4) : random.between(0.25, 0.6)
      for (const pad of pads)
        if ("hole_diameter" in pad && pad.hole_diameter !== undefined) pad.hole_diameter += by
      return { told: `${name} drilled ${mm(by)} wider` }
    },
  },
  {
    name: "paste of a part too little or too much",
    group,
    count: 15,
    first: ["board/paste"],
    make: ({ draft, random }) => {
      const { name, pads } = partWith(draft, random, "pcb_smtpad")
      const ids = new Set(pads.flatMap((pad) => ("pcb_smtpad_id" in pad ? [pad.pcb_smtpad_id] : [])))
      const share = random.next() < 0.5 ? random.between(0.1, 0.5) : random.between(1.25, 2)
      const openings = draft
        .all("pcb_solder_paste")
        .filter(({ pcb_smtpad_id: id }) => id !== undefined && ids.has(id))
      if (openings.length === 0) return undefined
      for (const opening of openings)
        if ("width" in opening && "height" in opening) {
          opening.width *= Math.sqrt(share)
          opening.height *= Math.sqrt(share)
        }
      return { told: `paste of ${name} at ${Math.round(100 * share)} % of what it was` }
    },
  },
]
