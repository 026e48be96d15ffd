import { Fragment } from "react"
import { describe, expect, it } from "vitest"
import { rectangle } from "../../src/board/define"
import { readGerber } from "../../src/read"
import { type Made, made, said } from "./harness"
import { saved } from "./saved"

/** A large pad with four windows of paste, lopsided, turned, on either side. */
const part = (side: "top" | "bottom") => (
  <chip
    name={side === "top" ? "U1" : "U2"}
    pcbX={side === "top" ? -8 : 8}
    pcbY={0}
    pcbRotation={30}
    layer={side}
    footprint={
      <footprint>
        <smtpad portHints={["pin1"]} shape="rect" pcbX={0} pcbY={0} width={4} height={4} noSolderPaste />
        {[-1, 1].flatMap((x) =>
          [-1, 1].map((y) => (
            <Fragment key={`${x} ${y}`}>
              <solderpaste shape="rect" pcbX={x} pcbY={y} width={1.6} height={1.3} />
            </Fragment>
          )),
        )}
        <solderpaste shape="circle" pcbX={0} pcbY={0} radius={0.15} />
        <smtpad portHints={["pin2"]} shape="rect" pcbX={-4} pcbY={0} width={1} height={0.5} />
        <smtpad portHints={["pin3"]} shape="rect" pcbX={4} pcbY={0.5} width={1} height={0.5} />
        <silkscreencircle pcbX={-5} pcbY={1} radius={0.1} strokeWidth={0.2} />
        <courtyardrect width={12} height={5} />
      </footprint>
    }
  />
)

const circuit = () => (
  <>
    {part("top")}
    {part("bottom")}
  </>
)

const objects = ({ files }: Made, layer: string) =>
  readGerber(files.get(`gerbers/shape-${layer}`) ?? "", layer).objects

describe("paste in windows", () => {
  it("is what the source draws, on both sides, in Gerbers and KiCad", async () => {
    const board = await made(circuit, { outline: rectangle(34, 20) })
    saved(board)
    expect(board.open).toEqual([])
    for (const layer of ["F_Paste.gtp", "B_Paste.gbp"]) expect(objects(board, layer)).toHaveLength(7)
    // By hand: (1, 1) of U1, turned by 30 degrees about (-8, 0); of U2 it is mirrored first.
    const middles = (layer: string) =>
      objects(board, layer).flatMap((one) => {
        if (one.kind !== "region") return []
        const [ring = []] = one.contours
        const xs = ring.map(({ x }) => x)
        const ys = ring.map(({ y }) => y)
        return [[(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2] as const]
      })
    const has = (layer: string, x: number, y: number) =>
      middles(layer).some(([a, b]) => Math.hypot(a - x, b - y) < 0.002)
    expect(has("F_Paste.gtp", -8 + 0.866025 - 0.5, 0.5 + 0.866025)).toBe(true)
    expect(has("B_Paste.gbp", 8 - 0.866025 - 0.5, -0.5 + 0.866025)).toBe(true)
    expect(board.kicad.match(/\(pad "" smd/g)).toHaveLength(10)
  }, 60_000)

  it("that no part owns is refused", async () => {
    expect(await said(() => <solderpaste shape="circle" pcbX={0} pcbY={0} radius={1} />)).toEqual([
      "circuit/not-built: solderpaste stands outside a footprint: paste belongs to a part's pads",
    ])
  })
})

describe("holes that the edge cuts", () => {
  it("are refused in one line, with their part", async () => {
    const edge = (y: number) => () => (
      <chip
        name="U1"
        pcbX={0}
        pcbY={0}
        footprint={
          <footprint>
            {[-5, 0, 5].map((x, i) => (
              <Fragment key={x}>
                <platedhole
                  portHints={[`pin${i + 1}`]}
                  shape="circle"
                  pcbX={x}
                  pcbY={y}
                  outerDiameter={1.6}
                  holeDiameter={1}
                />
              </Fragment>
            ))}
            <courtyardrect width={14} height={2} pcbY={y} />
          </footprint>
        }
      />
    )
    expect(await said(edge(-10), { outline: rectangle(30, 20) })).toEqual([
      expect.stringMatching(
        /^circuit\/castellated: U1 has 3 plated holes that the board's edge cuts: name U1 in the board's/,
      ),
    ])
    expect((await said(edge(-8), { outline: rectangle(30, 20) })).join("\n")).not.toMatch(/castellated/)
  }, 60_000)
})
