import type { NetData, PadData, PartData } from "../../data"
import { findingOf, highlight, partOf, select, showOnBoard } from "../highlight"
import { lengthText, widthText } from "../lists"
import { book, notFitted, selection, set } from "../state"
import { isTicked, setTick } from "../ticks"
import { Chip, NameChips } from "../widgets/Chip"
import { Icon } from "../widgets/Icon"

/** What is known of the selection. */
export function Inspector() {
  const chosen = selection.value
  if (chosen === null)
    return (
      <aside class="inspector idle" aria-label="Selection">
        <p class="quiet">Click a part, pad, track or line: it is pointed out everywhere.</p>
      </aside>
    )
  const data = book.value
  const title =
    chosen.kind === "step" || chosen.kind === "finding" || chosen.kind === "line" ? undefined : chosen.id
  const part = chosen.kind === "part" ? partOf(chosen.id) : undefined
  const pad = chosen.kind === "pad" ? data.pads.find(({ name }) => name === chosen.id) : undefined
  const net = chosen.kind === "net" ? data.nets.find(({ name }) => name === chosen.id) : undefined
  return (
    <aside class="inspector" aria-label="Selection" data-kind={chosen.kind}>
      <header>
        <h2>
          <span class="kind">{chosen.kind === "line" ? "parts" : chosen.kind}</span> {title ?? headline()}
        </h2>
        <button type="button" class="link" onClick={showOnBoard}>
          Show on board
        </button>
        <button
          type="button"
          class="icon"
          aria-label="Clear selection"
          title="Clear selection (Esc)"
          onClick={() => select(null)}
        >
          <Icon name="close" />
        </button>
      </header>
      {part !== undefined && <PartFacts part={part} />}
      {pad !== undefined && <PadFacts pad={pad} />}
      {net !== undefined && <NetFacts net={net} />}
      {chosen.kind === "line" && <LineFacts />}
      {(chosen.kind === "step" || chosen.kind === "finding") && (
        <p class="step-names">
          <NameChips
            parts={[...highlight.value.parts, ...highlight.value.pads]}
            nets={[...highlight.value.nets]}
          />
        </p>
      )}
    </aside>
  )
}

function headline(): string {
  const chosen = selection.value
  if (chosen?.kind === "step")
    return (
      book.value.phases.flatMap(({ steps }) => steps).find(({ id }) => id === chosen.id)?.title ?? chosen.id
    )
  if (chosen?.kind === "finding") return findingOf(chosen.id)?.rule ?? ""
  return book.value.sets.flatMap(({ bom }) => bom).find(({ key }) => key === chosen?.id)?.value ?? ""
}

