import type { AnyCircuitElement } from "circuit-json"
import { describe, expect, it } from "vitest"
import { renderCircuit } from "../../src/compile/render"

const decoupling = (circuit: readonly AnyCircuitElement[]): unknown =>
  circuit.flatMap((element) =>
    element.type === "source_component" && element.ftype === "simple_capacitor"
      ? [element.max_decoupling_trace_length]
      : [],
  )

/** A chip with a supply pin, and a capacitor whose pin 1 is joined as said. */
const board = (pin1: string) =>
  renderCircuit({
    element: () => (
      <board width={20} height={20} routingDisabled>
        <chip
          name="U1"
          footprint="soic8"
          pinAttributes={{ pin1: { shouldHaveDecouplingCapacitor: true } }}
          connections={{ pin2: "net.GND", pin3: "net.V33" }}
        />
        <capacitor
          name="C1"
          capacitance="100nF"
          footprint="0402"
          pcbX={7}
          connections={{ pin1, pin2: "net.GND" }}
        />
      </board>
    ),
  })

describe("what tscircuit knows of a capacitor at a supply pin", () => {
  it("is as ever where a trace joins the two pins", async () => {
    expect(decoupling(await board(".U1 > .pin1"))).toEqual([1])
  })

  it("is nothing where all traces go to nets", async () => {
    expect(decoupling(await board("net.V33"))).toEqual([undefined])
  })
})
