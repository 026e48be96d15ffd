import { type Cause, causesOf, placeOf } from "../causes"
import type { PageState, Problem } from "../messages"
import style from "./style.css"

/** What the book's own code offers to a page that follows its board. */
interface MepBook {
  readonly load: (data: unknown) => void
  /** What the page's head says instead of the verdict of the book that it still shows. */
  readonly follow?: (state: Late | undefined) => void
}

interface Late {
  readonly state: "working" | "findings" | "broken"
  readonly text: string
  readonly place?: string | undefined
}

const theBook = (): MepBook | undefined => (globalThis as { mepBook?: MepBook }).mepBook

const own = document.currentScript
let data = own?.dataset.bookData ?? ""
const code = own?.dataset.bookCode ?? ""
let fetching = false
/** Hash of the newest data there is. */
let pending: string | undefined
let open = true
let shown = ""
let last: PageState | undefined

const host = document.createElement("mep-dev")
const root = host.attachShadow({ mode: "open" })
const css = document.createElement("style")
css.textContent = style
const panel = document.createElement("section")
panel.setAttribute("aria-label", "What is wrong")
panel.hidden = true
const chip = document.createElement("button")
chip.type = "button"
chip.setAttribute("aria-live", "polite")
chip.addEventListener("click", () => {
  open = !open
  panel.hidden = !open || panel.childElementCount === 0
})
root.append(css, panel, chip)
document.body.append(host)
say("working", "connecting")

const events = new EventSource("/events")
events.addEventListener("message", (event: MessageEvent<string>) =>
  follow(JSON.parse(event.data) as PageState),
)
events.addEventListener("error", () => {
  say("broken", "the server is gone; waiting for it")
  last = undefined
  theBook()?.follow?.({ state: "broken", text: "Not followed any more: the server is gone" })
})

function follow(state: PageState): void {
  say(
    state.status === "sound" && state.pending !== undefined ? "working" : state.status,
    `${state.board}: ${state.text}`,
  )
  show(state)
  last = state
  tellHead()
  if (state.data === "" || state.data === data) return
  const book = theBook()
  // Other code, or none yet: the page starts anew, and finds its zoom and selection where it kept them.
  if (state.code !== code || book === undefined) location.reload()
  else if (!fetching) void load(book)
}

/** Fetches the newest data; what changes meanwhile is announced again. */
async function load(book: MepBook): Promise<void> {
  fetching = true
  try {
    const response = await fetch("/book.json", { cache: "no-store" })
    const hash = response.headers.get("x-book-data") ?? ""
    if (!response.ok) return
    const fresh: unknown = await response.json()
    await loadModel(fresh)
    book.load(fresh)
    data = hash
    document.documentElement.dataset.bookData = hash
    tellHead()
  } finally {
    fetching = false
  }
  const latest = pending
  if (latest !== undefined && latest !== data) void load(book)
}

const fieldOf = (name: string, of: unknown): unknown =>
  typeof of === "object" && of !== null ? (of as Readonly<Record<string, unknown>>)[name] : undefined
const modelOf = (parts: unknown): unknown => fieldOf("model", fieldOf("first", parts))

let model = fieldOf("model", JSON.parse(document.getElementById("book-data")?.textContent ?? "{}"))

/** The model is most of a book, and seldom another than it was. */
async function loadModel(fresh: unknown): Promise<void> {
  const place = document.getElementById("book-model")
  if (modelOf(fresh) === model || place === null) return
  const response = await fetch("/book-model.json", { cache: "no-store" })
  if (!response.ok) return
  place.textContent = await response.text()
  model = modelOf(fresh)
}

/** The book's own verdict stands only while its data is the newest and nothing else is wrong. */
function tellHead(): void {
  if (last !== undefined) theBook()?.follow?.(lateness(last))
}

function lateness({ status, problems, pending, data: newest }: PageState): Late | undefined {
  const first = causesOf(problems)[0]?.first
  const place = first === undefined ? undefined : placeOf(first)
  const count = `${problems.length} ${problems.length === 1 ? "problem" : "problems"}`
  if (status === "broken") return { state: "broken", text: "Does not compile", place }
  if (status === "working") return { state: "working", text: "Being rebuilt; shown as it was before" }
  if (status === "findings") return { state: "findings", text: count, place }
  const text = newest === data ? pending : "The new picture follows"
  return text === undefined ? undefined : { state: "working", text }
}

function say(status: PageState["status"], text: string): void {
  chip.dataset.status = status
  chip.textContent = text
}

function show(state: PageState): void {
  pending = state.data === "" ? undefined : state.data
  // While it works, what was wrong stays in sight: it may be what is being mended.
  if (state.status === "working") return
  const text = JSON.stringify([state.status, state.problems, state.more, state.routing])
  if (text === shown) return
  // Routing changes a button, not what whoever reads has closed.
  if (!state.routing) open = true
  shown = text
  panel.dataset.status = state.status
  panel.replaceChildren(...(state.problems.length === 0 ? [] : [heading(state), ...told(state)]))
  panel.hidden = state.problems.length === 0 || !open
}

function heading(state: PageState): HTMLElement {
  const node = document.createElement("h2")
  const errors = state.problems.filter(({ severity }) => severity === "error").length
  node.textContent =
    state.status === "broken" ? "Does not compile" : errors > 0 ? "This board would not be built" : "Warnings"
  return node
}

/** The first cause in full; what is of the same cause, and the other causes, folded. */
function told({ problems, more, routing }: PageState): HTMLElement[] {
  const [first, ...others] = causesOf(problems)
  if (first === undefined) return []
  const beyond = more > 0 ? [`and ${more} more, which may follow from these: see the checks`] : []
  const rest = [...others.map((cause) => causeNode(cause, routing)), ...beyond.map(paragraph)]
  const count = others.length === 1 ? "1 other cause" : `${others.length} other causes`
  return [
    causeNode(first, routing),
    ...(rest.length === 0 ? [] : [folded(others.length === 0 ? "More" : count, rest)]),
  ]
}

function causeNode({ first, rest, routable }: Cause, routing: boolean): HTMLElement {
  const node = document.createElement("div")
  node.className = "cause"
  node.append(problemNode(first))
  if (routable) node.append(routeButton(routing))
  if (rest.length > 0) node.append(folded(`${rest.length} more of this cause`, rest.map(problemNode)))
  return node
}

function problemNode(problem: Problem): HTMLElement {
  const node = paragraph(problem.text)
  node.dataset.severity = problem.severity
  const file = placeOf(problem)
  if (file !== undefined) {
    const place = document.createElement("code")
    place.textContent = file
    node.prepend(place, " ")
  }
  return node
}

function paragraph(text: string): HTMLElement {
  const node = document.createElement("p")
  node.append(text)
  return node
}

function folded(title: string, content: readonly HTMLElement[]): HTMLElement {
  const node = document.createElement("details")
  const summary = document.createElement("summary")
  summary.textContent = title
  node.append(summary, ...content)
  return node
}

function routeButton(routing: boolean): HTMLElement {
  const node = document.createElement("button")
  node.type = "button"
  node.className = "route"
  node.disabled = routing
  node.textContent = routing ? "Routing …" : "Route the board"
  node.addEventListener("click", () => {
    node.disabled = true
    node.textContent = "Routing …"
    fetch("/route", { method: "POST" }).then(
      ({ ok }) => ok || say("broken", "the server would not route"),
      () => say("broken", "the server is gone; waiting for it"),
    )
  })
  return node
}
