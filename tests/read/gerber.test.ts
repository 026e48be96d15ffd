import { describe, expect, it } from "vitest"
import { areaMm2, readGerber, svgPath, toMm, toPolygons } from "../../src/read"

/** A file with the usual head; `body` between it and M02. */
const file = (body: string, head = "%FSLAX46Y46*%\n%MOMM*%\nG01*\nG75*\n"): string => `${head}${body}\nM02*\n`
const image = (body: string, head?: string) => readGerber(file(body, head), "t.gbr")
const area = (body: string, head?: string): number => areaMm2(toPolygons(image(body, head)))
const disc = (d: number): number => (Math.PI * d * d) / 4
const flash = (shape: string, macros = ""): string => `${macros}%ADD10${shape}*%\nD10*\nX0Y0D03*`

/** Areas agree to what chords of a micrometre allow. */
const near = (actual: number, expected: number): void => {
  expect(Math.abs(actual - expected)).toBeLessThan(0.004 * Math.max(1, expected))
}

describe("apertures, by area in mm2", () => {
  it.each([
    ["circle", "C,2", disc(2)],
    ["circle with a hole", "C,2X1", disc(2) - disc(1)],
    ["rectangle", "R,2X1", 2],
    ["rectangle with a hole", "R,2X1X0.5", 2 - disc(0.5)],
    ["rectangle with a rectangular hole", "R,2X1X0.5X0.4", 2 - 0.2],
    ["lying obround", "O,3X1", 2 + disc(1)],
    ["standing obround", "O,1X3", 2 + disc(1)],
    ["hexagon", "P,2X6", 2.598],
    ["turned square", "P,2X4X45", 2],
  ])("%s", (_, shape, expected) => near(area(flash(shape)), expected))

  it("in inches", () => {
    const head = "%FSLAX24Y24*%\n%MOIN*%\nG01*\n"
    near(area(flash("R,0.1X0.05"), head), 2.54 * 1.27)
    expect(image("%ADD10C,0.1*%\nD10*\nX10000Y0D03*", head).objects[0]).toMatchObject({
      at: { x: 25.4, y: 0 },
    })
  })

  it("with trailing zeros omitted and incremental coordinates", () => {
    const { objects } = image("%ADD10C,0.1*%\nD10*\nX01Y02D03*\nX01Y0D03*", "%FSTIX23Y23*%\n%MOMM*%\n")
    expect(objects.map((o) => (o.kind === "flash" ? o.at : undefined))).toEqual([
      { x: 1, y: 2 },
      { x: 2, y: 2 },
    ])
  })
})

describe("macros, by area in mm2", () => {
  it.each([
    ["circle", "1,1,2,0,0*", "", disc(2)],
    ["circle off centre, turned", "1,1,2,3,0,90*", "", disc(2)],
    ["outline", "4,1,3,0,0,2,0,0,2,0,0,0*", "", 2],
    ["outline with variables", "4,1,$1,0,0,$2,0,0,$2,0,0,0*", "3X2", 2],
    ["polygon", "5,1,6,0,0,2,0*", "", 2.598],
    ["thermal", "7,0,0,2,1,0.2,0*", "", disc(2) - disc(1) - 4 * 0.5 * 0.2],
    ["vector line", "20,1,1,0,0,2,0,0*", "", 2],
    ["centre line", "21,1,2,1,0,0,30*", "", 2],
    ["lower left line", "22,1,2,1,0,0,0*", "", 2],
    ["exposure off", "1,1,2,0,0*1,0,1,0,0*", "", disc(2) - disc(1)],
    ["arithmetic", "21,1,$1+$2x2,(3-$2)/2,0,-$2,0*", "1X1", 3],
    ["assignment", "$3=$1x$1*21,1,$3,$2,0,0,0*", "2X1", 4],
    ["an unset variable is 0", "21,1,2+$9,1,0,0,0*", "", 2],
    ["a comment that lost its star", "0 note\n21,1,9,9,0,0,0*21,1,2,1,0,0,0*", "", 2],
  ])("%s", (_, body, parameters, expected) => {
    const shape = parameters === "" ? "M" : `M,${parameters}`
    near(area(flash(shape, `%AMM*${body}%\n`)), expected)
  })

  it("turns about the macro's origin, not the shape's", () => {
    const [piece] = toPolygons(image(flash("M", "%AMM*21,1,1,1,2,0,90*%\n")))
    const ys = (piece?.outer ?? []).map(({ y }) => toMm(y))
    expect([Math.min(...ys), Math.max(...ys)]).toEqual([1.5, 2.5])
  })

  it("tells which primitives it uses and whether it takes parameters", () => {
    const { macros } = image(flash("M,1X2", "%AMM*21,1,$1,$2,0,0,0*1,1,1,0,0*%\n"))
    expect(macros.get("M")).toMatchObject({ primitives: [1, 21], parameterised: true })
  })
})

