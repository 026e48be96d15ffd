import { select } from "../highlight"
import { book } from "../state"
import { state } from "./jumper-state"

/** From supply to consumer: which net carries voltage in the chosen state. */
export function PowerDiagram() {
  const now = state.value
  const atRisk = new Set((now?.risks ?? []).flatMap(({ parts }) => parts.map((pin) => netOf(pin))))
  return (
    <ul class="power" aria-label="Supplies in this state">
      {(book.value.jumpers?.consumers ?? []).map(({ net, title, what }) => {
        const powered = now?.powered.includes(net) === true
        const switchable = now?.switchable.includes(net) === true
        const risk = atRisk.has(net)
        const condition = risk
          ? "at risk"
          : powered
            ? "powered"
            : switchable
              ? `when ${book.value.jumpers?.fedBy ?? "switched on"}`
              : "off"
        return (
          <li key={net} data-net={net} data-condition={condition}>
            <button
              type="button"
              class={risk ? "risk" : powered ? "live" : switchable ? "maybe" : ""}
              onClick={() => select({ kind: "net", id: net })}
            >
              <b>{title}</b>
              <span>{what}</span>
              <em>{condition}</em>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

const netOf = (pin: string): string => book.value.pads.find(({ name }) => name === pin)?.net ?? ""
