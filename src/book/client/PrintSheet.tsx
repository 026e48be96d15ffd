import { useEffect, useState } from "preact/hooks"
import { stepsOf } from "./panels/steps"
import { book, layers, notFitted, plan, set, variant } from "./state"
import { isTicked } from "./ticks"
import { EmptyPlace } from "./viewer/PartBodies"
import { SidePicture } from "./viewer/SidePicture"

/** What goes on paper: parts, drawings and steps of the chosen variant and plan. Made when it is needed. */
export function PrintSheet() {
  const [printing, setPrinting] = useState(matchMedia("print").matches)
  useEffect(() => {
    const media = matchMedia("print")
    const on = () => setPrinting(true)
    const off = () => setPrinting(false)
    const change = () => setPrinting(media.matches)
    addEventListener("beforeprint", on)
    addEventListener("afterprint", off)
    media.addEventListener("change", change)
    return () => {
      removeEventListener("beforeprint", on)
      removeEventListener("afterprint", off)
      media.removeEventListener("change", change)
    }
  }, [])
  return printing ? <Sheet /> : null
}

function Sheet() {
  const { board, variants, plans, order } = book.value
  const drawings = (["top", "bottom"] as const).map(
    (side) => book.value.drawings[`${variant.value}/${side}`] ?? "",
  )
  return (
    <div class="print-sheet">
      <h1>
        {board.title} revision {board.revision}
      </h1>
      <p>
        {variants.find(({ id }) => id === variant.value)?.title}. Plan:{" "}
        {plans.find(({ id }) => id === plan.value)?.title}. Source of {board.date.slice(0, 10)}.
      </p>
      <PrintedSides />
      <h2>Parts</h2>
      <table>
        <thead>
          <tr>
            {["Parts", "Value", "Package", "Qty", "Maker's number", order.numbersOf, "Sourced", "Placed"].map(
              (name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {(set.value?.bom ?? []).map((line) => (
            <tr key={line.key}>
              <td>{line.designators.join(", ")}</td>
              <td>{line.value}</td>
              <td>{line.package}</td>
              <td>{line.pieces}</td>
              <td>{line.mpn}</td>
              <td>{line.number}</td>
              {(["sourced", "placed"] as const).map((tick) => (
                <td key={tick}>{line.designators.every((one) => isTicked(tick, one)) ? "☑" : "☐"}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {notFitted.value.size > 0 && <p>Left empty: {[...notFitted.value].join(", ")}.</p>}
      {drawings
        .filter((svg) => svg !== "")
        .map((svg) => (
          <Drawing key={svg.length} svg={svg} />
        ))}
      <div class="print-steps">
        <h2>Steps</h2>
        {stepsOf().map((phase) => (
          <section key={phase.title}>
            <h3>{phase.title}</h3>
            <ol>
              {phase.steps.map((step) => (
                <li key={step.id}>
                  <b>{step.title}.</b> {step.text.join(" ")}
                  {step.warnings.map((warning) => (
                    <p key={warning} class="warning">
                      {warning}
                    </p>
                  ))}
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </div>
  )
}

function Drawing({ svg }: { readonly svg: string }) {
  return (
    <div
      class="print-drawing"
      ref={(element) => {
        if (element !== null && element.shadowRoot === null)
          element.attachShadow({
            mode: "open",
          }).innerHTML = `<style>svg{width:100%;height:auto;display:block}</style>${svg}`
      }}
    />
  )
}

function PrintedSides() {
  const { box } = book.value.board
  const [width, height] = [box.maxX - box.minX + 2, box.maxY - box.minY + 2]
  return (
    <div class="print-sides">
      {(["top", "bottom"] as const).map((side) => (
        <svg
          key={side}
          role="img"
          aria-label={side}
          viewBox={`${side === "top" ? box.minX - 1 : -box.maxX - 1} ${-box.maxY - 1} ${width} ${height}`}
        >
          <g transform={side === "bottom" ? "scale(-1 1)" : undefined}>
            <SidePicture picture={book.value.picture} side={side} layers={layers.peek()} />
            {book.value.parts
              .filter((part) => part.side === side && notFitted.value.has(part.designator))
              .map((part) => (
                <EmptyPlace key={part.designator} part={part} />
              ))}
          </g>
        </svg>
      ))}
    </div>
  )
}
