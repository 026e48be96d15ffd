import { expect, it } from "vitest"
import { all, first, parseList } from "../../src/read/sexpr"
import { routesFrom } from "../../src/route/foreign-copper"
import { copperOfSession, designText } from "../../src/route/specctra"
import { board, keepout, lockedTo, pad, track } from "./sample-board"

const facts = board(
  [
    pad("R1.1", "A", -5, 0),
    pad("R1.2", "GND", -5, 3),
    pad("J1.1", "A", 5, 0, { drill: 0.5 }),
    pad("U1.39", "B", 0, 3),
    pad("U1.39", "B", 0, 5),
    pad("U2.1", "B", 5, 5),
  ],
  {
    keepouts: [keepout("shield", -1, -3, 1, -1)],
    rules: new Map([["A", { widthMm: 0.6, clearanceMm: 0.25 }]]),
  },
)
const drawn = lockedTo(facts, {
  A: {
    paths: [
      track("R1.1", "J1.1", [
        [-5, 0],
        [5, 0],
      ]),
    ],
    vias: [],
  },
})

const session = (routes: string, place = "0 0 front 0") => `(session "x.ses" (base_design "x.dsn")
  (placement (resolution um 10) (component "R1" (place R1 ${place})))
  (routes (resolution um 10) (network_out ${routes})))`

const take = (text: string) => routesFrom(copperOfSession(text, "x.ses", facts), facts, drawn, "x.ses")

it("a design has every pad at its place, every net but the poured one, its rules, and the copper there is", () => {
  const design = parseList(designText("board", facts, drawn), "board.dsn")
  const library = first(design, "library") ?? []
  const pinsOf = (part: string) =>
    all(all(library, "image").find((image) => image[1] === part) ?? [], "pin").map((pin) => pin.slice(2))
  expect(pinsOf("R1")).toEqual([
    ["1", "-50000", "0"],
    ["2", "-50000", "30000"],
  ])
  expect(pinsOf("U1").map(([name]) => name)).toEqual(["39", "39@1"])
  const network = first(design, "network") ?? []
  expect(all(network, "net").map((net) => net[1])).toEqual(["A", "B"])
  expect(JSON.stringify(all(network, "class")[0])).toContain('["rule",["width","6000"],["clearance","2500"]]')
  expect(all(first(design, "structure") ?? [], "keepout")).toHaveLength(2)
  expect(first(first(design, "wiring") ?? [], "wire")?.slice(1)).toEqual([
    ["path", "F.Cu", "2500", "-50000", "0", "50000", "0"],
    ["net", "A"],
    ["type", "route"],
  ])
})

it("a session's wires and vias become routes in mm, and unchanged copper stays", () => {
  const { A, B } = take(
    session(`(net A (wire (path F.Cu 2500 -50000 0 50000 0)))
      (net "B" (wire (path B.Cu 2500 0 30000 20000 50000 50000 50000)) (via "via-6000-3000" 50000 50000))`),
  ).nets
  expect(A).toEqual(drawn.nets.A)
  expect(B?.vias).toEqual([[5, 5]])
  expect(B?.paths[0]).toMatchObject({
    layer: "bottom",
    width: 0.25,
    points: [
      [0, 3],
      [2, 5],
      [5, 5],
    ],
  })
})

it.each([
  ["a part that it moved", session("", "10 0 front 0"), /moved R1/],
  ["a part that it turned", session("", "0 0 front 90"), /moved R1/],
  ["a net of another board", session('(net C (via "v" 0 0))'), /net "C"/],
  ["another layer", session("(net A (wire (path In1.Cu 1 0 0 1 1)))"), /on In1\.Cu/],
  ["another kind of file", '(pcb "x")', /is no Specctra session/],
])("a session is refused with %s", (_what, text, message) => {
  expect(() => take(text)).toThrow(message)
})
