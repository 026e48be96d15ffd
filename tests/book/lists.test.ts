import { describe, expect, it } from "vitest"
import { bomTable, csvText, netTable, pasteText } from "../../src/book/client/lists"
import type { BomLine, NetData, SetData } from "../../src/book/data"

const net: NetData = {
  name: "SUPPLY",
  title: "=SUM(A1)",
  kind: "power",
  domain: "",
  volts: "-15 to 15 V",
  pins: ["X1.1", "X2.3"],
  copper: {
    topMm: 2.04,
    bottomMm: 1,
    narrowestMm: 0.25,
    widestMm: 0.6,
    milliohm: 4.24,
    between: "X1.1 - X2.3",
  },
  vias: [],
  tracks: [],
  pours: [],
}

const line: BomLine = {
  key: "r",
  value: "+5 V\tregulator",
  description: '@here, "quoted"',
  package: "SOT-23",
  mpn: '"odd',
  number: "",
  pieces: 2,
  designators: ["U1", "U2"],
}

const set: SetData = { variant: "a", plan: "b", bom: [line], machine: ["U1"], hand: { U2: "why" }, files: [] }

describe("lists taken along", () => {
  it("hold what is shown, in the order shown", () => {
    expect(netTable([net]).rows[0]).toEqual([
      "SUPPLY",
      "=SUM(A1)",
      "-15 to 15 V",
      "3.0",
      "1.0",
      "0.25",
      "0.60",
      "4.2",
      "X1.1 - X2.3",
      "0",
      "X1.1 X2.3",
    ])
    expect(bomTable([line], set, "LCSC").rows[0]?.at(-1)).toBe("U2")
  })

  it("have a cell a column also where nothing is measured", () => {
    const { copper: _, ...unmeasured } = net
    const { header, rows } = netTable([unmeasured])
    expect(rows[0]).toHaveLength(header.length)
    expect(bomTable([line], undefined, "LCSC").rows[0]).toHaveLength(
      bomTable([line], set, "LCSC").header.length,
    )
  })

  it("hold no cell that a spreadsheet would run", () => {
    expect(csvText(netTable([net]))).toContain("SUPPLY,'=SUM(A1),'-15 to 15 V,3.0")
    expect(csvText(bomTable([line], set, "LCSC"))).toContain(`"'@here, ""quoted"""`)
    const pasted = pasteText(bomTable([line], set, "LCSC"))
      .split("\n")[1]
      ?.split("\t")
    expect(pasted).toEqual([
      "U1 U2",
      "2",
      "'+5 V regulator",
      `'@here, "quoted"`,
      "SOT-23",
      `"""odd"`,
      "",
      "U2",
    ])
  })
})
