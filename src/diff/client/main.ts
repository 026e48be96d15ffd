import type { PageBoard, PageChange, PageData, PageLayer, PageStep } from "../page-data"
import { choice, element } from "./elements"
import { makeSheet } from "./sheet"
import { makeStage, type Show, type Side, type Stage } from "./stage"

const data = JSON.parse(document.getElementById("diff-data")?.textContent ?? "{}") as PageData

const body = element("main")

function header(): HTMLElement {
  const node = element(
    "header",
    {},
    element("h1", {}, "What changes"),
    element("p", {}, "from ", element("b", {}, data.old), " to ", element("b", {}, data.fresh)),
  )
  for (const line of data.unbuilt) node.append(element("p", { class: "unbuilt" }, line))
  if (data.boards.length > 1) {
    const select = element(
      "select",
      { id: "board" },
      ...data.boards.map(({ board }) => element("option", {}, board)),
    )
    select.selectedIndex = data.boards.indexOf(named() ?? data.boards[0] ?? fail())
    select.addEventListener("change", () => {
      const board = data.boards[select.selectedIndex]
      history.replaceState(null, "", `#${encodeURIComponent(board?.board ?? "")}`)
      show(board)
    })
    node.append(element("label", { for: "board" }, "Board"), select)
  }
  if (data.steps !== undefined) node.append(timeline(data.steps))
  return node
}

const fail = (): never => {
  throw new Error("no board")
}

/** Links are `#board`, `#board/schematic` and `#board/change-3`. */
const linked = (): readonly string[] => location.hash.slice(1).split("/").map(decodeURIComponent)
const named = (): PageBoard | undefined => data.boards.find(({ board }) => board === linked()[0])
const link = (board: string, what: string): void =>
  history.replaceState(null, "", `#${encodeURIComponent(board)}/${what}`)

function timeline(steps: NonNullable<PageData["steps"]>): HTMLElement {
  const row = ({ title, told, href, here }: PageStep): HTMLElement => {
    const name =
      href === undefined
        ? element("span", {}, title)
        : element("a", { href, ...(here ? { "aria-current": "page" } : {}) }, title)
    return element("li", {}, name, " ", element("span", { class: "told" }, told))
  }
  const at = steps.findIndex(({ here }) => here)
  // The first is the whole; a commit that does not build has no page.
  const beside = (all: readonly PageStep[]): string | undefined =>
    all.find(({ href }) => href !== undefined)?.href
  const way = (name: string, rel: string, href: string | undefined): HTMLElement[] =>
    href === undefined ? [] : [element("a", { href, rel }, name)]
  const older = beside(steps.slice(Math.max(at, 0) + 1))
  const newer = at > 1 ? beside(steps.slice(1, at).reverse()) : undefined
  const ways = [
    ...way(at === 0 ? "Newest step" : "← Older step", "prev", older),
    ...way("Newer step →", "next", newer),
  ]
  const list = element(
    "details",
    { class: "steps", ...(steps[0]?.here ? { open: "" } : {}) },
    element("summary", {}, `Time line: ${steps.length - 1} steps`),
    element("ol", {}, ...steps.map(row)),
  )
  return element(
    "div",
    { class: "steps-bar" },
    ...(ways.length === 0 ? [] : [element("nav", { "aria-label": "Steps" }, ...ways)]),
    list,
  )
}

function show(board: PageBoard | undefined): void {
  if (board === undefined) {
    body.replaceChildren(notes())
    return
  }
  const stage = makeStage(board)
  const sheet = board.schematic === undefined ? undefined : makeSheet(board.board, board.schematic)
  if (board.alone) stage.show("new")
  const controls = makeControls(board, stage, sheet)
  body.replaceChildren(
    element(
      "section",
      { class: "picture", "aria-label": board.alone ? "The board" : "Overlay of both boards" },
      controls.node,
      ...(board.alone ? [] : [legend()]),
      stage.node,
      ...(sheet === undefined ? [] : [sheet.node]),
    ),
    element(
      "section",
      { class: "changes", "aria-label": board.alone ? "The board by itself" : "Changes" },
      ...changes(board, controls, stage),
      notes(),
    ),
  )
  const what = linked()[1] ?? ""
  if (what === "schematic") controls.turnTo("schematic")
  const wanted = what === "" ? null : document.getElementById(what)
  if (wanted instanceof HTMLButtonElement) wanted.click()
}

type Picture = "board" | "schematic"

interface Controls {
  readonly node: HTMLElement
  choose(side: Side | undefined, layers: readonly string[]): void
  turnTo(picture: Picture): void
}

const isChanged = (layer: PageLayer): boolean => layer.added !== "" || layer.removed !== ""

