import { computed, useSignalEffect } from "@preact/signals"
import { useRef } from "preact/hooks"
import { knownRisks, risksWords } from "../../model/finding"
import { book, following, helpOpen, plan, type Theme, tab, theme, variant } from "./state"
import { shownTabs, tabNames } from "./tabs"
import { Icon } from "./widgets/Icon"

const themes: Readonly<Record<Theme, Theme>> = { system: "light", light: "dark", dark: "system" }

export function PageHeader() {
  const { board, checks, variants, plans } = book.value
  const late = following.value
  const risks = knownRisks(checks.waived)
  const sound = checks.errors === 0 && checks.warnings === 0
  return (
    <header class="page-header">
      <div class="title">
        <h1>{board.title}</h1>
        <p class="quiet">
          revision {board.revision} · {board.date.slice(0, 10)}
        </p>
      </div>
      <button
        type="button"
        class={`badge ${late !== undefined ? `badge-${late.state}` : sound ? "badge-ok" : "badge-bad"}`}
        onClick={() => {
          tab.value = "checks"
        }}
      >
        {late !== undefined
          ? [late.text, late.place].filter((text) => text !== undefined).join(": ")
          : sound
            ? risks === 0
              ? `Sound: ${checks.checks.length} checks passed`
              : `${checks.checks.length} checks, ${risksWords(risks)}`
            : `${checks.errors} errors, ${checks.warnings} warnings`}
      </button>
      <div class="choices">
        <label>
          <span>Variant</span>
          <select
            value={variant.value}
            onChange={(event) => {
              variant.value = event.currentTarget.value
            }}
          >
            {variants.map(({ id, title }) => (
              <option key={id} value={id} title={title}>
                {id}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Plan</span>
          <select
            value={plan.value}
            onChange={(event) => {
              plan.value = event.currentTarget.value
            }}
          >
            {plans.map(({ id, short }) => (
              <option key={id} value={id}>
                {short}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="icons">
        <button
          type="button"
          class="icon"
          aria-label={`Colours: ${theme.value}. Change`}
          title={`Colours: ${theme.value}`}
          onClick={() => {
            theme.value = themes[theme.value]
          }}
        >
          <Icon name={theme.value} />
        </button>
        <button
          type="button"
          class="icon print-button"
          aria-label="Print parts, drawings and steps"
          title="Print"
          onClick={() => print()}
        >
          <Icon name="print" />
        </button>
        <button
          type="button"
          class="icon"
          aria-label="Keyboard shortcuts"
          title="Keyboard shortcuts (?)"
          onClick={() => {
            helpOpen.value = true
          }}
        >
          <Icon name="help" />
        </button>
      </div>
    </header>
  )
}

const tabKeys = computed(
  () =>
    [
      `1 … ${shownTabs.value.length}`,
      shownTabs.value
        .map((id, index) => (index === 0 ? tabNames[id] : tabNames[id].toLowerCase()))
        .join(", "),
    ] as const,
)

const shortcuts: readonly (readonly [string, string])[] = [
  ["b  s  d  m", "Board, schematic, drawings, 3D model"],
  ["f", "Both sides, front, back in turn"],
  ["l", "Layers and how much of each is seen; Esc closes"],
  [
    "r",
    "Measure: arrows go from pad to hole to corner of the board, with Shift by corners of pads; Enter sets an end",
  ],
  ["/", "Search parts, nets, pins and findings"],
  ["v", "Next variant"],
  ["p", "Next plan"],
  ["n", "Tick the next part to solder as placed; the one after it blinks"],
  ["g", "Show the selection on the board"],
  ["h  a", "In 3D: hide or show what is selected; show all parts again"],
  ["c  ,  .", "In 3D: cut the board at a height, or show it whole; cut lower; cut higher"],
  ["Esc", "Clear the measure, or the selection"],
  ["+  −  0", "Zoom the drawing that has the focus; 0 shows it whole"],
  ["← → ↑ ↓", "Move it"],
  ["?", "This list"],
]

export function Help() {
  const dialog = useRef<HTMLDialogElement>(null)
  useSignalEffect(() => {
    if (helpOpen.value) dialog.current?.showModal()
    else dialog.current?.close()
  })
  return (
    <dialog
      ref={dialog}
      class="help"
      aria-label="Keyboard shortcuts"
      onCancel={() => {
        helpOpen.value = false
      }}
      onClose={() => {
        helpOpen.value = false
      }}
    >
      <h2>Keyboard shortcuts</h2>
      <dl>
        {[tabKeys.value, ...shortcuts].map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" class="primary">
          Close
        </button>
      </form>
    </dialog>
  )
}
