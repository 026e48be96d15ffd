import type { AnyCircuitElement } from "circuit-json"
import { describe, expect, it } from "vitest"
import { ipcNetlist } from "../../src/fabricate/ipc-d-356"
import { readIpcNetlist } from "../../src/verify/ipc-d-356"

const subject = { board: "b", title: "A board", revision: "v1" }

/** A part with a pad, a plated hole, a via and an unplated hole; `net` names what the first two are on. */
function circuit(net: string): AnyCircuitElement[] {
  return [
    { type: "source_component", source_component_id: "c", name: "U12", ftype: "simple_chip" },
    {
      type: "source_net",
      source_net_id: "n",
      name: net,
      member_source_group_ids: [],
      subcircuit_connectivity_map_key: "k",
    },
    ...["p1", "p2", "p3"].map((id, i) => ({
      type: "source_port" as const,
      source_port_id: id,
      source_component_id: "c",
      name: id,
      pin_number: i + 1,
      ...(id === "p3" ? {} : { subcircuit_connectivity_map_key: "k" }),
    })),
    ...["p1", "p2", "p3"].map((id) => ({
      type: "pcb_port" as const,
      pcb_port_id: `pcb_${id}`,
      source_port_id: id,
      pcb_component_id: "pc",
      x: 0,
      y: 0,
      layers: [],
    })),
    {
      type: "pcb_smtpad",
      pcb_smtpad_id: "s1",
      pcb_port_id: "pcb_p1",
      shape: "rect",
      layer: "bottom",
      x: -1.5,
      y: 2.25,
      width: 1.2,
      height: 0.6,
    },
    {
      type: "pcb_smtpad",
      pcb_smtpad_id: "s3",
      pcb_port_id: "pcb_p3",
      shape: "circle",
      layer: "top",
      x: 3,
      y: 3,
      radius: 0.5,
    },
    {
      type: "pcb_plated_hole",
      pcb_plated_hole_id: "h",
      pcb_port_id: "pcb_p2",
      shape: "circle",
      x: 10,
      y: -20,
      hole_diameter: 1,
      outer_diameter: 1.7,
      layers: ["top", "bottom"],
    },
    {
      type: "pcb_via",
      pcb_via_id: "v",
      x: 0.0004,
      y: -0.0004,
      hole_diameter: 0.3,
      outer_diameter: 0.6,
      layers: ["top", "bottom"],
      subcircuit_connectivity_map_key: "k",
    },
    { type: "pcb_hole", pcb_hole_id: "m", hole_shape: "circle", hole_diameter: 3.2, x: -30, y: -11 },
  ] as AnyCircuitElement[]
}

describe("IPC-D-356 netlist", () => {
  it("in its columns", () => {
    const lines = ipcNetlist(circuit("VCC"), subject).split("\n")
    expect(lines.slice(0, 8)).toEqual([
      "P  JOB   b",
      "P  CODE  00",
      "P  UNITS CUST 1",
      "P  TITLE A board",
      "P  NUM   b",
      "P  REV   v1",
      "P  VER   IPC-D-356A",
      "P  IMAGE PRIMARY",
    ])
    expect(lines.slice(8)).toEqual([
      "327VCC              U12   -1          A02X-001500Y+002250X1200Y0600R000S1",
      "317VCC              U12   -2    D1000PA00X+010000Y-020000X1700Y0000R000S0",
      "317VCC              VIA        MD0300PA00X+000000Y+000000X0600Y0000R000S3",
      "367N/C              HOLE        D3200UA00X-030000Y-011000X3200Y0000R000S0",
      "327N/C              U12   -3          A01X+003000Y+003000X1000Y0000R000S2",
      "999",
      "",
    ])
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80)
  })

  it("is read back with its nets, also those longer than a column", () => {
    const name = "A_NET_WITH_A_VERY_LONG_NAME"
    const text = ipcNetlist(circuit(name), subject)
    expect(text).toContain(`P  NNAME1  ${name}`)
    const read = readIpcNetlist(text, "b.ipc")
    expect(read).toMatchObject({ job: "b", revision: "v1" })
    expect(read.records.map(({ net }) => net)).toEqual([name, name, name, undefined, undefined])
  })

  it("joins the ports of one thermal pad under its lowest pin", () => {
    const joined = [
      ...circuit("VCC"),
      { type: "source_component_internal_connection", source_port_ids: ["p3", "p1"] } as AnyCircuitElement,
    ]
    const { records } = readIpcNetlist(ipcNetlist(joined, subject), "b.ipc")
    expect(records.filter(({ pin }) => pin === "1").map(({ net }) => net)).toEqual(["VCC", "VCC"])
  })

  it("refuses what does not fit", () => {
    const far = circuit("VCC").map((e) =>
      e.type === "pcb_smtpad" ? { ...e, x: 2000 } : e,
    ) as AnyCircuitElement[]
    expect(() => ipcNetlist(far, subject)).toThrow("too far from the origin")
    const long = circuit("VCC").map((e) => (e.type === "source_component" ? { ...e, name: "CONNECTOR1" } : e))
    expect(() => ipcNetlist(long as AnyCircuitElement[], subject)).toThrow(
      '"CONNECTOR1" (CONNECTOR1.1) is longer than 6',
    )
  })
})
