import { type OrderCode, ohms, ohmsWithLetter, resistor, rounded } from "./code"

/** Ordering codes of thick film chip resistors. */

const inches = ["0201", "0402", "0603", "0805", "1206", "1210", "1812", "2010", "2512"]
const size = (code: string | undefined) => inches.find((one) => one === code)

const uniRoyalWatts: Readonly<Record<string, number>> = {
  WH: 1 / 32,
  WM: 1 / 20,
  WG: 1 / 16,
  WA: 1 / 10,
  W8: 1 / 8,
  W6: 1 / 6,
  W4: 1 / 4,
  W3: 1 / 3,
  W2: 1 / 2,
  "07": 3 / 4,
  "1W": 1,
  SA: 1 / 10,
  S8: 1 / 8,
  S4: 1 / 4,
  S3: 1 / 3,
}
const smallPowers: Readonly<Record<string, number>> = { J: -1, K: -2, L: -3, M: -4 }

const uniRoyal: OrderCode = {
  maker: /^(UNI-?ROYAL|Uniroyal|UniOhm|Royal\s?Ohm)/i,
  title: "UNI-ROYAL's",
  source: 'UNI-ROYAL chip resistor data sheets, "Part No. System": size, watts, tolerance, value, reel',
  decode: (mpn) => {
    const found = /^(\d{4})(W[HMGA86432]|07|1W|S[A843])([BCDFGJ0])(\d{3})([\dJKLM])[TBC][1-5A-E]E$/.exec(mpn)
    if (found === null) return undefined
    const [, length, watts = "", tolerance, digits, power = ""] = found
    const value = rounded(Number(digits) * 10 ** (smallPowers[power] ?? Number(power)))
    return resistor(size(length), value, tolerance, uniRoyalWatts[watts])
  },
}

const yageo: OrderCode = {
  maker: /^YAGEO/i,
  title: "YAGEO's",
  source: 'YAGEO RC_L data sheet, "Ordering information - global part number"',
  decode: (mpn) => {
    const found = /^(?:RC|AC|RT|RL)(\d{4})([BCDFGJ])[RKS][-A-G](?:07|10|13|7W|3W)(\d+[RKM]\d*)L$/.exec(mpn)
    return found === null ? undefined : resistor(size(found[1]), ohmsWithLetter(found[3] ?? ""), found[2])
  },
}

const vishay: OrderCode = {
  maker: /^Vishay/i,
  title: "Vishay's CRCW",
  source: 'Vishay D/CRCW e3 data sheet, "Part number and product description"',
  decode: (mpn) => {
    const found = /^CRCW(\d{4})(0000|\d*[RKM]\d*)([DFJZ])[A-Z0-9]E[A-Z]$/.exec(mpn)
    if (found === null) return undefined
    const [, length, code = "", tolerance] = found
    return resistor(size(length), code === "0000" ? 0 : ohmsWithLetter(code), tolerance)
  },
}

const koaSizes: Readonly<Record<string, string>> = {
  "1H": "0201",
  "1E": "0402",
  "1J": "0603",
  "2A": "0805",
  "2B": "1206",
  "2E": "1210",
}
const koa: OrderCode = {
  maker: /^KOA/i,
  title: "KOA's RK73",
  source: 'KOA Speer RK73 data sheets, "Ordering information"',
  decode: (mpn) => {
    const jumper = /^RK73Z(1H|1E|1J|2A|2B|2E)T[A-Z]{1,2}$/.exec(mpn)
    if (jumper !== null) return resistor(koaSizes[jumper[1] ?? ""], 0, undefined)
    const found = /^RK73[BHG](1H|1E|1J|2A|2B|2E)TT?[DEPC]{1,2}(\d{3,4}|\d*R\d+)([BCDFGJ])$/.exec(mpn)
    return found === null ? undefined : resistor(koaSizes[found[1] ?? ""], ohms(found[2] ?? ""), found[3])
  },
}

const panasonicSizes: Readonly<Record<string, string>> = { 2: "0402", 3: "0603", 6: "0805", 8: "1206" }
const panasonic: OrderCode = {
  maker: /^Panasonic/i,
  title: "Panasonic's ERJ",
  source: 'Panasonic thick film chip resistors, "Explanation of part numbers"',
  decode: (mpn) => {
    const found = /^ERJ-?([2368])(?:RK|EK|EN|GEY?)(?:([FJ])(\d{3,4}|\d*R\d+)|(0R00))[VX]$/.exec(mpn)
    if (found === null) return undefined
    const [, code = "", tolerance, value, jumper] = found
    return resistor(panasonicSizes[code], jumper === undefined ? ohms(value ?? "") : 0, tolerance)
  },
}

const fenghuaSizes: Readonly<Record<string, string>> = {
  "02": "0402",
  "03": "0603",
  "05": "0805",
  "06": "1206",
}
const fenghua: OrderCode = {
  maker: /^(FH|Fenghua|Guangdong Fenghua)/i,
  title: "Fenghua's",
  source: 'Fenghua RC/RS series data sheet, "How to order"',
  decode: (mpn) => {
    const found = /^R[CS]-(0[2356])[KLWUE](\d{3,4}|\d*R\d*)([BCDFGJ])T$/.exec(mpn)
    return found === null ? undefined : resistor(fenghuaSizes[found[1] ?? ""], ohms(found[2] ?? ""), found[3])
  },
}

export const resistorCodes: readonly OrderCode[] = [uniRoyal, yageo, vishay, koa, panasonic, fenghua]
