import { zipSync } from "fflate"
import { describe, expect, it } from "vitest"
import { UserError } from "../../src/model/finding"
import { readCsv, readExcellon, readGerber, readManifest, readZip, toPolygons } from "../../src/read"
import { netlistOfCircuitJson } from "../../src/verify/expected/circuit-json"
import { readIpcNetlist } from "../../src/verify/ipc-d-356"
import { SmallBoard } from "../verify/small-board"
import { Mutator } from "./mutate"

/** Broken input ends in a result or in a `UserError` of one line, soon. Anything else is a bug. */
function survives(read: () => unknown, source: unknown): void {
  const started = process.cpuUsage().user
  try {
    read()
  } catch (error) {
    if (!(error instanceof UserError))
      throw new Error(`not a UserError for ${JSON.stringify(source)}`, { cause: error })
    expect(error.message).not.toMatch(/\n/)
  }
  expect(process.cpuUsage().user - started, `too slow: ${JSON.stringify(source)}`).toBeLessThan(4e6)
}

const macros =
  "%AMM*4,1,3,0,0,1,0,1,1,0,0,$1*7,0,0,2,1,0.2,0*20,1,$2,0,0,1,1,0*%\n%ADD50M,30X0.2*%\n%ADD51P,1X5X9*%\n%ADD52O,1X2X.5*%"
const rich = new SmallBoard()
rich.top
  .raw(
    macros,
    "D50*",
    "X0Y0D03*",
    "%LPC*%",
    "D51*",
    "X1000000Y0D03*",
    "%LPD*%",
    "%LR30*%",
    "%LMX*%",
    "D52*",
    "X0Y1000000D03*",
    "%LR0*%",
    "%LMN*%",
  )
  .raw(
    "G03*",
    "X2000000Y0I1000000J0D01*",
    "G01*",
    "%SRX2Y3I1J2*%",
    "X0Y0D03*",
    "%SR*%",
    "%ABD60*%",
    "D52*",
    "X0Y0D03*",
    "%AB*%",
    "D60*",
    "X0Y0D03*",
  )
  .region([0, 0], [1, 0], [1, 1])
const gerbers = [rich.top.text(), rich.outline.text(), new SmallBoard().silkTop.text()]
const drills = new SmallBoard()
  .files()
  .slice(-2)
  .map(({ text }) => text)
drills.push(
  "M48\nINCH,LZ\n;FILE_FORMAT=2:4\nT1C0.04\n%\nG90\nT1\nX015Y02\nX1G85X2\nG00X1Y1\nM15\nG03X2Y2A1\nM16\nG05\nR5X01\nM30\n",
)

const gerberWords = [
  "%",
  "*",
  "G36*",
  "G37*",
  "D01*",
  "D03*",
  "%LPC*%",
  "%SRX99Y99I1J1*%",
  "%SR*%",
  "%ABD10*%",
  "%AB*%",
  "M02*",
  "X",
  "-",
  "G02*",
  "G74*",
  "%LS100*%",
  "$1",
  "(",
  "G04",
  "\n",
]
const drillWords = [
  "T1",
  "G85",
  "M15",
  "M16",
  "R9999X1Y1",
  "G91",
  "INCH",
  "%",
  "M48",
  "M30",
  "X",
  "Y-",
  ".",
  "G02X1Y1I1J1",
  "\n",
  ";",
]

describe("broken files never crash, hang or fill the memory", () => {
  const rounds = 2_000
  it(`Gerber, ${rounds} cases`, () => {
    const mutator = new Mutator(1)
    for (let i = 0; i < rounds; i++) {
      const text = mutator.text(mutator.pick(gerbers), gerberWords)
      survives(() => toPolygons(readGerber(text, "fuzz.gbr")), text)
    }
  })

  it(`Excellon, ${rounds} cases`, () => {
    const mutator = new Mutator(2)
    for (let i = 0; i < rounds; i++) {
      const text = mutator.text(mutator.pick(drills), drillWords)
      survives(() => readExcellon(text, "fuzz.drl"), text)
    }
  })

  it(`CSV, manifest, circuit JSON, IPC-D-356, ${rounds} cases each`, () => {
    const mutator = new Mutator(3)
    const csv =
      'Comment,Designator,Footprint,JLCPCB Part #\n10k,"R1,R2",0805,C17414\n"a ""b""",C1,0805,C49678\n'
    const json = JSON.stringify([
      { type: "source_component", source_component_id: "c", name: "U1" },
      { type: "source_port", source_port_id: "p", name: "VCC" },
      { type: "pcb_port", pcb_port_id: "q", source_port_id: "p" },
      { type: "pcb_smtpad", pcb_port_id: "q", layer: "top", x: 1, y: 2 },
    ])
    const manifest = JSON.stringify({
      format: 1,
      board: "b",
      revision: "1",
      sourceHash: "",
      files: { a: { sha256: "0".repeat(64), size: 1 } },
    })
    const ipc =
      "P  UNITS CUST 1\n317A                VIA        MD0300PA00X-002000Y-002000X0600Y0000R000S3\n999\n"
    for (let i = 0; i < rounds; i++) {
      const [a, b, c, d] = [
        mutator.text(csv, ['"', ",", "\n", "\r"]),
        mutator.text(manifest, ['"', "{", "}", "../", "null", "[", "__proto__"]),
        mutator.text(json, ['"', "{", "}", "null", "[", "1e999"]),
        mutator.text(ipc, ["P  NNAME1 X\n", "999\n", "X", " ", "317", "P  UNITS CUST 0\n"]),
      ]
      survives(() => readCsv(a, "fuzz.csv"), a)
      survives(() => readManifest(b, "fuzz.json"), b)
      survives(() => netlistOfCircuitJson(c, "fuzz.json"), c)
      survives(() => readIpcNetlist(d, "fuzz.ipc"), d)
    }
  })

  it(`zip, ${rounds} cases`, () => {
    const mutator = new Mutator(4)
    const zip = zipSync({ "a.gbr": Buffer.from("hello ".repeat(50)), "d/b.txt": Buffer.from("x") })
    for (let i = 0; i < rounds; i++) {
      const bytes = mutator.bytes(zip)
      survives(() => readZip(bytes, "fuzz.zip"), Buffer.from(bytes).toString("base64"))
    }
  })
})
