import { limits } from "../read/limits"
import { assertText, quote, ReadError } from "../read/read-error"

/** One test point of an IPC-D-356A netlist. mm and degrees, board frame. */
export interface IpcRecord {
  readonly line: number
  readonly kind: "through-hole" | "surface" | "tooling-hole"
  /** Undefined for `N/C`. */
  readonly net: string | undefined
  /** `VIA` for a via. */
  readonly designator: string
  readonly pin: string
  readonly midPoint: boolean
  readonly drillMm: number | undefined
  readonly plated: boolean | undefined
  readonly side: "top" | "bottom" | "both"
  readonly x: number
  readonly y: number
  readonly widthMm: number
  readonly heightMm: number
  readonly rotationDeg: number
  /** Sides that the solder mask covers: bit 0 top, bit 1 bottom; undefined if not told. */
  readonly maskedSides: number | undefined
}

export interface IpcNetlist {
  readonly file: string
  readonly job: string | undefined
  readonly revision: string | undefined
  readonly records: readonly IpcRecord[]
}

const kinds: Readonly<Record<string, IpcRecord["kind"]>> = {
  "317": "through-hole",
  "327": "surface",
  "367": "tooling-hole",
}

/**
 * Reads an IPC-D-356A netlist (columns of section 5 of the standard; test records 317, 327 and 367, long net names
 * by `NNAME`). Throws `ReadError` for a record that cannot be read; records of other kinds are passed over.
 */
export function readIpcNetlist(text: string, file: string): IpcNetlist {
  assertText(text, file, limits.fileBytes)
  const names = new Map<string, string>()
  const header = new Map<string, string>()
  const records: IpcRecord[] = []
  let scale: number | undefined
  let ended = false
  for (const [i, row] of text.split(/\r\n|\n|\r/).entries()) {
    const line = i + 1
    if (row.trim() === "" || row.startsWith("C")) continue
    if (ended) throw new ReadError(file, line, "there is data after the end of the file (999)")
    if (row.startsWith("999")) {
      ended = true
      continue
    }
    const parameter = /^P\s+(\S+)\s*(.*)$/.exec(row)
    if (parameter !== null) {
      const [, key = "", value = ""] = parameter
      if (key === "UNITS") scale = unitsPerStep(value.trim(), file, line)
      else if (/^NNAME\d+$/.test(key)) names.set(key, value.trim())
      else header.set(key, value.trim())
      continue
    }
    const kind = kinds[row.slice(0, 3)]
    if (kind === undefined) {
      if (/^(3[0-9]7|389|090|099|390|379)/.test(row) || row.startsWith("0")) continue
      throw new ReadError(file, line, `${quote(row)} is no record`)
    }
    if (scale === undefined) throw new ReadError(file, line, "a record comes before the units (P UNITS)")
    if (records.length >= limits.drillHits) throw new ReadError(file, line, "too many records")
    records.push(record(row, kind, scale, names, file, line))
  }
  if (!ended) throw new ReadError(file, undefined, "the file does not end with 999: it may be cut off")
  return { file, job: header.get("JOB"), revision: header.get("REV"), records }
}

/** mm per step: CUST 0 and 2 count 0.0001 inch, CUST 1 and SI count 0.001 mm. */
function unitsPerStep(value: string, file: string, line: number): number {
  if (value === "CUST 1" || value === "SI") return 0.001
  if (value === "CUST 0" || value === "CUST" || value === "CUST 2") return 0.00254
  throw new ReadError(file, line, `${quote(value)} are no units`)
}

const tail =
  /^([M ]?)(?:D(\d{4})([PU ]))?\s*A(\d\d)X([+-]?\d{6,7})Y([+-]?\d{6,7})X(\d{4})(?:Y(\d{4}))?(?:R(\d{3}))?\s*(?:S([0-3]))?\s*$/

function record(
  row: string,
  kind: IpcRecord["kind"],
  scale: number,
  names: ReadonlyMap<string, string>,
  file: string,
  line: number,
): IpcRecord {
  // 1-based columns of the standard: net 4-17, designator 21-26, dash 27, pin 28-31, then letters introduce values.
  const net = row.slice(3, 17).trim()
  const designator = row.slice(20, 26).trim()
  const pin = row.slice(27, 31).trim()
  const match = tail.exec(row.slice(31, 80))
  if (match === null || net === "")
    throw new ReadError(file, line, `${quote(row)} cannot be read as a test point`)
  const [, mid, drill, plating, access, x = "", y = "", width = "", height, rotation, mask] = match
  const mm = (digits: string | undefined): number => Number(digits ?? 0) * scale
  return {
    line,
    kind,
    net: net === "N/C" ? undefined : (names.get(net) ?? net),
    designator,
    pin,
    midPoint: mid === "M",
    drillMm: drill === undefined ? undefined : mm(drill),
    plated: plating === "P" ? true : plating === "U" ? false : undefined,
    side: access === "00" ? "both" : access === "01" ? "top" : "bottom",
    x: mm(x),
    y: mm(y),
    widthMm: mm(width),
    heightMm: mm(height),
    rotationDeg: Number(rotation ?? 0),
    maskedSides: mask === undefined ? undefined : Number(mask),
  }
}
