import { book } from "../state"
import { joined, state, toggleJumper } from "./jumper-state"

const pitch = 44
const pin = 11

/** The header as it lies on the board, seen from the top; a click between two pins puts a jumper there. */
export function Header() {
  const { pins, places, part } = book.value.jumpers ?? { pins: [], places: [], part: "" }
  const at = (name: string): { x: number; y: number } => {
    const found = pins.find((one) => one.pin === name)
    return { x: 70 + (found?.column ?? 0) * pitch, y: 40 + (found?.row ?? 0) * pitch }
  }
  const use = state.value?.use ?? "legal"
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing, not a form
    <svg class="jumper-header" viewBox="0 0 184 124" role="group" aria-label={`${part} seen from the top`}>
      <rect x="46" y="16" width="92" height="92" rx="6" class="header-body" />
      {places.map(([a, b]) => {
        const [from, to] = [at(a), at(b)]
        const place = `${a}-${b}`
        const on = joined.value.includes(place)
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: as above
          <g
            key={place}
            data-place={place}
            class={`jumper${on ? ` on ${use}` : ""}`}
            onClick={() => toggleJumper(place)}
          >
            <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} class="jumper-cap" />
          </g>
        )
      })}
      {pins.map((one) => {
        const { x, y } = at(one.pin)
        const left = one.column === 0
        return (
          <g
            key={one.pin}
            class={state.value?.powered.includes(one.net) ? "pin live" : "pin"}
            pointer-events="none"
          >
            <rect x={x - pin} y={y - pin} width={2 * pin} height={2 * pin} rx="3" />
            <text x={x} y={y + 5} text-anchor="middle" class="pin-number">
              {one.label}
            </text>
            <text x={left ? 40 : 144} y={y + 4} text-anchor={left ? "end" : "start"} class="pin-name">
              {one.name}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
