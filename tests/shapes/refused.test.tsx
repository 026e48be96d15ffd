import type { ReactElement } from "react"
import { describe, expect, it } from "vitest"
import { r0805 } from "../../components/parts/passives"
import { Part } from "../../src/board/parts"
import { described } from "../board/rendered"

const faults = (circuit: () => ReactElement): string[] =>
  described(circuit).findings.map(({ rule, message }) => `${rule}: ${message}`)

const land = (child: ReactElement) => () => (
  <chip name="U1" pcbX={0} pcbY={0} footprint={<footprint>{child}</footprint>} />
)

/** As no type checker lets it through; a build does not look at types. */
const loose = (props: object) => props as Record<string, never>

describe("what is not built is refused in one line, with its part", () => {
  const cases: readonly (readonly [string, () => ReactElement, RegExp])[] = [
    [
      "a cutout over the edge",
      () => <cutout shape="rect" pcbX={30} width={4} height={2} />,
      /^circuit\/not-built: cutout is not within the board's edge: a notch belongs into the outline$/,
    ],
    [
      "a cutout over another",
      () => (
        <>
          <cutout shape="rect" width={4} height={2} />
          <cutout shape="circle" radius={1} />
        </>
      ),
      /^circuit\/not-built: cutout lies over another one: make them one$/,
    ],
    [
      "a cutout whose edge crosses itself",
      () => (
        <cutout
          shape="polygon"
          points={[
            { x: 0, y: 0 },
            { x: 4, y: 4 },
            { x: 4, y: 0 },
            { x: 0, y: 4 },
          ]}
        />
      ),
      /^circuit\/not-built: cutout has an edge that crosses itself/,
    ],
    [
      "a cutout with a corner twice, as where an arc joins its own end",
      () => (
        <cutout
          shape="polygon"
          points={[
            { x: 0, y: 0 },
            { x: 4, y: 0 },
            { x: 4, y: 0 },
            { x: 4, y: 4 },
          ]}
        />
      ),
      /^circuit\/not-built: cutout has its corner at \(4\.00, 0\.00\) twice: say it once/,
    ],
    [
      "a cutout that only tscircuit can place",
      () => (
        <group pcbPack>
          <cutout shape="circle" radius={1} />
        </group>
      ),
      /^circuit\/not-built: cutout has its place from tscircuit/,
    ],
    [
      "a pour in a footprint",
      land(<copperpour layer="top" connectsTo="net.A" />),
      /^circuit\/not-built: copperpour of U1 .*outside of the part$/,
    ],
    [
      "a pour in a part",
      () => (
        <chip name="U1" footprint="soic8" pcbX={0} pcbY={0}>
          <copperpour layer="top" connectsTo="net.A" />
        </chip>
      ),
      /^circuit\/not-built: copperpour of U1 .*outside of the part$/,
    ],
    ["letters in copper", () => <coppertext text="A" />, /^circuit\/not-built: coppertext .*silkscreentext/],
    [
      "a blind via",
      () => <via fromLayer="top" toLayer={"inner1" as "bottom"} />,
      /^circuit\/not-built: via goes from top to inner1: blind and buried vias are not built/,
    ],
    [
      "an inner layer",
      land(<smtpad shape="rect" width={1} height={1} layer={"inner1" as "top"} />),
      /^circuit\/not-built: smtpad of U1 is on the layer "inner1": it has its place on top or bottom$/,
    ],
    [
      "an elliptic hole",
      land(<hole shape="oval" width={3} height={1} />),
      /^circuit\/not-built: hole of U1 is an ellipse.*shape="pill"$/,
    ],
    [
      "a hole with corners",
      land(<hole shape="rect" width={3} height={1} />),
      /^circuit\/not-built: hole of U1 has corners/,
    ],
    [
      "a property that would be lost",
      land(<silkscreencircle radius={1} {...loose({ filled: true })} />),
      /^circuit\/not-built: silkscreencircle of U1 has filled, which is not built/,
    ],
    [
      "a place that only tscircuit can work out",
      land(<smtpad shape="rect" width={1} height={1} pcbX="calc(board.minX + 1)" />),
      /^circuit\/not-built: smtpad of U1 has the pcbX "calc\(board.minX \+ 1\)": write a number of mm/,
    ],
    [
      "a mirrored text",
      () => <silkscreentext text="A" {...loose({ mirrored: true })} />,
      /^circuit\/not-built: silkscreentext has mirrored/,
    ],
  ]
  it.each(cases)("%s", (_name, circuit, words) => {
    const said = faults(circuit)
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(words)
  })
})

describe("names", () => {
  const pair = (name: string, net: string) => () => (
    <>
      <Part name={name} is={r0805["10k"]} pins={{ 1: net }} at={[0, 0]} />
      <Part name="R2" is={r0805["10k"]} pins={{ 1: net }} at={[8, 0]} />
    </>
  )
  it.each(["R1A", "J_USB", "SW1-2", "U1B"])("%s is a designator", (name) => {
    expect(faults(pair(name, "A"))).toEqual([])
  })
  it.each(["/RESET", "~CS", "V3_3", "+3V3", "-12V", "3V3", "VCC_3.3", "USB_D+"])("%s is a net", (net) => {
    expect(faults(pair("R1", net))).toEqual([])
  })
  it.each(["A B", "a,b", "+", "", 'A"', "net.A\n"])("%j is no net", (net) => {
    expect(faults(pair("R1", net)).length).toBeGreaterThan(0)
  })
  it("small letters are refused: a fab takes them for capitals", () => {
    expect(faults(pair("r1", "A"))).toEqual([
      "circuit/designator: r1: is no designator: write R1, a fab's import takes small letters for another part's",
    ])
  })
  it("a slash inside a net is refused in one line, of a part as of a plain element", () => {
    const words = 'a net cannot have a slash inside, as "SDA/SCL" has: write SDA_SCL'
    expect(faults(pair("R1", "SDA/SCL"))).toEqual([`circuit/net-name: R1: ${words}`])
    expect(
      faults(() => (
        <resistor name="R1" resistance="1k" footprint="0603" pcbX={0} connections={{ pin1: "net.SDA/SCL" }} />
      )),
    ).toEqual([`circuit/net-name: R1: ${words}`])
  })
})
