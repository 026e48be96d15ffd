import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { solved } from "../route/autorouter"
import type { BoardFacts } from "../route/board-facts"
import { Effort } from "../route/effort"
import { type ForeignCopper, routesFrom } from "../route/foreign-copper"
import { poured } from "../route/poured"
import type { RoutesFile } from "../route/routes-file"
import { copperOfSession, designText } from "../route/specctra"

/** Routers of other houses on the same board: every net but the poured one, whose vias ours sets. */

export type OtherResult = { readonly routes: RoutesFile } | { readonly why: string }

/** Steps for tscircuit's autorouter on a whole board. */
const mostSteps = 2_000_000
/** Passes for Freerouting; it stops sooner where another one gains nothing. */
const mostPasses = 30
const limitMs = 15 * 60_000

export async function byTscircuit(facts: BoardFacts, progress: (line: string) => void): Promise<OtherResult> {
  const nets = facts.nets.filter((net) => net !== facts.pour.net)
  let last = ""
  const traces = await solved(facts, nets, [], mostSteps, (line) => {
    last = line
    progress(line)
  })
  if (traces.length === 0) return { why: last.replace(/^tscircuit's autorouter[: ]*/, "") || "found nothing" }
  const tracks: ForeignCopper["tracks"][number][] = []
  const vias: ForeignCopper["vias"][number][] = []
  for (const { net, points } of traces)
    points.forEach((p, i) => {
      const before = points[i - 1]
      if (p.isVia) vias.push({ net, at: p, diameterMm: facts.via.diameterMm })
      const layer = p.layer === "bottom" ? "bottom" : "top"
      if (before === undefined || before.isVia || p.isVia || before.layer !== p.layer) return
      if (Math.hypot(p.x - before.x, p.y - before.y) < 1e-6) return
      tracks.push({ net, layer, widthMm: p.widthMm ?? 0.25, points: [before, p] })
    })
  return finished({ pads: padsOf(facts), tracks, vias }, facts, "tscircuit's autorouter")
}

/** @param jar Freerouting's program; how to get one is in the page. */
export function byFreerouting(boardId: string, facts: BoardFacts, jar: string | undefined): OtherResult {
  if (jar === undefined || !existsSync(jar))
    return { why: "not available on this machine: set MEP_FREEROUTING=path/to/freerouting.jar" }
  const folder = mkdtempSync(join(tmpdir(), "mep-freerouting-"))
  try {
    const [design, session] = [join(folder, "board.dsn"), join(folder, "board.ses")]
    writeFileSync(design, designText(boardId, facts, undefined))
    const args = [
      "-jar",
      jar,
      "-de",
      design,
      "-do",
      session,
      "-mp",
      String(mostPasses),
      "--gui.enabled=false",
    ]
    const run = spawnSync("java", args, { cwd: folder, encoding: "utf8", timeout: limitMs })
    if (!existsSync(session)) {
      const words = `${run.stderr}\n${run.stdout}`.trim().split("\n").at(-1)
      return { why: `gave no session: ${run.error?.message ?? words ?? ""}` }
    }
    const copper = copperOfSession(readFileSync(session, "utf8"), "Freerouting's session", facts)
    return finished(copper, facts, "Freerouting")
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const padsOf = (facts: BoardFacts): ForeignCopper["pads"] =>
  facts.pads.flatMap(({ name, centre, net }) => (net === undefined ? [] : [{ name, at: centre, net }]))

function finished(copper: ForeignCopper, facts: BoardFacts, name: string): OtherResult {
  return { routes: poured(routesFrom(copper, facts, undefined, name), facts, new Effort(20e6)) }
}
