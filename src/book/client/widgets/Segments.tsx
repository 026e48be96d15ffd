interface Props<T extends string> {
  readonly label: string
  readonly options: readonly (readonly [T, string])[]
  readonly value: T | ""
  readonly onChange: (value: T) => void
}

/** A row of buttons of which one is on. */
export function Segments<T extends string>({ label, options, value, onChange }: Props<T>) {
  return (
    <fieldset class="segments">
      <legend class="sr-only">{label}</legend>
      {options.map(([id, text]) => (
        <button key={id} type="button" aria-pressed={value === id} onClick={() => onChange(id)}>
          {text}
        </button>
      ))}
    </fieldset>
  )
}
