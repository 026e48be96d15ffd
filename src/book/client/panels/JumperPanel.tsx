import { book } from "../state"
import { NameChips } from "../widgets/Chip"
import { Header } from "./JumperHeader"
import { joined, state, supplies, toggleJumper, toggleSupply } from "./jumper-state"
import { PowerDiagram } from "./PowerDiagram"

const verdicts = { legal: "Allowed", avoid: "Avoid", hazard: "Hazard" } as const

/** Choose the jumpers, see what has voltage and what is at risk: the same evaluation as the checks'. */
export function JumperPanel() {
  const data = book.value.jumpers
  if (data === undefined) return <p class="lead">This board has no jumpers.</p>
  const { part, places, supplies: known } = data
  const now = state.value
  return (
    <>
      <p class="lead">
        Put jumpers on {part} as they sit on your board. What you see is worked out by the rules that check
        the board.
      </p>
      <div class="jumper-top">
        <Header />
        <div class="jumper-controls">
          <fieldset>
            <legend>Jumpers on {part}</legend>
            {places.map((pins) => {
              const place = pins.join("-")
              const name = pins.map((pin) => pin.slice(pin.lastIndexOf(".") + 1)).join("–")
              return (
                <label key={place}>
                  <input
                    type="checkbox"
                    checked={joined.value.includes(place)}
                    onChange={() => toggleJumper(place)}
                  />
                  <span class="nowrap">{name}</span>{" "}
                  <span class="quiet">{pins.map(titleOf).join(" to ")}</span>
                </label>
              )
            })}
          </fieldset>
          <fieldset>
            <legend>Supplies</legend>
            {known.map(({ id, title, note }) => (
              <label key={id}>
                <input
                  type="checkbox"
                  checked={supplies.value.includes(id)}
                  onChange={() => toggleSupply(id)}
                />
                <span class="nowrap">{title}</span> <span class="quiet">{note}</span>
              </label>
            ))}
          </fieldset>
        </div>
      </div>
      {now !== undefined && (
        <div class={`verdict verdict-${now.use}`} role="status" data-use={now.use}>
          <strong>
            {verdicts[now.use]}: {now.name}
          </strong>
          <span>{now.note}</span>
        </div>
      )}
      <PowerDiagram />
      {now !== undefined && now.risks.length > 0 && (
        <section class="risks">
          <h3>At risk</h3>
          <ul>
            {now.risks.map((risk) => (
              <li key={risk.message}>
                <p>{risk.message}</p>
                <p class="step-names">
                  <NameChips parts={risk.parts} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {now !== undefined && now.risks.length === 0 && <p class="quiet">Nothing is at risk in this state.</p>}
    </>
  )
}

const titleOf = (pin: string): string => book.value.jumpers?.pins.find((one) => one.pin === pin)?.title ?? pin
