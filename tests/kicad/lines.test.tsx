import { beforeAll, describe, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { rectangle } from "../../src/board/define"
import { kicadBoard } from "../../src/kicad/board/write"
import { kicadAsCompiled } from "../../src/kicad/held-lines"
import { gate } from "../../src/model/fab-rule"
import { type Made, made } from "../shapes/harness"
import { compiledBoard } from "./compiled"

const inkFootprint = (
  <footprint>
    <smtpad shape="rect" width={1} height={1} pcbX={-2} pcbY={0} portHints={["1"]} />
    <smtpad shape="rect" width={1} height={1} pcbX={2} pcbY={0} portHints={["2"]} />
    <silkscreenline x1={-3} y1={1.5} x2={3} y2={2} strokeWidth={0.2} />
    <silkscreenpath
      route={[
        { x: -3, y: -1.5 },
        { x: 0, y: -2 },
        { x: 3, y: -1.5 },
      ]}
      strokeWidth={0.1}
    />
    <silkscreencircle pcbX={4} pcbY={1} radius={0.6} strokeWidth={0.2} />
    <silkscreencircle pcbX={-4} pcbY={1} radius={0.4} isFilled />
    <silkscreenrect pcbX={4} pcbY={-1} width={1} height={0.6} filled />
    <silkscreenrect pcbX={-4} pcbY={-1} width={1} height={0.6} strokeWidth={0.2} />
  </footprint>
)

const minLineMm = gate(jlcpcb, "silkscreen-line")

describe("tracks, vias and ink of the KiCad board", () => {
  let board: Made
  let said: (kicad: string) => string[]

  beforeAll(async () => {
    board = await made(
      () => (
        <>
          <chip
            name="U1"
            footprint={inkFootprint}
            pcbX={-8}
            pcbY={4}
            pcbRotation={30}
            connections={{ pin1: "net.A", pin2: "net.B" }}
          />
          <chip
            name="U2"
            footprint={inkFootprint}
            pcbX={8}
            pcbY={-4}
            pcbRotation={20}
            layer="bottom"
            connections={{ pin1: "net.A", pin2: "net.B" }}
          />
          <silkscreenline x1={-14} y1={-8} x2={-4} y2={-8} strokeWidth={0.3} />
          <silkscreenrect pcbX={-9} pcbY={-5} stroke="none" width={4} height={2} filled layer="bottom" />
        </>
      ),
      { layers: 4, outline: rectangle(40, 24) },
      {
        A: {
          pads: {},
          paths: [
            {
              from: "via",
              to: "via",
              layer: "inner1",
              width: 0.3,
              points: [
                [-12, 0],
                [0, 0],
                [6, 6],
              ],
            },
            {
              from: "via",
              to: "via",
              layer: "bottom",
              width: 0.25,
              points: [
                [-12, 0],
                [-12, -6],
              ],
            },
          ],
          vias: [
            [-12, 0],
            [6, 6],
          ],
        },
        B: {
          pads: {},
          paths: [
            {
              from: "via",
              to: "via",
              layer: "top",
              width: 0.4,
              points: [
                [12, 8],
                [16, 8],
              ],
            },
          ],
          vias: [],
        },
      },
    )
    said = (kicad) =>
      kicadAsCompiled(board.laid.circuit, kicad, "x.kicad_pcb", minLineMm).findings.map(
        ({ message }) => message,
      )
  }, 120_000)

  it("are those of the circuit", () => {
    expect(said(board.kicad)).toEqual([])
    expect(board.kicad.match(/\(segment/g)).toHaveLength(4)
    expect(board.kicad.match(/\(via/g)).toHaveLength(2)
  })

  /** One copy of the first piece that begins so, with a change; "": gone. */
  const pieceOf = (from: string) => {
    const start = board.kicad.search(new RegExp(from.replace(/[()[\].]/g, "\\$&").replaceAll(" ", "\\s+")))
    expect(start, from).toBeGreaterThan(0)
    let depth = 0
    for (let end = start; end < board.kicad.length; end++) {
      depth += board.kicad[end] === "(" ? 1 : board.kicad[end] === ")" ? -1 : 0
      if (depth === 0) return board.kicad.slice(start, end + 1)
    }
    throw new Error("no end")
  }
  const changed = (from: string, change: (piece: string) => string): string[] => {
    const piece = pieceOf(from)
    expect(change(piece)).not.toBe(piece)
    return said(board.kicad.replace(piece, () => change(piece)))
  }

  const track = "(segment (start 136.5 105) (end 148.5 105)"
  const via = "(via (at 154.5 99)"
  const copper: readonly (readonly [string, string, (piece: string) => string, readonly RegExp[]])[] = [
    [
      "a track moved by 0.1 mm",
      track,
      (t) => t.replaceAll(" 105)", " 105.1)"),
      [/A on inner1: .* no such track$/, /a track on In1\.Cu that the circuit/],
    ],
    [
      "a track moved by 0.01 mm",
      track,
      (t) => t.replace("(end 148.5", "(end 148.51"),
      [/no such track$/, /does not have$/],
    ],
    [
      "a track lost",
      track,
      () => "",
      [/^the 0\.3 mm track of A on inner1: the KiCad board has no such track$/],
    ],
    ["a track twice", track, (t) => `${t} ${t}`, [/a track on In1\.Cu that the circuit does not have$/]],
    ["another width", track, (t) => t.replace("0.3", "0.31"), [/no such track$/, /does not have$/]],
    [
      "the other inner layer",
      track,
      (t) => t.replace("In1", "In2"),
      [/no such track$/, /a track on In2\.Cu/],
    ],
    ["a track on another net", track, (t) => t.replace("(net 1)", "(net 2)"), [/^the 0\.3 mm track of A/]],
    ["a track on no net", track, (t) => t.replace("(net 1)", "(net 0)"), [/^the 0\.3 mm track of A/]],
    ["a track as an arc", track, (t) => t.replace("segment", "arc"), [/an arc of copper/, /no such track$/]],
    [
      "a drawing on copper",
      track,
      (t) => `(gr_line (start 1 1) (end 2 2) (stroke (width 0.2)) (layer "F.Cu")) ${t}`,
      [/a drawing on F\.Cu, which/],
    ],
    [
      "another drill",
      via,
      (t) => t.replace("(drill 0.3)", "(drill 0.4)"),
      [/0\.6\/0\.3 mm via of A.* no such via/, /a via that/],
    ],
    ["another size", via, (t) => t.replace("(size 0.6)", "(size 0.55)"), [/no such via/, /a via that/]],
    ["a via moved", via, (t) => t.replace("154.5", "154.4"), [/no such via/, /a via that/]],
    ["a via lost", via, () => "", [/no such via through the board$/]],
    ["a via twice", via, (t) => `${t}${t}`, [/a via that the circuit does not have$/]],
    ["a blind via", via, (t) => t.replace("(via ", "(via blind "), [/no such via/, /a via that/]],
    ["a via that ends inside", via, (t) => t.replace('"B.Cu"', '"In2.Cu"'), [/no such via/, /a via that/]],
    ["a via on another net", via, (t) => t.replace("(net 1)", "(net 2)"), [/^the 0\.6\/0\.3 mm via of A/]],
    [
      "a pad on another net",
      '(pad "1"',
      (t) => t.replace(/\(net \d+ "[^"]*"\)/, '(net 2 "B")'),
      [/^U1\.1 is of A/],
    ],
  ]

  it.each(copper)("%s is found", (_title, from, change, wanted) => {
    const found = changed(from, change)
    for (const pattern of wanted) expect(found).toContainEqual(expect.stringMatching(pattern))
  })

  const inks = ["(fp_line", "(fp_circle", "(fp_poly", "(gr_line (start 134.5 113)", "(gr_poly"]

  it.each(inks)("%s lost, twice, moved, wider, on the other side: each is found", (from) => {
    expect(changed(from, () => "")).toEqual([expect.stringMatching(/does not have it on the (top|bottom)$/)])
    expect(changed(from, (t) => `${t} ${t}`)).toEqual([expect.stringMatching(/^the KiCad board has ink on/)])
    const both = [expect.stringMatching(/does not have it/), expect.stringMatching(/has ink on/)]
    const moved = (t: string) =>
      t.replace(/\((start|center|xy) (-?[\d.]+)/, (_, word, x) => `(${word} ${Number(x) + 0.05}`)
    expect(changed(from, moved)).toEqual(both)
    expect(
      changed(from, (t) => t.replace(/\(width ([\d.]+)/, (_, w) => `(width ${Number(w) + 0.05}`)),
    ).toEqual(both)
    expect(
      changed(from, (t) =>
        t.includes('"F.SilkS"') ? t.replace("F.SilkS", "B.SilkS") : t.replace("B.SilkS", "F.SilkS"),
      ),
    ).toEqual(both)
  })

  it("of a form that this project does not write is named", () => {
    expect(changed("(gr_line (start 134.5 113)", (t) => t.replace("gr_line", "gr_arc"))).toEqual([
      expect.stringMatching(/a silkscreen arc, which this project never draws$/),
      expect.stringMatching(/^line: the KiCad board does not have it on the top$/),
    ])
  })

  describe("of a large board", () => {
    let text: string
    let found: (kicad: string) => string[]

    beforeAll(async () => {
      const { circuit, definition } = await compiledBoard()
      text = kicadBoard(circuit, definition, jlcpcb, new Date(0)).board
      found = (kicad) =>
        kicadAsCompiled(circuit, kicad, "x.kicad_pcb", minLineMm).findings.map(({ message }) => message)
    }, 120_000)

    it("are those of the circuit, and all are looked for", async () => {
      const { circuit } = await compiledBoard()
      const { findings, figures } = kicadAsCompiled(circuit, text, "x.kicad_pcb", minLineMm)
      expect(findings).toEqual([])
      expect(Number(figures?.[0]?.value)).toBeGreaterThan(300)
    })

    /** The first or last match replaced. */
    const broken = (pattern: RegExp, by: (match: string, ...groups: string[]) => string): string[] => {
      const changed = text.replace(pattern, by)
      expect(changed, String(pattern)).not.toBe(text)
      return found(changed)
    }
    const shifted = (mm: number) => (_: string, before: string, x: string) => `${before}${Number(x) + mm}`

    it.each<[string, RegExp, (match: string, ...groups: string[]) => string, readonly RegExp[]]>([
      [
        "a corner of poured copper moved",
        /(\(filled_polygon[\s\S]*?\(xy )([\d.]+)/,
        shifted(0.05),
        [
          /^the pour of GND on (top|bottom): the KiCad board has no such copper$/,
          /has poured copper on [FB]\.Cu that/,
        ],
      ],
      [
        "a corner of it lost",
        /(\(filled_polygon[\s\S]*?\(pts\s*)\(xy [\d. ]+\)/,
        (_, before) => before,
        [/no such copper$/],
      ],
      [
        "a corner of it added",
        /(\(filled_polygon[\s\S]*?\(pts\s*)(\(xy [\d. ]+\))/,
        (_, before, xy) => `${before}${xy} (xy 140 100)`,
        [/no such copper$/],
      ],
      [
        "copper on the other side",
        /(\(filled_polygon\s*\(layer ")[FB]/,
        (match, before) => `${before}${match.endsWith("F") ? "B" : "F"}`,
        [/no such copper$/],
      ],
      ["copper lost", /\(filled_polygon/, () => "(lost_polygon", [/no such copper$/]],
      [
        "a zone on another net",
        /(\(zone\s*\(net )\d+/,
        (_, before) => `${before}0`,
        [/^the pour of GND.* is of GND, and in the KiCad board on/],
      ],
      [
        "a zone of another name",
        /(\(net_name ")GND/,
        (_, before) => `${before}V24`,
        [/its zone is called V24/],
      ],
      [
        "a zone on one layer less",
        /(\(zone[\s\S]*?\(layers? )"F\.Cu"/,
        (_, before) => before,
        [/lies outside its zone/],
      ],
      [
        "a zone's corner moved in",
        /(\(polygon\s*\(pts\s*\(xy )([\d.]+ [\d.]+)/,
        (_, before) => `${before}148.5 105`,
        [/lies outside its zone/],
      ],
      [
        "a text moved",
        /(\(gr_text "[^"]*"\s*\(at )([\d.]+)/,
        shifted(0.02),
        [/^text ".*": the KiCad board does not have it/, /has the text ".*" on/],
      ],
      [
        "a text turned",
        /(\(gr_text "[^"]*"\s*\(at [\d.]+ [\d.]+)( \d+)?\)/,
        (_, before) => `${before} 45)`,
        [/has the text/],
      ],
      ["a text of other words", /(\(gr_text ")./, (_, before) => `${before}7`, [/has the text "7/]],
      [
        "a text on the other side",
        /(\(gr_text "[^"]*"[\s\S]*?")([FB])\.SilkS/,
        (_, before, side) => `${before}${side === "F" ? "B" : "F"}.SilkS`,
        [/has the text/],
      ],
      ["a text larger", /(\(gr_text [\s\S]*?\(size )([\d.]+)/, shifted(0.2), [/has the text/]],
      ["a text that is not mirrored", / mirror\)/, () => ")", [/has the text|does not have it/]],
      [
        "a designator moved",
        /(\(property "Reference" "[^"]*"\s*\(at )([1-9-][\d.]*)/,
        shifted(0.02),
        [/has the text/],
      ],
      [
        "a designator hidden",
        /(\(property "Reference" "[^"]*"\s*\(at [1-9-][\s\S]*?)\(effects/,
        (_, before) => `${before}(hide yes) (effects`,
        [/does not have it/],
      ],
    ])("%s: found", (_title, pattern, by, wanted) => {
      const said = broken(pattern, by)
      for (const one of wanted) expect(said).toContainEqual(expect.stringMatching(one))
    })
  })
})
