import { readFileSync } from "node:fs"
import { beforeAll, describe, expect, it } from "vitest"
import tester from "../../boards/mep-tester/index"
import { laySource } from "../../src/compile/compile"
import { fabricate } from "../../src/fabricate/fabricate"
import { ipc2581 } from "../../src/fabricate/ipc-2581/document"
import { houseOf } from "../../src/pipeline/fab-house"
import { readXml } from "../../src/read/xml"
import { parseRoutes } from "../../src/route/routes-file"
import { netlistOfElements, readElements } from "../../src/verify/expected/circuit-json"
import { readFabSet } from "../../src/verify/files/fab-set"
import { BoardGeometry } from "../../src/verify/geometry/board"
import { checkIpc2581 } from "../../src/verify/ipc-2581/check"
import { compileOptions } from "../mep-smd-compiled"

/**
 * The file of a whole board. It was found valid by the standard's own schema (IPC-2581C.xsd, by libxml2) when it was
 * written; that schema may not be given away, so what is kept here are its rules as far as the file uses them.
 */
const date = "2026-01-01T00:00:00Z"
let text = ""
let board: BoardGeometry

beforeAll(async () => {
  const file = "boards/mep-tester/routes.json"
  const routes = parseRoutes(readFileSync(file, "utf8"), file)
  const { circuit, definition } = await laySource(tester, routes, { ...compileOptions, boardId: tester.id })
  const house = houseOf(definition)
  const fabrication = fabricate(circuit, definition, house, { createdAt: date })
  text = ipc2581(circuit, definition, house, fabrication, date)
  const files = readFabSet([...fabrication.gerbers].map(([name, content]) => ({ name, text: content })))
  board = new BoardGeometry(files, netlistOfElements(readElements(JSON.stringify(circuit), "c"), "c"))
}, 120_000)

const check = (changed: string): string[] =>
  checkIpc2581(changed, "b.xml", board).map(({ rule, message }) => `${rule}: ${message}`)

/** @throws where nothing is changed: a test of nothing */
function changed(from: string | RegExp, to: string): string {
  const result = text.replace(from, to)
  if (result === text) throw new Error(`${from} is not in the file`)
  return result
}

describe("IPC-2581 file", () => {
  it("is the board", () => expect(check(text)).toEqual([]))

  it("says a part, its row of the BOM, its package, its nets", () => {
    const [row = ""] =
      /<BomItem [^>]*>\n(?:<RefDes [^>]*>\n)*<RefDes name="F1"[\s\S]*?<\/BomItem>/.exec(text) ?? []
    const id = /OEMDesignNumberRef="([^"]+)"/.exec(row)?.[1]
    expect(row).toContain('textualCharacteristicName="MPN"')
    expect(text).toMatch(new RegExp(`<Component refDes="F1" packageRef="[^"]+" part="${id}" layerRef="F_Cu"`))
    expect(text).toMatch(
      /<LogicalNet name="V24_FUSED">\n<PinRef componentRef="D1" pin="2"\/>\n<PinRef componentRef="F1" pin="2"\/>/,
    )
    expect(text).toContain('<PhyNet name="physical:V24_FUSED">')
    expect(text).toContain('<StackupLayer layerOrGroupRef="DIELECTRIC" thickness="1.51"')
  })

  it.each([
    [
      "a part 0.1 mm off",
      /(<Component refDes="F1"[^>]*>\n(?:<Xform[^>]*>\n)?<Location x=")[^"]+/,
      "$19.9",
      "no pin F1.1 of a part is where",
    ],
    [
      "a part turned",
      /(<Component refDes="F1"[^>]*>\n)(?:<Xform[^>]*>\n)?/,
      '$1<Xform rotation="45"/>\n',
      "no pin F1.",
    ],
    [
      "a pin on another net",
      '<PinRef componentRef="F1" pin="2"/>\n</LogicalNet>',
      "</LogicalNet>",
      "F1.2 is on no net, not on V24_FUSED",
    ],
    [
      "a pad's copper on another net",
      '<Set net="V24_FUSED" padUsage="TERMINATION">',
      '<Set net="V24" padUsage="TERMINATION">',
      "is not there or not on V24_FUSED",
    ],
    [
      "a track away",
      /<Features>\n<Polyline>[\s\S]*?<\/Features>\n/,
      "",
      "lacks something that the Gerber has",
    ],
    ["a track thicker", /lineWidth="0\.[2-9]\d*"/, 'lineWidth="2"', "has something that the Gerber has not"],
    ["a hole away", /<Hole name="PLATED_\d+"[^>]*>\n/, "", "a hole is missing"],
    [
      "a hole of another size",
      /(<Hole name="PLATED_\d+"[^>]* diameter=")[^"]+/,
      "$10.7",
      "a hole is missing",
    ],
    [
      "a hole unplated",
      /(<Hole name="PLATED_\d+"[^>]*platingStatus=")PLATED/,
      "$1NONPLATED",
      "a hole is missing",
    ],
    ["another outline", /(<Profile>\n<Polygon>\n<PolyBegin x="[^"]+" y=")[^"]+/, "$10", "its outline"],
    ["inches", 'CadHeader units="MILLIMETER"', 'CadHeader units="INCH"', "its units are not millimetres"],
    [
      "an unknown form",
      /<StandardPrimitiveRef id="[^"]+"/,
      '<StandardPrimitiveRef id="SQUIRCLE"',
      "there is no such form",
    ],
    ["a part without a row", /<RefDes name="F1"[^>]*>\n/, "", "there is no such part"],
    [
      "no history",
      /<HistoryRecord[\s\S]*<\/HistoryRecord>\n/,
      "",
      "<IPC-2581> has Content,LogisticHeader,Bom",
    ],
    ["a width that is no number", /lineWidth="[^"]+"/, 'lineWidth="thin"', "is no such number"],
    ["a size below nothing", /<Circle diameter="/, '<Circle diameter="-', "is no such number"],
    [
      "two nets of one name",
      'PhyNet name="physical:V24_FUSED"',
      'PhyNet name="V24_FUSED"',
      "two of one name",
    ],
    ["a foreign element", "<Datum ", '<Datum2 x="0" y="0"/>\n<Datum ', "is no element"],
    ["revision B", 'revision="C"', 'revision="B"', "not a file of IPC-2581 revision C"],
  ])("%s is found", (_, from, to, message) => {
    expect(check(changed(from, to)).join("\n")).toContain(message)
  })
})

describe("XML reader", () => {
  it("reads elements, attributes and entities", () => {
    const root = readXml(
      '<?xml version="1.0"?>\n<!-- a > b -->\n<a b="1 &lt; 2&#33;">\n<c/>text<d e=\'"\'></d></a>',
      "f",
    )
    expect(root.attributes.get("b")).toBe("1 < 2!")
    expect(root.children.map(({ name, line }) => [name, line])).toEqual([
      ["c", 4],
      ["d", 4],
    ])
    expect(root.children[1]?.attributes.get("e")).toBe('"')
  })

  it.each([
    ["a cut file", "<a><b/>", "<a> is not closed"],
    ["a wrong end", "<a></b></a>", "closes nothing"],
    ["two of them", "<a/><b/>", "not one element"],
    ["a document type", '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "a tag that does not end"],
    ["an unknown entity", '<a b="&x;"/>', "is no entity"],
    ["an attribute twice", '<a b="1" b="2"/>', "twice"],
    ["no quotes", "<a b=1/>", "is no element"],
    ["half a tag", "<a><b</a>", "a tag that does not end"],
  ])("refuses %s", (_, xml, message) => expect(() => readXml(xml, "f")).toThrow(message))
})
