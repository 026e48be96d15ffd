import { distance, type Point } from "../geometry/point"
import { boxOf, type Shape } from "../geometry/shape"
import { type CopperLayer, isSide } from "../model/layer"
import { type BoardFacts, ruleOf } from "./board-facts"
import type { CopperItem } from "./copper"
import { limits } from "./limits"
import type { Guide } from "./reroute"

/**
 * tscircuit's autorouter, run directly on a problem of our own: only the nets to be laid are connections, and copper
 * that stays is an obstacle. What it finds is a suggestion: its tracks have any angle and one width, so ours are drawn
 * near them. It is bounded in time, and everything works without it.
 */

/** The parts of tscircuit's SimpleRouteJson that are used here. mm, board frame. */
interface Obstacle {
  readonly type: "rect"
  readonly layers: readonly CopperLayer[]
  readonly center: Point
  readonly width: number
  readonly height: number
  readonly connectedTo: readonly string[]
}

interface RouteProblem {
  readonly layerCount: 2
  readonly minTraceWidth: number
  readonly nominalTraceWidth: number
  readonly minViaHoleDiameter: number
  readonly minViaPadDiameter: number
  readonly defaultObstacleMargin: number
  readonly minTraceToPadEdgeClearance: number
  readonly minBoardEdgeClearance: number
  readonly bounds: { minX: number; maxX: number; minY: number; maxY: number }
  readonly outline: readonly Point[]
  readonly obstacles: readonly Obstacle[]
  readonly connections: readonly {
    readonly name: string
    readonly nominalTraceWidth: number
    readonly pointsToConnect: readonly { x: number; y: number; layer: CopperLayer; pointId: string }[]
  }[]
}

interface Solver {
  readonly solved: boolean
  readonly failed: boolean
  readonly error?: string | null
  readonly progress?: number
  step(): void
  getCurrentPhase?(): string
  getOutputSimpleRouteJson(): {
    readonly traces?: readonly {
      readonly connection_name: string
      readonly route: readonly {
        readonly route_type: string
        readonly x?: number
        readonly y?: number
        readonly layer?: string
        readonly width?: number
      }[]
    }[]
  }
}

interface AutorouterModule {
  readonly AutoroutingPipelineSolver: new (problem: RouteProblem) => Solver
}

const boxObstacle = (
  shape: Shape,
  layers: readonly CopperLayer[],
  connectedTo: readonly string[],
): Obstacle => {
  const box = boxOf(shape)
  return {
    type: "rect",
    layers: layers.filter(isSide),
    center: { x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2 },
    width: box.maxX - box.minX,
    height: box.maxY - box.minY,
    connectedTo,
  }
}

/** A slanting track as a row of squares: the box round all of it would wall off half the board. */
function trackObstacles(item: CopperItem): Obstacle[] {
  const [a, b] = item.shape.core
  if (!a || !b || Math.abs(a.x - b.x) < 0.01 || Math.abs(a.y - b.y) < 0.01)
    return [boxObstacle(item.shape, item.layers, [item.net])]
  const n = Math.ceil(distance(a, b) / Math.max(0.2, item.shape.radius * 2))
  return Array.from({ length: n + 1 }, (_, i) => {
    const p = { x: a.x + ((b.x - a.x) * i) / n, y: a.y + ((b.y - a.y) * i) / n }
    return boxObstacle({ core: [p], radius: item.shape.radius }, item.layers, [item.net])
  })
}