describe("drawing", () => {
  it("lines have round ends; a line of no length is a dot", () => {
    near(area("%ADD10C,1*%\nD10*\nX0Y0D02*\nX3000000Y0D01*"), 3 + disc(1))
    near(area("%ADD10C,1*%\nD10*\nX0Y0D02*\nX0Y0D01*"), disc(1))
  })

  it("a rectangle sweeps its corners along", () => {
    near(area("%ADD10R,1X1*%\nD10*\nX0Y0D02*\nX2000000Y2000000D01*"), 1 + 4)
  })

  it.each([
    ["counter-clockwise half", "G03*\nX-1000000Y0I-1000000J0D01*", Math.PI / 2],
    ["clockwise half", "G02*\nX-1000000Y0I-1000000J0D01*", Math.PI / 2],
    ["full circle", "G03*\nX1000000Y0I-1000000J0D01*", Math.PI],
  ])("arcs in a region: %s", (_, arc, expected) => {
    near(area(`G36*\nX1000000Y0D02*\n${arc}\nG01*\nX1000000Y0D01*\nG37*`), expected)
  })

  it("a drawn ring", () => {
    near(area("%ADD10C,0.2*%\nD10*\nX1000000Y0D02*\nG03*\nX1000000Y0I-1000000J0D01*"), 2 * Math.PI * 0.2)
  })

  it("single-quadrant arcs", () => {
    near(
      area("G74*\nG36*\nX0Y0D02*\nX1000000Y0D01*\nG03*\nX0Y1000000I1000000J0D01*\nG01*\nX0Y0D01*\nG37*"),
      Math.PI / 4,
    )
  })

  it("regions: contours of either direction, cut-ins, several contours", () => {
    const square = (x: number, reverse: boolean): string => {
      const corners = [
        [x, 0],
        [x + 1, 0],
        [x + 1, 1],
        [x, 1],
        [x, 0],
      ]
      if (reverse) corners.reverse()
      return corners.map(([px = 0, py = 0], i) => `X${px * 1e6}Y${py * 1e6}D0${i === 0 ? 2 : 1}*`).join("\n")
    }
    near(area(`G36*\n${square(0, false)}\n${square(5, true)}\n${square(0.5, true)}\nG37*`), 2.5)
    const cutIn = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 2],
      [1, 2],
      [1, 3],
      [3, 3],
      [3, 1],
      [1, 1],
      [1, 2],
      [0, 2],
      [0, 0],
    ]
    const words = cutIn.map(([x = 0, y = 0], i) => `X${x * 1e6}Y${y * 1e6}D0${i === 0 ? 2 : 1}*`).join("\n")
    const cut = toPolygons(image(`G36*\n${words}\nG37*`))
    near(areaMm2(cut), 12)
    expect(cut.map(({ holes }) => holes.length)).toEqual([1])
  })

  it("clear polarity takes from what came before, not from what comes after", () => {
    const body = "%ADD10R,2X2*%\n%ADD11R,1X1*%\nD10*\nX0Y0D03*\n%LPC*%\nD11*\nX0Y0D03*\n%LPD*%\n"
    near(area(body), 3)
    near(area(`${body}X0Y0D03*`), 4)
  })

  it("mirroring, rotation and scaling of apertures", () => {
    const shape = "%AMM*21,1,2,1,2,1,0*%\n%ADD10M*%\nD10*\n"
    const box = (body: string): number[] => {
      const points = toPolygons(image(`${shape}${body}X0Y0D03*`)).flatMap(({ outer }) => outer)
      const [xs, ys] = [points.map(({ x }) => toMm(x)), points.map(({ y }) => toMm(y))]
      return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
    }
    expect(box("")).toEqual([1, 0.5, 3, 1.5])
    expect(box("%LMX*%")).toEqual([-3, 0.5, -1, 1.5])
    expect(box("%LR90*%")).toEqual([-1.5, 1, -0.5, 3])
    expect(box("%LMX*%%LR90*%")).toEqual([-1.5, -3, -0.5, -1])
    expect(box("%LS2*%")).toEqual([2, 1, 6, 3])
  })

  it("step and repeat", () => {
    near(area("%ADD10R,1X1*%\nD10*\n%SRX3Y2I2J3*%\nX0Y0D03*\n%SR*%\nX100000000Y0D03*"), 7)
  })

  it("aperture blocks, nested, rotated", () => {
    const block = "%ADD10R,1X1*%\n%ABD20*%\nD10*\nX0Y0D03*\nX5000000Y0D03*\n%AB*%\n"
    near(area(`${block}D20*\nX0Y0D03*\n%LR90*%\nX20000000Y0D03*`), 4)
    const { objects } = image(`${block}D20*\n%LR90*%\nX20000000Y0D03*`)
    expect(objects[1]).toMatchObject({ at: { x: 20, y: 5 } })
  })

  it("becomes an SVG path with holes, y downwards", () => {
    const path = svgPath(toPolygons(image(flash("R,2X2X1X1"))))
    expect(path.match(/M/g)).toHaveLength(2)
    expect(svgPath(toPolygons(image("%ADD10R,1X1*%\nD10*\nX0Y3000000D03*")))).toContain("-3.5")
  })
})

