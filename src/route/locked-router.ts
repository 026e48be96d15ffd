import { fromCircuit } from "../board/net-names"
import type { Position, RoutesFile } from "./routes-file"
import { allTraces, type TracePoint, type ViaSize } from "./traces"

/**
 * tscircuit `autorouter` property that lays the routes of a file and routes nothing itself: the same source gives
 * the same copper everywhere, and no autorouter starts in a normal build.
 */

/** The part of tscircuit's SimpleRouteJson that names connections. */
interface RouteProblem {
  readonly connections: readonly {
    readonly name: string
    readonly pointsToConnect: readonly { readonly x: number; readonly y: number }[]
  }[]
}

interface LockedTrace {
  readonly type: "pcb_trace"
  readonly pcb_trace_id: string
  readonly connection_name: string
  /** Says the net outright: without it tscircuit takes a trace's net from the pads it happens to touch. */
  readonly source_trace_id: string
  readonly route: readonly TracePoint[]
}

interface CompleteEvent {
  readonly type: "complete"
  readonly traces: readonly LockedTrace[]
}

/** The rendered circuit, as far as net names go (`RootCircuit` has this shape). */
export interface CircuitReference {
  current?:
    | {
        readonly db: {
          readonly source_net: {
            list(): readonly { readonly name: string; readonly source_net_id: string }[]
          }
        }
      }
    | undefined
}

/** An autorouter that is done before it starts. */
class Laid {
  private readonly handlers = new Map<string, (event: CompleteEvent) => void>()

  constructor(private readonly traces: readonly LockedTrace[]) {}

  on(event: string, handler: (event: CompleteEvent) => void): void {
    this.handlers.set(event, handler)
  }

  start(): void {
    queueMicrotask(() => this.handlers.get("complete")?.({ type: "complete", traces: this.traces }))
  }

  stop(): void {}
}

/** Net name -> tscircuit's name of the connection, by the pads the net was drawn for (frame: board mm). */
function connectionsByPlace(routes: RoutesFile, problem: RouteProblem): Map<string, string> {
  const names = new Map<string, string>()
  const isPad = (pads: readonly Position[], x: number, y: number): boolean =>
    pads.some((pad) => Math.abs(pad[0] - x) < 0.01 && Math.abs(pad[1] - y) < 0.01)
  for (const [net, { pads }] of Object.entries(routes.nets)) {
    const places = Object.values(pads)
    const best = problem.connections
      .map(({ name, pointsToConnect }) => ({
        name,
        hits: pointsToConnect.filter(({ x, y }) => isPad(places, x, y)).length,
      }))
      .reduce((a, b) => (b.hits > a.hits ? b : a), { name: "", hits: 0 })
    if (best.hits > 0) names.set(net, best.name)
  }
  return names
}

/**
 * @param circuit filled by the build with the circuit being rendered; where there is none (tscircuit's own preview),
 * nets are found by the places of their pads. A net the circuit does not have is left out here: the lock check names
 * it.
 */
export function lockedRouter(routes: RoutesFile, via: ViaSize, circuit: CircuitReference = {}) {
  return {
    local: true,
    groupMode: "subcircuit" as const,
    algorithmFn: async (problem: RouteProblem): Promise<Laid> => {
      const ids = circuit.current
        ? new Map(
            circuit.current.db.source_net.list().map((net) => [fromCircuit(net.name), net.source_net_id]),
          )
        : connectionsByPlace(routes, problem)
      const traces = allTraces(routes, via).flatMap((trace, index): LockedTrace[] => {
        const connection = ids.get(trace.net)
        if (connection === undefined) return []
        return [
          {
            type: "pcb_trace",
            pcb_trace_id: `route_${index}_${trace.net}`,
            connection_name: connection,
            source_trace_id: connection,
            route: trace.points,
          },
        ]
      })
      return new Laid(traces)
    },
  }
}
