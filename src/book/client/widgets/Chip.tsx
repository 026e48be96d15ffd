import { netTitle, select } from "../highlight"
import { type Selection, selection } from "../state"

interface Props {
  readonly kind: Selection["kind"]
  readonly id: string
  readonly text?: string
  readonly fly?: boolean
  readonly struck?: boolean
}

/** A name that points itself out everywhere when clicked. */
export function Chip({ kind, id, text, fly = false, struck = false }: Props) {
  const on = selection.value?.kind === kind && selection.value.id === id
  return (
    <button
      type="button"
      class={`chip chip-${kind}${struck ? " struck" : ""}`}
      aria-pressed={on}
      title={kind === "net" ? netTitle(id) : undefined}
      onClick={() => select({ kind, id }, { fly })}
    >
      {text ?? id}
    </button>
  )
}

/** Designators, pads and nets by their names. */
export function NameChips({
  parts = [],
  nets = [],
}: {
  readonly parts?: readonly string[]
  readonly nets?: readonly string[]
}) {
  return (
    <>
      {parts.map((name) => (
        <Chip key={name} kind={name.includes(".") ? "pad" : "part"} id={name} fly />
      ))}
      {nets.map((name) => (
        <Chip key={name} kind="net" id={name} fly />
      ))}
    </>
  )
}