describe("attributes", () => {
  it("as commands", () => {
    const { attributes, apertures, objects, attributeStyle } = image(
      "%TF.FileFunction,Copper,L1,Top*%\n%TA.AperFunction,SMDPad,CuDef*%\n%ADD10C,1*%\n%TD*%\n%TO.P,R1,2,K*%\n%TO.N,GND*%\nD10*\nX0Y0D03*\n%TD*%\nX0Y0D03*",
    )
    expect(attributeStyle).toBe("command")
    expect(attributes.get(".FileFunction")).toEqual(["Copper", "L1", "Top"])
    expect(apertures.get(10)?.attributes.get(".AperFunction")).toEqual(["SMDPad", "CuDef"])
    expect(objects[0]).toMatchObject({
      net: "GND",
      pin: { designator: "R1", pin: "2" },
      apertureFunction: "SMDPad",
    })
    expect(objects[1]?.net).toBeUndefined()
  })

  it("as comments, with escapes", () => {
    const { attributes, objects, attributeStyle } = image(
      "G04 #@! TF.FileFunction,Profile,NP*\nG04 #@! TO.N,A\\u002CB*\n%ADD10C,1*%\nD10*\nX0Y0D03*",
    )
    expect(attributeStyle).toBe("comment")
    expect(attributes.get(".FileFunction")).toEqual(["Profile", "NP"])
    expect(objects[0]?.net).toBe("A,B")
  })
})

describe("what is wrong is told with file and line", () => {
  it.each([
    ["nothing", "", "t.gbr: the file is empty"],
    ["binary", "PK\u0003\u0004", "t.gbr, line 1: not a text file"],
    ["another format", "M48\nMETRIC\n", "t.gbr, line 1: * is missing"],
    ["no format", "%MOMM*%\nM02*\n", "no coordinate format"],
    ["an unclosed command", "%FSLAX46Y46*\nM02*", "never closed"],
    ["a star missing", "%FSLAX46Y46*%\n%MOMM*%\nD10\n%LPD*%\nM02*", "line 3: * is missing"],
    ["an undefined aperture", file("D10*"), "line 5: aperture D10 is used before it is defined"],
    ["a flash without aperture", file("X0Y0D03*"), "line 5: a flash before an aperture is selected"],
    [
      "an undefined macro",
      file("%ADD10NONE,1*%"),
      "line 5: aperture D10 uses the macro NONE, which is not defined",
    ],
    ["an aperture twice", file("%ADD10C,1*%\n%ADD10C,2*%"), "line 6: aperture D10 is defined twice"],
    ["a negative size", file("%ADD10C,-1*%"), "negative size"],
    ["no number", file("%ADD10C,1e5*%"), "is no number"],
    ["a broken macro", file("%AMM*21,1,$1+,1,0,0,0*%"), "a value is missing"],
    ["an unknown primitive", file("%AMM*3,1,1*%"), "no such primitive"],
    ["too few values", file("%AMM*1,1*%\n%ADD10M*%"), "too few"],
    ["a division by zero", file("%AMM*1,1,1/$1,0,0*%\n%ADD10M,0*%"), "divides by zero"],
    [
      "an open outline primitive",
      file("%AMM*4,1,2,0,0,1,0,1,1,0*%\n%ADD10M*%"),
      "does not end where it began",
    ],
    ["an open region", file("G36*\nX0Y0D02*"), "line 5: a region (G36) is never closed"],
    ["a flash in a region", file("%ADD10C,1*%\nD10*\nG36*\nX0Y0D03*"), "a flash within a region"],
    [
      "an impossible arc",
      file("%ADD10C,1*%\nD10*\nG03*\nX9000000Y0I1000000J0D01*"),
      "do not lie on one circle",
    ],
    ["an unknown word", file("Q7*"), '"Q7" is no Gerber command'],
    ["a negative image", file("%IPNEG*%"), "not supported"],
    ["far away", file("%ADD10C,1*%\nD10*\nX999999999999Y0D03*"), "mm away"],
    ["a mixed unit", file("%MOIN*%"), "the unit changes"],
    ["bottomless brackets", file(`%AMM*1,1,${"(".repeat(5000)}1*%`), "nested too deep"],
  ])("%s", (_, text, message) => {
    expect(() => readGerber(text, "t.gbr")).toThrow(message)
  })

  it("a step and repeat that would fill the memory ends early", () => {
    const body = "%ADD10C,1*%\nD10*\n%SRX999999Y999999I1J1*%\nX0Y0D03*\n%SR*%"
    expect(() => image(body)).toThrow("more than this reader takes")
  })
})

