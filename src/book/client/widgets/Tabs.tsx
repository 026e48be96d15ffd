import type { ComponentChildren } from "preact"

interface Props<T extends string> {
  readonly name: string
  readonly label: string
  readonly options: readonly (readonly [T, string])[]
  readonly value: T
  readonly onChange: (value: T) => void
}

/** Tabs after the ARIA pattern: one stop for the Tab key, arrow keys move and choose. */
export function Tabs<T extends string>({ name, label, options, value, onChange }: Props<T>) {
  const move = (event: KeyboardEvent): void => {
    const index = options.findIndex(([id]) => id === value)
    const to: Readonly<Record<string, number>> = {
      ArrowRight: (index + 1) % options.length,
      ArrowLeft: (index + options.length - 1) % options.length,
      Home: 0,
      End: options.length - 1,
    }
    const next = options[to[event.key] ?? -1]
    if (next === undefined) return
    event.preventDefault()
    onChange(next[0])
    document.getElementById(`${name}-tab-${next[0]}`)?.focus()
  }
  return (
    <div class="tabs" role="tablist" aria-label={label} onKeyDown={move}>
      {options.map(([id, text]) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`${name}-tab-${id}`}
          aria-controls={`${name}-panel`}
          aria-selected={value === id}
          tabIndex={value === id ? 0 : -1}
          onClick={() => onChange(id)}
        >
          {text}
        </button>
      ))}
    </div>
  )
}

export function TabPanel(props: {
  readonly name: string
  readonly value: string
  readonly children: ComponentChildren
}) {
  return (
    <div
      class="tab-panel"
      role="tabpanel"
      id={`${props.name}-panel`}
      aria-labelledby={`${props.name}-tab-${props.value}`}
    >
      {props.children}
    </div>
  )
}
