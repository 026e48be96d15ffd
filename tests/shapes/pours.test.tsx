import { writeFileSync } from "node:fs"
import { expect, it } from "vitest"
import { made } from "./harness"
import { everyForm } from "./lands"

it("pours on both sides keep clear of polygon pads, slots and turned pads of either side", async () => {
  const { open, files, laid } = await made(
    () => (
      <>
        <chip name="U1" footprint={everyForm} pcbX={-12} pcbY={3} pcbRotation={30} />
        <chip name="U2" footprint={everyForm} pcbX={12} pcbY={-3} pcbRotation={30} layer="bottom" />
        <chip
          name="J1"
          footprint="pinrow2"
          pcbX={0}
          pcbY={-15}
          connections={{ pin1: "net.GND", pin2: "net.GND" }}
        />
      </>
    ),
    { pour: { net: "GND", layers: ["top", "bottom"], stitchMm: 200 } },
  )
  expect(open).toEqual([])
  expect(laid.circuit.filter(({ type }) => type === "pcb_copper_pour").length).toBeGreaterThanOrEqual(2)
  const folder = process.env.POURS_OUT
  if (folder !== undefined)
    for (const [name, text] of files)
      if (/_Cu/.test(name)) writeFileSync(`${folder}/${name.split("/").at(-1)}`, text)
}, 60_000)
