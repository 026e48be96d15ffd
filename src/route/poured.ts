import type { BoardFacts } from "./board-facts"
import type { Effort } from "./effort"
import { FieldMaker } from "./field"
import { gridOf } from "./grid"
import { settleGround } from "./ground"
import { lockOf } from "./lock"
import { Maze } from "./maze"
import { copperOf, empty } from "./net-set"
import type { RoutesFile } from "./routes-file"

/** Routes that have nothing of the poured net yet, with its vias and stubs; no other net is touched, sound or not. */
export function poured(routes: RoutesFile, facts: BoardFacts, effort: Effort): RoutesFile {
  const { net } = facts.pour
  if (facts.pour.layers.length === 0 || !facts.nets.includes(net)) return routes
  const others = Object.entries(routes.nets).filter(([name]) => name !== net)
  const grid = gridOf(facts.outline)
  const context = { facts, fields: new FieldMaker(grid, facts), maze: new Maze(grid, effort), effort }
  const settled = settleGround(context, undefined, empty, copperOf(new Map(others), facts), true)
  return { ...routes, lock: lockOf(facts), nets: { ...Object.fromEntries(others), [net]: settled.routes } }
}
