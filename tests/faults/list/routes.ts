import type { NetRoutes, RoutePath } from "../../../src/route/routes-file"
import { Draft, found } from "../edit/draft"
import { replaced } from "../edit/text"
import type { Source } from "../fault"
import { faultsOf } from "./make"

const { source, circuit, compiled, board, file } = faultsOf("routes")

const reroute =
  (net: string, change: (routes: NetRoutes) => NetRoutes) =>
  (s: Source): Source => ({
    ...s,
    routes: {
      ...s.routes,
      nets: { ...s.routes.nets, [net]: change(found(s.routes.nets[net], `routes of ${net}`)) },
    },
  })

const addPath = (net: string, path: Omit<RoutePath, "from" | "to">) =>
  reroute(net, (routes) => ({ ...routes, paths: [...routes.paths, { from: "track", to: "track", ...path }] }))

export const routeFaults = [
  source("track-missing", "a track of MEP_TXD deleted from the routes", "lvs/open", (s) =>
    reroute("MEP_TXD", (routes) => ({ ...routes, paths: routes.paths.slice(1) }))(s),
  ),
  source("track-on-wrong-layer", "RXD_RS232 drawn on the solder side", "lvs/open", (s) =>
    reroute("RXD_RS232", (routes) => ({
      ...routes,
      paths: routes.paths.map((path) => ({ ...path, layer: path.layer === "top" ? "bottom" : "top" })),
    }))(s),
  ),
  source("via-missing", "a via of BUCK_OUT deleted from the routes", "lvs/open", (s) =>
    reroute("BUCK_OUT", (routes) => ({ ...routes, vias: routes.vias.slice(1) }))(s),
  ),
  source("stub", "a track of MEP_RXD that ends nowhere", "tscircuit/pcb-trace-error", (s) => {
    const [x, y] = padOf(s, "MEP_RXD", "J6.2")
    return addPath("MEP_RXD", {
      layer: "top",
      width: 0.25,
      points: [
        [x, y],
        [x, y + 1.26],
      ],
    })(s)
  }),
  source("net-unknown", "routes of a net that the circuit does not have", "route/stale", (s) => ({
    ...s,
    routes: {
      ...s.routes,
      lock: s.routes.lock && { ...s.routes.lock, hash: "0".repeat(64) },
      nets: { ...s.routes.nets, MEP_TDX: found(s.routes.nets.MEP_TXD, "MEP_TXD") },
    },
  })),
  compiled("stale-lock", "a lock of another board", "route/stale", (input) => ({
    ...input,
    routes: {
      ...input.routes,
      lock: { ...found(input.routes.lock, "lock"), hash: "0".repeat(64) },
    },
  })),
  compiled("never-locked", "routes without a lock", "route/stale", ({ routes, ...input }) => ({
    ...input,
    routes: { format: routes.format, nets: routes.nets },
  })),
  circuit("pads-joined", "a track from R1.1 to R1.2, two nets", "lvs/short", (d) =>
    d.track("V3V3", "top", 0.25, d.at("R1.2"), d.at("R1.1")),
  ),
  circuit("track-onto-open-pin", "a track on to an open pin of U2", "lvs/nc-pad", (d) =>
    d.track("ESP_EN", "top", 0.25, d.at("U2.3"), d.at("U2.4")),
  ),
  circuit("via-on-foreign-track", "a ground via on a 3V3 track", "lvs/short", (d) => {
    const wire = found(d.wires("V3V3")[1], "wire")
    return d.via("GND", wire)
  }),
  circuit("via-that-joins-nothing", "tracks of V- gone, its via left", "lvs/floating", (d) =>
    d.removeTracks("V_NEG"),
  ),
  circuit(
    "track-too-thin",
    "a track of MEP_TXD 0.2 mm wide, its class asks for 0.25",
    "board/track-width",
    (d) => {
      for (const wire of d.wires("MEP_TXD")) wire.width = 0.2
      for (const wire of d.wires("TXD2_TTL")) wire.width = 0.2
    },
  ),
  board(
    "track-off-its-layers",
    "a track on the bottom, its class has the top",
    "board/track-layer",
    (definition) => ({
      netClasses: definition.netClasses.map((one) => ({ ...one, layers: ["top"] })),
    }),
  ),
  circuit("power-track-too-thin", "3V3 0.25 mm wide all the way", "board/track-width", (d) => {
    for (const wire of d.wires("V3V3")) wire.width = 0.25
  }),
  compiled(
    "class-loosened-with-its-tracks",
    "24 V 0.2 mm wide, its net class loosened with it",
    "board/power-width",
    (input) => {
      for (const wire of new Draft(input.circuit).wires("V24")) wire.width = 0.2
      const netClasses = input.definition.netClasses.map((one) => ({ ...one, widthMm: 0.2 }))
      return { ...input, definition: { ...input.definition, netClasses } }
    },
  ),
  board("class-below-the-fab", "a net class of 0.08 mm", "fab/board-limit", ({ netClasses }) => ({
    netClasses: netClasses.map((one) => ({ ...one, widthMm: 0.08 })),
  })),
  compiled(
    "hand-pads-emptied",
    "no pad listed as soldered by hand, and IO0 0.28 mm beside J2",
    "board/hand-soldered",
    (input) => {
      const draft = new Draft(input.circuit)
      const { x, y } = draft.at("J2.1")
      const low = y - 2 - 0.28 - 0.125
      draft.track("IO0_PROGRAM", "bottom", 0.25, { x: x - 2, y: low }, { x: x + 2, y: low })
      const { handSoldered: _, ...definition } = input.definition
      return { ...input, definition }
    },
  ),
  circuit("supply-drop", "supply path 0.1 mm wide", "budget/supply-drop", (d) => {
    for (const wire of [...d.wires("V3V3"), ...d.wires("BUCK_OUT")]) wire.width = 0.1
  }),
  circuit("supply-cut", "supply's tracks gone", "budget/supply-path", (d) => d.removeTracks("V3V3")),
  circuit("track-in-antenna", "a ground track beside the antenna", "board/keepout-copper", (d) =>
    d.track("GND", "top", 0.25, { x: -20, y: -7 }, { x: -4, y: -7 }),
  ),
  circuit("track-at-hand-soldered-pad", "IO0 passes 0.28 mm beside J2 (24 V)", "board/hand-soldered", (d) => {
    const { x, y } = d.at("J2.1")
    const low = y - 2 - 0.28 - 0.125
    return d.track("IO0_PROGRAM", "bottom", 0.25, { x: x - 2, y: low }, { x: x + 2, y: low })
  }),
  circuit("acute-joint", "a ground track that turns back at 45 degrees", "board/track-angle", (d) =>
    d.track("GND", "top", 0.25, { x: 28, y: 8 }, { x: 32, y: 8 }, { x: 30, y: 10 }),
  ),
  circuit("odd-angle", "a ground track at 20 degrees", "board/track-angle", (d) =>
    d.track("GND", "top", 0.25, { x: 28, y: 8 }, { x: 32, y: 9.5 }),
  ),
  board("net-without-class", "24 V in no net class", "board/net-class", (definition) => ({
    netClasses: definition.netClasses.map((one) => ({
      ...one,
      nets: one.nets.filter((net) => net !== "V24"),
    })),
  })),
  circuit("tracks-too-near", "TXD2 0.4 mm wide, 0.175 mm from its neighbours", "drc/clearance", (d) => {
    for (const wire of d.wires("TXD2_TTL")) wire.width = 0.4
  }),
  circuit("via-too-small", "C1's via 0.5 mm across", "drc/annular-ring", (d) => resizeVia(d, 0.5, 0.3)),
  circuit("via-hole-too-small", "C1's via drilled 0.2 mm", "drc/hole-size", (d) => resizeVia(d, 0.6, 0.2)),
  circuit("vias-too-close", "two ground vias with 0.2 mm between their holes", "drc/hole-spacing", (d) => {
    const via = d.nearestVia({ x: 33, y: 12 })
    return d.via("GND", { x: via.x - 0.5, y: via.y })
  }),
  circuit("via-in-pad", "a ground via in J7's pad", "dfm/via-tented", (d) => d.via("GND", d.at("J7.2"))),
  circuit("track-over-the-edge", "a ground track 0.15 mm from the edge", "drc/copper-edge", (d) =>
    d.track("GND", "bottom", 0.3, { x: 30, y: 13.7 }, { x: 34, y: 13.7 }),
  ),
  circuit("track-near-hole", "a ground track 0.1 mm from a mounting hole", "drc/hole-to-copper", (d) =>
    d.track("GND", "bottom", 0.25, { x: 30 - 2, y: -11 + 1.6 + 0.225 }, { x: 30 + 2, y: -11 + 1.6 + 0.225 }),
  ),
  file("emitted-tracks-too-thin", "signals written 0.19 mm wide", "drc/copper-width", "F_Cu.gtl", (text) =>
    replaced(text, /^(%ADD\d+C),0\.25\d*\*%$/m, "$1,0.190000*%"),
  ),
]

function padOf(s: Source, net: string, pad: string): readonly [number, number] {
  return found(s.routes.nets[net]?.pads[pad], `pad ${pad}`)
}

/** Another size for a signal via, in both places where the circuit has it. */
function resizeVia(d: Draft, diameter: number, drill: number): void {
  const at = d.at("C1.2")
  const via = d.nearestVia(at)
  via.outer_diameter = diameter
  via.hole_diameter = drill
  for (const { route } of d.traces("C1_NEG"))
    for (const point of route)
      if (point.route_type === "via") {
        if ("via_diameter" in point) point.via_diameter = diameter
        if ("via_hole_diameter" in point) point.via_hole_diameter = drill
      }
}