function PartFacts({ part }: { readonly part: PartData }) {
  const empty = notFitted.value.has(part.designator)
  const byHand = set.value?.hand[part.designator]
  return (
    <>
      <dl class="facts">
        <Row name="Value">
          <b>{part.value}</b>, {part.package}
        </Row>
        <Row name="What">{part.description}</Row>
        <Row name="Fitted">
          {empty ? (
            <b class="bad">left empty in this variant</b>
          ) : byHand === undefined ? (
            "placed by machine"
          ) : (
            `by hand: ${byHand}`
          )}
        </Row>
        <Row name="Number">
          {part.mpn === undefined ? "" : `${part.manufacturer ?? ""} ${part.mpn}. `}
          {part.orderNumber === undefined ? (
            (part.noNumber ?? "none")
          ) : (
            <>
              {book.value.order.numbersOf} <b>{part.orderNumber.number}</b>{" "}
              <span class="quiet">
                {part.orderNumber.stock === "unknown" ? "" : `${part.orderNumber.stock}, `}trust{" "}
                {part.orderNumber.trust}: {part.orderNumber.evidence}
              </span>
            </>
          )}
        </Row>
        <Row name="Place">
          {part.side === "top" ? "front" : "back"}, ({part.x.toFixed(2)}, {part.y.toFixed(2)}) mm,{" "}
          {part.rotationDeg}°
        </Row>
        <Row name="Height">{part.height}</Row>
        {part.ratings.length > 0 && <Row name="Ratings">{part.ratings.join("; ")}</Row>}
      </dl>
      {part.notes.map((note) => (
        <p key={note} class="warning">
          {note}
        </p>
      ))}
      <p class="inspector-ticks">
        {(["sourced", "placed"] as const).map((tick) => (
          <label key={tick}>
            <input
              type="checkbox"
              checked={isTicked(tick, part.designator)}
              onChange={(event) => setTick(tick, [part.designator], event.currentTarget.checked)}
            />
            {tick}
          </label>
        ))}
      </p>
      <table class="plain pins">
        <caption class="sr-only">Pins of {part.designator}</caption>
        <thead>
          <tr>
            <th scope="col">Pin</th>
            <th scope="col">Name</th>
            <th scope="col">Net</th>
          </tr>
        </thead>
        <tbody>
          {part.pins.map((pin) => (
            <tr key={pin.pin}>
              <td>
                <Chip kind="pad" id={`${part.designator}.${pin.pin}`} text={pin.pin} />
              </td>
              <td>{pin.name || "–"}</td>
              <td>
                {pin.net === undefined ? <span class="quiet">open</span> : <Chip kind="net" id={pin.net} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function PadFacts({ pad }: { readonly pad: PadData }) {
  const part = partOf(pad.part)
  const pin = part?.pins.find((one) => one.pin === pad.pin)
  return (
    <dl class="facts">
      <Row name="Part">
        <Chip kind="part" id={pad.part} /> {part?.value}
      </Row>
      <Row name="Pin">
        {pad.pin ?? "none"} {pin?.name}
      </Row>
      <Row name="Net">{pad.net === undefined ? "not connected" : <Chip kind="net" id={pad.net} />}</Row>
      <Row name="Place">
        ({pad.x.toFixed(2)}, {pad.y.toFixed(2)}) mm,{" "}
        {pad.sides.map((side) => (side === "top" ? "front" : "back")).join(" and ")}
      </Row>
      {pad.drillMm !== undefined && <Row name="Drill">{pad.drillMm} mm, plated</Row>}
    </dl>
  )
}

/** "both sides", "inner1", "top, inner1 and bottom". */
function pouredOn({ pours }: NetData): string {
  const layers = [...new Set(pours.map(({ side }) => side))]
  if (layers.length === 2 && layers.includes("top") && layers.includes("bottom")) return "both sides"
  return layers.length < 2 ? layers.join() : `${layers.slice(0, -1).join(", ")} and ${layers.at(-1)}`
}

function NetFacts({ net }: { readonly net: NetData }) {
  const { copper } = net
  return (
    <>
      <dl class="facts">
        <Row name="Name">
          <b>{net.title}</b>
        </Row>
        <Row name="Voltage">{net.volts}</Row>
        {copper !== undefined && (
          <>
            <Row name="Tracks">
              {lengthText(copper)} mm{" "}
              <span class="quiet">
                front {copper.topMm.toFixed(1)}, back {copper.bottomMm.toFixed(1)}
                {copper.innerMm !== undefined && `, inside ${copper.innerMm.toFixed(1)}`}
              </span>
              {copper.widestMm > 0 && `, ${widthText(copper)} mm wide`}
            </Row>
            <Row name="Resistance">
              {copper.milliohm === undefined
                ? "not measured"
                : `${copper.milliohm.toFixed(1)} mΩ at most, ${copper.between}`}
            </Row>
          </>
        )}
        <Row name="Vias">
          {net.vias.length}
          {net.pours.length > 0 && `, and poured on ${pouredOn(net)}`}
        </Row>
      </dl>
      <p class="step-names">
        {net.pins.map((pin) => (
          <Chip key={pin} kind="pad" id={pin} />
        ))}
      </p>
    </>
  )
}

function LineFacts() {
  const chosen = selection.value
  const line = set.value?.bom.find(({ key }) => key === chosen?.id)
  if (line === undefined) return null
  const part = partOf(line.designators[0] ?? "")
  return (
    <>
      <dl class="facts">
        <Row name="What">{line.description}</Row>
        <Row name="Package">{line.package}</Row>
        <Row name="Number">
          {line.mpn || "none"} {line.number && <b>{line.number}</b>}{" "}
          <span class="quiet">{part?.orderNumber?.evidence ?? part?.noNumber}</span>
        </Row>
      </dl>
      <p class="step-names">
        <NameChips parts={line.designators} />
      </p>
    </>
  )
}

function Row({ name, children }: { readonly name: string; readonly children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
