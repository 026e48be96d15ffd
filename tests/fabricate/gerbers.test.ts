import { convertCircuitJsonToGerberCommands, stringifyGerberCommands } from "circuit-json-to-gerber"
import { beforeAll, describe, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { convertLayers } from "../../src/fabricate/convert"
import { drillFiles } from "../../src/fabricate/drills"
import { largestPoursFirst } from "../../src/fabricate/gerber-steps/pour-order"
import type { GerberCommand } from "../../src/fabricate/gerber-steps/types"
import { type GerberFiles, gerberFiles, headerContext } from "../../src/fabricate/gerbers"
import { outline, paste, board as pcbBoard, platedHole, pour, slotHole, tortureBoard, via } from "./circuit"

const board = { id: "torture", revision: "1", outline, pour: { clearanceMm: 0.25 } }
const header = headerContext(board, "2026-11-22T19:00:00+01:00")

describe("Gerber files of a board with one of everything", () => {
  let result: GerberFiles
  const text = (suffix: string) => result.files.get(`torture-${suffix}`) ?? ""
  beforeAll(() => {
    result = gerberFiles(tortureBoard(), board, jlcpcb, header)
  })

  it("are the complete set, by KiCad's names", () => {
    expect([...result.files.keys()].map((name) => name.replace("torture-", ""))).toEqual([
      "F_Cu.gtl",
      "B_Cu.gbl",
      "F_Mask.gts",
      "B_Mask.gbs",
      "F_Silkscreen.gto",
      "B_Silkscreen.gbo",
      "F_Paste.gtp",
      "B_Paste.gbp",
      "Edge_Cuts.gm1",
    ])
    expect(result.findings).toEqual([])
  })

  it("hold one date, the given one, in UTC", () => {
    for (const file of result.files.values())
      expect([...new Set(file.match(/\d{4}-\d\d-\d\dT[^,*]*/g))]).toEqual(["2026-11-22T18:00:00Z"])
  })

  it("hold nothing JLCPCB misreads or gerbv complains of", () => {
    for (const file of result.files.values()) {
      expect(file).not.toMatch(/%LR|%LM|%LS|^21,|%T[FAOD]|-0+[XYD]|undefined|NaN/m)
      expect(file.endsWith("M02*\n")).toBe(true)
    }
  })

  it("define every aperture they use and use every one they define", () => {
    for (const file of result.files.values()) {
      const defined = [...file.matchAll(/%ADD(\d+)/g)].map((match) => match[1])
      const used = [...file.matchAll(/^D(\d+)\*/gm)].map((match) => match[1])
      expect([...new Set(used)].sort()).toEqual([...defined].sort())
      expect(defined).toEqual(defined.map((_, index) => String(10 + index)))
    }
  })

  it("open the mask over pads and holes, 0.05 mm all round, and not over vias", () => {
    expect(text("F_Mask.gts")).toContain("C,3.300000")
    expect(text("F_Mask.gts")).toContain("C,1.800000")
    expect(text("F_Mask.gts")).toContain("R,1.100000X2.100000")
    expect(text("F_Mask.gts")).not.toMatch(/C,0\.[67]00000/)
    expect(text("B_Mask.gbs").match(/D03\*/g)).toHaveLength(3)
    const open = tortureBoard().concat(via(9, -9, { is_tented: false }))
    expect(
      gerberFiles(open, board, jlcpcb, header).files.get("torture-B_Mask.gbs")?.match(/D03\*/g),
    ).toHaveLength(4)
  })

  it("draw paste where the model has it and nowhere else", () => {
    expect(text("F_Paste.gtp").match(/D03\*/g)).toHaveLength(2)
    expect(text("F_Paste.gtp").match(/G36\*/g)).toHaveLength(1)
    expect(text("B_Paste.gbp")).not.toMatch(/D0[123]\*/)
  })

  it("draw the big pour, clear its hole, then draw the pour inside it, then pads", () => {
    const events = text("B_Cu.gbl").match(/%LP[CD]\*%|G36\*|D03\*/g)
    expect(events?.slice(0, 6)).toEqual(["%LPD*%", "G36*", "%LPC*%", "G36*", "%LPD*%", "G36*"])
    expect(events?.indexOf("D03*")).toBe(6)
    expect(largestPoursFirst(tortureBoard()).findIndex((e) => e.type === "pcb_copper_pour")).toBe(1)
  })

  it("name the revision's project alike in every file", () => {
    const ids = [...result.files.values()].map((file) => file.match(/TF\.ProjectId,[^*]*/)?.[0])
    expect(new Set(ids).size).toBe(1)
    expect(ids[0]).toMatch(/^TF\.ProjectId,torture,[0-9a-f-]{36},1$/)
  })

  it("come out the same twice, whatever was made between", () => {
    gerberFiles([...tortureBoard(), slotHole(15, 10, 3, 1)], board, jlcpcb, header)
    expect([...gerberFiles(tortureBoard(), board, jlcpcb, header).files]).toEqual([...result.files])
  })

  it("leave the circuit JSON as it was", () => {
    const circuit = tortureBoard()
    const before = JSON.stringify(circuit)
    gerberFiles(circuit, board, jlcpcb, header)
    expect(JSON.stringify(circuit)).toBe(before)
  })
})

describe("pours converted apart", () => {
  it("come out as in one conversion, but for holes punched into them", () => {
    const circuit = tortureBoard().filter((element) => element.type !== "pcb_hole")
    const whole = convertCircuitJsonToGerberCommands(circuit)
    for (const [layer, commands] of convertLayers(circuit)) {
      const drawn = (list: readonly GerberCommand[]) =>
        stringifyGerberCommands(list.filter(({ command_code }) => /^(D0|G3|LP)/.test(command_code)))
      expect(drawn(commands)).toBe(drawn(whole[layer.replace("Silkscreen", "SilkScreen")] ?? []))
    }
  })
})

describe("a circuit converted in pieces", () => {
  const turned = { shape: "pill", outer_width: 2, outer_height: 1.2, hole_width: 1.2, hole_height: 0.6 }
  const circuit = [
    ...tortureBoard(),
    platedHole(-15, 0, 0.6, 1.2, { ...turned, ccw_rotation: 90, hole_shape: "pill" }),
    via(9, -9, { is_tented: false }),
    paste("pill", -15, 0, { width: 1.4, height: 0.7 }),
  ]

  /** What is drawn: shape and function of the pen, and where. */
  function drawn(commands: readonly GerberCommand[]): string[] {
    const pens = new Map<number, string>()
    let attribute = ""
    let pen = ""
    let at = ""
    return commands.flatMap((command) => {
      const place = "x" in command ? `${command.x} ${command.y}` : at
      const from = at
      at = place
      if (command.command_code === "TD") attribute = ""
      if (command.command_code === "TA") attribute = command.attribute_value
      if (command.command_code === "ADD")
        pens.set(command.aperture_number, JSON.stringify([attribute, { ...command, aperture_number: 0 }]))
      if (command.command_code === "D") pen = pens.get(command.aperture_number) ?? "no such pen"
      if (command.command_code === "D03") return [`flash at ${place} with ${pen}`]
      return command.command_code === "D01" ? [`line ${from} to ${place} with ${pen}`] : []
    })
  }

  it("is drawn as when converted at once", () => {
    const whole = convertLayers(circuit, 1000)
    expect(drawn(whole.get("F_Paste") ?? []).join()).toMatch(/flash at -15 0 .*"x_size":0.7,"y_size":1.4/)
    for (const size of [1, 2, 7])
      for (const [layer, commands] of convertLayers(circuit, size)) {
        expect(drawn(commands).sort(), layer).toEqual(drawn(whole.get(layer) ?? []).sort())
        expect(commands.filter(({ command_code }) => command_code === "M02")).toHaveLength(1)
      }
  })
})

describe("a pour of 200,000 corners", () => {
  it("is drawn corner for corner", () => {
    const corners = Array.from({ length: 200_000 }, (_, index): [number, number] => {
      const angle = (index / 100_000) * Math.PI
      return [14 * Math.cos(angle), 14 * Math.sin(angle)]
    })
    const lines = convertLayers([pcbBoard(), pour(corners)]).get("B_Cu") ?? []
    expect(lines.filter(({ command_code }) => command_code === "D01")).toHaveLength(200_000)
  })
})

describe("the date", () => {
  it("must be one", () => {
    expect(() => headerContext(board, "yesterday")).toThrow('"yesterday" is not a date')
  })
})

describe("drill files", () => {
  const circuit = [...tortureBoard(), via(5, 5), slotHole(15, 10, 3, 1.2)]
  const { files, hits, findings } = drillFiles(circuit, board, jlcpcb, header)

  it("list tools from T1, smallest first, with sizes and uses in the header", () => {
    expect(files.get("torture-PTH.drl")).toBe(`M48
; DRILL file {torture 1} date 2026-11-22T18:00:00Z
; FORMAT={-:-/ absolute / metric / decimal}
; #@! TF.CreationDate,2026-11-22T18:00:00Z
; #@! TF.GenerationSoftware,tscircuit,circuit-json-to-gerber
; #@! TF.FileFunction,Plated,1,2,PTH
FMAT,2
METRIC
; #@! TA.AperFunction,Plated,PTH,ViaDrill
T1C0.300
; #@! TA.AperFunction,Plated,PTH,ComponentDrill
T2C1.000
%
G90
G05
T1
X5.000Y-5.000
X5.000Y5.000
T2
X0.000Y5.000
X3.000Y5.000
M30
`)
    expect(findings).toEqual([])
  })

  it("mill slots from end to end", () => {
    // 3 x 1.2 mm at (15, 10): the mill runs 1.8 mm.
    expect(files.get("torture-NPTH.drl")).toContain(
      "\nT1\nX14.100Y10.000G85X15.900Y10.000\nT2\nX-17.000Y-12.000\n",
    )
    expect(hits.filter((hit) => hit.slotTo)).toHaveLength(1)
  })

  it("exist without any hole", () => {
    const bare = drillFiles(tortureBoard().slice(0, 1), board, jlcpcb, header).files
    expect([...bare.keys()]).toEqual(["torture-PTH.drl", "torture-NPTH.drl"])
    expect(bare.get("torture-NPTH.drl")).toMatch(/METRIC\n%\nG90\nG05\nM30\n$/)
  })

  it("refuse vias that end inside the board", () => {
    const buried = [...tortureBoard(), via(1, 1, { layers: ["top", "inner1"] })]
    const four = buried.map((e) => (e.type === "pcb_board" ? { ...e, num_layers: 4 } : e))
    expect(drillFiles(four, board, jlcpcb, header).findings.map(({ rule }) => rule)).toContain(
      "dfm/drill-span",
    )
  })
})
