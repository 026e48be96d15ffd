import type { Waiver } from "../../src/model/board"

/** What simulation and layout claims find weak in MEP-HW 3.00, and is kept, each with its figure. */
export const risks: readonly Waiver[] = [
  {
    rule: "simulate/open-j5",
    names: ["J5", "D5"],
    figure: 23.3,
    reason:
      "D5 leaks 0.04 mA at most (0.1 mA at 60 V) and nothing takes it away: what is plugged in does, and 100 nF hold 2 uC. 10 kohm from J5.3 to ground would end it: next revision of the copper",
  },
  {
    rule: "simulate/open-usb",
    names: ["J7", "D4"],
    figure: 5.9,
    reason:
      "U6 clamps what D4 leaks, 0.04 mA at most; any host's own load takes it to nothing. 10 kohm from VBUS to ground would end it: next revision of the copper",
  },
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