describe("layers that would take forever", () => {
  let seed = 1
  const place = (): number => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    return Math.floor((seed / 0x7fffffff) * 20e6)
  }
  const many = (count: number, draw: (i: number) => string): string =>
    Array.from({ length: count }, (_, i) => draw(i)).join("\n")
  const pen = "%ADD10C,0.1*%\nD10*\n"
  it.each([
    [
      "lines across each other",
      `${pen}${many(5_000, () => `X${place()}Y${place()}D02*\nX${place()}Y${place()}D01*`)}`,
    ],
    ["dark and clear in turn", `${pen}${many(9_000, (i) => `%LP${i % 2 ? "C" : "D"}*%\nX${i}Y0D03*`)}`],
    [
      "a region across itself",
      `G36*\nX0Y0D02*\n${many(12_000, () => `X${place()}Y${place()}D01*`)}\nX0Y0D01*\nG37*`,
    ],
  ])("%s are refused in a line", (_, body) => {
    const read = image(body)
    expect(() => toPolygons(read)).toThrow("t.gbr: the layer draws too many shapes over each other")
  })

  it("dark and clear in turn are answered where few lie on each other, however often they change", () => {
    const read = image(
      `%ADD10C,0.1*%\nD10*\n${many(20_000, (i) => `%LP${i % 2 ? "C" : "D"}*%\nX${(i >> 1) * 150_000}Y${(i % 2) * 50_000}D03*`)}`,
    )
    expect(toPolygons(read)).toHaveLength(10_000)
    expect(areaMm2(toPolygons(read).slice(0, 1))).toBeLessThan(0.007)
  })

  it("what was refused once is refused at once the next time", () => {
    const read = image(`${pen}${many(9_000, (i) => `%LP${i % 2 ? "C" : "D"}*%\nX${i}Y0D03*`)}`)
    const errors = [0, 1].map(() => {
      try {
        return toPolygons(read)
      } catch (error) {
        return error
      }
    })
    expect(errors[0]).toBe(errors[1])
  })
})

describe("oddities are noted, the image is kept", () => {
  const kinds = (text: string): string[] => readGerber(text, "t.gbr").problems.map(({ kind }) => kind)
  it.each([
    ["no end", "%FSLAX46Y46*%\n%MOMM*%\n", ["no-end"]],
    ["no newline", "%FSLAX46Y46*%\n%MOMM*%\nM02*", ["no-newline"]],
    ["data after the end", file("").replace("M02*", "M02*\nD10*"), ["data-after-end"]],
    ["a coordinate without D01", file("%ADD10C,1*%\nD10*\nX0Y0D02*\nX1Y1D01*\nX2Y2*"), ["deprecated"]],
    ["G54", file("%ADD10C,1*%\nG54D10*"), ["deprecated"]],
    ["an unknown extended command", file("%ZZ1*%"), ["unknown-command"]],
    ["an open contour", file("G36*\nX0Y0D02*\nX1Y0D01*\nX1Y1D01*\nG37*"), ["syntax"]],
    ["an aperture of no size", file("%ADD10C,0*%"), ["zero-size"]],
    ["nothing", file(""), []],
  ])("%s", (_, text, expected) => expect(kinds(text)).toEqual(expected))
})
