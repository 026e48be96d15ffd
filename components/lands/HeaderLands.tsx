import type { ReactElement } from "react"
import type { Point } from "../../src/board-definition"
import { PinOneDot, type Segment, SilkLines } from "./Silk"
import { SmdPad } from "./SmdPad"

/** 2.54 mm headers: holes 1.0 mm for 0.64 mm square pins, pads 1.7 mm, pin 1 square. */
export const header254 = { pitch: 2.54, drill: 1.0, pad: 1.7 } as const

function HeaderPin(props: { readonly number: number; readonly x: number; readonly y: number }): ReactElement {
  const { drill, pad } = header254
  if (props.number === 1) {
    // Offsets of nought must be said: without them tscircuit's own geometry computes with undefined and fails.
    return (
      <platedhole
        portHints={["pin1"]}
        shape="circular_hole_with_rect_pad"
        holeShape="circle"
        padShape="rect"
        pcbX={props.x}
        pcbY={props.y}
        holeDiameter={drill}
        rectPadWidth={pad}
        rectPadHeight={pad}
        holeOffsetX={0}
        holeOffsetY={0}
      />
    )
  }
  return (
    <platedhole
      portHints={[`pin${props.number}`]}
      shape="circle"
      pcbX={props.x}
      pcbY={props.y}
      holeDiameter={drill}
      outerDiameter={pad}
    />
  )
}

const box = (x1: number, y1: number, x2: number, y2: number): readonly Segment[] => [
  [x1, y1, x2, y1],
  [x2, y1, x2, y2],
  [x2, y2, x1, y2],
  [x1, y2, x1, y1],
]

/** Centre of pin `number` (1 to 6) of {@link Header1x6Land}, mm. */
export const header1x6Pin = (number: number): Point => ({ x: 0, y: (3.5 - number) * header254.pitch })

/** Six pins in a column, pin 1 on top. The outline is open at pin 1. */
export function Header1x6Land(): ReactElement {
  const y = (pin: number) => header1x6Pin(pin).y
  const half = 1.33
  return (
    <footprint insertionDirection="from_above">
      {[1, 2, 3, 4, 5, 6].map((pin) => (
        <HeaderPin key={pin} number={pin} x={0} y={y(pin)} />
      ))}
      <SilkLines
        segments={[
          ...box(-half, y(2) + 1.27, half, y(6) - half),
          [-half, y(1), -half, y(1) + half],
          [-half, y(1) + half, 0, y(1) + half],
        ]}
      />
      <courtyardrect width={3.6} height={6 * header254.pitch + 0.8} layer="top" />
    </footprint>
  )
}

/** Centre of pin `number` (1 to 6) of {@link Header2x3RightAngleLand}, mm. */
export const header2x3Pin = (number: number): Point => ({
  x: ((number % 2 === 1 ? -1 : 1) * header254.pitch) / 2,
  y: (2 - Math.ceil(number / 2)) * header254.pitch,
})

/**
 * Two columns of three for a right-angle header: odd pins left, even pins right, 1-2 on top; the plastic body and
 * the pins lie to the right of the pads (KiCad `PinHeader_2x03_P2.54mm_Horizontal`).
 */
export function Header2x3RightAngleLand(): ReactElement {
  const x = (pin: number) => header2x3Pin(pin).x
  const y = (pin: number) => header2x3Pin(pin).y
  const body = { from: 2.77, to: 5.31, half: 3.81 }
  const tip = 11.31
  return (
    <footprint insertionDirection="from_above">
      {[1, 2, 3, 4, 5, 6].map((pin) => (
        <HeaderPin key={pin} number={pin} x={x(pin)} y={y(pin)} />
      ))}
      <SilkLines
        segments={[
          ...box(body.from, -body.half, body.to, body.half),
          ...[2, 4, 6].flatMap((pin): Segment[] => [
            [body.to, y(pin) + 0.32, tip, y(pin) + 0.32],
            [tip, y(pin) + 0.32, tip, y(pin) - 0.32],
            [tip, y(pin) - 0.32, body.to, y(pin) - 0.32],
          ]),
        ]}
      />
      <PinOneDot x={x(1)} y={y(1) + 1.35} />
      <courtyardoutline
        outline={[
          { x: -2.62, y: -4.31 },
          { x: 11.81, y: -4.31 },
          { x: 11.81, y: 4.31 },
          { x: -2.62, y: 4.31 },
        ]}
        layer="top"
      />
    </footprint>
  )
}

/** 2 x 2 at 1.27 mm for soldering on: 1-2 on top, 3-4 below (KiCad `PinHeader_2x02_P1.27mm_Vertical_SMD`). */
export const header127 = { pitch: 1.27, padX: 1.95, padWidth: 2.4, padHeight: 0.74 } as const

/** Centre of pad `number` (1 to 4) of {@link Header2x2SmdLand}, mm. */
export const header2x2Pin = (number: number): Point => ({
  x: (number % 2 === 1 ? -1 : 1) * header127.padX,
  y: ((number <= 2 ? 1 : -1) * header127.pitch) / 2,
})

/** Without an outline: a board prints where the jumpers go instead. */
export function Header2x2SmdLand(): ReactElement {
  const { padWidth, padHeight } = header127
  return (
    <footprint insertionDirection="from_above">
      {[1, 2, 3, 4].map((pin) => (
        <SmdPad key={pin} pin={pin} {...header2x2Pin(pin)} width={padWidth} height={padHeight} paste="none" />
      ))}
      <PinOneDot x={-2.75} y={1.48} />
      <courtyardrect width={6.8} height={3.04} layer="top" />
    </footprint>
  )
}
