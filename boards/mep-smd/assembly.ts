import type { AssemblyVariant } from "../../src/board-definition"

/** Designator -> what is fitted there (components/catalogue.ts). */
export const parts = {
  U1: "u-max3232ese",
  // N4: the firmware needs no more, and its LCSC number is the best attested. The N16 fits as well.
  U2: "u-esp32-wroom-32e-n4",
  R1: "r-0805-10k",
  R2: "r-0805-10k",
  R3: "r-0805-0r",
  R4: "r-0805-0r",
  R5: "r-0805-0r",
  R6: "r-0805-0r",
  R7: "r-0805-0r",
  C1: "c-0805-100n-50v-x7r",
  C2: "c-0805-100n-50v-x7r",
  C3: "c-0805-100n-50v-x7r",
  C4: "c-0805-100n-50v-x7r",
  C5: "c-0805-100n-50v-x7r",
  D1: "d-1n4007-0805",
  J1: "buck-xl1509",
  J2: "buck-xl1509",
  J3: "buck-xl1509",
  J4: "buck-xl1509",
  J5: "j-1x6-254",
  J6: "j-2x3-254-right-angle",
  J7: "j-2x2-127-smd",
} as const

/** R3 and R4 are both ways to feed the MAX3232; fitting both ties GPIO32 to 3V3. */
export const variants = {
  "esp32-controlled": {
    title: "MAX3232 fed from GPIO32, so that the ESP32 can restart it (R4)",
    notFitted: ["R3"],
  },
  "always-on": { title: "MAX3232 always on (R3)", notFitted: ["R4"] },
} as const satisfies Record<string, AssemblyVariant>

export const defaultVariant = "esp32-controlled"

export const plans: readonly string[] = ["economic-top", "standard-both", "hand"]
