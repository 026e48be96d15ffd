import { cloneElement, createElement, isValidElement, type ReactElement, type ReactNode } from "react"
import type { BoardProps } from "tscircuit"
import type { Keepout, MountingHole, PourRule } from "../model/board"
import { type CopperLayer, type Stack, stacks } from "../model/layer"
import type { NetData } from "../model/net"
import type { Described } from "./describe"
import type { Written } from "./expand"
import { all } from "./land"
import { inCircuit, propsInCircuit } from "./net-names"
import { partElement } from "./part-element"
import { silkElement } from "./silk"

/** What the compiler hands to a board's element. */
export interface ElementContext {
  /** tscircuit `autorouter` property that lays the board's locked routes. */
  readonly autorouter: unknown
  /** Designators not fitted (`doNotPlace`). */
  readonly notFitted: readonly string[]
  /** Designator -> place in tscircuit's own schematic preview. */
  readonly preview?: Readonly<
    Record<string, { readonly x: number; readonly y: number; readonly rotation?: number }>
  >
}

/** tscircuit rounds a hole's cut-out with chords that come up to 12 um nearer than asked; the rest is for the drill. */
const holeMarginMm = 0.1

/** tscircuit's names of the rules that its checks and its autorouter keep, mm. */
const rules = {
  minTraceWidth: 0.2,
  minTraceToPadEdgeClearance: 0.2,
  minTraceToHoleEdgeClearance: 0.25,
  minViaEdgeToPadEdgeClearance: 0.2,
  minViaHoleEdgeToViaHoleEdgeClearance: 0.25,
  minPlatedHoleDrillEdgeToDrillEdgeClearance: 0.5,
  minPadEdgeToPadEdgeClearance: 0.15,
  minBoardEdgeClearance: 0.3,
} as const

/** The board as tscircuit sees it: outline, nets, circuit, holes, silkscreen, zones, pours. Tracks come with the context. */
export function boardElement(described: Described, context: ElementContext): ReactElement {
  const { board, written } = described
  return (
    <board
      outline={[...board.outline]}
      thickness={board.thicknessMm}
      material="fr4"
      layers={board.layers}
      solderMaskColor="green"
      doubleSidedAssembly
      pcbStyle={{ viaPadDiameter: board.via.diameterMm, viaHoleDiameter: board.via.drillMm }}
      defaultViaTenting="both_sides"
      autorouter={context.autorouter as NonNullable<BoardProps["autorouter"]>}
      {...rules}
      minViaHoleDiameter={board.via.drillMm}
      minViaPadDiameter={board.via.diameterMm}
    >
      {all(Object.entries(board.nets).map(net))}
      {all(written.flatMap((one) => rendered(one, described, context)))}
      {all(board.mountingHoles.filter(isOwn(described)).map(mountingHole))}
      {all(board.silkscreen.map(silkElement))}
      {all(board.keepouts.map((zone) => keepout(zone, stacks[board.layers])))}
      {all(board.pours.toReversed().flatMap((rule, i) => rule.layers.map((layer) => pour(rule, layer, i))))}
    </board>
  )
}

/** A piece of the circuit as written: parts as their elements, tscircuit's own as they are. */
function rendered(one: Written, described: Described, context: ElementContext): ReactElement[] {
  switch (one.kind) {
    case "text":
    case "connect":
      return []
    case "element": {
      // Its place is ours: `mendCircuit` puts them into the circuit.
      if (one.type === "cutout") return []
      // Among the board's pours already: tscircuit would pour it twice.
      if (one.type === "copperpour") return []
      const children = one.children.flatMap((child): ReactNode[] =>
        child.kind === "text" ? [child.text] : rendered(child, described, context),
      )
      const props = one.type === "net" ? netProps(one.props) : withoutCutouts(propsInCircuit(one.props))
      return [createElement<Record<string, unknown>>(one.type, props, ...children)]
    }
    case "part": {
      const { board, nets, own } = described
      const { name } = one.props
      const record = board.parts[name]
      const place = own.get(name)
      if (record === undefined || place === undefined) return []
      const preview = context.preview?.[name]
      return [
        partElement({
          record,
          place,
          nets: nets.get(name) ?? new Map(),
          fitted: !context.notFitted.includes(name),
          house: board.fab,
          ...(preview === undefined ? {} : { preview }),
        }),
      ]
    }
  }
}

/** The same for cut-outs in a footprint that is a property. */
function withoutCutouts(props: Record<string, unknown>): Record<string, unknown> {
  const kept = (node: ReactNode): ReactNode => {
    if (Array.isArray(node)) return node.map(kept)
    if (!isValidElement<{ children?: ReactNode }>(node)) return node
    if (node.type === "cutout") return null
    const { children } = node.props
    return children === undefined ? node : cloneElement(node, {}, ...[kept(children)].flat())
  }
  return isValidElement(props.footprint) ? { ...props, footprint: kept(props.footprint) } : props
}

/** Holes that the circuit draws itself are elements of it already. */
const isOwn =
  ({ holes }: Described) =>
  (hole: MountingHole): boolean =>
    !holes.includes(hole)

const netProps = (props: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  ...props,
  name: inCircuit(String(props.name)),
})

const net = ([name, { kind }]: [string, NetData]): ReactElement => (
  <net name={inCircuit(name)} isPowerNet={kind === "power"} isGroundNet={kind === "ground"} />
)

const mountingHole = ({ designator, x, y, drillMm }: MountingHole): ReactElement => (
  <hole name={designator} pcbX={x} pcbY={y} diameter={drillMm} />
)

const keepout = ({ minX, maxX, minY, maxY }: Keepout, layers: Stack): ReactElement => (
  <keepout
    shape="rect"
    layers={[...layers]}
    pcbX={(minX + maxX) / 2}
    pcbY={(minY + maxY) / 2}
    width={maxX - minX}
    height={maxY - minY}
  />
)

/**
 * tscircuit pours the last first: where pours of several nets meet, that one has the place. An outline of a pour's own
 * it takes for the board's edge, so `cleanPours` cuts that pour at the edge.
 */
const pour = (rule: PourRule, layer: CopperLayer, index: number): ReactElement => (
  <copperpour
    name={`${inCircuit(rule.net)}_${layer}${index === 0 ? "" : `_${index}`}`}
    layer={layer}
    connectsTo={`net.${inCircuit(rule.net)}`}
    clearance={rule.clearanceMm}
    padMargin={rule.thermalGapMm}
    traceMargin={rule.clearanceMm}
    cutoutMargin={rule.clearanceMm + holeMarginMm}
    {...(rule.outline === undefined
      ? { boardEdgeMargin: rule.boardEdgeMm }
      : { outline: [...rule.outline], boardEdgeMargin: 0 })}
    useThermalReliefs
  />
)