function makeControls(
  board: PageBoard,
  stage: Stage,
  sheet: ReturnType<typeof makeSheet> | undefined,
): Controls {
  const changed = board.layers.filter(isChanged)
  const onSide = (layer: PageLayer, which: Side): boolean => (layer.side ?? which) === which
  let side: Side = changed.some((layer) => onSide(layer, "top")) || changed.length === 0 ? "top" : "bottom"
  const first = changed.length > 0 ? changed : board.layers.filter(({ layer }) => /copper|holes/.test(layer))
  let layers = new Set(["outline", ...first.map(({ layer }) => layer)])
  const boxes = element("fieldset", { class: "layers" })

  const update = (): void => {
    stage.showSide(side)
    stage.showLayers(layers)
    boxes.replaceChildren(
      element("legend", {}, "Layers"),
      ...board.layers.filter((layer) => onSide(layer, side)).map(checkbox),
    )
  }
  const checkbox = (layer: PageLayer): HTMLElement => {
    const input = element("input", { type: "checkbox", id: `layer-${layer.layer}` })
    input.checked = layers.has(layer.layer)
    input.addEventListener("change", () => {
      layers = new Set(layers)
      if (input.checked) layers.add(layer.layer)
      else layers.delete(layer.layer)
      stage.showLayers(layers)
    })
    const label = element("label", { for: input.id }, layer.title.replace(/^(top|bottom) /, ""))
    if (isChanged(layer)) label.append(" ", element("span", { class: "mark", title: "differs" }, "±"))
    return element("span", {}, input, label)
  }
  const sides = (): HTMLFieldSetElement =>
    choice<Side>(
      "side",
      "Side",
      [
        ["top", "Top"],
        ["bottom", "Bottom"],
      ],
      side,
      (next) => {
        side = next
        update()
        stage.goTo()
      },
    )
  const shows = choice<Show>(
    "show",
    "Show",
    [
      ["difference", "Differences"],
      ["old", "Old"],
      ["new", "New"],
    ],
    "difference",
    (what) => {
      stage.show(what)
      sheet?.show(what)
    },
  )
  const turnTo = (picture: Picture): void => {
    stage.node.classList.toggle("hidden", picture === "schematic")
    sheet?.node.classList.toggle("hidden", picture === "board")
    for (const one of [sideSwitch, boxes]) one.classList.toggle("hidden", picture === "schematic")
    const fresh = pictures(picture)
    pictureSwitch.replaceWith(fresh)
    pictureSwitch = fresh
  }
  const pictures = (now: Picture): HTMLFieldSetElement =>
    choice<Picture>(
      "picture",
      "Picture",
      [
        ["board", "Board"],
        ["schematic", "Schematic"],
      ],
      now,
      (next) => {
        turnTo(next)
        document.getElementById(`picture-${next}`)?.focus()
        link(board.board, next)
      },
    )
  let sideSwitch = sides()
  let pictureSwitch = pictures("board")
  const node = element(
    "div",
    { class: "controls" },
    ...(sheet === undefined ? [] : [pictureSwitch]),
    ...(board.alone || (board.layers.length === 0 && sheet === undefined) ? [] : [shows]),
    sideSwitch,
    boxes,
  )
  update()
  stage.goTo()
  turnTo("board")
  return {
    node,
    turnTo,
    choose(next, wanted) {
      turnTo("board")
      side = next ?? side
      layers = new Set(["outline", ...wanted])
      const fresh = sides()
      sideSwitch.replaceWith(fresh)
      sideSwitch = fresh
      update()
    },
  }
}

function legend(): HTMLElement {
  const item = (kind: string, text: string): HTMLElement =>
    element("span", {}, element("i", { class: kind, "aria-hidden": "true" }), text)
  return element(
    "p",
    { class: "legend" },
    item("added", "added"),
    item("removed", "removed"),
    item("unchanged", "unchanged"),
  )
}

function changes(board: PageBoard, controls: Controls, stage: Stage): HTMLElement[] {
  if (board.sections.length === 0) return [element("p", { class: "same" }, "No difference.")]
  let number = 0
  let current: HTMLButtonElement | undefined
  const row = (change: PageChange): HTMLElement => {
    number++
    if (change.spots.length === 0) return element("li", {}, change.text)
    const id = `change-${number}`
    let next = 0
    const more = change.spots.length > 1 ? ` (${change.spots.length} places)` : ""
    const button = element("button", { type: "button", id, title: `Show on the board${more}` }, change.text)
    button.addEventListener("click", () => {
      const spot = change.spots[next % change.spots.length]
      if (spot === undefined) return
      next = current === button || next > 0 ? next + 1 : 1
      current?.removeAttribute("aria-current")
      current = button
      button.setAttribute("aria-current", "true")
      controls.choose(spot.side, spot.layers)
      stage.goTo(spot)
      link(board.board, id)
    })
    if (change.spots.length > 1) {
      button.append(
        " ",
        element("span", { class: "places", "aria-hidden": "true" }, String(change.spots.length)),
      )
    }
    return element("li", {}, button)
  }
  return board.sections.flatMap(({ title, changes: some }) => [
    element("h2", {}, title, " ", element("span", { class: "count" }, String(some.length))),
    element("ul", {}, ...some.map(row)),
  ])
}

function notes(): HTMLElement {
  const node = element("div", { class: "notes" })
  for (const note of data.notes) node.append(element("p", {}, note))
  return node
}

document.body.append(header(), body)
show(named() ?? data.boards[0])
addEventListener("hashchange", () => show(named() ?? data.boards[0]))
