import { mepNetlist } from "../../../components/mep-netlist"
import type { Point } from "../../../src/board-definition"
import { partAt } from "../placement"

/** From a top part's footprint frame to the board's, mm. */
export function onBoard(designator: string, local: Point): Point {
  const { x, y, rotationDeg } = partAt(designator)
  const angle = (rotationDeg * Math.PI) / 180
  const [cos, sin] = [Math.round(Math.cos(angle)), Math.round(Math.sin(angle))]
  return { x: x + local.x * cos - local.y * sin, y: y + local.x * sin + local.y * cos }
}

/** The net of a pin such as "J5.4"; undefined where the circuit leaves it open. */
export function netOf(pin: string): string | undefined {
  return Object.keys(mepNetlist).find((net) => mepNetlist[net]?.includes(pin))
}

/** What is printed at a pin on this net; `open` where there is none. */
export function nameOfNet(pin: string, names: Readonly<Record<string, string>>, open: string): string {
  const net = netOf(pin)
  if (net === undefined) return open
  const name = names[net]
  if (name === undefined) {
    throw new Error(`no legend for ${pin}, which is on ${net}`)
  }
  return name
}
