import type { Finding } from "../../model/finding"
import { ReadError, readCsv } from "../../read"
import { unreadable } from "../files/fab-set"
import { type ExpectedNetlist, padName } from "../netlist"
import { type Contents, textOf } from "./contents"
import { shown } from "./lists"

export const testPointsFile = "test-points.csv"

/** Three decimals of a mm. */
const sameMm = 0.0006

/** A jig made to the list touches what it says: each row is a pad of the circuit on its net, and every net has one. */
export function checkTestPoints(contents: Contents, { pads }: ExpectedNetlist): Finding[] {
  const bytes = contents.get(testPointsFile)
  if (bytes === undefined) return []
  const findings: Finding[] = []
  const say = (message: string, line?: number): void => {
    findings.push({
      rule: "pkg/test-points",
      severity: "error",
      message,
      file: testPointsFile,
      ...(line === undefined ? {} : { line }),
    })
  }
  const reached = new Set<string>()
  try {
    for (const { cells, line } of readCsv(textOf(bytes), testPointsFile).rows) {
      const [net = "", x = "", y = "", side = "", , , name = ""] = cells.map(shown)
      const own = pads.filter((pad) => padName(pad) === name)
      const here = own.find(
        (pad) => Math.abs(pad.x - Number(x)) < sameMm && Math.abs(pad.y - Number(y)) < sameMm,
      )
      if (here === undefined) say(`${name} is not at ${x}, ${y}`, line)
      else if (here.net !== net) say(`${name} is on ${here.net ?? "no net"}, not on ${net}`, line)
      else if (here.side !== side) say(`${name} is reached from ${here.side}, not from ${side}`, line)
      reached.add(net)
    }
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
    return [unreadable(error, testPointsFile)]
  }
  for (const net of new Set(pads.flatMap((pad) => pad.net ?? [])))
    if (!reached.has(net)) say(`no point for ${net}`)
  return findings
}
