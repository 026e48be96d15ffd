import type { Point } from "../geometry/point"
import { boxOf, type Shape } from "../geometry/shape"
import { copperFiles } from "../model/fab-house"
import { UserError } from "../model/finding"
import { type CopperLayer, isSide } from "../model/layer"
import { naturalOrder } from "../natural-order"
import { all, first, type List, numbers, parseList } from "../read/sexpr"
import { type BoardFacts, isPoured, type PadFact, ruleOf } from "./board-facts"
import type { ForeignCopper } from "./foreign-copper"
import { limits } from "./limits"
import type { RoutesFile } from "./routes-file"

/**
 * Specctra's files, which most routers of other houses read (a design, `.dsn`) and write (a session, `.ses`). Lengths
 * in tenths of a micrometre, our frame. Each part is an image of its own that lies at the origin, so that a session
 * cannot move any; the pour's net is left out: it is poured, and its vias are laid by `route`.
 */

const units = 10_000
const unit = (mm: number): number => Math.round(mm * units) + 0
/** Called as in KiCad: "F.Cu", "In1.Cu". */
export const specctraLayer = (layer: CopperLayer): string => copperFiles[layer].replace("_", ".")
const pointsText = (points: readonly Point[]): string =>
  points.map(({ x, y }) => `${unit(x)} ${unit(y)}`).join(" ")

/** A shape about a place, on one layer. */
function shapeText(shape: Shape, layer: CopperLayer, about: Point): string {
  const core = shape.core.map(({ x, y }) => ({ x: x - about.x, y: y - about.y }))
  const width = unit(2 * shape.radius)
  if (core.length === 1) return `(circle ${specctraLayer(layer)} ${width} ${pointsText(core)})`
  if (core.length === 2) return `(path ${specctraLayer(layer)} ${width} ${pointsText(core)})`
  if (shape.radius === 0)
    return `(polygon ${specctraLayer(layer)} 0 ${pointsText([...core, core[0] as Point])})`
  const { minX, minY, maxX, maxY } = boxOf({ core, radius: shape.radius })
  return `(rect ${specctraLayer(layer)} ${pointsText([
    { x: minX, y: minY },
    { x: maxX, y: maxY },
  ])})`
}

/** Squares of one pad share its name; Specctra wants a name for each. */
function pinsOf(
  pads: readonly PadFact[],
): { readonly part: string; readonly pin: string; readonly pad: PadFact }[] {
  const seen = new Map<string, number>()
  return pads.map((pad, index) => {
    const dot = pad.name.lastIndexOf(".")
    const n = seen.get(pad.name) ?? 0
    seen.set(pad.name, n + 1)
    if (dot < 0) return { part: pad.name, pin: `no-pin-${index}`, pad }
    return { part: pad.name.slice(0, dot), pin: `${pad.name.slice(dot + 1)}${n === 0 ? "" : `@${n}`}`, pad }
  })
}

