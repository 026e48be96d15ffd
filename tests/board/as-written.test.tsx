import type { AnyCircuitElement } from "circuit-json"
import { describe, expect, it } from "vitest"
import { r0805 } from "../../components/parts/passives"
import { Part } from "../../src/board/parts"
import { elementsOf } from "../../src/circuit/elements"
import { netlistOf } from "../../src/circuit/netlist"
import { asWritten } from "../../src/compile/as-written"
import { checkLayout, laySource } from "../../src/compile/compile"
import { UserError } from "../../src/model/finding"
import { silent } from "../../src/model/observer"
import { described, laid, sourceOf } from "./rendered"

const is = r0805["10k"]
const pair = () => (
  <>
    <Part name="R1" is={is} pins={{ 1: "A", 2: "B" }} at={[0, 0]} />
    <Part name="R2" is={is} pins={{ 1: "A", 2: "B" }} at={[8, 0]} />
  </>
)

describe("the compiled circuit joins what the source joins", () => {
  it("as a rule", async () => {
    expect((await laid(pair)).said).toEqual([])
  })

  it("and a connection that is lost or exchanged on the way is said", async () => {
    const { circuit } = await laid(pair)
    const { pinOfSourcePort } = netlistOf(circuit)
    const isOf = (one: AnyCircuitElement, pin: string) =>
      one.type === "source_trace" &&
      one.connected_source_port_ids.some((id) => pinOfSourcePort.get(id) === pin)
    const netB = elementsOf(circuit, "source_net").find(({ name }) => name === "B")?.source_net_id ?? ""
    const said = (changed: readonly AnyCircuitElement[]) =>
      asWritten(described(pair), changed).map(({ message }) => message)
    expect(said(circuit)).toEqual([])
    expect(said(circuit.filter((one) => !isOf(one, "R2.1")))).toEqual([
      "R2.1 is on net A in the source, on no net in the compiled circuit",
    ])
    expect(
      said(circuit.map((one) => (isOf(one, "R2.1") ? { ...one, connected_source_net_ids: [netB] } : one))),
    ).toEqual(["R2.1 is on net A in the source, on net B in the compiled circuit"])
  })

  it("and a net that a subcircuit keeps to itself is said", async () => {
    const { said } = await laid(() => (
      <>
        <Part name="R1" is={is} pins={{ 1: "A" }} at={[0, 0]} />
        <subcircuit name="S" pcbX={8}>
          <Part name="R2" is={is} pins={{ 1: "A" }} at={[0, 0]} />
        </subcircuit>
      </>
    ))
    expect(said).toMatchObject([
      {
        rule: "circuit/net-lost",
        severity: "error",
        message: "net A is 2 nets (R1.1; R2.1): a subcircuit keeps its nets to itself, a group does not",
      },
    ])
  })

  it("and pins that are joined without a net are said", async () => {
    const { said } = await laid(() => (
      <>
        {pair()}
        <resistor name="R3" resistance="1k" footprint="0603" pcbY={6} connections={{ pin1: "net.A" }} />
        <resistor name="R4" resistance="1k" footprint="0603" pcbY={9} connections={{ pin1: ".R3 > .pin2" }} />
      </>
    ))
    expect(said.map(({ message }) => message)).toContain(
      'R3.2, R4.1 are joined without a net: give it one, "net.NAME"',
    )
  })
})

describe("a source with faults", () => {
  it("is not rendered: its faults are all there is to say", async () => {
    const compiled = await checkLayout(await laid(() => <Part name="R1" is={is} pins={{ 3: "A" }} />))
    expect(compiled.circuit).toEqual([])
    expect(compiled.blocked).toBe(true)
    expect(compiled.runs.map(({ id }) => id)).toEqual(["source"])
    expect(compiled.runs[0]?.findings.map(({ rule }) => rule)).toEqual(["circuit/pin", "circuit/no-place"])
  })

  it("that throws says so in one line, never as a bug of the build", async () => {
    const broken = sourceOf(() => {
      const parts: { R1?: { value: string } } = {}
      return <Part name="R1" is={{ ...is, value: (parts.R1 as { value: string }).value }} at={[0, 0]} />
    })
    const laying = laySource(
      broken,
      { format: 1, nets: {} },
      {
        root: process.cwd(),
        boardId: "test",
        observer: silent,
        orderOf: () => ({ fab: "jlcpcb", plans: [] }),
      },
    )
    await expect(laying).rejects.toThrow(UserError)
    await expect(laying).rejects.toThrow(/Cannot read properties of undefined \(reading 'value'\)$/)
  })
})
