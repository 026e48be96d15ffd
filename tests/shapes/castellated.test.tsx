import { Fragment } from "react"
import { describe, expect, it } from "vitest"
import { rectangle } from "../../src/board/define"
import type { BoardSource } from "../../src/model/board"
import { made } from "./harness"
import { saved } from "./saved"

/** A row of half holes along an edge at `x`, as a module has it: round pads, or long ones that reach inwards. */
const row = (count: number, long: boolean, pitch = 2, holeDiameter = 0.8) => (
  <footprint>
    {Array.from({ length: count }, (_, i) => {
      const common = {
        portHints: [`pin${i + 1}`],
        pcbX: 0,
        pcbY: ((count - 1) / 2 - i) * pitch,
        holeDiameter,
      }
      return (
        <Fragment key={common.pcbY}>
          {long ? (
            <platedhole
              {...common}
              shape="circular_hole_with_rect_pad"
              holeShape="circle"
              padShape="rect"
              rectPadWidth={2.4}
              rectPadHeight={1.3}
            />
          ) : (
            <platedhole {...common} shape="circle" outerDiameter={1.4} />
          )}
        </Fragment>
      )
    })}
    <silkscreencircle pcbX={1.6} pcbY={((count - 1) / 2) * pitch} radius={0.2} isFilled />
    <courtyardrect width={2.6} height={count * pitch} />
  </footprint>
)

const module = () => (
  <>
    <chip
      name="J1"
      footprint={row(4, false)}
      pcbX={-8}
      pcbY={0}
      allowOffBoard
      connections={{ pin1: "net.A", pin2: "net.B", pin3: "net.GND", pin4: "net.GND" }}
    />
    <chip
      name="J2"
      footprint={row(4, true)}
      pcbX={8}
      pcbY={0}
      allowOffBoard
      connections={{ pin1: "net.A", pin2: "net.B", pin3: "net.GND", pin4: "net.GND" }}
    />
    <resistor
      name="R1"
      resistance="1k"
      footprint="0805"
      pcbX={0}
      pcbY={-3}
      connections={{ pin1: "net.A", pin2: "net.B" }}
    />
  </>
)

const board: Partial<BoardSource> = {
  outline: rectangle(16, 14),
  castellated: ["J1", "J2"],
  pour: { net: "GND" },
}

const track = (
  from: string,
  to: string,
  layer: "top" | "bottom",
  points: readonly (readonly [number, number])[],
) => ({ from, to, layer, width: 0.3, points })

const nets = {
  A: {
    pads: {},
    paths: [
      track("J1.1", "J2.1", "top", [
        [-7.5, 3],
        [7, 3],
      ]),
      track("via", "R1.1", "top", [
        [-3, 3],
        [-3, -3],
        [-0.9125, -3],
      ]),
    ],
    vias: [],
  },
  B: {
    pads: {},
    paths: [
      track("J1.2", "via", "bottom", [
        [-7.5, 1],
        [7, 1],
      ]),
      track("via", "R1.2", "top", [
        [3, 1],
        [3, -3],
        [0.9125, -3],
      ]),
    ],
    vias: [[3, 1]],
  },
} as const

describe("half holes on the board's edge", () => {
  it("are built, and nothing has anything to say", async () => {
    const built = await made(module, board, nets)
    saved(built)
    console.log(built.open)
    expect(built.open).toEqual([])
  }, 120_000)
})
