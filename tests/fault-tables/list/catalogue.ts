import type { Catalogue, CataloguePart } from "../../../components/catalogue"
import { parseCatalogue } from "../../../components/catalogue-schema"
import { found } from "../edit/draft"
import { refused } from "../fault"
import { faultsOf } from "./make"

const { board, catalogue, circuit, compiled, list } = faultsOf("catalogue")

const change =
  (id: string, edit: (part: CataloguePart) => Partial<CataloguePart>) =>
  (parts: Catalogue): Catalogue => {
    const part = found(parts[id], `catalogue entry ${id}`)
    return { ...parts, [id]: { ...part, ...edit(part) } as CataloguePart }
  }

const rating = (values: Partial<NonNullable<CataloguePart["ratings"]>>) => (part: CataloguePart) => ({
  ratings: { source: "fault", ...part.ratings, ...values },
})

const fitted =
  (designator: string, id: string) => (definition: { parts: Readonly<Record<string, string>> }) => ({
    parts: { ...definition.parts, [designator]: id },
  })

export const catalogueFaults = [
  board(
    "no-such-entry",
    "R1 names an entry that is not there",
    "board/catalogue-missing",
    fitted("R1", "r-10k"),
  ),
  board(
    "wrong-value-fitted",
    "0 ohm bought for pull-up R1",
    "board/catalogue-value",
    fitted("R1", "r-0805-0r"),
  ),
  board("wrong-kind-fitted", "a resistor bought for C1", "board/catalogue-kind", fitted("C1", "r-0805-10k")),
  catalogue(
    "value-changed",
    "entry of C1-C5 becomes 1 uF, the circuit does not",
    "board/catalogue-value",
    change("c-0805-100n-50v-x7r", rating({ capacitanceF: 1e-6 })),
  ),
  circuit(
    "other-number-in-circuit",
    "circuit and catalogue have two numbers for R1",
    "board/catalogue-number",
    (d) => {
      d.source("R1").supplier_part_numbers = { jlcpcb: ["C17477"] }
    },
  ),
  circuit("number-lost-in-circuit", "U1's number missing from the circuit", "board/catalogue-number", (d) => {
    delete d.source("U1").supplier_part_numbers
  }),
  catalogue(
    "converter-rated-too-low",
    "a converter for 20 V at the meter's 24 V",
    "erc/rating",
    change("buck-xl1509", rating({ maxVoltageV: 20 })),
  ),
  catalogue(
    "rating-missing",
    "no voltage rating of the converter",
    "erc/rating",
    change("buck-xl1509", ({ ratings }) => {
      const { maxVoltageV: _, ...rest } = found(ratings, "rating")
      return { ratings: rest }
    }),
  ),
  catalogue(
    "diode-rated-too-low",
    "a diode for 20 V in reverse at ENABLE",
    "erc/reverse-voltage",
    change("d-1n4007-0805", rating({ reverseVoltageV: 20 })),
  ),
  catalogue(
    "module-with-psram",
    "an ESP32 module whose PSRAM takes GPIO16",
    "erc/part-choice",
    change("u-esp32-wroom-32e-n4", () => ({ mpn: "ESP32-WROOM-32E-N4R2" })),
  ),
  catalogue(
    "wide-soic",
    "the MAX3232's wide package on the narrow land",
    "erc/part-choice",
    change("u-max3232ese", () => ({ mpn: "MAX3232EWE+" })),
  ),
  catalogue(
    "supply-out-of-range",
    "a 5 V transceiver at 3.4 V",
    "budget/supply-range",
    change("u-max3232ese", rating({ supplyMinV: 4.5 })),
  ),
  list(
    "number-not-in-catalogue",
    "a number in the BOM that the catalogue lacks",
    "pkg/part-number",
    "esp32-controlled/standard-both/bom.csv",
    (text) => text.replace("C15846", "C15847"),
  ),
  compiled("malformed-number", "a part number without its C", refused, (input) => {
    const entry = found(input.knowledge.catalogue["r-0805-10k"], "entry")
    const { id: _, numbers: __, ...rest } = entry
    const jlcpcb = { lcsc: "17414", class: "basic", trust: "high", evidence: "fault" }
    parseCatalogue({ "catalogue.ts": { "r-10k": { ...rest, jlcpcb } } })
    return input
  }),
]
