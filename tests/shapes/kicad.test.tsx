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
        kicadAsDrawn(drawn, laid.definition.outline, kicad, "x.kicad_pcb").findings.map(
          ({ message }) => message,
        )
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
      // A size, a turn, a hole, a text, an opening, an edge.
      const more = (one: Drawn) => held([...laid.drawn, one])
      for (const one of laid.drawn) {
        const rest = laid.drawn.filter((other) => other !== one)
        if (one.kind === "pad") {
          const grown = { ...one.shape, radius: one.shape.radius + 0.02 }
          expect(held([...rest, { ...one, shape: grown }]).length, one.pin).toBe(
            one.shape.core.length > 4 || one.pin === "11" ? 0 : 2,
          )
        }
        if (one.kind === "hole") {
          const shape = { ...one.shape, radius: one.shape.radius + 0.02 }
          expect(held(rest)).toHaveLength(1)
          expect(held([...rest, { ...one, shape }])).toHaveLength(2)
        }
        if (one.kind === "text") {
          expect(more(one)).toHaveLength(1)
          expect(held([...rest, { ...one, text: "Q" }])).toHaveLength(1)
        }
      }
      const opening: Drawn = {
        kind: "cutout",
        what: "cutout",
        shape: {
          core: [
            { x: 0, y: 0 },
            { x: 2, y: 0 },
            { x: 0, y: 2 },
          ],
          radius: 0,
        },
      }
      expect(more(opening)).toHaveLength(3)
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
