import type { Envelope } from "../../src/model/board"

/**
 * The space a board has in its meter, as far as anyone has written it down: nobody published a drawing. Each limit is
 * what builds that are known to fit, or not to fit, allow.
 */
export const meterSpace: readonly Envelope[] = [
  {
    side: "top",
    limitMm: 6.6,
    source:
      "inferred: the 2 x 3 right-angle header with its tails flush (about 6.5 mm) is the tallest part of the builds " +
      "that fit; taller was never reported",
  },
  {
    side: "bottom",
    limitMm: 9.5,
    source:
      "inferred: the module soldered flush (7 to 9.5 mm by its parts) fits, the same module on pin headers " +
      "(2.5 mm more) does not, says the original's README",
  },
]
