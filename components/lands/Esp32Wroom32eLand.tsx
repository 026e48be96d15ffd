import type { ReactElement } from "react"
import { PinOneDot, SilkLines } from "./Silk"
import { SmdPad } from "./SmdPad"

/**
 * ESP32-WROOM-32E land pattern, mm, from Espressif's own KiCad library (github.com/espressif/kicad-libraries,
 * ESP32-WROOM-32E.kicad_mod) and the module's data sheet v1.6, "Recommended PCB land pattern". `d` is the distance
 * from the module's antenna end, which every source draws alike; x counts from the module's centre line.
 */
export const wroom32e = {
  bodyWidth: 18,
  bodyLength: 25.5,
  padLong: 1.5,
  padShort: 0.9,
  pitch: 1.27,
  sideX: 8.75,
  firstD: 7.49,
  endD: 25.25,
  endX: 5.715,
  /** Thermal pad 39: 3 x 3 squares. */
  thermal: { x: -1.5, d: 15.21, pitch: 1.4, size: 0.9 },
  /** From the antenna end: no copper, on any layer, over the whole width. */
  antennaLength: 5.94,
} as const

/** The footprint's origin, the middle of the box round pads 1 to 38, in distance from the antenna end. */
export const wroom32eOriginD =
  (wroom32e.firstD - wroom32e.padShort / 2 + wroom32e.endD + wroom32e.padLong / 2) / 2

const y = (d: number) => wroom32eOriginD - d

export interface PadPlace {
  readonly pin: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Every pad in the footprint's frame: antenna up, pin 1 top left, counter-clockwise, then the nine of pin 39. */
export function wroom32ePads(): PadPlace[] {
  const { padLong, padShort, pitch, sideX, firstD, endD, endX, thermal } = wroom32e
  const side = (pin: number, x: number, d: number) => ({ pin, x, y: y(d), width: padLong, height: padShort })
  return [
    ...Array.from({ length: 14 }, (_, i) => side(1 + i, -sideX, firstD + i * pitch)),
    ...Array.from({ length: 10 }, (_, i) => ({
      pin: 15 + i,
      x: -endX + i * pitch,
      y: y(endD),
      width: padShort,
      height: padLong,
    })),
    ...Array.from({ length: 14 }, (_, i) => side(25 + i, sideX, firstD + (13 - i) * pitch)),
    ...[-1, 0, 1].flatMap((row) =>
      [-1, 0, 1].map((column) => ({
        pin: 39,
        x: thermal.x + column * thermal.pitch,
        y: y(thermal.d + row * thermal.pitch),
        width: thermal.size,
        height: thermal.size,
      })),
    ),
  ]
}

/**
 * The antenna's zone in the footprint's frame, a keepout on all layers. The board places it, because tscircuit counts
 * a keepout inside a footprint as part of the component and moves the component's centre.
 */
export const wroom32eAntenna = {
  minX: -wroom32e.bodyWidth / 2,
  maxX: wroom32e.bodyWidth / 2,
  minY: y(wroom32e.antennaLength),
  maxY: y(0),
}

/** Courtyard: from just behind the antenna, which hangs over the board's edge, to 0.25 mm past the pads. */
const courtyardFromD = 6.5
const courtyardToD = wroom32e.endD + wroom32e.padLong / 2 + 0.25

export function Esp32Wroom32eLand(): ReactElement {
  return (
    <footprint>
      {wroom32ePads().map((pad) => (
        // Thermal squares: openings of 0.74 mm, 68 % of the copper, so that the module does not float.
        <SmdPad key={`${pad.pin} ${pad.x} ${pad.y}`} {...pad} paste={pad.pin === 39 ? 0.74 : "full"} />
      ))}
      <SilkLines
        segments={[-1, 1].flatMap((s) => [
          [s * 9.15, y(24.85), s * 9.15, y(25.7)] as const,
          [s * 9.15, y(25.7), s * 6.6, y(25.7)] as const,
        ])}
      />
      <PinOneDot x={-10} y={y(wroom32e.firstD - 0.44)} />
      <courtyardrect
        pcbX={0}
        pcbY={y((courtyardFromD + courtyardToD) / 2)}
        width={19.5}
        height={courtyardToD - courtyardFromD}
        layer="top"
      />
    </footprint>
  )
}
