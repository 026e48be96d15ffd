import type { Waiver } from "../../src/model/board"

/** What simulation and layout claims find weak in MEP-HW 3.00, and is kept, each with its figure. */
export const risks: readonly Waiver[] = [
  {
    rule: "simulate/usb-inrush-charge",
    names: ["C10", "C11", "D4"],
    figure: 532e-6,
    reason:
      "the storage that carries the radio over the port's 1 W stands behind D4 too; ports with a current limit start it all the same, and USB is for the bench. No USB logo",
  },
  {
    rule: "layout/beside",
    names: ["C17.1", "U4.4"],
    figure: 8.25,
    reason:
      "both are on the 3V3 plane 0.2 mm below by a via of their own; the bridge switches at 12 MHz. Nearer is better",
  },
]
