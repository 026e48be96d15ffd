import { describe, expect, test } from "vitest"
import { renderCircuit } from "../../src/compile/render"
import type { Package } from "../../src/model/package"
import { boardSolid } from "../../src/model3d/board-solid"
import { checkModel } from "../../src/model3d/check"
import { genericBody } from "../../src/model3d/generic-body"
import { readDrills, readLands } from "../../src/model3d/lands"
import { buildModel } from "../../src/model3d/model"

const circuit = renderCircuit({
  element: () => (
    <board width={40} height={40} schematicDisabled routingDisabled placementDrcChecksDisabled>
      <resistor name="R1" resistance="1k" footprint="0603" pcbX={-10} />
      <chip
        name="U1"
        pcbX={10}
        pcbRotation={90}
        footprint={
          <footprint>
            <smtpad
              portHints={["pin1"]}
              shape="polygon"
              points={[
                { x: -2, y: -1 },
                { x: -1, y: -1 },
                { x: -1, y: 1 },
              ]}
            />
            <smtpad portHints={["pin2"]} shape="rect" pcbX={1.5} pcbY={0} width={1} height={2} />
            <platedhole
              portHints={["pin3"]}
              shape="pill"
              pcbX={5}
              pcbY={0}
              holeWidth={2}
              holeHeight={1}
              outerWidth={3}
              outerHeight={2}
            />
          </footprint>
        }
      />
    </board>
  ),
})

const plain: Package["land"] = {
  pads: [
    { pin: 1, x: -0.825, y: 0, width: 0.8, height: 0.95, paste: "full" },
    { pin: 2, x: 0.825, y: 0, width: 0.8, height: 0.95, paste: "full" },
  ],
  silk: [],
  courtyard: { shape: "rect", x: 0, y: 0, width: 2.9, height: 1.9 },
}

describe("pads of plain tscircuit elements", () => {
  test("a footprint string has its pins, and a plain box stands on them", async () => {
    const json = await circuit
    expect(
      readLands(json)
        .filter(({ designator }) => designator === "R1")
        .map(({ pin }) => pin),
    ).toEqual(["1", "2"])
    const body = genericBody("resistor", plain)
    const model = buildModel(json, {
      thicknessMm: 1.6,
      outline: [
        { x: -20, y: -20 },
        { x: 20, y: -20 },
        { x: 20, y: 20 },
        { x: -20, y: 20 },
      ],
      bodies: body ? { R1: body } : {},
      notFitted: [],
    })
    expect(checkModel(model).findings).toEqual([])
    expect(model.parts.map(({ fit }) => [fit.pose.x, fit.pose.y])).toEqual([[-10, 0]])
  })

  test("a polygon counts with its box, a slot with all of it", async () => {
    const json = await circuit
    const lands = readLands(json).filter(({ designator }) => designator === "U1")
    const shape = (pin: string) => {
      const land = lands.find((one) => one.pin === pin)
      return land && [land.x, land.y, land.halfWidth, land.halfHeight].map((mm) => Math.round(mm * 1e3) / 1e3)
    }
    // Turned a quarter: what was left is below.
    expect(shape("1")?.slice(2)).toEqual([1, 0.5])
    expect(shape("3")?.slice(2)).toEqual([1, 0.5])
    const [slot, ...others] = readDrills(json)
    expect(others).toEqual([])
    expect(slot?.radius).toBe(0.5)
    const [from = { x: 0, y: 0 }, to = from] = slot?.core ?? []
    expect(Math.hypot(to.x - from.x, to.y - from.y)).toBeCloseTo(1, 9)
    const board = [-20, 20].flatMap((x) => [-x, x].map((y) => ({ x, y: -Math.sign(x) * y })))
    expect(boardSolid(board, [], readDrills(json), 1.6).holes.map(({ kind }) => kind)).toEqual(["polygon"])
  })
})
