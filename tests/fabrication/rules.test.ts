import { describe, expect, it } from "vitest"
import { uploadFileNames, uploadZipName } from "../../fabrication/jlcpcb/files"
import { fabRules, ruleGate, ruleIds } from "../../fabrication/jlcpcb/rules"

describe("rules", () => {
  it("are one for each id", () => {
    expect(fabRules.map(({ id }) => id).sort()).toEqual([...ruleIds].sort())
  })

  it("are never laxer than JLCPCB, and warn before they stop", () => {
    for (const { gate, fabLimit, sense, id } of fabRules) {
      const stricter = (a: number, b: number) => (sense === "min" ? a >= b : a <= b)
      expect(gate.error ?? gate.warning, id).toBeDefined()
      for (const limit of [gate.error, gate.warning])
        if (limit !== undefined && fabLimit !== undefined) expect(stricter(limit, fabLimit), id).toBe(true)
      if (gate.error !== undefined && gate.warning !== undefined)
        expect(stricter(gate.warning, gate.error), id).toBe(true)
    }
  })

  it("name their source", () => {
    for (const { source, title } of fabRules) expect(Math.min(source.length, title.length)).toBeGreaterThan(5)
  })

  it("give the gate that stops a build", () => {
    expect(ruleGate("copper-to-edge")).toBe(0.2)
    expect(ruleGate("power-track-width")).toBe(0.6)
  })
})

describe("file names", () => {
  it("are the ones JLCPCB recognises", () => {
    expect(uploadFileNames("mep-smd")).toEqual([
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
    expect(uploadZipName("mep-smd")).toBe("mep-smd-gerbers.zip")
  })
})