/** @param routes copper to start from, where there is some. */
export function designText(id: string, facts: BoardFacts, routes: RoutesFile | undefined): string {
  const pins = pinsOf(facts.pads)
  const parts = [...new Set(pins.map(({ part }) => part))].sort(naturalOrder)
  const nets = facts.nets.filter((net) => !isPoured(facts, net))
  const viaName = `via-${unit(facts.via.diameterMm)}-${unit(facts.via.drillMm)}`
  const keepouts = [
    ...facts.keepouts,
    ...facts.holes.map(({ name, shape }) => ({ name, shape, layers: facts.stack })),
  ]
  const rule = (widthMm: number, clearanceMm: number): string =>
    `(rule (width ${unit(widthMm)}) (clearance ${unit(clearanceMm)}))`
  const origin = { x: 0, y: 0 }
  return `(pcb "${id}"
  (parser (string_quote ") (space_in_quoted_tokens on))
  (resolution um 10)
  (unit um)
  (structure
    ${facts.stack.map((layer) => `(layer ${specctraLayer(layer)} (type ${facts.pour.all.some((pour) => !isSide(layer) && pour.layers.includes(layer)) ? "power" : "signal"}))`).join("\n    ")}
    (boundary (path pcb 0 ${pointsText([...facts.outline, facts.outline[0] as Point])}))
${keepouts
  .flatMap(({ name, shape, layers }) =>
    layers.map((layer) => `    (keepout "${name}" ${shapeText(shape, layer, origin)})`),
  )
  .join("\n")}
    (via "${viaName}")
    ${rule(0.25, limits.clearanceMm)}
  )
  (placement
${parts.map((part) => `    (component "${part}" (place "${part}" 0 0 front 0))`).join("\n")}
  )
  (library
${parts
  .map((part) => {
    const own = pins.filter((one) => one.part === part)
    const lines = own.map(
      ({ pin, pad }) => `      (pin "pad-${part}-${pin}" "${pin}" ${pointsText([pad.centre])})`,
    )
    return `    (image "${part}"\n${lines.join("\n")}\n    )`
  })
  .join("\n")}
${pins
  .map(({ part, pin, pad }) => {
    const shapes = pad.layers.map((layer) => `(shape ${shapeText(pad.shape, layer, pad.centre)})`)
    return `    (padstack "pad-${part}-${pin}" ${shapes.join(" ")} (attach off))`
  })
  .join("\n")}
    (padstack "${viaName}" ${facts.stack
      .map((layer) => `(shape (circle ${specctraLayer(layer)} ${unit(facts.via.diameterMm)}))`)
      .join(" ")} (attach off))
  )
  (network
${nets
  .map((net) => {
    const own = pins.filter(({ pad }) => pad.net === net).map(({ part, pin }) => `${part}-${pin}`)
    return `    (net "${net}" (pins ${own.join(" ")}))`
  })
  .join("\n")}
${nets
  .map((net) => {
    const { widthMm, clearanceMm } = ruleOf(facts, net)
    return `    (class "${net}" "${net}" (circuit (use_via "${viaName}")) ${rule(widthMm, clearanceMm)})`
  })
  .join("\n")}
  )
  (wiring
${nets
  .flatMap((net) => [
    ...(routes?.nets[net]?.paths ?? []).map(({ layer, width, points }) => {
      const text = pointsText(points.map(([x, y]) => ({ x, y })))
      return `    (wire (path ${specctraLayer(layer)} ${unit(width)} ${text}) (net "${net}") (type route))`
    }),
    ...(routes?.nets[net]?.vias ?? []).map(
      ([x, y]) => `    (via "${viaName}" ${pointsText([{ x, y }])} (net "${net}") (type route))`,
    ),
  ])
  .join("\n")}
  )
)
`
}

/**
 * Wires and vias of a session that a router made of {@link designText}'s design.
 * @throws UserError where the session moved a part, or has nets or layers that the board has not.
 */
export function copperOfSession(text: string, file: string, facts: BoardFacts): ForeignCopper {
  const session = parseList(text, file)
  const fail = (what: string): never => {
    throw new UserError(`${file}: ${what}`, { exitCode: 1 })
  }
  if (session[0] !== "session") fail("is no Specctra session")
  const placement = first(session, "placement") ?? []
  for (const component of all(placement, "component"))
    for (const place of all(component, "place")) {
      const [x = 0, y = 0] = [Number(place[2]), Number(place[3])]
      if (x !== 0 || y !== 0 || Number(place[5] ?? 0) !== 0)
        fail(`moved ${String(place[1])}: places are the board's, in its source`)
    }
  const routes = first(session, "routes") ?? fail("has no routes")
  const [, name, parts] = first(routes, "resolution") ?? ["resolution", "um", "10"]
  const perMm = ({ um: 1000, mm: 1 } as Readonly<Record<string, number>>)[String(name)]
  const scale = (perMm ?? fail(`counts in ${String(name)}: um and mm are read`)) * Number(parts)
  const pointsIn = (values: readonly number[]): Point[] =>
    Array.from({ length: Math.floor(values.length / 2) }, (_, i) => ({
      x: (values[2 * i] as number) / scale,
      y: (values[2 * i + 1] as number) / scale,
    }))
  const tracks: ForeignCopper["tracks"][number][] = []
  const vias: ForeignCopper["vias"][number][] = []
  for (const net of all(first(routes, "network_out") ?? [], "net")) {
    const own = String(net[1])
    if (!facts.nets.includes(own)) fail(`has a net "${own}" that the board has not`)
    for (const wire of all(net, "wire")) {
      const path: List = first(wire, "path") ?? fail(`has a wire of ${own} that is no path`)
      const layer = path[1]
      const on =
        facts.stack.find((one) => specctraLayer(one) === layer) ??
        fail(`has a wire of ${own} on ${String(layer)}`)
      const [width = Number.NaN, ...values] = numbers(path.slice(1))
      tracks.push({
        net: own,
        layer: on,
        widthMm: width / scale,
        points: pointsIn(values),
      })
    }
    for (const via of all(net, "via")) {
      const [at] = pointsIn(numbers(via.slice(1)))
      vias.push({
        net: own,
        at: at ?? fail(`has a via of ${own} without a place`),
        diameterMm: facts.via.diameterMm,
      })
    }
  }
  return {
    pads: facts.pads.flatMap(({ name: pad, centre, net }) =>
      net === undefined ? [] : [{ name: pad, at: centre, net }],
    ),
    tracks,
    vias,
  }
}
