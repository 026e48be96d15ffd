import { c0805, r0805 } from "../../../components/parts/passives"
import { found } from "../edit/draft"
import { editPart, refit, say } from "../edit/parts"
import { changed, rated } from "../edit/records"
import { faultsOf } from "./make"

const { circuit, list, records, source } = faultsOf("parts")

export const partFaults = [
  source("no-such-entry", "R1's record does not exist", "circuit/unknown-part", (s) =>
    editPart(s, "R1", ({ is: _, ...props }) => props),
  ),
  source("wrong-value-fitted", "0 ohm bought for pull-up R1", "erc/pull-up", (s) =>
    refit(s, "R1", () => r0805["0R"]),
  ),
  source("wrong-kind-fitted", "a resistor bought for C1", "erc/capacitor", (s) =>
    refit(s, "C1", () => r0805["10k"]),
  ),
  records(
    "turn-at-the-fab-lost",
    "the package of R1 without its entry for the fab: off BOM and CPL",
    "parts/left-by-machine",
    changed("R1", (record) => {
      const { fab: _, ...home } = record.package
      return { ...record, package: home }
    }),
  ),
  source("supply-capacitors-grown", "1 uF bought for C5 and C3", "budget/gpio-capacitance", (s) =>
    refit(
      refit(s, "C5", () => c0805["1uF"]),
      "C3",
      () => c0805["1uF"],
    ),
  ),
  records(
    "value-changed",
    "record of C1 becomes 1 uF, the circuit does not",
    "board/part-value",
    rated("C1", { capacitanceF: 1e-6 }),
  ),
  records(
    "resistor-without-ohms",
    "record of R1 without its ohms",
    "board/part-record",
    changed("R1", ({ ratings: _, ...record }) => record),
  ),
  circuit(
    "other-number-in-circuit",
    "circuit and record have two numbers for R1",
    "board/part-number",
    (d) => {
      d.source("R1").supplier_part_numbers = { jlcpcb: ["C17477"] }
    },
  ),
  circuit("number-lost-in-circuit", "U1's number missing from the circuit", "board/part-number", (d) => {
    delete d.source("U1").supplier_part_numbers
  }),
  source(
    "one-number-for-two",
    "R1 has its own maker's number and R5's order number",
    "parts/order-number",
    (s) => refit(s, "R1", (record) => ({ ...record, numbers: r0805["0R"].numbers })),
  ),
  records(
    "converter-rated-too-low",
    "a converter for 20 V at the meter's 24 V",
    "erc/rating",
    rated("J2", { maxVoltageV: 20 }),
  ),
  records(
    "rating-missing",
    "no voltage rating of the converter",
    "erc/rating",
    changed("J2", (record) => {
      const { maxVoltageV: _, ...rest } = found(record.ratings, "ratings")
      return { ...record, ratings: rest }
    }),
  ),
  records(
    "diode-rated-too-low",
    "a diode for 20 V in reverse at ENABLE",
    "erc/reverse-voltage",
    rated("D1", { reverseVoltageV: 20 }),
  ),
  records(
    "module-with-psram",
    "an ESP32 module whose PSRAM takes GPIO16",
    "erc/part-choice",
    changed("U2", (record) => ({ ...record, mpn: "ESP32-WROOM-32E-N4R2" })),
  ),
  records(
    "wide-soic",
    "the MAX3232's wide package on the narrow land",
    "erc/part-choice",
    changed("U1", (record) => ({ ...record, mpn: "MAX3232EWE+" })),
  ),
  records(
    "supply-out-of-range",
    "a 5 V transceiver at 3.4 V",
    "budget/supply-range",
    rated("U1", { supplyMinV: 4.5 }),
  ),
  list(
    "number-not-in-catalogue",
    "a number in the BOM that no record has",
    "pkg/part-number",
    "esp32-controlled/standard-both/bom.csv",
    (text) => text.replace("C15846", "C15847"),
  ),
  source("malformed-number", "a part number without its C", "pkg/bom", (s) =>
    ["R1", "R2"].reduce(
      (spoilt, name) =>
        refit(spoilt, name, (record) => ({
          ...record,
          numbers: { jlcpcb: { number: "17414", class: "basic", trust: "high", evidence: "fault" } },
        })),
      say(s, () => ({ catalogue: [] })),
    ),
  ),
]
