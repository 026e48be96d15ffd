import type { AssemblyVariant } from "../../src/model/board"

/** R3 and R4 are both ways to feed the MAX3232; fitting both ties GPIO32 to 3V3. */
export const variants: Readonly<Record<string, AssemblyVariant>> = {
  "esp32-controlled": {
    title: "MAX3232 fed from GPIO32, so that the ESP32 can restart it (R4)",
    notFitted: ["R3"],
  },
  "always-on": { title: "MAX3232 always on (R3)", notFitted: ["R4"] },
}

export const exactlyOne = [["R3", "R4"]]
