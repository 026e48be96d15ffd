type Child = Node | string

/** An HTML element with attributes and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

/** The same in SVG. */
export function drawn<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

/** A group of choices of which one holds, as radio buttons. */
export function choice<T extends string>(
  name: string,
  legend: string,
  options: readonly (readonly [T, string])[],
  chosen: T,
  onChange: (value: T) => void,
): HTMLFieldSetElement {
  return element(
    "fieldset",
    { class: "segments" },
    element("legend", {}, legend),
    ...options.map(([value, title]) => {
      const input = element("input", { type: "radio", name, value, id: `${name}-${value}` })
      input.checked = value === chosen
      input.addEventListener("change", () => onChange(value))
      return element("span", {}, input, element("label", { for: input.id }, title))
    }),
  )
}
