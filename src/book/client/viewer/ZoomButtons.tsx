import { Icon } from "../widgets/Icon"
import type { Zoomer } from "./use-zoom"

export function ZoomButtons({ zoomer, what }: { readonly zoomer: Zoomer; readonly what: string }) {
  return (
    <div class="zoom-buttons">
      <button type="button" aria-label={`Zoom in: ${what}`} onClick={zoomer.in}>
        <Icon name="plus" />
      </button>
      <button type="button" aria-label={`Zoom out: ${what}`} onClick={zoomer.out}>
        <Icon name="minus" />
      </button>
      <button type="button" aria-label={`Whole view: ${what}`} title="Whole view" onClick={zoomer.reset}>
        <Icon name="whole" />
      </button>
    </div>
  )
}
