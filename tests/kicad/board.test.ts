import type { AnyCircuitElement } from "circuit-json"
import { beforeAll, describe, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { kicadProject } from "../../src/kicad/write"
import type { Board } from "../../src/model/board"
import { gate } from "../../src/model/fab-rule"
import { expectedNets, expectedOpen } from "../boards/mep-netlist"
import { compiledBoard, type Row, rowsOf } from "./compiled"
import { areaOf, numbers, ReadBoard, root, round, strings } from "./read-board"
import { all, netlist, one, ourNet, property } from "./read-schematic"

const options = { date: new Date("2026-01-02T23:00:00Z") }
let circuit: readonly AnyCircuitElement[]
let board: Board
let files: ReadonlyMap<string, string>
let read: ReadBoard
let rows: ReturnType<typeof rowsOf>

beforeAll(async () => {
  const compiled = await compiledBoard()
  circuit = compiled.circuit
  board = compiled.definition
  files = kicadProject(circuit, board, jlcpcb, options)
  read = new ReadBoard(files.get("mep-smd.kicad_pcb") ?? "")
  rows = rowsOf(circuit)
})

const sorted = (list: readonly object[]): string[] => list.map((row) => JSON.stringify(row)).sort()
const num = (value: unknown): number => round(Number(value))

describe("KiCad board: pads", () => {
  it("has every surface pad of the circuit, in place, size, side, pin and part", () => {
    const wanted = rows.of("pcb_smtpad").map((pad) => ({
      pad: `${rows.partOf(pad)}.${rows.pinOf(pad)}`,
      at: [num(pad.x), num(pad.y)],
      size: [num(pad.width), num(pad.height)],
      layer: pad.layer === "top" ? "F.Cu" : "B.Cu",
    }))
    const written = read
      .pads()
      .filter((pad) => pad.kind === "smd")
      .map((pad) => ({
        pad: `${pad.part}.${pad.number}`,
        at: [pad.x, pad.y],
        size: [pad.width, pad.height],
        layer: pad.layers[0],
      }))
    expect(written).toHaveLength(97)
    expect(sorted(written)).toEqual(sorted(wanted))
  })

  it("has every plated hole and the unplated ones", () => {
    const wanted = rows.of("pcb_plated_hole").map((hole) => ({
      pad: `${rows.partOf(hole)}.${rows.pinOf(hole)}`,
      at: [num(hole.x), num(hole.y)],
      size: num(hole.outer_diameter ?? hole.rect_pad_width),
      drill: hole.hole_diameter,
    }))
    const plated = read
      .pads()
      .filter((pad) => pad.kind === "thru_hole")
      .map((pad) => ({
        pad: `${pad.part}.${pad.number}`,
        at: [pad.x, pad.y],
        size: pad.width,
        drill: pad.drill,
      }))
    expect(plated).toHaveLength(12)
    expect(sorted(plated)).toEqual(sorted(wanted))
    const unplated = read.pads().filter((pad) => pad.kind === "np_thru_hole")
    expect(unplated.map((pad) => [pad.part, pad.x, pad.y, pad.drill])).toEqual(
      board.mountingHoles.map((hole) => [hole.designator, hole.x, hole.y, hole.drillMm]),
    )
  })

  it("joins the original's pins by the schematic's net names", () => {
    const sheet = root(files.get("mep-smd.kicad_sch") ?? "")
    const nets = new Map<string, Set<string>>()
    for (const pad of read.pads().filter((one) => one.number !== "")) {
      nets.set(pad.net, (nets.get(pad.net) ?? new Set()).add(`${pad.part}.${pad.number}`))
    }
    const joined = [...nets].filter(([name]) => !name.startsWith("unconnected-"))
    expect(Object.fromEntries(joined.map(([name, pins]) => [ourNet(name), [...pins].sort()]))).toEqual(
      Object.fromEntries(Object.entries(expectedNets).map(([name, pins]) => [name, pins.split(" ").sort()])),
    )
    expect(Object.keys(netlist(sheet)).map(ourNet).sort()).toEqual(Object.keys(expectedNets).sort())
    const open = [...nets]
      .filter(([name]) => name.startsWith("unconnected-"))
      .flatMap(([, pins]) => [...pins])
    expect(open.sort()).toEqual(expectedOpen.split(" ").sort())
    expect(nets.has("unconnected-(U2-NC-Pad17)")).toBe(true)
    expect(nets.has("/MEP_TXD") && nets.has("GND")).toBe(true)
  })

  it("gives hand-soldered pads the clearance they keep, so that a refill keeps it too", () => {
    const kept = read.pads().filter((pad) => pad.clearance !== undefined)
    expect(kept.map((pad) => [`${pad.part}.${pad.number}`, pad.clearance])).toEqual(
      ["J1.1", "J2.1", "J3.1", "J4.1"].map((name) => [name, 0.4]),
    )
  })

  it("puts paste only where a machine solders, in parts on the thermal pad", () => {
    const pads = read.pads()
    const withPaste = pads.filter((pad) => pad.layers.some((layer) => layer.endsWith(".Paste")))
    const bare = pads.filter((pad) => pad.kind === "smd" && !withPaste.includes(pad))
    expect([...new Set(bare.map((pad) => pad.part))].sort()).toEqual(["J1", "J2", "J3", "J4", "J7"])
    const thermal = withPaste.filter((pad) => pad.part === "U2" && pad.number === "39")
    expect(thermal.map((pad) => pad.pasteMargin)).toEqual(Array(9).fill(-0.08))
    const others = withPaste.filter((pad) => !thermal.includes(pad))
    expect(others.every((pad) => pad.pasteMargin === undefined)).toBe(true)
  })
})

describe("KiCad board: copper", () => {
  const traceNet = (row: Row): string =>
    String(rows.of("source_net").find((net) => net.source_net_id === row.source_trace_id)?.name)
  const plain = (name: string): string => name.replace(/^\//, "")

  it("has every straight piece of track with width, layer and net", () => {
    const wanted = rows.of("pcb_trace").flatMap((trace) => {
      const route = trace.route as Row[]
      return route.slice(1).flatMap((to, index) => {
        const from = route[index] as Row
        if (from.route_type !== "wire" || to.route_type !== "wire" || from.layer !== to.layer) return []
        return [
          {
            from: [num(from.x), num(from.y)],
            to: [num(to.x), num(to.y)],
            width: from.width,
            layer: from.layer === "top" ? "F.Cu" : "B.Cu",
            net: traceNet(trace),
          },
        ]
      })
    })
    const written = all(read.list, "segment").map((segment) => {
      const [from, to] = [read.point(one(segment, "start")), read.point(one(segment, "end"))]
      return {
        from: [from.x, from.y],
        to: [to.x, to.y],
        width: Number(one(segment, "width")[1]),
        layer: one(segment, "layer")[1],
        net: ourNet(plain(read.netName(one(segment, "net")[1]))),
      }
    })
    expect(written.length).toBeGreaterThan(150)
    expect(sorted(written)).toEqual(sorted(wanted))
  })

  it("has every via once, tented", () => {
    const wanted = new Set(rows.of("pcb_via").map((via) => `${num(via.x)} ${num(via.y)} 0.6 0.3`))
    const written = all(read.list, "via").map((via) => {
      const { x, y } = read.point(one(via, "at"))
      return `${x} ${y} ${String(one(via, "size")[1])} ${String(one(via, "drill")[1])}`
    })
    expect(written.sort()).toEqual([...wanted].sort())
    expect(strings(one(one(read.list, "setup"), "tenting"))).toEqual(["front", "back"])
  })

  it("pours ground as one zone, filled with the copper of the Gerbers", () => {
    const zones = all(read.list, "zone").filter((zone) => all(zone, "keepout").length === 0)
    expect(zones).toHaveLength(1)
    const [zone] = zones as [(typeof zones)[0]]
    expect(read.netName(one(zone, "net")[1])).toBe("GND")
    expect(strings(one(zone, "layers"))).toEqual(["F.Cu", "B.Cu"])
    for (const [layer, side] of [
      ["F.Cu", "top"],
      ["B.Cu", "bottom"],
    ] as const) {
      const filled = all(zone, "filled_polygon")
        .filter((polygon) => one(polygon, "layer")[1] === layer)
        .map((polygon) => areaOf(all(one(polygon, "pts"), "xy").map((xy) => read.point(xy))))
      const pours = rows
        .of("pcb_copper_pour")
        .filter((pour) => pour.layer === side)
        .map((pour) => pour.brep_shape as { outer_ring: Ring; inner_rings: Ring[] })
      const wanted = pours.map(
        (pour) =>
          areaOf(pour.outer_ring.vertices) -
          pour.inner_rings.reduce((sum, ring) => sum + areaOf(ring.vertices), 0),
      )
      expect(filled).toHaveLength(pours.length)
      expect(sum(filled)).toBeCloseTo(sum(wanted), 0)
      expect(Math.abs(sum(filled) - sum(wanted))).toBeLessThan(0.1)
      expect(sum(filled)).toBeGreaterThan(900)
    }
  })

  it("keeps the antenna's zone free on both layers", () => {
    const [keepout] = all(read.list, "zone").filter((zone) => all(zone, "keepout").length > 0)
    if (!keepout) throw new Error("no rule area")
    const corners = all(one(one(keepout, "polygon"), "pts"), "xy").map((xy) => read.point(xy))
    const [zone] = board.keepouts
    expect(Math.min(...corners.map((p) => p.x))).toBe(round(zone?.minX ?? Number.NaN))
    expect(Math.max(...corners.map((p) => p.y))).toBe(round(zone?.maxY ?? Number.NaN))
    expect(one(one(keepout, "keepout"), "copperpour")[1]).toBe("not_allowed")
  })
})

interface Ring {
  readonly vertices: readonly { x: number; y: number }[]
}
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

describe("KiCad board: drawings", () => {
  it("closes the outline, notch and all", () => {
    const edges = all(read.list, "gr_line").filter((line) => one(line, "layer")[1] === "Edge.Cuts")
    expect(edges.map((line) => read.point(one(line, "start")))).toEqual(board.outline)
    expect(edges.map((line) => read.point(one(line, "end")))).toEqual([
      ...board.outline.slice(1),
      board.outline[0],
    ])
  })

  it("carries every silkscreen text over, as high as in the Gerbers, mirrored on the solder side", () => {
    const shown = read.footprints
      .flatMap((footprint) => all(footprint, "property"))
      .filter((field) => all(field, "hide").length === 0)
    const texts = [...all(read.list, "gr_text"), ...shown]
    const elements = rows.of("pcb_silkscreen_text")
    expect(texts).toHaveLength(elements.length)
    const words = texts.map((text) => (text[0] === "property" ? text[2] : text[1]))
    expect([...words].sort()).toEqual(elements.map((element) => element.text).sort())
    for (const text of texts) {
      const justify = all(one(text, "effects"), "justify").flatMap(strings)
      expect(justify.includes("mirror")).toBe(one(text, "layer")[1] === "B.SilkS")
      const [height = 0] = numbers(one(one(one(text, "effects"), "font"), "size"))
      expect(height).toBeGreaterThanOrEqual(gate(jlcpcb, "silkscreen-height"))
    }
  })

  it("gives every part a courtyard, a body outline and its designator on the drawing layer", () => {
    const parts = read.footprints.filter((footprint) => !/^H\d/.test(property(footprint, "Reference")))
    expect(parts).toHaveLength(22)
    for (const part of parts) {
      const side = one(part, "layer")[1] === "B.Cu" ? "B" : "F"
      const drawn = all(part, "fp_poly").map((poly) => one(poly, "layer")[1])
      expect(drawn).toContain(`${side}.CrtYd`)
      const [text] = all(part, "fp_text")
      expect(text?.[2]).toBe("$" + "{REFERENCE}")
      expect(text && one(text, "layer")[1]).toBe(`${side}.Fab`)
    }
  })
})

describe("KiCad project", () => {
  it("finds every footprint and body in its own folder, with the part's number", () => {
    for (const footprint of read.footprints) {
      const [, name] = String(footprint[1]).split(":")
      expect([...files.keys()]).toContain(`mep-smd.pretty/${name}.kicad_mod`)
      for (const model of all(footprint, "model")) {
        expect([...files.keys()]).toContain(String(model[1]).replace("$" + "{KIPRJMOD}/", ""))
      }
    }
    const u1 = read.footprints.find((footprint) => property(footprint, "Reference") === "U1")
    expect(u1 && [property(u1, "Value"), property(u1, "MPN"), property(u1, "LCSC")]).toEqual([
      "MAX3232",
      "MAX3232ESE+T",
      "C15846",
    ])
    const r3 = read.footprints.find((footprint) => property(footprint, "Reference") === "R3")
    expect(r3 && strings(one(r3, "attr"))).toContain("dnp")
  })

  it("ties each footprint to its symbol, whose footprint it is", () => {
    const sheet = root(files.get("mep-smd.kicad_sch") ?? "")
    const symbols = new Map(
      all(sheet, "symbol")
        .filter((symbol) => one(symbol, "unit")[1] === "1")
        .map((symbol) => [`/${String(one(symbol, "uuid")[1])}`, symbol]),
    )
    for (const footprint of read.footprints) {
      const [path] = all(footprint, "path")
      if (!path) {
        expect(strings(one(footprint, "attr"))).toContain("board_only")
        continue
      }
      const symbol = symbols.get(String(path[1]))
      if (!symbol) throw new Error(`no symbol for ${property(footprint, "Reference")}`)
      expect(property(symbol, "Reference")).toBe(property(footprint, "Reference"))
      expect(property(symbol, "Value")).toBe(property(footprint, "Value"))
      expect(property(symbol, "Footprint")).toBe(footprint[1])
    }
  })

  it("carries the fab's limits and a class for every net", () => {
    const project = JSON.parse(files.get("mep-smd.kicad_pro") ?? "")
    const { rules } = project.board.design_settings
    expect(rules.min_clearance).toBe(gate(jlcpcb, "track-space"))
    expect(rules.min_through_hole_diameter).toBe(gate(jlcpcb, "via-hole"))
    expect(rules.min_copper_edge_clearance).toBe(0.3)
    expect(rules.min_text_height).toBe(1)
    const classed = project.net_settings.netclass_patterns.map((one: { pattern: string }) => one.pattern)
    const joined = read.pads().flatMap((pad) => (/^$|^unconnected-/.test(pad.net) ? [] : [pad.net]))
    expect(classed.sort()).toEqual([...new Set(joined)].sort())
    expect(files.get("mep-smd.kicad_dru")).toContain("(constraint hole_clearance (min 0.28mm))")
  })

  it("gives every item of the board a UUID of its own, and the same bytes again", () => {
    const uuids = [...(files.get("mep-smd.kicad_pcb") ?? "").matchAll(/\(uuid "([^"]+)"\)/g)].map((m) => m[1])
    expect(uuids.length).toBeGreaterThan(700)
    expect(new Set(uuids).size).toBe(uuids.length)
    expect([...kicadProject(circuit, board, jlcpcb, options)]).toEqual([...files])
  })

  it("reads differently when a pad is moved or a track left out: the comparisons can fail", () => {
    const isR1 = (element: AnyCircuitElement) => rows.partOf({ ...element }) === "R1"
    const cut = circuit.findIndex((element) => element.type === "pcb_trace")
    const changed = circuit.flatMap((element, index): AnyCircuitElement[] => {
      if (index === cut) return []
      const shape = element.type === "pcb_smtpad" || element.type === "pcb_solder_paste"
      return [shape && "x" in element && isR1(element) ? { ...element, x: element.x + 0.05 } : element]
    })
    const other = new ReadBoard(kicadProject(changed, board, jlcpcb, options).get("mep-smd.kicad_pcb") ?? "")
    const place = (from: ReadBoard) => from.pads().find((pad) => pad.part === "R1")?.x ?? 0
    expect(place(other)).toBeCloseTo(place(read) + 0.05, 3)
    expect(all(other.list, "segment").length).toBeLessThan(all(read.list, "segment").length)
  })
})
