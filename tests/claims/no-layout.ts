import type { Layout } from "../../src/model/claim"

/** A board without a pad or a track. */
export const noLayout: Layout = {
  padsAt: () => [],
  padGap: () => undefined,
  trackMm: () => undefined,
  netMm: () => 0,
  viasBeside: () => 0,
  between: () => undefined,
}
