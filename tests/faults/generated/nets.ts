import type { ElementOf } from "../../../src/circuit/elements"
import { netlistOf } from "../../../src/circuit/netlist"
import { distance } from "../../../src/geometry/point"
import type { Draft } from "../edit/draft"
import { type Kind, mm, type Victim } from "./kind"

const group = "connections and widths"

/** Tracks that no pour of their net lies over or round: there, a track more or less is the same copper. */
function alone({ draft, clean }: Victim): ElementOf<"pcb_trace">[] {
  const poured = draft.net(clean.compiled.definition.pour.net).source_net_id
  return draft
    .all("pcb_trace")
    .filter(({ route, source_trace_id }) => route.length > 1 && source_trace_id !== poured)
}

/** Vias inside the end of a track as wide as their ring: it may be missing. */
export const coveredVias = (draft: Draft): ElementOf<"pcb_via">[] => {
  const wide = draft
    .all("pcb_trace")
    .flatMap(({ route }) => route.flatMap((point) => (point.route_type === "wire" ? [point] : [])))
  return draft
    .all("pcb_via")
    .filter((via) => wide.some((point) => point.width >= via.outer_diameter && distance(point, via) < 0.01))
}

const connected = (draft: Draft): string[] => [...netlistOf(draft.elements).netOf.keys()]

function lengthOf(route: ElementOf<"pcb_trace">["route"]): number {
  const points = route.flatMap((point) => ("x" in point ? [{ x: point.x, y: point.y }] : []))
  return points.slice(1).reduce((sum, point, i) => sum + distance(point, points[i] ?? point), 0)
}

export const netKinds: readonly Kind[] = [
  {
    name: "two pins exchange nets",
    group,
    count: 20,
    first: ["lvs"],
    make: ({ draft, random }) => {
      const [one, other] = random.two(connected(draft))
      const [a, b] = [draft.netOf(one), draft.netOf(other)]
      if (a === b) return undefined
      draft.swapNets(one, other)
      return { told: `${one} (${a}) and ${other} (${b})` }
    },
  },
  {
    name: "a pin off its net",
    group,
    count: 15,
    first: ["lvs", "erc/"],
    make: ({ draft, random }) => {
      const pin = random.pick(connected(draft))
      const net = draft.netOf(pin)
      draft.disconnect(pin)
      return { told: `${pin} off ${net}` }
    },
  },
  {
    name: "a track of a net gone",
    group,
    count: 15,
    first: ["lvs"],
    make: (victim) => {
      const { draft, random } = victim
      const trace = random.pick(alone(victim))
      draft.remove((element) => element === trace)
      return { told: `${trace.pcb_trace_id} gone` }
    },
  },
  {
    name: "a piece of track narrowed",
    group,
    count: 20,
    first: ["board/net-classes", "board/power-widths"],
    make: (victim) => {
      const { random } = victim
      // A neck may be narrow: it has to fit between pins.
      const trace = random.pick(alone(victim).filter(({ route }) => lengthOf(route) > 6))
      const part = random.between(0.2, 0.7)
      let changed = false
      for (const point of trace.route)
        if (point.route_type === "wire") {
          point.width *= part
          changed = true
        }
      return changed ? { told: `${trace.pcb_trace_id} at ${part.toFixed(2)} of its width` } : undefined
    },
  },
  {
    name: "a supply narrowed, its class with it",
    group,
    count: 8,
    first: ["board/power-widths", "board/fab-limits"],
    make: ({ draft, random, clean }) => {
      const { definition } = clean.compiled
      const wide = definition.netClasses.filter(({ widthMm }) => widthMm >= 0.5)
      const victim = random.pick(wide)
      const width = random.between(0.1, 0.25)
      for (const net of victim.nets)
        try {
          for (const wire of draft.wires(net)) wire.width = width
        } catch {
          // A net that the pour alone connects.
        }
      const netClasses = definition.netClasses.map((one) =>
        one === victim ? { ...one, widthMm: width } : one,
      )
      return { told: `${victim.name} at ${mm(width)}`, definition: { ...definition, netClasses } }
    },
  },
  {
    name: "a via too small",
    group,
    count: 8,
    make: ({ draft, random, clean }) => {
      const { subcircuit_connectivity_map_key: poured } = draft.net(clean.compiled.definition.pour.net)
      const via = random.pick(
        draft
          .all("pcb_via")
          .filter(({ subcircuit_connectivity_map_key: key }) => key !== poured)
          .filter((one) => !coveredVias(draft).includes(one)),
      )
      if (random.next() < 0.5) via.hole_diameter = random.between(0.05, 0.14)
      else via.outer_diameter = via.hole_diameter + random.between(0, 0.08)
      return { told: `a via of ${mm(via.outer_diameter)} with a hole of ${mm(via.hole_diameter)}` }
    },
  },
]
