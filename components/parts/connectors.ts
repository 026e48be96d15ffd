import type { Part, Pin } from "../../src/model/part"
import { numbers } from "../packages/land"
import { type HeaderOptions, pinHeader as headerPackage } from "../packages/pin-header"
import { terminalBlock } from "../packages/terminal-block"
import { testPointPad } from "../packages/test-point"
import { byHand, family, lcsc, noNumber, pin } from "./helpers"

const passive = (count: number): Pin[] =>
  numbers(count).map((number) => pin(number, String(number), "passive"))

const kinds = { straight: "straight", "right-angle": "right angle", smd: "surface mounted", socket: "female" }

/**
 * A pin header or socket of any size, its pins without names: a circuit gives them theirs with `named`. Bought by its
 * size, so it has no number until a record says one.
 */
export function pinHeader(columns: 1 | 2, rows: number, options: HeaderOptions = {}): Part {
  const { pitch = 2.54, mount = "straight" } = options
  const home = headerPackage(columns, rows, options)
  const what = mount === "socket" ? "Socket" : "Pin header"
  return {
    id: `j-${columns}x${rows}-${String(pitch).replace(".", "")}${mount === "straight" ? "" : `-${mount}`}`,
    kind: "connector",
    value: home.name,
    description: `${what} ${columns}x${rows}, ${pitch} mm, ${kinds[mount]}`,
    package: home,
    pins: passive(columns * rows),
    numbers: noNumber("bought by its size: no maker's part is chosen"),
    assembly: byHand(
      mount === "smd"
        ? "no maker's part is chosen for these lands"
        : "through-hole parts are soldered by hand",
    ),
    height: { unknown: "no maker's part is chosen" },
    polarised: columns * rows > 2,
  }
}

/** XFCN: pitch, V = straight or R = right angle, 1 and the columns, pins. The package's own figures make it. */
const xfcn = (columns: 1 | 2, rows: number, mount: "V" | "R") =>
  family(
    `PZ254${mount}-1${columns}-0?${columns * rows}P`,
    "how XFCN's numbers read on LCSC: pitch, V straight or R right angle, columns, pins; the maker's sheet was not found",
  )

export const header1x6: Part = {
  ...pinHeader(1, 6, { optional: true }),
  value: "1x6 2.54mm",
  description: "Pin header 1x6, straight, for a 3.3 V serial adapter; usually left empty",
  manufacturer: "XFCN",
  mpn: "PZ254V-11-06P",
  ordering: xfcn(1, 6, "V"),
  numbers: lcsc("C492405", "unknown", "parts lists map C492405 to XFCN PZ254V-11-06P"),
  assembly: byHand("usually left empty: the cable's pins are held in the holes at an angle"),
  height: { unknown: "usually left empty; with a common header about 8.5 mm, not looked up" },
  notes: [
    "Measure the adapter's VCC against GND before it is plugged in: 3.3 V, else its VCC stays off. FTDI's TTL-232R-3V3 has 5 V on its red wire: red stays off.",
  ],
}

/** Not pushed in fully: its 3.0 mm tails end flush with the solder side of a 1.6 mm board. */
export const header2x3RightAngle: Part = {
  ...pinHeader(2, 3, { mount: "right-angle", liftMm: 1.4 }),
  description: "Pin header 2x3, right angle, flush with the solder side",
  manufacturer: "XFCN",
  mpn: "PZ254R-12-6P",
  ordering: xfcn(2, 3, "R"),
  numbers: lcsc(
    "C492431",
    "unknown",
    "two public parts lists map C492431 to XFCN PZ254R-12-6P",
    "medium-high",
  ),
  assembly: byHand("not pushed in fully: its pins end flush with the solder side, which no machine does"),
  height: { unknown: "set by hand: the pins end flush with the solder side" },
  notes: ["Solder the pins exactly flush with the solder side."],
}

export const header2x2Smd: Part = {
  ...pinHeader(2, 2, { mount: "smd", pitch: 1.27, jumperOnRow: 2 }),
  description: "Pin header 2x2, 1.27 mm, surface mounted, with one jumper",
  numbers: noNumber("no LCSC number is confirmed for a 2x2 1.27 mm SMD header with these lands"),
  assembly: byHand("no LCSC number is confirmed for a 2x2 1.27 mm SMD header"),
  polarised: true,
  takesJumpers: true,
  notes: ["Buy a 1.27 mm jumper too. On 1-2: programming. On 3-4: running. Never 1-3 or 2-4."],
}

export const header1x2: Part = {
  ...pinHeader(1, 2),
  manufacturer: "XFCN",
  mpn: "PZ254V-11-02P",
  ordering: xfcn(1, 2, "V"),
  numbers: lcsc(
    "C492401",
    "extended",
    "LCSC's own data sheet address has C492401 and PZ254V-11-02P, as have public bills of materials",
  ),
}

/** Takes a 2x3 header of 0.64 mm posts: pin n meets pin n, so that seen from above odd pins are on the right. */
export const socket2x3: Part = {
  ...pinHeader(2, 3, { mount: "socket" }),
  description: "Socket 2x3, 2.54 mm, for posts of 0.64 mm",
  notes: ["Seen from above, odd pins are on the right: pin n meets pin n of the header that is pushed in."],
}

export const screwTerminal2: Part = {
  id: "j-screw-terminal-2x508",
  kind: "connector",
  value: "2x 5.08mm screw terminal",
  description: "Screw terminal, 2 ways, 5.08 mm, 24 A 250 V",
  package: terminalBlock(2),
  pins: passive(2),
  manufacturer: "Cixi Kefa",
  mpn: "KF128-5.08-2P-AA",
  ordering: family("KF128-5\\.08-2P(-AA)?", "Cixi Kefa KF128: pitch, ways, as LCSC's table reads it"),
  ratings: {
    maxVoltageV: 250,
    maxCurrentA: 24,
    source: "LCSC's table for KF128-5.08-2P-AA: 24 A, 250 V; the drawing's UL figure is lower",
  },
  numbers: lcsc("C474952", "extended", "JLCPCB's part page and public bills map C474952 to KF128-5.08-2P-AA"),
  assembly: byHand("through-hole parts are soldered by hand"),
  height: { unknown: "the maker's drawing was not looked up" },
  polarised: true,
}

/** A bare pad: nothing is bought, nothing is fitted. */
export const testPoint: Part = {
  id: "tp-15mm",
  kind: "test-point",
  value: "test point",
  description: "Bare round pad, 1.5 mm",
  package: testPointPad(1.5),
  pins: passive(1),
  numbers: noNumber("a bare pad: nothing is bought"),
  assembly: byHand("a bare pad: nothing is fitted"),
  height: { unknown: "nothing stands on it" },
  polarised: false,
}