export function routeProblem(
  facts: BoardFacts,
  nets: readonly string[],
  fixed: readonly CopperItem[],
): RouteProblem {
  const xs = facts.outline.map((p) => p.x)
  const ys = facts.outline.map((p) => p.y)
  const widest = Math.max(...nets.map((net) => ruleOf(facts, net).widthMm))
  return {
    layerCount: 2,
    minTraceWidth: Math.min(0.25, widest),
    nominalTraceWidth: 0.25,
    minViaHoleDiameter: facts.via.drillMm,
    minViaPadDiameter: facts.via.diameterMm,
    defaultObstacleMargin: limits.clearanceMm,
    minTraceToPadEdgeClearance: limits.clearanceMm,
    minBoardEdgeClearance: limits.copperToEdgeMm,
    bounds: { minX: Math.min(...xs), maxX: Math.max(...xs), minY: Math.min(...ys), maxY: Math.max(...ys) },
    outline: facts.outline,
    obstacles: [
      ...facts.pads.map((pad) =>
        boxObstacle(pad.shape, pad.layers, pad.net === undefined ? [] : [pad.net, `${pad.name} ${pad.net}`]),
      ),
      ...fixed.flatMap(trackObstacles),
      ...facts.holes.map((hole) => boxObstacle(hole.shape, ["top", "bottom"], [])),
      ...facts.keepouts.map((zone) => boxObstacle(zone.shape, zone.layers, [])),
    ],
    connections: nets.map((net) => {
      const pins = new Map(facts.pads.filter((pad) => pad.net === net).map((pad) => [pad.name, pad]))
      return {
        name: net,
        nominalTraceWidth: ruleOf(facts, net).widthMm,
        pointsToConnect: [...pins.values()].map((pad) => ({
          x: pad.centre.x,
          y: pad.centre.y,
          layer: pad.layers[0] ?? "top",
          pointId: `${pad.name} ${net}`,
        })),
      }
    }),
  }
}

/** Not imported by name: its type declarations pull in sources that do not pass this project's compiler options. */
const autorouterPackage = "@tscircuit/capacity-autorouter"

interface SolvedTrace {
  readonly net: string
  readonly points: readonly {
    readonly x: number
    readonly y: number
    readonly isVia: boolean
    readonly layer?: string
    readonly widthMm?: number
  }[]
}

/**
 * Asks tscircuit's autorouter for ways.
 * @param limitSteps it is stopped after so many steps; whatever it has not finished is no suggestion.
 * @returns ways by net; empty when it found none in time, with the reason told to `progress`.
 */
export async function suggest(
  facts: BoardFacts,
  nets: readonly string[],
  fixed: readonly CopperItem[],
  limitSteps: number,
  progress: (line: string) => void,
): Promise<Guide> {
  const ways = new Map<string, Point[][]>()
  for (const { net, points } of await solved(facts, nets, fixed, limitSteps, progress))
    ways.set(net, [...(ways.get(net) ?? []), points.map(({ x, y }) => ({ x, y }))])
  return ways
}

/** What tscircuit's autorouter makes of nets, as it draws them; empty when it found nothing. */
export async function solved(
  facts: BoardFacts,
  nets: readonly string[],
  fixed: readonly CopperItem[],
  limitSteps: number,
  progress: (line: string) => void,
): Promise<SolvedTrace[]> {
  await import("../project/polyfills")
  const { AutoroutingPipelineSolver } = (await import(autorouterPackage)) as AutorouterModule
  let steps = 0
  try {
    const solver = new AutoroutingPipelineSolver(routeProblem(facts, nets, fixed))
    while (!solver.solved && !solver.failed) {
      if (steps++ >= limitSteps) {
        progress(`tscircuit's autorouter found nothing in ${limitSteps} steps: going on without it`)
        return []
      }
      solver.step()
      if (steps % 1000 === 0) {
        const phase = solver.getCurrentPhase?.() ?? "routing"
        progress(`tscircuit's autorouter: ${phase}, ${steps} of ${limitSteps} steps`)
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    if (solver.failed) {
      progress(`tscircuit's autorouter gave up: ${solver.error ?? "no reason given"}`)
      return []
    }
    return (solver.getOutputSimpleRouteJson().traces ?? []).flatMap((trace): SolvedTrace[] => {
      const net = nets.find(
        (name) => trace.connection_name === name || trace.connection_name.startsWith(`${name}_mst`),
      )
      if (net === undefined) return []
      const points = trace.route.flatMap(({ route_type, x, y, layer, width }) =>
        x === undefined || y === undefined
          ? []
          : [
              {
                x,
                y,
                isVia: route_type === "via",
                ...(layer === undefined ? {} : { layer }),
                ...(width === undefined ? {} : { widthMm: width }),
              },
            ],
      )
      return [{ net, points }]
    })
  } catch (error) {
    progress(
      `tscircuit's autorouter stopped: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`,
    )
    return []
  }
}
