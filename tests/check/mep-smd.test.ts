import type { AnyCircuitElement } from "circuit-json"
import { beforeAll, describe, expect, it } from "vitest"
import board from "../../boards/mep-smd/index"
import routes from "../../boards/mep-smd/routes.json"
import { catalogue } from "../../components/catalogue"
import { mepIntent } from "../../components/mep-intent"
import { checkCircuit } from "../../src/check/checks"
import { layoutVersusSchematic } from "../../src/check/lvs/lvs"
import { subjectOf } from "../../src/check/subject"
import { isOpenIssue } from "../../src/check/waivers"
import { type ElementOf, elementsOf } from "../../src/circuit/elements"
import { netlistOf } from "../../src/circuit/netlist"
import { cleanPours } from "../../src/compile/clean-pours"
import { renderCircuit } from "../../src/compile/render"
import { lockedRouter } from "../../src/route/locked-router"
import { parseRoutes } from "../../src/route/routes-file"

/** The real board, with a small fault in its circuit JSON each time. */

let clean: AnyCircuitElement[] = []

beforeAll(async () => {
  const drawn = parseRoutes(JSON.stringify(routes), "routes.json")
  const rendered = await renderCircuit({
    element: (circuit) =>
      board.element({
        autorouter: lockedRouter(drawn, board.via, { current: circuit }),
        notFitted: board.variants[board.defaultVariant]?.notFitted ?? [],
      }),
  })
  clean = cleanPours(rendered, board)
})

const open = (circuit: readonly AnyCircuitElement[], definition = board) =>
  checkCircuit(circuit, definition)
    .flatMap(({ findings }) => findings)
    .filter(isOpenIssue)

/** A draft that a fault may change without touching the clean board. */
class Draft {
  elements: AnyCircuitElement[] = structuredClone(clean)

  all<T extends AnyCircuitElement["type"]>(type: T): ElementOf<T>[] {
    return elementsOf(this.elements, type)
  }

  portOf(pin: string): string {
    const [id] = [...netlistOf(this.elements).pinOfSourcePort].find(([, name]) => name === pin) ?? []
    if (id === undefined) throw new Error(`no pin ${pin}`)
    return id
  }

  padOf(pin: string) {
    const port = this.all("pcb_port").find(({ source_port_id: id }) => id === this.portOf(pin))?.pcb_port_id
    const pad = [...this.all("pcb_smtpad"), ...this.all("pcb_plated_hole")].find(
      ({ pcb_port_id: id }) => id === port,
    )
    if (pad === undefined || !("x" in pad)) throw new Error(`no pad ${pin}`)
    return pad
  }

  /** Two pads change places under the routes: what turning a part does. */
  swapPads(a: string, b: string): void {
    const [one, other] = [this.padOf(a), this.padOf(b)]
    ;[one.x, one.y, other.x, other.y] = [other.x, other.y, one.x, one.y]
  }

  traceOf(pin: string) {
    const port = this.portOf(pin)
    const trace = this.all("source_trace").find(({ connected_source_port_ids: ids }) => ids.includes(port))
    if (trace === undefined) throw new Error(`${pin} is on no net`)
    return trace
  }

  netId(name: string): string {
    const net = this.all("source_net").find((candidate) => candidate.name === name)
    if (net === undefined) throw new Error(`no net ${name}`)
    return net.source_net_id
  }

  connect(pin: string, net: string): void {
    this.traceOf(pin).connected_source_net_ids = [this.netId(net)]
  }

  track(
    net: string,
    layer: "top" | "bottom",
    ...points: readonly { readonly x: number; readonly y: number }[]
  ): void {
    this.elements.push({
      type: "pcb_trace",
      pcb_trace_id: "fault",
      source_trace_id: this.netId(net),
      route: points.map(({ x, y }) => ({ route_type: "wire" as const, x, y, width: 0.25, layer })),
    })
  }

  remove(which: (element: AnyCircuitElement) => boolean): void {
    const index = this.elements.findIndex(which)
    if (index < 0) throw new Error("nothing to remove")
    this.elements.splice(index, 1)
  }
}

const routeOf = (element: AnyCircuitElement, draft: Draft, net: string): boolean =>
  element.type === "pcb_trace" && element.source_trace_id === draft.netId(net)

