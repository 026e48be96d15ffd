import type { Zoomer } from "./use-zoom"

export function ZoomButtons({ zoomer, what }: { readonly zoomer: Zoomer; readonly what: string }) {
  return (
    <div class="zoom-buttons">
      <button type="button" aria-label={`Zoom in: ${what}`} onClick={zoomer.in}>
        +
      </button>
      <button type="button" aria-label={`Zoom out: ${what}`} onClick={zoomer.out}>
        −
      </button>
      <button type="button" aria-label={`Whole view: ${what}`} title="Whole view" onClick={zoomer.reset}>
        ⤢
      </button>
    </div>
  )
}
