import type { AnyCircuitElement } from "circuit-json"
import { describe, expect, it } from "vitest"
import { chipCapacitor, chipDiode, chipFuse, chipLed, chipResistor } from "../../components/packages/chip"
import { pinHeader } from "../../components/packages/pin-header"
import { soic } from "../../components/packages/soic"
import { sot23 } from "../../components/packages/sot23"
import { terminalBlock } from "../../components/packages/terminal-block"
import { axialResistor, dip, radialCapacitor } from "../../components/packages/through-hole"
import { allParts } from "../../components/parts/index"
import { r0805 } from "../../components/parts/passives"
import { filletGoals } from "../../src/check/lands/fillet-goals"
import { landFaults } from "../../src/check/lands/lands"
import { paste } from "../../src/check/lands/paste"
import type { LandPad, Package } from "../../src/model/package"
import { element } from "./circuit-fixture"
import { messages } from "./erc-fixture"

const typical = { mm: 0.8, source: "test", trust: "typical" } as const
const packages: Package[] = [
  ...(["0402", "0603", "0805", "1206"] as const).flatMap((size) => [
    chipResistor(size),
    chipCapacitor(size, typical),
    chipDiode(size),
    chipLed(size, typical),
    chipFuse(size, typical),
  ]),
  ...([8, 14, 16] as const).map(soic),
  ...([3, 5, 6] as const).map(sot23),
  ...[2, 3, 10].flatMap((rows) => [
    ...([1, 2] as const).flatMap((columns) => [
      pinHeader(columns, rows),
      pinHeader(columns, rows, { pitch: 1.27 }),
      pinHeader(columns, rows, { mount: "right-angle" }),
      pinHeader(columns, rows, { mount: "socket" }),
    ]),
    pinHeader(2, rows, { mount: "smd" }),
    pinHeader(2, rows, { mount: "smd", pitch: 1.27 }),
  ]),
  terminalBlock(2),
  dip(8),
  axialResistor(),
  radialCapacitor(),
  ...allParts.map((part) => part.package),
]

const open = (home: Package, change: (pad: LandPad) => LandPad = (pad) => pad) =>
  landFaults(home, home.land.pads.map(change))
    .filter(({ severity }) => severity !== "info")
    .map(({ rule, says }) => `${rule}: ${says}`)
    .join("\n")

