import type { Contents } from "../../src/verify/package/contents"
import { circuitOf, type Sketch } from "../check/circuit-fixture"
import { SmallBoard } from "../verify/small-board"

/** A whole package in memory, for tests to change a copy of. */
export class SmallPackage {
  readonly board = new SmallBoard()
  sketch: Sketch = {
    pads: {
      "R1.1": { x: -5, y: 0, net: "A" },
      "R1.2": { x: 5, y: 0, net: "B" },
      "J1.1": { x: -5, y: 3, net: "A", plated: true },
      "C1.1": { x: 0, y: 2, net: "A", layer: "bottom" },
      "C1.2": { x: 3, y: 2, net: "B", layer: "bottom" },
    },
    tracks: [
      {
        net: "A",
        points: [
          [-5, 3],
          [-5, 0],
          [-2, -2],
        ],
      },
      {
        net: "B",
        points: [
          [5, 0],
          [5, -2],
        ],
      },
    ],
    vias: [
      { x: -2, y: -2, net: "A" },
      { x: 5, y: -2, net: "B" },
    ],
  }
  /** Of each variant: designators, value, footprint and number. */
  bom = {
    plain: ["100nF,C1,0805,C49678", "10k,R1,0805,C17414"],
    other: ["100nF,C1,0805,C49678", "10k,R1,0805,C17414"],
  }
  cpl = ["C1,1.5000,2.0000,Bottom,0", "R1,0.0000,0.0000,Top,90"]
  figures: { name: string; value: number; unit: string }[] = [
    { name: "smallest gap", value: 0.25, unit: "mm" },
  ]
  findings: { rule: string; severity: string; message: string; at?: { x: number; y: number } }[] = []
  revision = "1"
  schematic = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><text>2026-01-02</text></svg>`

  contents(): Contents {
    const files: Record<string, string> = {
      "circuit.json": JSON.stringify(circuitOf(this.sketch)),
      "report.json": JSON.stringify({
        checks: [{ id: "drc", title: "Gaps", findings: 0, figures: this.figures }],
        findings: this.findings,
        waived: [],
      }),
      "manifest.json": JSON.stringify({
        format: 1,
        board: "small",
        title: "Small",
        revision: this.revision,
        sourceHash: "0",
        files: {},
      }),
    }
    files["drawings/schematic.svg"] = this.schematic
    for (const { name, text } of this.board.files()) files[`gerbers/${name}`] = text
    for (const variant of ["plain", "other"] as const) {
      for (const plan of ["economic-top", "standard-both"]) {
        const path = `assembly/${variant}/${plan}`
        files[`${path}/bom.csv`] = table("Comment,Designator,Footprint,JLCPCB Part #", this.bom[variant])
        files[`${path}/cpl.csv`] = table("Designator,Mid X,Mid Y,Layer,Rotation", this.cpl)
      }
    }
    return new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]))
  }
}

const table = (header: string, rows: readonly string[]): string => `${[header, ...rows].join("\n")}\n`
