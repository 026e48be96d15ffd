import { type Kind, mm } from "./kind"

const group = "mechanics and places"
const first = ["board/mechanics", "board/placement", "board/fixed-pads", "lvs"]

export const mechanicsKinds: readonly Kind[] = [
  {
    name: "a mounting hole moved, gone or of another size",
    group,
    count: 12,
    first,
    make: ({ draft, random }) => {
      const hole = random.pick(draft.all("pcb_hole"))
      const what = random.index(3)
      if (what === 0) {
        draft.remove((element) => element === hole)
        return { told: "a hole gone" }
      }
      const by = random.sign() * random.between(0.05, 2)
      if (what === 1) {
        hole[random.pick(["x", "y"] as const)] += by
        return { told: `a hole moved by ${mm(by)}` }
      }
      if (!("hole_diameter" in hole)) return undefined
      hole.hole_diameter += by
      return { told: `a hole ${mm(by)} wider` }
    },
  },
  {
    name: "a corner of the outline moved or gone",
    group,
    count: 12,
    first,
    make: ({ draft, random }) => {
      const { outline = [] } = draft.first("pcb_board")
      const at = random.index(outline.length)
      const corner = outline[at]
      if (corner === undefined) return undefined
      if (random.next() < 0.3) {
        outline.splice(at, 1)
        return { told: `corner ${at} gone` }
      }
      const by = random.sign() * random.between(0.05, 3)
      corner[random.pick(["x", "y"] as const)] += by
      return { told: `corner ${at} moved by ${mm(by)}` }
    },
  },
  {
    name: "another thickness",
    group,
    count: 6,
    first,
    make: ({ draft, random }) => {
      const thickness = random.pick([0.4, 0.6, 0.8, 1, 1.2, 1.4, 2])
      draft.first("pcb_board").thickness = thickness
      return { told: `${thickness} mm thick` }
    },
  },
  {
    name: "a part beside its place",
    group,
    count: 20,
    first,
    make: ({ draft, random }) => {
      const name = random.pick(draft.all("source_component")).name ?? ""
      const [dx, dy] = [random.sign() * random.between(0.1, 3), random.sign() * random.between(0, 3)]
      draft.movePart(name, dx, dy)
      return { told: `${name} moved by ${mm(dx)}, ${mm(dy)}` }
    },
  },
  {
    name: "two pads of a part exchanged under the copper",
    group,
    count: 10,
    first: ["lvs"],
    make: ({ draft, random, clean }) => {
      const parts = Object.entries(clean.compiled.definition.parts).filter(
        ([, { pins }]) => pins.length === 2,
      )
      const [name] = random.pick(parts)
      draft.swapPads(`${name}.1`, `${name}.2`)
      return { told: `${name} turned under its copper` }
    },
  },
]
