import type { ReactElement } from "react"
import { PinOneDot, SilkLines } from "./Silk"
import { SmdPad } from "./SmdPad"

/**
 * Narrow SOIC-16, body 3.9 x 9.9 mm, pitch 1.27 (JEDEC MS-012AC): KiCad's `SOIC-16_3.9x9.9mm_P1.27mm`. The original
 * board has an optocoupler's land here (pads 0.8 mm further out), on which a narrow part finds half its foot.
 */
export const soic16 = { padX: 2.475, pitch: 1.27, padWidth: 1.95, padHeight: 0.6 } as const

/** Centre of pin `number` (1 to 16), mm: pin 1 top left, counter-clockwise. */
export function soic16Pin(number: number): { x: number; y: number } {
  const left = number <= 8
  const row = left ? number - 1 : 16 - number
  return { x: left ? -soic16.padX : soic16.padX, y: (3.5 - row) * soic16.pitch }
}

export function Soic16Land(): ReactElement {
  return (
    <footprint>
      {Array.from({ length: 16 }, (_, index) => index + 1).map((number) => (
        <SmdPad
          key={number}
          pin={number}
          {...soic16Pin(number)}
          width={soic16.padWidth}
          height={soic16.padHeight}
          paste="full"
        />
      ))}
      <SilkLines
        segments={[
          [-1.95, 5.06, 1.95, 5.06],
          [-1.95, -5.06, 1.95, -5.06],
        ]}
      />
      <PinOneDot x={-2.7} y={5.22} />
      <courtyardrect width={7.4} height={10.4} layer="top" />
    </footprint>
  )
}
