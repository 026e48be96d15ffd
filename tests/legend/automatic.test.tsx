import { describe, expect, it } from "vitest"
import { renderCircuit } from "../../src/compile/render"
import { withoutAutomaticTexts } from "../../src/legend/automatic"
import { textsOf } from "./measure"

/** Drawn: fabrication notes, board texts, texts of a part's children and of its drawn footprint. */
const board = (
  <board width="120mm" height="100mm" routingDisabled>
    <resistor name="R1" resistance="1k" footprint="0603" pcbX={-40} pcbY={-30} />
    <resistor name="R2" resistance="1k" footprint="0603" pcbX={-20} pcbY={-30}>
      <silkscreentext text="R2" fontSize={1.5} pcbY={3} />
    </resistor>
    <led name="D1" footprint="0805" pcbX={0} pcbY={-30} layer="bottom" />
    <chip name="U1" footprint="soic28" pcbX={-40} pcbY={10}>
      <silkscreentext text="U1" fontSize={0.6} pcbY={16} />
    </chip>
    <chip
      name="U2"
      pcbX={20}
      pcbY={-30}
      footprint={
        <footprint>
          <smtpad shape="rect" width="1mm" height="1mm" portHints={["1"]} />
          <silkscreentext text="{NAME}" fontSize={0.4} pcbY={2} />
        </footprint>
      }
    />
    <resistor
      name="R3"
      resistance="1k"
      footprint="0603"
      pcbX={40}
      pcbY={-30}
      pcbStyle={{ silkscreenFontSize: 2 }}
    />
    <pinheader
      name="J1"
      pinCount={4}
      footprint="pinrow4"
      pcbX={0}
      pcbY={20}
      pinLabels={["GND", "VCC", "RX", "TX"]}
    >
      <silkscreentext text="RX" fontSize={1.5} pcbY={6} />
    </pinheader>
    <testpoint name="TP1" footprintVariant="pad" pcbX={20} pcbY={20} />
    <silkscreentext text="R1" fontSize={0.4} pcbX={0} pcbY={40} />
  </board>
)

describe("automatic texts", () => {
  it("go, and what the author drew or sized stays", async () => {
    const circuit = await renderCircuit({ element: () => board })
    const list = (of: typeof circuit | ReturnType<typeof withoutAutomaticTexts>) =>
      textsOf(of)
        .map(({ text, font_size }) => `${text} ${font_size.toFixed(1)}`)
        .sort()
    const kept = withoutAutomaticTexts(circuit)
    expect(list(kept)).toEqual(["R1 0.4", "R2 1.5", "R3 2.0", "RX 1.5", "U1 0.6", "U2 0.4"])
    const gone = list(circuit.filter((element) => !kept.includes(element)))
    expect(gone).toEqual([
      "D1 0.4",
      "GND 0.5",
      "J1 0.7",
      "R1 0.4",
      "R2 0.4",
      "RX 0.5",
      "TP1 0.4",
      "TX 0.5",
      "U1 1.7",
      "VCC 0.5",
    ])
    const notes = (of: readonly { readonly type: string }[]) =>
      of.filter(({ type }) => type.includes("note")).length
    expect(notes(kept)).toBe(notes(circuit))
    expect(notes(circuit)).toBeGreaterThan(0)
  })

  it("leave a circuit without them as it is", () => {
    const none = [{ type: "pcb_silkscreen_text" }] as never
    expect(withoutAutomaticTexts(none)).toBe(none)
  })
})
