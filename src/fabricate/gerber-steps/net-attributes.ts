import type { Copper } from "../../circuit/copper"
import type { CopperLayer } from "../../model/layer"
import type { GerberCommand } from "./types"

interface Point {
  readonly x: number
  readonly y: number
}

/** What is known of one object on a copper layer. */
export interface ObjectNames {
  readonly net?: string
  /** `U1`, `3`. */
  readonly designator?: string
  readonly pin?: string
}

/** Object -> names, by the place it is drawn at. */
export interface CopperNames {
  readonly flashes: ReadonlyMap<string, ObjectNames>
  readonly lines: ReadonlyMap<string, ObjectNames>
  /** Corners of pours. */
  readonly corners: ReadonlyMap<string, ObjectNames>
}

/** Names for all copper of one layer. */
export function copperNames(copper: Copper, layer: CopperLayer): CopperNames {
  const onLayer = <T extends { readonly layer: CopperLayer }>(items: readonly T[]) =>
    items.filter((item) => item.layer === layer)
  const named = (net: string | undefined): ObjectNames => (net === undefined ? {} : { net })
  return {
    flashes: new Map([
      ...copper.vias.map((via): [string, ObjectNames] => [key(via), named(via.net)]),
      ...copper.pads
        .filter((pad) => pad.layers.includes(layer))
        .map((pad): [string, ObjectNames] => [key(pad), padNames(pad)]),
    ]),
    lines: new Map(onLayer(copper.tracks).map((track) => [lineKey(track.from, track.to), named(track.net)])),
    corners: new Map(
      onLayer(copper.pours).flatMap((pour) =>
        pour.outline.map((corner) => [key(corner), named(pour.net)] as const),
      ),
    ),
  }
}

const padNames = ({ net = "N/C", designator, pin }: Copper["pads"][number]): ObjectNames => ({
  net,
  designator,
  ...(pin === undefined ? {} : { pin }),
})

/**
 * Flaw: copper does not say which net, part and pin it is. Object attributes `.N`, `.P` and `.C` (Gerber specification
 * 2024.05, section 5.6.13 on) let viewers show nets and the fab's netlist check compare; they draw nothing.
 */
export function nameObjects(commands: readonly GerberCommand[], names: CopperNames): GerberCommand[] {
  const result: GerberCommand[] = []
  let current = ""
  const announce = (object: ObjectNames | undefined) => {
    const attributes = attributesOf(object)
    const wanted = JSON.stringify(attributes)
    if (wanted === (current || "[]")) return
    if (current !== "") result.push({ command_code: "TD" })
    result.push(...attributes)
    current = attributes.length === 0 ? "" : wanted
  }
  let at: Point = { x: 0, y: 0 }
  let region: GerberCommand[] | undefined
  for (const command of commands) {
    switch (command.command_code) {
      case "TA":
        // A region's own attribute: what names it must come after, and both end at the TD behind it.
        announce(undefined)
        result.push(command)
        break
      case "TD":
        result.push(command)
        current = ""
        break
      case "G36":
        region = [command]
        break
      case "G37": {
        const corner = region?.find((inside) => inside.command_code === "D02")
        announce(corner && "x" in corner ? names.corners.get(key(corner)) : undefined)
        // One by one: a pour is more than one call takes.
        for (const inside of region ?? []) result.push(inside)
        result.push(command)
        region = undefined
        break
      }
      case "D01":
        if (region) region.push(command)
        else {
          announce(names.lines.get(lineKey(at, command)))
          result.push(command)
        }
        at = command
        break
      case "D02":
        if (region) region.push(command)
        else result.push(command)
        at = command
        break
      case "D03":
        announce(names.flashes.get(key(command)))
        result.push(command)
        at = command
        break
      default:
        if (region) region.push(command)
        else result.push(command)
    }
  }
  if (current !== "") result.splice(-1, 0, { command_code: "TD" })
  return result
}

function attributesOf(object: ObjectNames | undefined): GerberCommand[] {
  if (!object) return []
  const attribute = (name: string, value: string): GerberCommand => ({
    command_code: "TO",
    attribute_name: name,
    attribute_value: value,
  })
  return [
    ...(object.net === undefined ? [] : [attribute(".N", field(object.net))]),
    ...(object.designator === undefined ? [] : [attribute(".C", field(object.designator))]),
    ...(object.designator === undefined || object.pin === undefined
      ? []
      : [attribute(".P", `${field(object.designator)},${field(object.pin)}`)]),
  ]
}

const key = ({ x, y }: Point) => `${tens(x)} ${tens(y)}`

/** Tens of nanometres: what a coordinate keeps through every rounding on its way. */
const tens = (mm: number) => Math.round(mm * 1e5) + 0

const lineKey = (a: Point, b: Point) => [key(a), key(b)].sort().join(" ")

const field = (text: string) => text.replace(/[^\x21-\x7e]|[,*%\\]/g, "_")
