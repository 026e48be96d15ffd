import { r0805 } from "../../../components/parts/passives"
import { type Draft, found } from "../edit/draft"
import { refit, say } from "../edit/parts"
import { changed, rated } from "../edit/records"
import { byLock } from "../fault"
import { faultsOf } from "./make"

const { board, circuit, records, source } = faultsOf("lock")

/** Two texts on the solder side change places. */
function swapTexts(d: Draft, a: string, b: string): void {
  const printed = (words: string) =>
    d.first("pcb_silkscreen_text", ({ text, layer }) => text === words && layer === "bottom")
  const [one, other] = [printed(a), printed(b)]
  ;[one.text, other.text] = [other.text, one.text]
}

/** Boards that are sound by every rule, and not the ones that somebody looked at and accepted. */
export const lockFaults = [
  source("other-value", "4.7 kohm bought for pull-up R1", byLock, (s) => refit(s, "R1", () => r0805["4k7"])),
  records(
    "drop-understated",
    "D1's forward drop said to be 0.3 V",
    byLock,
    rated("D1", { forwardVoltageV: 0.3 }),
  ),
  records(
    "role-changed",
    "CTS of the programming header said to be an input",
    byLock,
    changed("J5", (record) => ({
      ...record,
      pins: record.pins.map((pin) => (pin.name === "CTS" ? { ...pin, role: "input" as const } : pin)),
    })),
  ),
  source("thinner-board", "1.2 mm ordered", byLock, (s) => say(s, () => ({ thicknessMm: 1.2 }))),
  circuit(
    "legends-swapped",
    "24V and GND swapped in the solder side's map of the meter's port",
    byLock,
    (d) => swapTexts(d, "5 24V", "1 GND"),
  ),
  circuit("far-legends-swapped", "4 RXD and 5 24V, far from any pad, swapped in the map", byLock, (d) =>
    swapTexts(d, "5 24V", "4 RXD"),
  ),
  board("claim-dropped", "the original's netlist is no longer held against the circuit", byLock, (b) => ({
    claims: b.claims.filter(({ id }) => id !== "erc/original"),
  })),
  board("voltage-understated", "24 V said to be 12 V at most", byLock, ({ nets }) => ({
    nets: { ...nets, V24: { ...found(nets.V24, "net V24"), maxVolts: 12 } },
  })),
  board("warning-dropped", "a warning left out of the guide", byLock, ({ guide }) => ({
    guide: {
      phases: (guide?.phases ?? []).map(({ steps, ...phase }) => ({
        ...phase,
        steps: steps.map(({ warnings: _, ...step }) => step),
      })),
    },
  })),
  board(
    "other-firmware",
    "the firmware is said to read IO32, which feeds the MAX3232",
    byLock,
    ({ firmware }) => ({
      firmware: { ...firmware, "U2.IO32": "input" },
    }),
  ),
]