interface Fault {
  readonly what: string
  readonly change: (draft: Draft) => void
  readonly rule: string
  readonly says: RegExp
}

const faults: readonly Fault[] = [
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
    rule: "erc/uart-crossing",
    says: /T2IN/,
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
    rule: "erc/net-extra",
    says: /V3V \(R1\.2\)/,
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
        if (Math.abs(part.center.x - 1.75) < 0.001 && Math.abs(part.center.y - 1.75) < 0.001)
          part.center.x += 0.01
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

describe("MEP-HW-SMD", () => {
  it("has no open finding", () => {
    expect(open(clean).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
  })

  it("has 26 nets, each one piece of copper", () => {
    const lvs = checkCircuit(clean, board).find(({ id }) => id === "lvs")
    expect(lvs?.figures?.[0]).toMatchObject({ value: 26, limit: 26 })
  })

  it.each(faults)("$what: $rule", ({ change, rule, says }) => {
    const draft = new Draft()
    change(draft)
    const caught = open(draft.elements).filter((finding) => finding.rule === rule)
    expect(caught.map(({ message }) => message).join("\n")).toMatch(says)
  })

  const lvs = (circuit: readonly AnyCircuitElement[]) =>
    layoutVersusSchematic(subjectOf(circuit, board)).findings.map(({ rule }) => rule)

  it("every two-pin part turned by 180 degrees under its routes", () => {
    for (const part of ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "C1", "C2", "C3", "C4", "C5", "D1"]) {
      const draft = new Draft()
      draft.swapPads(`${part}.1`, `${part}.2`)
      expect(lvs(draft.elements), part).toContain("lvs/short")
    }
  })

  it("every track and via left out, but for those of the ground plane, which has others", () => {
    const ground = new Draft().netId("GND")
    const ofGround = new Set(
      elementsOf(clean, "pcb_trace")
        .filter(({ source_trace_id: id }) => id === ground)
        .map(({ pcb_trace_id: id }) => id),
    )
    let left = 0
    clean.forEach((element, index) => {
      if (element.type !== "pcb_trace" && element.type !== "pcb_via") return
      if (ofGround.has(element.pcb_trace_id ?? "")) return
      left++
      expect(lvs(clean.toSpliced(index, 1)), JSON.stringify(element)).not.toEqual([])
    })
    expect(left).toBeGreaterThan(40)
  })

  it("any two pins of different nets swapped in the circuit", () => {
    const pins = [...netlistOf(clean).netOf.keys()].filter((_, index) => index % 5 === 0)
    const netOf = (pin: string) => netlistOf(clean).netOf.get(pin)?.name ?? ""
    for (const [a, b] of pins.map(
      (pin, index) => [pin, pins[(index + 4) % pins.length] as string] as const,
    )) {
      if (netOf(a) === netOf(b)) continue
      const draft = new Draft()
      draft.connect(a, netOf(b))
      draft.connect(b, netOf(a))
      expect(lvs(draft.elements), `${a} and ${b}`).toContain("lvs/short")
    }
  })

  it("every finding with a pad or part has a place", () => {
    const draft = new Draft()
    draft.connect("U1.9", "TXD2_TTL")
    for (const finding of open(draft.elements)) {
      if (finding.parts?.length) expect(finding.at, finding.message).toBeDefined()
    }
  })

  it("R3 and R4 both, in a variant", () => {
    const both = { ...board, variants: { ...board.variants, both: { title: "both", notFitted: [] } } }
    expect(open(clean, both).map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["erc/exactly-one", "erc/driver-conflict"]),
    )
  })

  it("a part that the board's list names but the catalogue has not", () => {
    const wrong = { ...board, parts: { ...board.parts, R1: "r-0805-11k" } }
    expect(open(clean, wrong).map(({ rule }) => rule)).toContain("board/catalogue-missing")
  })

  it("a catalogue with a module that has PSRAM", () => {
    const id = board.parts.U2 ?? ""
    const entry = catalogue[id]
    if (entry === undefined) throw new Error(`no entry ${id}`)
    const changed = { ...catalogue, [id]: { ...entry, mpn: "ESP32-WROOM-32E-N8R2" } }
    const findings = checkCircuit(clean, board, { intent: mepIntent, catalogue: changed }).flatMap(
      (run) => run.findings,
    )
    expect(findings.map(({ rule }) => rule)).toContain("erc/part-choice")
  })
})
