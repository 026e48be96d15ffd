import type { ReactElement } from "react"
import { describe, expect, it } from "vitest"
import { rectangle } from "../../src/board/define"
import { asDrawn } from "../../src/compile/as-drawn"
import { described } from "../board/rendered"
import { layOnly, made } from "./harness"

/** On both sides, turned. */
const everywhere = (name: string) => (
  <>
    <chip name="U1" footprint={name} pcbX={-60} pcbY={0} pcbRotation={30} />
    <chip name="U2" footprint={name} pcbX={60} pcbY={0} pcbRotation={30} layer="bottom" />
  </>
)

/** What a source is told of its shapes. */
const shapeWords = async (name: string): Promise<string[]> =>
  (await layOnly(() => everywhere(name), { outline: rectangle(240, 120) })).said
    .filter(({ rule }) => /^circuit\/not-/.test(rule))
    .map(({ message }) => `${name}: ${message}`)

describe("parts with a footprint by its name", () => {
  it("of every form of pad are held to the source, turned, on both sides", async () => {
    const names = ["0603", "soic8", "pinrow4", "qfn16_thermalpad", "bga16", "jst4_ph", "usbcmidmount", "dip8"]
    expect((await Promise.all(names.map(shapeWords))).flat()).toEqual([])
  }, 60_000)

  it("are held in the files too", async () => {
    const { open, laid } = await made(
      () => (
        <>
          <resistor name="R1" resistance="10k" footprint="0805" pcbX={-6} pcbY={0} pcbRotation={45} />
          <capacitor name="C1" capacitance="1uF" footprint="0603" pcbX={6} pcbY={4} layer="bottom" />
          <led name="D1" footprint="0402" pcbX={6} pcbY={-4} pcbRotation={90} />
        </>
      ),
      { outline: rectangle(24, 16) },
    )
    expect(open).toEqual([])
    expect(laid.drawn.map(({ part }) => part)).toEqual(["R1", "R1", "C1", "C1", "D1", "D1"])
  })

  it("are found wrong where a pad is moved, turned, lost or there twice", async () => {
    const laid = await layOnly(() => everywhere("0603"), { outline: rectangle(240, 120) })
    const drawnBy = { drawn: laid.drawn, unread: new Set<string>(), unmarked: new Set(["U1", "U2"]) }
    const [pad] = laid.circuit.filter((one) => one.type === "pcb_smtpad")
    if (pad === undefined || !("x" in pad)) throw new Error("no pad")
    // Designators are the program's.
    const rest = laid.circuit.filter((one) => one !== pad && one.type !== "pcb_silkscreen_text")
    expect(asDrawn(rest.concat(pad), drawnBy)).toEqual([])
    for (const broken of [rest, [...rest, { ...pad, x: pad.x + 0.01 }], [...rest, pad, pad]])
      expect(asDrawn(broken, drawnBy).length, JSON.stringify(broken.at(-1))).toBeGreaterThan(0)
  })

  it("are said not to be held where tscircuit decides on place or footprint", async () => {
    const { said } = await layOnly(() => (
      <>
        <resistor name="R10" resistance="1k" footprint="0603" />
        <resistor name="R2" resistance="1k" footprint="0603" pcbX={12} pcbY={5} />
        <pinheader name="J1" pinCount={4} pcbX={8} pcbY={0} />
      </>
    ))
    const held = said.filter(({ rule }) => rule.startsWith("circuit/"))
    expect(held.map(({ rule, severity, parts }) => ({ rule, severity, parts }))).toEqual([
      { rule: "circuit/not-held", severity: "info", parts: ["J1", "R10"] },
    ])
  })

  it("are refused with what is not built", () => {
    const { findings } = described(() => <chip name="U1" footprint="m2host" pcbX={0} pcbY={30} />)
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^cutout of U1 is not within the board's edge/),
    ])
  })

  it("that fit in two ways have to show which is right", async () => {
    const chip = (name: string, x: number, mark?: ReactElement) => (
      <chip
        name={name}
        pcbX={x}
        pcbY={0}
        footprint={
          <footprint>
            <smtpad portHints={["pin1"]} shape="rect" pcbX={-2} pcbY={0} width={1} height={1} />
            <smtpad portHints={["pin2"]} shape="rect" pcbX={2} pcbY={0} width={1} height={1} />
            {mark}
            <courtyardrect width={6} height={2} />
          </footprint>
        }
      />
    )
    const { open } = await made(() => (
      <>
        <chip name="U1" footprint="soic8" pcbX={-15} pcbY={0} pcbRotation={45} layer="bottom" />
        {chip("U2", 0)}
        {chip("U3", 15, <silkscreencircle pcbX={-2} pcbY={1} radius={0.1} strokeWidth={0.2} />)}
      </>
    ))
    expect(open).toEqual(["board/mark: U2: it can be turned wrongly, and its land marks no pin 1"])
  })
})
