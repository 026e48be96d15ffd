import type { AnyCircuitElement } from "circuit-json"
import type { ElementOf } from "../../src/circuit/elements"
import type { Draft } from "./board-draft"

const routeOf = (element: AnyCircuitElement, draft: Draft, net: string): boolean =>
  element.type === "pcb_trace" && element.source_trace_id === draft.netId(net)

interface Fault {
  readonly what: string
  readonly change: (draft: Draft) => void
  readonly rule: string
  readonly says: RegExp
}

/** Small faults in the compiled board, and the rule that must catch each. */
export const faults: readonly Fault[] = [
  {
    what: "R1 turned by 180 degrees under its routes",
    change: (d) => d.swapPads("R1.1", "R1.2"),
    rule: "lvs/short",
    says: /ESP_EN and V3V3/,
  },
  {
    what: "D1 turned by 180 degrees under its routes",
    change: (d) => d.swapPads("D1.1", "D1.2"),
    rule: "lvs/short",
    says: /ENABLE_DIODE and ENABLE_RS232/,
  },
  {
    what: "J7 turned by 180 degrees under its routes",
    change: (d) => {
      d.swapPads("J7.1", "J7.4")
      d.swapPads("J7.2", "J7.3")
    },
    rule: "lvs/short",
    says: /SHORT: .*V3V3/,
  },
  {
    what: "nets swapped at U1 in the circuit",
    change: (d) => {
      d.connect("U1.9", "TXD2_TTL")
      d.connect("U1.10", "RXD2_TTL")
    },
    rule: "lvs/short",
    says: /RXD2_TTL and TXD2_TTL/,
  },
  {
    what: "the same, seen by the circuit's rules",
    change: (d) => {
      d.connect("U1.9", "TXD2_TTL")
      d.connect("U1.10", "RXD2_TTL")
    },
    rule: "erc/link",
    says: /T2IN/,
  },
  {
    what: "a pin that the firmware makes an output, on another output's wire",
    change: (d) => d.connect("U2.28", "RXD2_TTL"),
    rule: "erc/driver-conflict",
    says: /U1\.9 \(R2OUT\) and U2\.28 \(IO17\) drive one wire/,
  },
  {
    what: "a track from R1.1 to R1.2",
    change: (d) => d.track("V3V3", "top", d.padOf("R1.2"), d.padOf("R1.1")),
    rule: "lvs/short",
    says: /ESP_EN and V3V3/,
  },
  {
    what: "a track on to an open pad of U2",
    change: (d) => d.track("ESP_EN", "top", d.padOf("U2.3"), d.padOf("U2.4")),
    rule: "lvs/nc-pad",
    says: /pad U2\.4 must stay open, but a track \(ESP_EN\)/,
  },
  {
    what: "a net name misspelt at R1.2",
    change: (d) => {
      d.elements.push({
        ...(d.all("source_net")[0] as ElementOf<"source_net">),
        source_net_id: "typo",
        name: "V3V",
      })
      d.connect("R1.2", "V3V")
    },
    rule: "lvs/single-pin",
    says: /V3V has R1\.2 only/,
  },
  {
    what: "the same under the circuit's rules",
    change: (d) => {
      d.elements.push({
        ...(d.all("source_net")[0] as ElementOf<"source_net">),
        source_net_id: "typo",
        name: "V3V",
      })
      d.connect("R1.2", "V3V")
    },
    rule: "erc/single-pin-net",
    says: /V3V has one pin only, R1\.2: did you mean V3V3\?/,
  },
  {
    what: "the same beside the original's netlist",
    change: (d) => {
      d.elements.push({
        ...(d.all("source_net")[0] as ElementOf<"source_net">),
        source_net_id: "typo",
        name: "V3V",
      })
      d.connect("R1.2", "V3V")
    },
    rule: "erc/original",
    says: /R1\.2 is on net V3V; MEP-HW-SMD v2\.00 joins it with J5\.3/,
  },
  {
    what: "a pin with two nets",
    change: (d) => d.traceOf("R1.2").connected_source_net_ids.push(d.netId("GND")),
    rule: "erc/merged-nets",
    says: /GND and V3V3/,
  },
  {
    what: "a route removed",
    change: (d) => d.remove((e) => routeOf(e, d, "MEP_RXD")),
    rule: "lvs/open",
    says: /net MEP_RXD is in 2 pieces: \[J6\.2\] \[R6\.2\]/,
  },
  {
    what: "the supply's route removed",
    change: (d) => (d.elements = d.elements.filter((e) => !routeOf(e, d, "V3V3"))),
    rule: "budget/supply-path",
    says: /J7\.4 to U2\.2/,
  },
  {
    what: "the supply's tracks of 0.1 mm",
    change: (d) => {
      for (const trace of d.all("pcb_trace"))
        for (const point of trace.route)
          if (point.route_type === "wire" && ["BUCK_OUT", "V3V3"].some((net) => routeOf(trace, d, net)))
            point.width = 0.1
    },
    rule: "budget/supply-drop",
    says: /lost from J4\.1 to U2\.2/,
  },
  {
    what: "no pours",
    change: (d) => {
      d.elements = d.elements.filter(({ type }) => type !== "pcb_copper_pour")
    },
    rule: "lvs/open",
    says: /net GND is in \d+ pieces/,
  },
  {
    what: "a pour island",
    change: (d) => {
      const [pour] = d.all("pcb_copper_pour")
      if (pour?.shape === "brep")
        d.elements.push({
          ...pour,
          brep_shape: {
            outer_ring: {
              vertices: [
                { x: 40, y: 0 },
                { x: 41, y: 0 },
                { x: 41, y: 1 },
              ],
            },
            inner_rings: [],
          },
        })
    },
    rule: "lvs/floating",
    says: /pour of net GND/,
  },
  {
    what: "a pour without its clearances",
    change: (d) => {
      for (const pour of d.all("pcb_copper_pour")) if (pour.shape === "brep") pour.brep_shape.inner_rings = []
    },
    rule: "lvs/short",
    says: /GND/,
  },
  {
    what: "copper in the antenna's zone",
    change: (d) => d.track("GND", "bottom", { x: -12, y: -8 }, { x: -10, y: -8 }),
    rule: "board/keepout-copper",
    says: /U2's antenna/,
  },
  {
    what: "a power track of 0.25 mm",
    change: (d) => d.track("V24", "bottom", { x: 0, y: 13 }, { x: 5, y: 13 }),
    rule: "board/track-width",
    says: /V24 is 0\.25 mm wide.*0\.6 mm/,
  },
  {
    what: "text in copper",
    change: (d) => {
      d.elements.push({
        type: "pcb_copper_text",
        pcb_copper_text_id: "fault",
        pcb_component_id: "",
        font: "tscircuit2024",
        font_size: 1,
        text: "MEP",
        layer: "top",
        anchor_position: { x: 0, y: 0 },
        anchor_alignment: "center",
      })
    },
    rule: "lvs/copper-text",
    says: /"MEP"/,
  },
  {
    what: "R2 of 10 ohm",
    change: (d) => {
      for (const part of d.all("source_component"))
        if (part.name === "R2" && part.ftype === "simple_resistor") part.resistance = 10
    },
    rule: "erc/pull-up",
    says: /U2\.25/,
  },
  {
    what: "R3 fitted as well",
    change: (d) => {
      for (const part of d.all("pcb_component")) part.do_not_place = false
    },
    rule: "board/variant",
    says: /R3 is fitted/,
  },
  {
    what: "a second R4",
    change: (d) => {
      const part = d.all("source_component").find(({ name }) => name === "R5")
      if (part !== undefined) part.name = "R4"
    },
    rule: "board/designator-twice",
    says: /R4 is in the circuit/,
  },
  {
    what: "C5 moved by 0.01 mm",
    change: (d) => {
      for (const part of d.all("pcb_component"))
        if (Math.abs(part.center.x - 1.75) < 0.001 && Math.abs(part.center.y - 1.75) < 0.001) {
          part.center.x += 0.01
          if (part.footprint_origin !== undefined) part.footprint_origin.x += 0.01
        }
    },
    rule: "board/placement",
    says: /C5|R\d|U\d/,
  },
  {
    what: "a pad moved over the edge",
    change: (d) => {
      const pad = d.padOf("J5.1")
      pad.x = -34.5
    },
    rule: "board/pad-off-board",
    says: /J5\.1 reaches/,
  },
  {
    what: "a thinner board",
    change: (d) => {
      for (const one of d.all("pcb_board")) one.thickness = 1.4
    },
    rule: "board/thickness",
    says: /1\.4 mm/,
  },
]
