import { chipResistor } from "../../../components/packages/chip"
import { r0603, r0805 } from "../../../components/parts/passives"
import type { Package } from "../../../src/model/package"
import type { Part } from "../../../src/model/part"
import { found } from "../edit/draft"
import { refit } from "../edit/parts"
import { changed, rated } from "../edit/records"
import { faultsOf } from "./make"

const { circuit, records, source } = faultsOf("parts")

/** A copy of a record whose package's land is drawn otherwise. */
const relaid =
  (change: (land: Package["land"]) => Package["land"]) =>
  (record: Part): Part => ({
    ...record,
    package: { ...record.package, land: change(record.package.land) },
  })

const mpn = (designator: string, number: string) =>
  changed(designator, (record) => ({ ...record, mpn: number }))

/** Pin names exchanged in the record alone: the copper stays as it was. */
const exchanged = (designator: string, a: number, b: number) =>
  changed(designator, (record) => {
    const nameOf = (number: number) =>
      found(
        record.pins.find((pin) => pin.number === number),
        `pin ${number}`,
      ).name
    const names: Readonly<Record<number, string>> = { [a]: nameOf(b), [b]: nameOf(a) }
    return { ...record, pins: record.pins.map((pin) => ({ ...pin, name: names[pin.number] ?? pin.name })) }
  })

/** Paste of a part's pads as a share of their area. */
const pasted = (designator: string, share: number) => (d: Parameters<Parameters<typeof circuit>[3]>[0]) => {
  const part = d.all("source_component").find(({ name }) => name === designator)
  const placed = d
    .all("pcb_component")
    .find(({ source_component_id: id }) => id === part?.source_component_id)
  const pads = d
    .all("pcb_smtpad")
    .filter(({ pcb_component_id: id }) => id === placed?.pcb_component_id)
    .map(({ pcb_smtpad_id: id }) => id)
  const openings = d
    .all("pcb_solder_paste")
    .filter(({ pcb_smtpad_id: id }) => id !== undefined && pads.includes(id))
  if (openings.length === 0) throw new Error(`no paste at ${designator}`)
  for (const opening of openings)
    if ("width" in opening && "height" in opening) {
      opening.width *= Math.sqrt(share)
      opening.height *= Math.sqrt(share)
    }
}

