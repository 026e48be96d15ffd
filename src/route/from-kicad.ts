import type { Point } from "../geometry/point"
import { turn } from "../geometry/point"
import { UserError } from "../model/finding"
import { type CopperLayer, layerNames } from "../model/layer"
import { all, first, type List, numbers, parseList, word } from "../read/sexpr"
import type { ForeignCopper } from "./foreign-copper"
import { specctraLayer } from "./specctra"

/**
 * Tracks and vias of a KiCad board that began as ours: its grid origin is our board's centre. Pours, texts and parts
 * in it are not read: they are the source's.
 * @throws UserError for copper that routes.json cannot say: arcs, more than four layers, blind vias.
 */
export function copperOfKicad(text: string, file: string): ForeignCopper {
  const board = parseList(text, file)
  const fail = (what: string): never => {
    throw new UserError(`${file}: ${what}`, { exitCode: 1 })
  }
  if (board[0] !== "kicad_pcb") fail("is no KiCad board")
  const setup = first(board, "setup") ?? []
  const [originX = Number.NaN, originY = Number.NaN] = numbers(
    first(setup, "aux_axis_origin") ?? first(setup, "grid_origin"),
  )
  if (!Number.isFinite(originX + originY))
    fail("has no drill and place origin: start from the KiCad board of a build")
  const toBoard = ({ x, y }: Point): Point => ({ x: x - originX, y: originY - y })
  const point = (list: List | undefined): Point => {
    const [x = Number.NaN, y = Number.NaN] = numbers(list)
    return Number.isFinite(x + y) ? { x, y } : fail("has a place that is no pair of numbers")
  }
  const names = new Map(all(board, "net").map((net) => [String(net[1]), String(net[2] ?? "")]))
  /** By number up to KiCad 9, by name from 10 on; pads have both. */
  const netOf = (list: List): string => {
    const net = first(list, "net")
    const [one, name] = [String(net?.[1] ?? ""), net?.[2]]
    return typeof name === "string" ? name : (names.get(one) ?? one)
  }
  const layerOf = (list: List): CopperLayer => {
    const name = String(word(list, "layer"))
    return (
      layerNames.find((layer) => specctraLayer(layer) === name) ??
      fail(`has a track on ${name}: there are ${layerNames.map(specctraLayer).join(", ")}`)
    )
  }
  const arc = first(board, "arc")
  if (arc !== undefined) {
    const { x, y } = toBoard(point(first(arc, "start")))
    fail(`has an arc of "${netOf(arc)}" at (${x.toFixed(2)}, ${y.toFixed(2)}): draw it in straight pieces`)
  }
  return {
    pads: all(board, "footprint").flatMap((footprint) => padsOf(footprint, toBoard, netOf)),
    tracks: all(board, "segment").map((segment) => ({
      net: netOf(segment),
      layer: layerOf(segment),
      widthMm: numbers(first(segment, "width"))[0] ?? fail("has a track without a width"),
      points: [toBoard(point(first(segment, "start"))), toBoard(point(first(segment, "end")))],
    })),
    vias: all(board, "via").map((via) => {
      if (via[1] === "blind" || via[1] === "micro") fail(`has a ${via[1]} via: this board's go through`)
      return {
        net: netOf(via),
        at: toBoard(point(first(via, "at"))),
        diameterMm: numbers(first(via, "size"))[0] ?? Number.NaN,
      }
    }),
  }
}

/** Copper pads with a number, by designator; KiCad turns a footprint counter-clockwise with y down. */
function padsOf(
  footprint: List,
  toBoard: (p: Point) => Point,
  netOf: (list: List) => string,
): ForeignCopper["pads"] {
  const reference =
    all(footprint, "property").find((property) => property[1] === "Reference")?.[2] ??
    all(footprint, "fp_text").find((text) => text[1] === "reference")?.[2]
  const [x = 0, y = 0, deg = 0] = numbers(first(footprint, "at"))
  return all(footprint, "pad").flatMap((pad) => {
    const number = pad[1]
    const layers = first(pad, "layers") ?? []
    if (typeof number !== "string" || number === "" || typeof reference !== "string") return []
    if (!layers.some((layer) => typeof layer === "string" && layer.endsWith(".Cu"))) return []
    const [dx = 0, dy = 0] = numbers(first(pad, "at"))
    const turned = turn({ x: dx, y: -dy }, deg)
    return [
      { name: `${reference}.${number}`, at: toBoard({ x: x + turned.x, y: y - turned.y }), net: netOf(pad) },
    ]
  })
}
