import type { Board } from "../../../src/model/board"
import { found } from "../edit/draft"
import { faultsOf } from "./make"

const { board, circuit, compiled } = faultsOf("variants")

/** What a variant leaves out, changed. */
const leaveOut = (variant: string, notFitted: readonly string[]) => (definition: Board) => ({
  variants: {
    ...definition.variants,
    [variant]: { ...found(definition.variants[variant], `variant ${variant}`), notFitted },
  },
})

export const variantFaults = [
  board("both-r3-and-r4", "always-on fits both R3 and R4", "erc/exactly-one", leaveOut("always-on", [])),
  board(
    "neither-r3-nor-r4",
    "always-on fits neither R3 nor R4",
    "erc/exactly-one",
    leaveOut("always-on", ["R3", "R4"]),
  ),
  board("r5-left-out", "always-on leaves R5 out", "erc/part-not-fitted", leaveOut("always-on", ["R4", "R5"])),
  board(
    "unknown-part-left-out",
    "always-on leaves out R44, which is no part",
    "board/variant",
    leaveOut("always-on", ["R4", "R44"]),
  ),
  board("unknown-default", "default variant that does not exist", "board/variant", () => ({
    defaultVariant: "esp32",
  })),
  compiled("no-jumper-states", "J7's states no longer told", "erc/jumper-state", (input) => {
    const { jumper: _, ...definition } = input.definition
    return { ...input, definition }
  }),
  board("jumper-states-emptied", "J7's states an empty list", "erc/jumper-state", ({ jumper }) => ({
    jumper: { ...found(jumper, "jumper block"), states: [] },
  })),
  board("waiver-without-names", "any finding of a rule accepted", "config/waiver-without-names", () => ({
    waivers: [{ rule: "drc/annular-ring", reason: "close enough" }],
  })),
  board(
    "waiver-too-wide",
    "both R3 and R4 fitted, accepted by one of their names",
    "erc/exactly-one",
    (definition) => ({
      ...leaveOut("always-on", [])(definition),
      waivers: [{ rule: "erc/exactly-one", names: ["R3"], reason: "both, why not" }],
    }),
  ),
  circuit(
    "compiled-as-other",
    "R3 fitted on the board compiled as ESP32-controlled",
    "board/variant",
    (d) => {
      d.placed("R3").do_not_place = false
    },
  ),
]
