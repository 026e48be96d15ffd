import { capacitor, eiaVolts, farads, type OrderCode } from "./code"

/** Ordering codes of multilayer ceramic capacitors. */

type Table<T> = Readonly<Record<string, T>>

const yageoVolts: Table<number> = { 4: 4, 5: 6.3, 6: 10, 7: 16, 8: 25, 9: 50, 0: 100, A: 200, B: 500 }
const yageo: OrderCode = {
  maker: /^YAGEO/i,
  title: "YAGEO's CC",
  source: 'YAGEO X7R/X5R/NP0 data sheets, "Ordering information - global part number"',
  decode: (mpn) => {
    const found = /^CC(\d{4})([A-Z])[A-Z](NPO|X\d[RSTU]|Y5V)([\dA-Z])[A-Z]{2}(\d{3}|\dR\d)$/.exec(mpn)
    if (found === null) return undefined
    const [, size, tolerance, dielectric = "", volts = "", value = ""] = found
    return capacitor(
      size,
      farads(value),
      tolerance,
      yageoVolts[volts],
      dielectric === "NPO" ? "C0G" : dielectric,
    )
  },
}

const metric: Table<string> = {
  "0603": "0201",
  "1005": "0402",
  "1608": "0603",
  "2012": "0805",
  "3216": "1206",
  "3225": "1210",
  "4532": "1812",
  "5750": "2220",
}

const samsungSizes: Table<string> = {
  "03": "0201",
  "05": "0402",
  "10": "0603",
  "21": "0805",
  "31": "1206",
  "32": "1210",
  "43": "1812",
  "55": "2220",
}
const samsungDielectrics: Table<string> = { A: "X5R", B: "X7R", C: "C0G", F: "Y5V", X: "X6S", Y: "X7S" }
const samsungVolts: Table<number> = {
  R: 4,
  Q: 6.3,
  P: 10,
  O: 16,
  A: 25,
  L: 35,
  B: 50,
  C: 100,
  D: 200,
  E: 250,
  G: 500,
  H: 630,
  I: 1000,
}
const samsung: OrderCode = {
  maker: /^Samsung/i,
  title: "Samsung's CL",
  source: 'Samsung Electro-Mechanics MLCC catalogue, "Part numbering"',
  decode: (mpn) => {
    const found = /^CL(\d{2})([A-Z])(\d{3}|\dR\d|R\d{2})([A-Z])([A-Z])[A-Z0-9][A-Z0-9]{4}$/.exec(mpn)
    if (found === null) return undefined
    const [, size = "", dielectric = "", value = "", tolerance, volts = ""] = found
    return capacitor(
      samsungSizes[size],
      farads(value),
      tolerance,
      samsungVolts[volts],
      samsungDielectrics[dielectric],
    )
  },
}

const murataSizes: Table<string> = {
  "03": "0201",
  "15": "0402",
  "18": "0603",
  "21": "0805",
  "31": "1206",
  "32": "1210",
  "43": "1812",
  "55": "2220",
}
const murataDielectrics: Table<string> = {
  R7: "X7R",
  R6: "X5R",
  "5C": "C0G",
  C7: "X7S",
  C8: "X6S",
  D7: "X7T",
  F5: "Y5V",
}
const murata: OrderCode = {
  maker: /^Murata/i,
  title: "Murata's GRM",
  source: 'Murata chip monolithic ceramic capacitors, "Part numbering"',
  decode: (mpn) => {
    const found =
      /^G[RC]M(\d{2})[0-9A-Z]([0-9A-Z]{2})([0-9A-Z]{2})(\d{3}|\dR\d|R\d{2})([A-Z])[0-9A-Z]{3}[A-Z]$/.exec(mpn)
    if (found === null) return undefined
    const [, size = "", dielectric = "", volts = "", value = "", tolerance] = found
    return capacitor(
      murataSizes[size],
      farads(value),
      tolerance,
      eiaVolts[volts],
      murataDielectrics[dielectric],
    )
  },
}

const tdk: OrderCode = {
  maker: /^TDK/i,
  title: "TDK's C",
  source: 'TDK multilayer ceramic chip capacitors, C series, "Part number construction"',
  decode: (mpn) => {
    const found = /^C(\d{4})(C0G|X\d[RSTU]|Y5V)(\d[A-Z])(\d{3}|\dR\d)([A-Z])\d{3}[A-Z]{2}$/.exec(mpn)
    if (found === null) return undefined
    const [, size = "", dielectric, volts = "", value = "", tolerance] = found
    return capacitor(metric[size], farads(value), tolerance, eiaVolts[volts], dielectric)
  },
}

const kemetVolts: Table<number> = { 7: 4, 9: 6.3, 8: 10, 4: 16, 3: 25, 6: 35, 5: 50, 1: 100, 2: 200, A: 250 }
const kemetDielectrics: Table<string> = { R: "X7R", P: "X5R", G: "C0G", V: "Y5V" }
const kemet: OrderCode = {
  maker: /^KEMET/i,
  title: "KEMET's C",
  source: 'KEMET surface mount MLCC catalogue, "Ordering information"',
  decode: (mpn) => {
    const found = /^C(\d{4})C(\d{3}|\dR\d|\d{2}9)([A-Z])([\dA])([RPGV])[A-Z]C(?:TU|AUTO|\d{4})?$/.exec(mpn)
    if (found === null) return undefined
    const [, size, value = "", tolerance, volts = "", dielectric = ""] = found
    return capacitor(size, farads(value), tolerance, kemetVolts[volts], kemetDielectrics[dielectric])
  },
}

const fenghuaDielectrics: Table<string> = { B: "X7R", X: "X5R", CG: "C0G", F: "Y5V" }
const fenghuaVolts: Table<number> = {
  "6R3": 6.3,
  100: 10,
  160: 16,
  250: 25,
  350: 35,
  500: 50,
  101: 100,
  201: 200,
  251: 250,
  501: 500,
}
const fenghua: OrderCode = {
  maker: /^(FH|Fenghua|Guangdong Fenghua)/i,
  title: "Fenghua's",
  source: 'Fenghua MLCC catalogue, "How to order"',
  decode: (mpn) => {
    const found = /^(\d{4})(CG|[BXF])(\d{3}|\dR\d)([A-Z])(\d{3}|6R3)[NSC]T$/.exec(mpn)
    if (found === null) return undefined
    const [, size, dielectric = "", value = "", tolerance, volts = ""] = found
    return capacitor(size, farads(value), tolerance, fenghuaVolts[volts], fenghuaDielectrics[dielectric])
  },
}

export const capacitorCodes: readonly OrderCode[] = [yageo, samsung, murata, tdk, kemet, fenghua]
