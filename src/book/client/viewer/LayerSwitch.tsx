import { computed } from "@preact/signals"
import { measuring, toggleMeasuring } from "../ruler"
import {
  bareLayers,
  book,
  type LayerName,
  layers,
  leftByHand,
  opacities,
  type SideChoice,
  side,
} from "../state"
import { Segments } from "../widgets/Segments"

const names: readonly (readonly [LayerName, string])[] = [
  ["mask", "Solder mask"],
  ["copper", "Copper"],
  ["silkscreen", "Silkscreen"],
  ["paste", "Paste"],
  ["holes", "Holes"],
  ["parts", "Parts"],
  ["far", "Other side's copper"],
]

/** Only of boards that have layers inside. */
const inner = computed((): readonly (readonly [LayerName, string])[] =>
  (book.value.picture.inner ?? []).map(({ layer }, index) => [layer, `Inner copper ${index + 1}`] as const),
)

const presets: Readonly<Record<string, readonly LayerName[]>> = {
  bare: bareLayers,
  fitted: [...bareLayers, "parts"],
  copper: ["copper", "holes"],
}

const sides: readonly (readonly [SideChoice, string])[] = [
  ["both", "Both sides"],
  ["top", "Front"],
  ["bottom", "Back"],
]

export function LayerSwitch() {
  const current = Object.keys(presets).find((name) => {
    const wanted = presets[name] ?? []
    return wanted.length === layers.value.size && wanted.every((layer) => layers.value.has(layer))
  })
  return (
    <div class="board-tools">
      <Segments
        label="Sides"
        options={sides}
        value={side.value}
        onChange={(value) => {
          side.value = value
        }}
      />
      <Segments
        label="Look"
        options={[
          ["bare", "Bare"],
          ["fitted", "Assembled"],
          ["copper", "Copper"],
        ]}
        value={current ?? ""}
        onChange={(value) => {
          layers.value = new Set(presets[value])
        }}
      />
      <details class="menu">
        <summary>Layers</summary>
        <fieldset class="menu-sheet">
          <legend>Layers</legend>
          {[...names, ...inner.value].map(([layer, name]) => (
            <div key={layer} class="layer-row">
              <label>
                <input
                  type="checkbox"
                  checked={layers.value.has(layer)}
                  onChange={(event) => toggle(layer, event.currentTarget.checked)}
                />
                {name}
              </label>
              <input
                type="range"
                min="10"
                max="100"
                step="10"
                aria-label={`Opacity: ${name}`}
                aria-valuetext={`${percent(layer)} %`}
                title={`${percent(layer)} %`}
                value={percent(layer)}
                onInput={(event) => {
                  opacities.value = { ...opacities.value, [layer]: event.currentTarget.valueAsNumber / 100 }
                }}
              />
            </div>
          ))}
        </fieldset>
      </details>
      <button
        type="button"
        class="tool"
        aria-pressed={measuring.value}
        title="Measure between pads, holes and corners (r)"
        onClick={toggleMeasuring}
      >
        Measure
      </button>
      {layers.value.has("parts") && leftByHand.value.size > 0 && (
        <span class="quiet legend-by-hand">left for the iron</span>
      )}
    </div>
  )
}

const percent = (layer: LayerName): number => Math.round((opacities.value[layer] ?? 1) * 100)

export function toggle(layer: LayerName, on: boolean): void {
  const next = new Set(layers.value)
  if (on) next.add(layer)
  else next.delete(layer)
  layers.value = next
}
