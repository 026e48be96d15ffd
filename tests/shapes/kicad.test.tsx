import { describe, expect, it } from "vitest"
import { asDrawn } from "../../src/compile/as-drawn"
import { kicadAsDrawn } from "../../src/kicad/held-to-source"
import type { Drawn } from "../../src/model/drawn"
import { made } from "./harness"
import { everyForm } from "./lands"

describe("the KiCad board", () => {
  it.each([0, 30])(
    "has each pad of the source, turned by %d degrees, on both sides; what is wrong is named",
    async (deg) => {
      const { laid, kicad } = await made(() => (
        <>
          <chip name="U1" footprint={everyForm} pcbX={-13} pcbY={3} pcbRotation={deg} />
          <chip name="U2" footprint={everyForm} pcbX={13} pcbY={-3} pcbRotation={deg} layer="bottom" />
          <resistor name="R1" resistance="1k" footprint="0805" pcbX={0} pcbY={-16} pcbRotation={deg} />
        </>
      ))
      const held = (drawn: readonly Drawn[]) =>
        kicadAsDrawn(drawn, kicad, "x.kicad_pcb").findings.map(({ message }) => message)
      expect(held(laid.drawn)).toEqual([])
      const pads = laid.drawn.filter((one) => one.kind === "pad")
      expect(pads).toHaveLength(26)
      for (const pad of pads) {
        const rest = laid.drawn.filter((one) => one !== pad)
        const by = (one: Drawn) => held([...rest, one])
        expect(held(rest)).toEqual([expect.stringMatching(/does not draw$/)])
        expect(by({ ...pad, pin: "99" })).toHaveLength(2)
        expect(by({ ...pad, sides: pad.sides.length > 1 ? ["top"] : ["top", "bottom"] })).toHaveLength(2)
        const moved = ({ core, radius }: (typeof pad)["shape"]) => ({
          core: core.map(({ x, y }) => ({ x, y: y + 0.02 })),
          radius,
        })
        const hole = pad.hole === undefined ? {} : { hole: moved(pad.hole) }
        expect(by({ ...pad, shape: moved(pad.shape), ...hole })).toHaveLength(2)
      }
      // The compiled circuit is held by pin as well: two pads of one form that changed places.
      const swapped = laid.drawn.map((one) =>
        one.kind === "pad" && one.part === "R1" ? { ...one, pin: one.pin === "1" ? "2" : "1" } : one,
      )
      const said = asDrawn(laid.circuit, {
        drawn: swapped,
        unread: new Set(),
        unmarked: new Set(["R1", "U1", "U2"]),
      })
      expect(said.filter(({ parts }) => parts?.includes("R1")).length).toBeGreaterThanOrEqual(2)
    },
    60_000,
  )
})
