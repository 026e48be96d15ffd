import type { PanelCuts } from "../../../model/board"
import type { PanelData } from "../../data"
import { book, plan, set, variant } from "../state"

const costWords = { free: "no extra cost", choice: "your choice", check: "check" } as const

/** How to order this board, form field by form field. */
export function OrderPanel() {
  const { order, board } = book.value
  const steps = order.steps.filter(({ plans }) => plans.includes(plan.value))
  // By hand nothing is uploaded: there it is the shopping list that is wanted.
  const chosen = book.value.plans.find(({ id }) => id === plan.value)
  const wanted = chosen?.machine === false ? /hand-assembly\.csv$/ : /(bom|cpl)\.csv$/
  const lists = (set.value?.files ?? []).filter((path) => wanted.test(path))
  return (
    <>
      <p class="lead">
        Ordering at {order.fab}, plan <b>{chosen?.title}</b>.
      </p>
      <ol class="order-steps">
        {steps.map((step) => (
          <li key={step.title}>
            <b>{step.title}.</b> {step.text}
          </li>
        ))}
      </ol>
      <p class="downloads-inline">
        <a href={board.zipName} download="">
          {board.zipName}
        </a>
        {lists.map((path) => (
          <a key={path} href={path} download="">
            {path.split("/").at(-1)}
          </a>
        ))}
        <span class="quiet">
          Form: <code>{order.url}</code>
        </span>
      </p>
      {order.panel !== undefined && <PanelLink panel={order.panel} />}
      <h3>What each plan comes to</h3>
      {book.value.plans.map(({ id, title }) => (
        <details key={id} open={id === plan.value}>
          <summary>{title}</summary>
          <table class="plain">
            <tbody>
              {book.value.planFacts
                .filter((one) => one.plan === id && one.variant === variant.value)
                .flatMap(({ lines }) => lines)
                .map(([what, text]) => (
                  <tr key={text}>
                    <th scope="row">{what}</th>
                    <td>{text}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </details>
      ))}
      <h3>Settings of the form</h3>
      <table class="plain settings">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Choose</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {order.settings.map((row) => (
            <tr key={row.field}>
              <th scope="row">{row.field}</th>
              <td>
                <b>{row.choose}</b>
                <span class={`cost cost-${row.cost}`}>{costWords[row.cost]}</span>
              </td>
              <td>{row.why}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>Limits this board keeps</h3>
      <div class="scroll-x">
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Here</th>
              <th scope="col">{order.fab}</th>
            </tr>
          </thead>
          <tbody>
            {order.limits.map((row) => (
              <tr key={row.title} title={row.source}>
                <th scope="row">{row.title}</th>
                <td>{row.ours}</td>
                <td>{row.fab}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul class="caveats">
        {order.caveats.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  )
}

const cutWords: Readonly<Record<PanelCuts, string>> = {
  bites: "tabs with rows of holes",
  columns: "V-cuts between columns, tabs elsewhere",
  v: "V-cuts all round",
}

/** Boards of a panel are ordered by the panel's files, which lie beside the board's. */
function PanelLink({ panel: { name, boards, rails, cuts } }: { readonly panel: PanelData }) {
  const count = Object.entries(boards).map(([id, number]) => `${number} x ${id}`)
  return (
    <>
      <h3>On a panel</h3>
      <p>
        <a href={`../${name}/index.html`}>{name}</a>: {count.join(", ")}; {rails} rails, {cutWords[cuts]}. Its
        page has picture, dimensions and what to order; it is made with the board, in the folder beside it.
      </p>
    </>
  )
}
