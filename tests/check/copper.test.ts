import type { AnyCircuitElement } from "circuit-json"
import { expect, it } from "vitest"
import { copperOf } from "../../src/circuit/copper"
import { netlistOf } from "../../src/circuit/netlist"
import { circuitOf } from "./circuit-fixture"

const traced = (route: readonly Record<string, unknown>[]) =>
  copperOf([{ type: "pcb_trace", pcb_trace_id: "t", route } as unknown as AnyCircuitElement])

const wire = (x: number, layer: string, width = 0.25) => ({ route_type: "wire", x, y: 0, width, layer })
const via = (x: number, size?: number) => ({
  route_type: "via",
  x,
  y: 0,
  from_layer: "top",
  to_layer: "bottom",
  ...(size === undefined ? {} : { outer_diameter: size, hole_diameter: size / 2 }),
})

it("a route is drawn up to its via and on from it", () => {
  const { tracks, vias } = traced([wire(0, "top", 0.3), via(2, 0.6), wire(5, "bottom", 0.5)])
  expect(tracks.map(({ from, to, widthMm, layer }) => [from.x, to.x, widthMm, layer])).toEqual([
    [0, 2, 0.3, "top"],
    [2, 5, 0.5, "bottom"],
  ])
  expect(vias).toMatchObject([{ x: 2, diameterMm: 0.6, drillMm: 0.3 }])
})

it("a change of layer without a size is no via", () => {
  expect(traced([wire(0, "top"), via(2), wire(2, "bottom"), wire(4, "bottom")]).vias).toEqual([])
})

it("a via that a trace and the board both have is one, with the larger size and the net that is known", () => {
  const circuit = circuitOf({ pads: { "R1.1": { x: 9, y: 9, net: "A" } }, vias: [{ x: 2, y: 0, net: "A" }] })
  const trace = { type: "pcb_trace", pcb_trace_id: "t", route: [wire(0, "top"), via(2, 0.8)] }
  expect(copperOf([...circuit, trace as unknown as AnyCircuitElement]).vias).toMatchObject([
    { diameterMm: 0.8, net: "A" },
  ])
})

it("pads of a thermal pad are one pin; pins joined without a net are one net", () => {
  const port = (id: string, number: number | undefined, hints: string[]) => ({
    type: "source_port",
    source_port_id: id,
    source_component_id: "u",
    name: id,
    ...(number === undefined ? {} : { pin_number: number }),
    port_hints: hints,
  })
  const circuit = [
    { type: "source_component", source_component_id: "u", ftype: "simple_chip", name: "U2" },
    port("a", 39, ["39"]),
    port("b", undefined, ["pin39_internal_1", "39"]),
    port("c", 2, ["2"]),
    {
      type: "source_trace",
      source_trace_id: "t",
      connected_source_port_ids: ["a", "c"],
      connected_source_net_ids: [],
    },
  ] as unknown as AnyCircuitElement[]
  const netlist = netlistOf(circuit)
  expect(netlist.pins).toEqual(["U2.2", "U2.39"])
  expect(netlist.nets).toEqual([{ name: "(U2.2)", names: [], pins: ["U2.2", "U2.39"] }])
})