/** Records, lands and numbers that no second statement of the same hand contradicts. */
export const recordFaults = [
  records(
    "number-of-1k",
    "10 kohm with the maker's number of 1 kohm",
    "parts/number",
    mpn("R1", "0805W8F1001T5E"),
  ),
  records(
    "number-of-0603",
    "an 0805 resistor with an 0603's number",
    "parts/number",
    mpn("R2", "0603WAF1002T5E"),
  ),
  records(
    "number-of-5-percent",
    "a 1 % resistor with a 5 % number",
    "parts/number",
    mpn("R1", "0805W8J0103T5E"),
  ),
  records(
    "number-of-other-maker",
    "UNI-ROYAL's record with YAGEO's number",
    "parts/number",
    mpn("R1", "RC0805FR-0710KL"),
  ),
  records(
    "number-misspelt",
    "a resistor's number with a digit too few",
    "parts/number",
    mpn("R1", "0805W8F102T5E"),
  ),
  records(
    "number-of-16-v",
    "a 50 V capacitor with a 16 V number",
    "parts/number",
    mpn("C1", "CC0805KRX7R7BB104"),
  ),
  records(
    "number-of-y5v",
    "an X7R capacitor with a Y5V number",
    "parts/number",
    mpn("C2", "CC0805ZRY5V9BB104"),
  ),
  records("number-of-10n", "100 nF with the number of 10 nF", "parts/number", mpn("C3", "CC0805KRX7R9BB103")),
  records(
    "rating-above-number",
    "100 V said of a 50 V capacitor",
    "parts/number",
    rated("C4", { maxVoltageV: 100 }),
  ),
  records("max3485-bought", "U1 is a MAX3485, which is RS-485", "parts/number", mpn("U1", "MAX3485ESA+T")),
  records(
    "straight-j6-bought",
    "the straight header's number at right-angle J6",
    "parts/number",
    mpn("J6", "PZ254V-12-6P"),
  ),
  records(
    "shorter-header-bought",
    "a header with 4 pins bought for 6",
    "parts/number",
    mpn("J5", "PZ254V-11-04P"),
  ),
  records(
    "other-flash-bought",
    "a module with 8 MB bought as one with 4 MB",
    "parts/number",
    mpn("U2", "ESP32-WROOM-32E-N8"),
  ),
  records(
    "nothing-holds-number",
    "a record without its family's ordering",
    "parts/number-unheld",
    changed("U1", ({ ordering: _, ...record }) => record),
  ),
  records(
    "printed-100k",
    "a 10 kohm record that prints 100k",
    "parts/printed-value",
    changed("R1", (record) => ({ ...record, value: "100k" })),
  ),
  records(
    "described-10u",
    "a 100 nF record described as 10 uF",
    "parts/printed-value",
    changed("C1", (record) => ({ ...record, description: "Ceramic capacitor 10 uF 10 % 50 V X7R" })),
  ),
  source("order-number-of-4k7", "R1's order number is the catalogue's 4.7 kohm", "parts/order-number", (s) =>
    refit(s, "R1", (record) => ({ ...record, numbers: r0805["4k7"].numbers })),
  ),
  source(
    "order-number-of-0603",
    "all of R1 and R2's order numbers are the 0603's",
    "parts/order-number",
    (s) =>
      ["R1", "R2"].reduce(
        (spoilt, name) => refit(spoilt, name, (record) => ({ ...record, numbers: r0603["10k"].numbers })),
        s,
      ),
  ),
  records("four-modules-bought", "four buck modules bought instead of one", "parts/product", (all) =>
    ["J1", "J2", "J3", "J4"].reduce(
      (spoilt, name) => changed(name, ({ piece: _, ...record }) => record)(spoilt),
      all,
    ),
  ),
  records("two-modules-bought", "two buck modules for four pads", "parts/product", (all) =>
    ["J1", "J2", "J3", "J4"].reduce(
      (spoilt, name) =>
        changed(name, (record) => ({
          ...record,
          piece: { ...found(record.piece, "piece"), designators: 2 },
        }))(spoilt),
      all,
    ),
  ),
  records(
    "diode-names-exchanged",
    "D1's K and A exchanged in names only",
    "board/mark",
    exchanged("D1", 1, 2),
  ),
  records(
    "module-names-exchanged",
    "U2's IO16 and IO17 exchanged in names only",
    "parts/pinout",
    exchanged("U2", 27, 28),
  ),
  records(
    "transceiver-names-exchanged",
    "U1's T1IN and T2IN exchanged in names only",
    "parts/pinout",
    exchanged("U1", 10, 11),
  ),
  records(
    "port-names-exchanged",
    "J6's RXD and TXD exchanged in names only",
    "parts/pinout",
    exchanged("J6", 2, 5),
  ),
  source("header-drilled-thin", "J5 drilled 0.7 mm", "board/land-hole", (s) =>
    refit(
      s,
      "J5",
      relaid((land) => ({ ...land, pads: land.pads.map((pad) => ({ ...pad, holeMm: 0.7 })) })),
    ),
  ),
  source("header-drilled-wide", "J5 drilled 1.4 mm", "board/land-hole", (s) =>
    refit(
      s,
      "J5",
      relaid((land) => ({ ...land, pads: land.pads.map((pad) => ({ ...pad, holeMm: 1.4 })) })),
    ),
  ),
  source("header-at-metric-pitch", "J5's holes 2.5 mm apart", "board/land-hole", (s) =>
    refit(
      s,
      "J5",
      relaid((land) => ({ ...land, pads: land.pads.map((pad) => ({ ...pad, y: (pad.y * 2.5) / 2.54 })) })),
    ),
  ),
  source("pads-too-small", "R1's pads 0.6 x 0.5 mm", "board/land-fillet", (s) =>
    refit(
      s,
      "R1",
      relaid((land) => ({ ...land, pads: land.pads.map((pad) => ({ ...pad, width: 0.6, height: 0.5 })) })),
    ),
  ),
  source("land-of-1206", "R1's pads as far apart as a 1206's", "board/land-fillet", (s) =>
    refit(
      s,
      "R1",
      relaid((land) => ({ ...land, pads: land.pads.map((pad) => ({ ...pad, x: pad.x * 1.43 })) })),
    ),
  ),
  records(
    "body-of-0402",
    "an 0402 capacitor drawn into the 0805 package",
    "board/land-fillet",
    changed("C1", (record) => {
      const { leads } = chipResistor("0402")
      return { ...record, package: { ...record.package, ...(leads === undefined ? {} : { leads }) } }
    }),
  ),
  records(
    "leads-left-out",
    "a package that nothing holds its land against",
    "board/land-unheld",
    changed("U1", (record) => {
      const { leads: _, ...home } = record.package
      return { ...record, package: home }
    }),
  ),
  source("bar-at-anode", "D1's bar drawn beside the anode", "board/mark", (s) =>
    refit(
      s,
      "D1",
      relaid((land) => ({
        ...land,
        silk: land.silk.map((mark) =>
          mark.kind === "line" && mark.means !== undefined
            ? { ...mark, from: { ...mark.from, x: -mark.from.x }, to: { ...mark.to, x: -mark.to.x } }
            : mark,
        ),
      })),
    ),
  ),
  source("dot-at-pin-8", "U1's dot drawn at pin 8", "board/mark", (s) =>
    refit(
      s,
      "U1",
      relaid((land) => ({
        ...land,
        silk: land.silk.map((mark) =>
          mark.kind === "pin-one" ? { ...mark, at: { x: mark.at.x, y: -mark.at.y } } : mark,
        ),
      })),
    ),
  ),
  circuit("paste-too-little", "C1's paste at 20 %", "board/paste", pasted("C1", 0.2)),
  circuit("paste-too-much", "R1's paste at 160 %", "board/paste", pasted("R1", 1.6)),
  source("paste-forgotten", "U1 without paste, which a machine fits", "board/paste", (s) =>
    refit(
      s,
      "U1",
      relaid((land) => ({ ...land, pads: land.pads.map((pad) => ({ ...pad, paste: "none" })) })),
    ),
  ),
]
