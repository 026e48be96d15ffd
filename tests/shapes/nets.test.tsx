import { describe, expect, it } from "vitest"
import { r0805 } from "../../components/parts/passives"
import { rectangle } from "../../src/board/define"
import { fromCircuit, inCircuit } from "../../src/board/net-names"
import { Part } from "../../src/board/parts"
import type { RoutesFile } from "../../src/route/routes-file"
import { made } from "./harness"

/** A track from R1 to R2 past what is between. */
const joined = (pin: number, from: number, to: number, y: number): RoutesFile["nets"][string] => ({
  pads: { [`R1.${pin}`]: [from, 0], [`R2.${pin}`]: [to, 0] },
  paths: [
    {
      from: `R1.${pin}`,
      to: `R2.${pin}`,
      layer: "top",
      width: 0.25,
      points: [
        [from, 0],
        [from, y],
        [to, y],
        [to, 0],
      ],
    },
  ],
  vias: [],
})

describe("nets' names", () => {
  it("are told apart by tscircuit, and found again", () => {
    const names = [
      "+3V3",
      "+3V",
      "3V3",
      "$3V3$",
      "$3V3",
      "3_2b_",
      "3+",
      "3_",
      "-12V",
      "VCC_3.3",
      "GND",
      "/RESET",
    ]
    expect(new Set(names.map(inCircuit)).size).toBe(names.length)
    expect(names.map((name) => fromCircuit(inCircuit(name)))).toEqual(names)
    expect(inCircuit("MEP_TXD")).toBe("MEP_TXD")
  })

  it.each(["+3V3", "/RESET", "~CS", "3V3", "USB_D+", "-12V"])(
    "%s is written as it is called",
    async (net) => {
      const { open, files, kicad, laid } = await made(
        () => (
          <>
            <Part name="R1" is={r0805["10k"]} pins={{ 1: net, 2: "+3V" }} at={[-4, 0]} />
            <resistor
              name="R2"
              resistance="1k"
              footprint="0805"
              pcbX={4}
              pcbY={0}
              connections={{ pin1: `net.${net}`, pin2: "net.+3V" }}
            />
          </>
        ),
        { outline: rectangle(24, 16) },
        { [net]: joined(1, -4.9125, 3.0875, 3), "+3V": joined(2, -3.0875, 4.9125, -3) },
      )
      expect(open).toEqual([])
      expect(laid.circuit.flatMap((one) => (one.type === "source_net" ? [one.name] : [])).sort()).toEqual(
        ["+3V", net].sort(),
      )
      expect(JSON.stringify(laid.circuit)).not.toContain(inCircuit("+3V"))
      const text = [...files.values(), kicad].join("\n")
      expect(text).not.toMatch(/NET_\w*_NET/)
      expect([...files].find(([name]) => name.endsWith(".ipc"))?.[1]).toContain(net)
      expect([...files].find(([name]) => name.endsWith("F_Cu.gtl"))?.[1]).toContain(`TO.N,${net}*`)
      expect(kicad).toContain(` "/${net}")`)
    },
  )
})
