import { loadVendor } from "../bundler.mjs"
import type { Report } from "../check/report"
import type { BoardSource } from "../model/board"
import { UserError } from "../model/finding"
import type { PanelPlan } from "../panel/board"
import { type BuildOptions, packageFolder } from "../pipeline/build-job"
import { fabHouse, houseAt, houseOf } from "../pipeline/fab-house"
import { loadBoard } from "../project/boards"

/** The panel of what has just been built, for the first house that it was built for. */
export async function panelOf(
  root: string,
  plan: PanelPlan,
  builds: readonly BuildOptions[],
  out: string,
  date: Date,
): Promise<{ readonly folder: string; readonly report: Report }> {
  await loadVendor(root)
  const wanted = [...new Set(plan.rows.flat())]
  const absent = wanted.filter((id) => !builds.some((one) => one.boardId === id))
  if (absent.length > 0)
    throw new UserError(`panel: ${absent.join(", ")} has to be built with it: give no --board`)
  const sources = new Map<string, BoardSource>()
  for (const id of wanted) sources.set(id, await loadBoard(root, id))
  const made = builds.flatMap((build) => {
    const source = sources.get(build.boardId)
    if (source === undefined) return []
    const { fab } = build
    return [
      { build, source, house: houseAt(source, fab === undefined ? houseOf(source) : fabHouse(fab, "--fab")) },
    ]
  })
  const [first] = made
  const own = made.filter(({ house }) => house.id === first?.house.id)
  if (first === undefined || !wanted.every((id) => own.some(({ build }) => build.boardId === id)))
    throw new UserError("--panel: the boards are made at different houses: give --fab")
  const { house } = first
  const boards = new Map(
    own.map(({ build, source }) => [build.boardId, { folder: packageFolder(build), source }] as const),
  )
  const away = own.some(({ build }) => build.fab !== undefined) ? { fab: house.id } : {}
  const { buildPanel } = await import("../pipeline/panel")
  return buildPanel({ root, plan, boards, house, ...away, out, date })
}
