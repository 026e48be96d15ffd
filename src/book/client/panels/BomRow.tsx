import { useEffect, useRef, useState } from "preact/hooks"
import type { BomLine } from "../../data"
import { highlight, select } from "../highlight"
import { book, selection, set } from "../state"
import { isTicked, setTick, type Tick } from "../ticks"
import { Chip } from "../widgets/Chip"
import { Icon } from "../widgets/Icon"
import { bringIntoSight } from "../widgets/sight"

/** One value with all its places; opened, one row a place with its own ticks. */
export function BomRow({ line }: { readonly line: BomLine }) {
  const [open, setOpen] = useState(false)
  const chosen = selection.value?.kind === "line" && selection.value.id === line.key
  const touched = line.designators.some((designator) => highlight.value.parts.has(designator))
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (touched && !chosen) bringIntoSight(row.current)
  }, [touched, chosen])
  return (
    <>
      <tr ref={row} class={`bom-line${chosen || touched ? " touched" : ""}`} data-line={line.key}>
        <td class="col-designators">
          <div class="places">
            {line.designators.length > 1 ? (
              <button
                type="button"
                class="expand"
                aria-expanded={open}
                aria-label={`Single parts of ${line.value}`}
                onClick={() => setOpen(!open)}
              >
                <Icon name={open ? "down" : "right"} />
              </button>
            ) : (
              <span class="expand" />
            )}
            {line.designators.map((designator) => (
              <Chip key={designator} kind="part" id={designator} />
            ))}
          </div>
        </td>
        <td class="col-value">
          <button
            type="button"
            class="line-name"
            aria-pressed={chosen}
            onClick={() => select({ kind: "line", id: line.key })}
          >
            {line.value}
          </button>
          {line.package !== line.value && <span class="detail">{line.package}</span>}
          <span class="detail">
            {line.number || `no ${book.value.order.numbersOf} number`} ·{" "}
            <Fit designators={line.designators} />
          </span>
        </td>
        <td class="col-pieces">{line.pieces}</td>
        {(["sourced", "placed"] as const).map((tick) => (
          <td key={tick} class="col-tick">
            <TickBox tick={tick} designators={line.designators} what={line.value} />
          </td>
        ))}
      </tr>
      {open &&
        line.designators.map((designator) => (
          <tr key={designator} class={`bom-part${highlight.value.parts.has(designator) ? " touched" : ""}`}>
            <td class="col-designators">
              <div class="places">
                <span class="expand" />
                <Chip kind="part" id={designator} />
              </div>
            </td>
            <td class="col-value quiet" colSpan={2}>
              {set.value?.hand[designator] === undefined ? "placed by machine" : "by hand"}
            </td>
            {(["sourced", "placed"] as const).map((tick) => (
              <td key={tick} class="col-tick">
                <TickBox tick={tick} designators={[designator]} what={designator} />
              </td>
            ))}
          </tr>
        ))}
    </>
  )
}

/** Who fits the line under the chosen plan. */
function Fit({ designators }: { readonly designators: readonly string[] }) {
  const machine = designators.filter((designator) => set.value?.machine.includes(designator)).length
  if (machine === designators.length) return <span class="fit machine">machine</span>
  return <span class="fit">{machine === 0 ? "by hand" : "part by hand"}</span>
}

interface TickProps {
  readonly tick: Tick
  readonly designators: readonly string[]
  readonly what: string
}

function TickBox({ tick, designators, what }: TickProps) {
  const done = designators.filter((designator) => isTicked(tick, designator)).length
  return (
    <input
      type="checkbox"
      aria-label={`${tick}: ${what}`}
      checked={done === designators.length}
      indeterminate={done > 0 && done < designators.length}
      onChange={(event) => setTick(tick, designators, event.currentTarget.checked)}
    />
  )
}
