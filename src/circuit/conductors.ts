import type { CircuitPart, CircuitView, JumperState, NamedVariant, Net } from "../model/circuit-view"
import { UnionFind } from "./union-find"
import { bridgesOf, isGroundNet } from "./view"

/** One way the board can be: what is fitted, and where the jumpers are. */
export interface Situation {
  readonly variant: NamedVariant
  readonly state: JumperState
}

export const situationsOf = (input: CircuitView): Situation[] =>
  input.variants.flatMap((variant) => statesOf(input).map((state) => ({ variant, state })))

/** A board without jumpers is in one state, always. */
const always: JumperState = {
  name: "as built",
  joins: [],
  use: "legal",
  supplies: [],
  connects: [],
  note: "the board has no jumpers",
}

/** A block that names no state leaves the board in the one it has without jumpers: it is never checked in none. */
export const statesOf = ({ jumper }: CircuitView): readonly JumperState[] =>
  jumper === undefined || jumper.states.length === 0 ? [always] : jumper.states

/** Nets that are one wire in a situation: joined by jumpers and by resistors that hardly resist. */
export interface Conductor {
  readonly nets: readonly Net[]
  readonly pins: readonly string[]
  /** What joins them: "R3", "J7 3-4". */
  readonly joints: readonly string[]
}

/** A way on from one conductor to another that limits current but does not keep a voltage out. */
export interface SoftEdge {
  readonly from: number
  readonly to: number
  readonly part: string
  /** From a diode's cathode to its anode: no positive voltage gets this way. */
  readonly against?: true
}

export interface Wiring {
  readonly conductors: readonly Conductor[]
  readonly soft: readonly SoftEdge[]
}

/** Up to here a resistor is a wire to whatever drives it. */
const wireOhms = 10

const isWire = ({ kind, ohms }: CircuitPart): boolean =>
  kind === "fuse" || kind === "inductor" || (kind === "resistor" && (ohms ?? 0) <= wireOhms)

export function wiringIn(input: CircuitView, { variant, state }: Situation): Wiring {
  const index = new Map(input.nets.map((net, i) => [net.name, i]))
  const joined = new UnionFind(input.nets.length)
  const joints: { readonly net: number; readonly by: string }[] = []
  const join = (a: number | undefined, b: number | undefined, by: string) => {
    if (a === undefined || b === undefined || a === b) return
    joined.join(a, b)
    joints.push({ net: a, by })
  }
  const bridges = bridgesOf(input).filter(({ part }) => !variant.notFitted.includes(part.designator))
  for (const { part, nets } of bridges) {
    if (isWire(part)) {
      join(index.get(nets[0]), index.get(nets[1]), part.designator)
    }
  }
  for (const [a, b] of state.joins) {
    join(index.get(input.netOf.get(a)?.name ?? ""), index.get(input.netOf.get(b)?.name ?? ""), state.name)
  }
  const groups = joined.groups()
  const groupOf = new Map(groups.flatMap((members, group) => members.map((net) => [net, group] as const)))
  const conductors = groups.map((members): Conductor => {
    const nets = members.map((net) => input.nets[net] as Net)
    return {
      nets,
      pins: nets.flatMap((net) => net.pins),
      joints: [...new Set(joints.filter(({ net }) => members.includes(net)).map(({ by }) => by))],
    }
  })
  const soft = bridges.flatMap(({ part, nets }): SoftEdge[] => {
    const passes = ["diode", "led"].includes(part.kind) || (part.kind === "resistor" && !isWire(part))
    const from = groupOf.get(index.get(nets[0]) ?? -1)
    const to = groupOf.get(index.get(nets[1]) ?? -1)
    if (!passes || from === undefined || to === undefined || from === to) return []
    const against = (net: string) => (blocksFrom(input, part) === net ? { against: true as const } : {})
    return [
      { from, to, part: part.designator, ...against(nets[0]) },
      { from: to, to: from, part: part.designator, ...against(nets[1]) },
    ]
  })
  return { conductors, soft }
}

/** The net at a plain diode's cathode. Zener diodes and clamps let through what they are made for. */
function blocksFrom(input: CircuitView, { designator, kind, record }: CircuitPart): string | undefined {
  if (kind !== "diode" && kind !== "led") return undefined
  if (record.ratings?.zenerVoltageV !== undefined || record.ratings?.clampVoltageV !== undefined)
    return undefined
  const cathode = record.pins.find(({ name }) => name === "K")
  return cathode === undefined ? undefined : input.netOf.get(`${designator}.${cathode.number}`)?.name
}

export const isGround = (input: CircuitView, conductor: Conductor): boolean =>
  conductor.nets.some((net) => net.names.some((name) => isGroundNet(input, name)))

/** "nets V3V3 and BUCK_OUT". */
export function conductorWords(conductor: Conductor): string {
  const names = conductor.nets.flatMap((net) => (net.names.length > 0 ? net.names : [net.name]))
  return `${names.length === 1 ? "net" : "nets"} ${names.join(", ")}`
}
