import { describe, expect, it } from "vitest"
import { houses } from "../../fabrication/houses"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { boardIn, uploadFiles, uploadNames } from "../../src/model/fab-house"
import { gate, limit, ruleIds } from "../../src/model/fab-rule"
import { roleByName } from "../../src/verify/files/roles"

describe.each(houses.map((house) => [house.id, house] as const))("limits of %s", (_, house) => {
  it("are one for each id", () => {
    expect(house.limits.map(({ id }) => id).sort()).toEqual([...ruleIds].sort())
  })

  it("are never laxer than the fab, and warn before they stop", () => {
    for (const { gate, fabLimit, sense, id } of house.limits) {
      const stricter = (a: number, b: number) => (sense === "min" ? a >= b : a <= b)
      expect(gate.error ?? gate.warning, id).toBeDefined()
      for (const limit of [gate.error, gate.warning])
        if (limit !== undefined && fabLimit !== undefined) expect(stricter(limit, fabLimit), id).toBe(true)
      if (gate.error !== undefined && gate.warning !== undefined)
        expect(stricter(gate.warning, gate.error), id).toBe(true)
    }
  })

  it("name their source", () => {
    for (const { source, title } of house.limits)
      expect(Math.min(source.length, title.length)).toBeGreaterThan(5)
  })
})

describe.each(houses.map((house) => [house.id, house] as const))("files of %s", (_, house) => {
  const names = uploadNames(house, "a-board")

  it("are told apart, and tell the board", () => {
    const all = [...uploadFiles(names, 2), names.zip]
    expect(new Set(all).size).toBe(12)
    expect(boardIn(house.upload.zip, names.zip)).toBe("a-board")
    expect(boardIn(house.upload.F_Cu, names.F_Cu)).toBe("a-board")
  })

  // By rules written down apart from the names: two layers exchanged in the table would be found by nothing else.
  it("are named as other programs read them", () => {
    expect(
      Object.fromEntries(
        Object.entries(names).map(([file, name]) => [file, roleByName(name, "%FSLAX46Y46*%")]),
      ),
    ).toMatchObject({
      F_Cu: "copper-top",
      B_Cu: "copper-bottom",
      F_Mask: "mask-top",
      B_Mask: "mask-bottom",
      F_Silkscreen: "silk-top",
      B_Silkscreen: "silk-bottom",
      F_Paste: "paste-top",
      B_Paste: "paste-bottom",
      Edge_Cuts: "outline",
      PTH: "drill",
      NPTH: "drill",
    })
  })
})

describe("limits of JLCPCB", () => {
  it("give the gate that stops a build", () => {
    expect(gate(jlcpcb, "copper-to-edge")).toBe(0.2)
    expect(gate(jlcpcb, "power-track-width")).toBe(0.4)
  })

  it("of another table are that table's", () => {
    const laxer = { limits: jlcpcb.limits.map((rule) => ({ ...rule, gate: { error: 1 } })) }
    expect(gate(laxer, "copper-to-edge")).toBe(1)
    expect(() => limit({ limits: [] }, "via-hole")).toThrow("no rule via-hole")
  })
})

describe("file names of JLCPCB", () => {
  it("are the ones JLCPCB recognises", () => {
    const names = uploadNames(jlcpcb, "mep-smd")
    expect(uploadFiles(names, 2)).toEqual([
      "mep-smd-F_Cu.gtl",
      "mep-smd-B_Cu.gbl",
      "mep-smd-F_Mask.gts",
      "mep-smd-B_Mask.gbs",
      "mep-smd-F_Silkscreen.gto",
      "mep-smd-B_Silkscreen.gbo",
      "mep-smd-F_Paste.gtp",
      "mep-smd-B_Paste.gbp",
      "mep-smd-Edge_Cuts.gm1",
      "mep-smd-PTH.drl",
      "mep-smd-NPTH.drl",
    ])
    expect(names.zip).toBe("mep-smd-gerbers.zip")
  })

  it("tell a board's id, and nothing else's", () => {
    const names = ["a1-gerbers.zip", "-gerbers.zip", "A-gerbers.zip", "x/a-gerbers.zip", "a-gerbers.zip.bak"]
    expect(names.map((name) => boardIn(jlcpcb.upload.zip, name))).toEqual([
      "a1",
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})
