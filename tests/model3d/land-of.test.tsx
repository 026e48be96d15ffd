import { describe, expect, test } from "vitest"
import { landsOf } from "../../src/circuit/land-of"
import { renderCircuit } from "../../src/compile/render"
import { checkModel } from "../../src/model3d/check"
import { genericBody } from "../../src/model3d/generic-body"
import { buildModel } from "../../src/model3d/model"

const places = [
  ["R1", -10, 5, 0, "top"],
  ["R2", 0, 5, 90, "top"],
  ["R3", 10, 5, 180, "bottom"],
  ["R4", -10, -5, 270, "bottom"],
  ["R5", 10, -5, 30, "top"],
] as const

const circuit = renderCircuit({
  element: () => (
    <board width={40} height={40} schematicDisabled routingDisabled placementDrcChecksDisabled>
      {places.map(([name, x, y, turned, layer]) => (
        <resistor
          key={name}
          name={name}
          resistance="1k"
          footprint="0603"
          pcbX={x}
          pcbY={y}
          pcbRotation={turned}
          layer={layer}
        />
      ))}
      <chip name="U1" footprint="soic8" pcbX={0} pcbY={-10} pcbRotation={90} layer="bottom" />
      <pinheader name="J1" pinCount={3} footprint="pinrow3" pcbX={-10} pcbY={-14} />
    </board>
  ),
})

describe("the land of a footprint string", () => {
  test("is the same at every turn and on both sides", async () => {
    const lands = landsOf(await circuit)
    const [first] = lands.get("R1")?.pads ?? []
    expect(first?.x).toBeLessThan(0)
    for (const name of ["R2", "R3", "R4", "R5"]) expect(lands.get(name), name).toEqual(lands.get("R1"))
  })

  test("has its pins where the package has them: SOIC-8 counter-clockwise from the top left", async () => {
    const pads = landsOf(await circuit).get("U1")?.pads ?? []
    expect(pads).toHaveLength(8)
    const at = (pin: number) => pads.find((pad) => pad.pin === pin) ?? { x: 0, y: 0 }
    expect([Math.sign(at(1).x), Math.sign(at(1).y)]).toEqual([-1, 1])
    expect([Math.sign(at(4).x), Math.sign(at(4).y)]).toEqual([-1, -1])
    expect([Math.sign(at(5).x), Math.sign(at(5).y)]).toEqual([1, -1])
    expect([Math.sign(at(8).x), Math.sign(at(8).y)]).toEqual([1, 1])
  })

  test("keeps its holes", async () => {
    const pads = landsOf(await circuit).get("J1")?.pads ?? []
    expect(pads.map(({ pin, paste }) => [pin, paste])).toEqual([
      [1, "none"],
      [2, "none"],
      [3, "none"],
    ])
    for (const { holeMm, width } of pads) expect(holeMm).toBeLessThan(width)
  })

  test("carries a plain box that stands on its pads, whichever way it is turned", async () => {
    const json = await circuit
    const lands = [...landsOf(json)]
    const model = buildModel(json, {
      thicknessMm: 1.6,
      outline: [
        { x: -20, y: -20 },
        { x: 20, y: -20 },
        { x: 20, y: 20 },
        { x: -20, y: 20 },
      ],
      bodies: Object.fromEntries(
        lands.flatMap(([name, land]) => {
          const body = genericBody(name.startsWith("R") ? "resistor" : "ic", land)
          return body ? [[name, body]] : []
        }),
      ),
      notFitted: [],
    })
    expect(checkModel(model).findings).toEqual([])
    expect(model.parts).toHaveLength(7)
    expect(model.parts.find(({ part }) => part === "R3")?.fit.pose.side).toBe("bottom")
  })
})
