import { Port, type Trace } from "@tscircuit/core"

const { isConnectedToPower, isConnectedToGround } = Port.prototype

/**
 * For every capacitor tscircuit looks whether traces join it to another part's supply pin and to ground, and to find
 * that out looks for the ends of all traces of the board, before it has a table of them: two thirds of the rendering of
 * a thousand parts. Where no trace joins two pins, as where all go to nets, no capacitor is at a supply pin in its eyes,
 * and what it knows of ground makes no difference.
 *
 * Can go when tscircuit has its table of pins (`OptimizeSelectorCache`) before it renders sources.
 */
export function powerPortsByTraces(): void {
  Port.prototype.isConnectedToPower = function () {
    return joinsPins(this) && isConnectedToPower.call(this)
  }
  Port.prototype.isConnectedToGround = function () {
    return joinsPins(this) && isConnectedToGround.call(this)
  }
}

/** tscircuit gives the same list until something is added to the board. */
const known = new WeakMap<readonly Trace[], boolean>()

function joinsPins(port: Port): boolean {
  const traces = port.getSubcircuit().selectAll("trace") as Trace[]
  let joined = known.get(traces)
  if (joined === undefined) {
    joined = traces.some((trace) => trace.getTracePortPathSelectors().length > 1)
    known.set(traces, joined)
  }
  return joined
}