describe("lands against leads", () => {
  it.each(packages.map((home, i) => [`${home.name} ${home.body?.id ?? ""} ${i}`, home] as const))(
    "%s fits",
    (_, home) => {
      expect(open(home)).toBe("")
      if (home.leads !== undefined && !("unknown" in home.leads)) expect(home.leads.source).not.toBe("")
    },
  )

  const chip = chipResistor("0805")
  const out = (pad: LandPad, by: number) => ({ ...pad, x: pad.x + Math.sign(pad.x) * by })

  it.each([
    ["smaller", (pad: LandPad) => ({ ...pad, width: 0.6, height: 0.5 }), /toe[\s\S]*side/],
    ["farther out", (pad: LandPad) => out(pad, 0.3), /past the lead's heel/],
    ["far out", (pad: LandPad) => out(pad, 0.8), /larger part's land/],
    ["nearer", (pad: LandPad) => out(pad, -0.3), /past the lead's toe/],
    [
      "one of them moved across",
      (pad: LandPad) => (pad.pin === 1 ? { ...pad, y: 0.3 } : pad),
      /past the lead's side/,
    ],
    ["as wide as a 1210's", (pad: LandPad) => ({ ...pad, height: 2.7 }), /larger part's land/],
    ["without pad 2", (pad: LandPad) => ({ ...pad, pin: 1 }), /no surface pad for lead 2/],
    [
      "drilled",
      (pad: LandPad) => ({ ...pad, holeMm: 0.5 }),
      /no surface pad for lead 1, 2[\s\S]*no pin for hole 1, 2/,
    ],
  ])("a chip's pads %s", (_, change, says) => {
    expect(open(chip, change)).toMatch(says)
  })

  it("ask just what IPC-7351 asks at the package's level, to rounding", () => {
    // 0805: ends 2.00 mm apart, level A asks 0.55 mm past the toe.
    const toe = (mm: number) =>
      open(chip, (pad) => ({ ...pad, width: 2 * (1 + mm - 0.6), x: Math.sign(pad.x) * 0.6 }))
    expect(filletGoals.chip.toe.A).toBe(0.55)
    expect(toe(0.56)).not.toMatch(/toe/)
    expect(toe(0.55)).not.toMatch(/toe/)
    expect(toe(0.54)).toMatch(
      /0\.54 mm past the lead's toe, IPC-7351B asks 0\.55 mm of chip leads at level A/,
    )
  })

  it("see a small outline's pins counted the other way round", () => {
    const home = soic(8)
    expect(open(home, (pad) => ({ ...pad, x: -pad.x }))).toMatch(/board\/land-fillet/)
    expect(open(home, (pad) => ({ ...pad, y: pad.y * 1.1 }))).toMatch(/side/)
  })

  const header = pinHeader(1, 6)
  it.each([
    [0.7, /leave -0\.21 mm round pins 0\.91 mm across/],
    [0.98, /leave 0\.07 mm/],
    [1, /^$/],
    [1.3, /^$/],
    [1.32, /leave 0\.41 mm/],
  ])("holes of %s mm for posts of 0.64 mm", (holeMm, says) => {
    expect(open(header, (pad) => ({ ...pad, holeMm })).replace(/.*accepted for nothing.*/, "")).toMatch(says)
  })

  it("see a pitch that is not the part's", () => {
    expect(open(header, (pad) => ({ ...pad, y: (pad.y * 2.5) / 2.54 }))).toMatch(
      /beside the middle of its hole/,
    )
  })

  it("see a thermal pad that reaches past the part's own", () => {
    const home = allParts.find(({ id }) => id === "u-esp32-wroom-32e-n4")?.package ?? chip
    const moved = (by: number) =>
      open(home, (pad) => (pad.pin === 39 ? { ...pad, width: pad.width + by } : pad))
    expect(moved(0.2)).toBe("")
    expect(moved(0.4)).toMatch(/thermal pad 39 reaches past the part's own 3\.7 x 3\.7 mm/)
  })

  it("want a reason where nothing holds a land, and none where nothing is less than asked", () => {
    const { leads, ...bare } = chip
    expect(open(bare)).toMatch(/nothing contradicts its land/)
    expect(open({ ...bare, leads: { unknown: "no drawing" } })).toBe("")
    if (leads === undefined || "unknown" in leads || leads.surface === undefined) throw new Error("no leads")
    const lax = { ...leads, surface: { ...leads.surface, less: { toe: { mm: 0.1, reason: "test" } } } }
    expect(open({ ...bare, leads: lax })).toMatch(/a smaller toe fillet is accepted for nothing/)
    expect(open({ ...bare, leads: lax }, (pad) => out(pad, -0.3))).toBe("")
  })
})

describe("paste", () => {
  const pad = element({
    type: "pcb_smtpad",
    pcb_smtpad_id: "pad",
    pcb_component_id: "part",
    pcb_port_id: "port",
    shape: "rect",
    x: 0,
    y: 0,
    width: 1,
    height: 1,
    layer: "top",
    port_hints: ["pin1"],
  })
  const circuit = (...widths: readonly number[]): AnyCircuitElement[] => [
    element({
      type: "source_component",
      source_component_id: "source",
      name: "R1",
      ftype: "simple_resistor",
    }),
    element({
      type: "source_port",
      source_port_id: "sport",
      source_component_id: "source",
      name: "pin1",
      pin_number: 1,
    }),
    element({
      type: "pcb_component",
      pcb_component_id: "part",
      source_component_id: "source",
      center: { x: 0, y: 0 },
      rotation: 0,
      layer: "top",
    }),
    element({
      type: "pcb_port",
      pcb_port_id: "port",
      source_port_id: "sport",
      pcb_component_id: "part",
      x: 0,
      y: 0,
    }),
    pad,
    ...widths.map((width, i) =>
      element({
        type: "pcb_solder_paste",
        pcb_solder_paste_id: `paste${i}`,
        shape: "rect",
        x: 0,
        y: 0,
        width,
        height: 1,
        layer: "top",
      }),
    ),
  ]
  const of = (by: "machine" | "hand", ...widths: readonly number[]) =>
    messages(
      paste({
        circuit: circuit(...widths),
        board: {
          parts: { R1: { ...r0805["10k"], assembly: by === "machine" ? { by } : { by, reason: "test" } } },
        },
      }),
    )

  it.each([
    ["machine", [0.59], /59 % of the pad/],
    ["machine", [0.6], /^$/],
    ["machine", [1.1], /^$/],
    ["machine", [1.12], /112 % of the pad/],
    ["machine", [0.6, 0.6], /120 % of the pad/],
    ["machine", [], /a machine fits R1, and no paste/],
    ["hand", [], /^$/],
    ["hand", [0.2], /^$/],
    ["hand", [1.6], /160 % of the pad/],
  ] as const)("%s, %o of the pad", (by, widths, says) => {
    expect(of(by, ...widths)).toMatch(says)
  })
})
