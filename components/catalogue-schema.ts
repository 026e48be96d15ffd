import { z } from "zod"
import { UserError } from "../src/finding"
import type { OrderNumber } from "../src/model/part"

const text = z.string().trim().min(1)
const positive = z.number().finite().positive()

/** Volts, amperes, watts, ohms, farads. Only what a document states; `source` names it. */
const ratings = z
  .object({
    resistanceOhm: z.number().finite().nonnegative().optional(),
    capacitanceF: positive.optional(),
    tolerancePercent: positive.optional(),
    dielectric: text.optional(),
    powerW: positive.optional(),
    maxVoltageV: positive.optional(),
    maxCurrentA: positive.optional(),
    reverseVoltageV: positive.optional(),
    /** Largest forward drop, at `maxCurrentA`. */
    forwardVoltageV: positive.optional(),
    supplyMinV: positive.optional(),
    supplyMaxV: positive.optional(),
    /** What the supply must be able to deliver. */
    supplyCurrentA: positive.optional(),
    /** What the part draws unloaded, at most. */
    quiescentCurrentA: positive.optional(),
    /** What one output pin can give, at most. */
    outputCurrentA: positive.optional(),
    /** RS-232 receiver's input resistance, at least. */
    inputResistanceMinOhm: positive.optional(),
    source: text,
  })
  .strict()

const part = z
  .object({
    kind: z.enum(["resistor", "capacitor", "diode", "ic", "module", "connector", "converter"]),
    /** What the BOM's Comment column says: "10k", "100nF", "MAX3232". */
    value: text,
    description: text,
    /** As a buyer knows it: "0805", "SOIC-16 3.9x9.9mm". */
    package: text,
    manufacturer: text.optional(),
    mpn: text.optional(),
    ratings: ratings.optional(),
    /** JLCPCB's (LCSC's) number and why it is believed; or why there is none. */
    jlcpcb: z.union([
      z
        .object({
          lcsc: z.string().regex(/^C\d+$/, "must be C and digits"),
          class: z.enum(["basic", "extended", "unknown"]),
          trust: z.enum(["high", "medium-high", "medium"]),
          evidence: text,
        })
        .strict(),
      z.object({ none: text }).strict(),
    ]),
    assembly: z.discriminatedUnion("by", [
      z.object({ by: z.literal("machine") }).strict(),
      z.object({ by: z.literal("hand"), reason: text }).strict(),
    ]),
    /** How far the part reaches off the board, at most. */
    height: z.union([
      z.object({ mm: positive, source: text }).strict(),
      z.object({ unknown: text }).strict(),
    ]),
    polarised: z.boolean(),
    /** How many designators one piece covers: 4 for the buck module, whose pads are J1 to J4. */
    designatorsPerPiece: z.number().int().positive().default(1),
    /** Numbers no document gives, taken for budgets, each with its reason. */
    assumed: z.record(text, z.object({ value: z.number().finite(), reason: text }).strict()).default({}),
    /** What the person who solders or buys it must know. */
    notes: z.array(text).default([]),
  })
  .strict()
  .superRefine((entry, context) => {
    const need = (field: "resistanceOhm" | "capacitanceF" | "reverseVoltageV") => {
      if (entry.ratings?.[field] !== undefined) return
      context.addIssue({ code: "custom", path: ["ratings", field], message: `a ${entry.kind} needs one` })
    }
    if (entry.kind === "resistor") need("resistanceOhm")
    if (entry.kind === "capacitor") need("capacitanceF")
    if (entry.kind === "diode") need("reverseVoltageV")
    if ("lcsc" in entry.jlcpcb && entry.mpn === undefined) {
      context.addIssue({ code: "custom", path: ["mpn"], message: "needed beside an LCSC number" })
    }
    if (entry.assembly.by === "machine" && "none" in entry.jlcpcb) {
      context.addIssue({
        code: "custom",
        path: ["assembly", "by"],
        message: "a machine needs an LCSC number, and there is none",
      })
    }
  })

export type CatalogueEntry = z.input<typeof part>
export type CataloguePart = Omit<z.output<typeof part>, "jlcpcb"> & {
  readonly id: string
  /** By the fab house's id. */
  readonly numbers: Readonly<Record<string, OrderNumber>>
}
export type Catalogue = Readonly<Record<string, CataloguePart>>

const id = /^[a-z0-9]+(-[a-z0-9]+)*$/

/**
 * Checks a parts catalogue.
 * @param files file, for the error -> its entries: id (lower case, digits, dashes) -> entry
 * @throws UserError naming the file, the entry and the field of the first fault
 */
export function parseCatalogue(files: Readonly<Record<string, unknown>>): Catalogue {
  const parts: Record<string, CataloguePart> = {}
  const numbers = new Map<string, string>()
  for (const [file, entries] of Object.entries(files)) {
    const table = z.record(z.unknown()).safeParse(entries)
    if (!table.success) throw new UserError(`${file}: must be a table of entries`, { exitCode: 1 })
    for (const [name, value] of Object.entries(table.data)) {
      const fault = (field: string, message: string) =>
        new UserError(`${file}: entry "${name}"${field === "" ? "" : `, field ${field}`}: ${message}`, {
          exitCode: 1,
        })
      if (!id.test(name)) throw fault("", "an id has lower-case letters, digits and single dashes")
      if (parts[name] !== undefined) throw fault("", "another file has an entry of this name")
      const result = part.safeParse(value)
      if (!result.success) {
        const issue = deepest(result.error.issues)
        throw fault(issue?.path.join(".") ?? "", issue?.message ?? "not valid")
      }
      const { jlcpcb, ...entry } = result.data
      if ("lcsc" in jlcpcb) {
        const { lcsc } = jlcpcb
        const other = numbers.get(lcsc)
        if (other !== undefined) throw fault("jlcpcb.lcsc", `${lcsc} is "${other}" already`)
        numbers.set(lcsc, name)
      }
      parts[name] = { ...entry, id: name, numbers: { jlcpcb: orderNumber(jlcpcb) } }
    }
  }
  return parts
}

function orderNumber(entry: z.output<typeof part>["jlcpcb"]): OrderNumber {
  if ("none" in entry) return entry
  const { lcsc, ...rest } = entry
  return { number: lcsc, ...rest }
}

/** A union reports "invalid input" for the whole; the branch that got furthest says what is wrong. */
function deepest(issues: readonly z.ZodIssue[]): z.ZodIssue | undefined {
  const first = issues[0]
  if (first?.code !== "invalid_union") return first
  const branches = first.unionErrors.map((error) => error.issues)
  const best = branches.reduce((a, b) => (b.length < a.length ? b : a), branches[0] ?? [])
  return deepest(best) ?? first
}
