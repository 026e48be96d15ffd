import type { ElementOf } from "../../../src/circuit/elements"
import { distance } from "../../../src/geometry/point"
import type { Draft } from "../edit/draft"
import type { Kind } from "./kind"

type Text = ElementOf<"pcb_silkscreen_text">

const group = "legends"
const first = ["board/legends"]

const texts = (draft: Draft): Text[] => draft.all("pcb_silkscreen_text")

const isDesignator = (draft: Draft, { text }: Text): boolean =>
  draft.all("source_component").some(({ name }) => name === text)

export const legendKinds: readonly Kind[] = [
  {
    name: "two words on one side exchanged",
    group,
    count: 30,
    first,
    make: ({ draft, random }) => {
      const one = random.pick(texts(draft))
      const others = texts(draft).filter(({ text, layer }) => text !== one.text && layer === one.layer)
      if (others.length === 0) return undefined
      const other = random.pick(others)
      ;[one.text, other.text] = [other.text, one.text]
      return { told: `"${other.text}" and "${one.text}" exchanged` }
    },
  },
  {
    name: "a designator printed as another part's",
    group,
    count: 15,
    first,
    make: ({ draft, random }) => {
      const one = random.pick(texts(draft).filter((text) => isDesignator(draft, text)))
      const name = random.pick(draft.all("source_component")).name ?? ""
      if (name === one.text || name === "") return undefined
      const told = `${one.text} printed as ${name}`
      one.text = name
      return { told }
    },
  },
  {
    name: "a digit or letter of a word changed",
    group,
    count: 20,
    first,
    make: ({ draft, random }) => {
      const one = random.pick(texts(draft))
      const at = random.index(one.text.length)
      const old = one.text[at] ?? ""
      const now = random.pick([..."0123456789ABCDEFGHKLMNPRSTUVXZ"])
      if (old === now || old === " ") return undefined
      const told = `"${one.text}" with ${now} for ${old}`
      one.text = one.text.slice(0, at) + now + one.text.slice(at + 1)
      return { told }
    },
  },
  {
    name: "a word gone, or printed on the other side",
    group,
    count: 15,
    first,
    make: ({ draft, random }) => {
      const one = random.pick(texts(draft))
      if (random.next() < 0.5) {
        draft.remove((element) => element === one)
        return { told: `"${one.text}" gone` }
      }
      one.layer = one.layer === "top" ? "bottom" : "top"
      return { told: `"${one.text}" on the ${one.layer}` }
    },
  },
  {
    name: "a word upside down",
    group,
    count: 10,
    first,
    make: ({ draft, random }) => {
      const one = random.pick(texts(draft))
      one.ccw_rotation = ((one.ccw_rotation ?? 0) + 180) % 360
      return { told: `"${one.text}" upside down` }
    },
  },
  {
    name: "a designator moved to another part",
    group,
    count: 10,
    first,
    make: ({ draft, random }) => {
      const one = random.pick(texts(draft).filter((text) => isDesignator(draft, text)))
      const part = random.pick(draft.all("pcb_component"))
      if (distance(part.center, one.anchor_position) < 4) return undefined
      one.anchor_position = { ...part.center }
      return { told: `${one.text} moved to (${part.center.x}, ${part.center.y})` }
    },
  },
]
