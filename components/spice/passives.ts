import type { SpiceModel } from "../../src/model/simulation"

type Model = Exclude<SpiceModel, { leftOut: string }>

/** A resistor is its value, at 25 degrees. */
export const resistor: Model = {
  pins: ["1", "2"],
  body: ["R1 p1 p2 {value}"],
  source: "its value",
  without: "tolerance, temperature",
}

/**
 * A ceramic capacitor of class 2 (X5R, X7R): it loses half of itself at `halfAtVolts`, as C0 / (1 + (V / Vhalf)^2).
 * Makers show that as a curve and warrant none of it: `curve` says which was read.
 */
export const ceramic = (halfAtVolts: number, curve: string): Model => ({
  pins: ["1", "2"],
  body: [`C1 p1 x Q='{value}*${halfAtVolts}*atan(V(p1,x)/${halfAtVolts})'`, "R1 x p2 0.005", "R2 p1 p2 1e8"],
  source: `half of it is left at ${halfAtVolts} V: ${curve}; ESR 5 mohm, usual for such a size`,
  without: "tolerance, temperature, ageing, inductance of its leads",
})

/**
 * Half voltages of common class 2 ceramics by size, for parts whose maker's curve was not read: rated volts times the
 * share at which half is gone. From Murata's and KEMET's published curves of such parts: 100 nF X7R 50 V loses some
 * 10 to 15 % at half of its volts; X5R of 10 uF and more in 0805 loses half at a third of its rated volts.
 */
export const halfVolts = (farads: number, ratedVolts: number, dielectric: string): number | undefined => {
  if (!/^X[5678][RST]$/.test(dielectric)) return undefined
  const share = farads < 0.5e-6 ? 1.2 : farads < 4e-6 ? 0.6 : 0.36
  return Math.round(ratedVolts * share * 10) / 10
}

/** By size, where a maker's own curve is not at hand; C0G and film keep what they have. */
export function ceramicBySize(farads: number, ratedVolts: number, dielectric: string): Model {
  const half = halfVolts(farads, ratedVolts, dielectric)
  return half === undefined
    ? {
        ...resistor,
        body: ["C1 p1 x {value}", "R1 x p2 0.005"],
        source: `${dielectric} keeps its capacitance`,
      }
    : ceramic(
        half,
        `${dielectric}, ${ratedVolts} V: usual for its size (Murata's and KEMET's curves of such parts); its own maker's was not read`,
      )
}

/** An electrolytic or polymer capacitor. The wrong way round it conducts, as a diode. Pin names of plus and minus. */
export const electrolytic = (esrOhms: number, source: string, plus = "1", minus = "2"): Model => {
  const [a, b] = [plus, minus].map((pin) =>
    /^\d+$/.test(pin) ? `p${pin}` : pin.replaceAll(/[^A-Za-z0-9]/g, "_"),
  )
  return {
    pins: [plus, minus],
    body: [
      `C1 ${a} x {value}`,
      `R1 x ${b} ${esrOhms}`,
      `D1 ${b} ${a} DREV`,
      ".model DREV D(Is=1e-9 N=2 Rs=1)",
    ],
    source: `${source}; the wrong way round it is taken for a diode with 1 ohm`,
    without: "loss of capacitance in the cold, leakage, ageing",
  }
}

/** An inductor below its saturation. */
export const inductor = (dcOhms: number, source: string): Model => ({
  pins: ["1", "2"],
  body: ["L1 p1 x {value}", `R1 x p2 ${dcOhms}`, "R2 p1 p2 1e5"],
  source,
  without: "saturation, core losses",
})

interface Ptc {
  /** Between the least when new and the most after a trip. */
  readonly ohms: number
  readonly tripAmperes: number
  /** Within `seconds` at `amperes`, by the data sheet at most. */
  readonly tripsIn: { readonly seconds: number; readonly amperes: number }
  /** What it dissipates while it is tripped. */
  readonly trippedWatts: number
  readonly source: string
}

/**
 * A resettable fuse: a mass that warms by its own losses; 100 degrees over the air its resistance rises by e every 4
 * degrees, up to some kilohms. Its mass is such that it trips in a third of the data sheet's longest time.
 */
export function ptc({ ohms, tripAmperes, tripsIn, trippedWatts, source }: Ptc): Model {
  const kelvinPerWatt = 100 / trippedWatts
  const jouleperKelvin = (tripsIn.amperes ** 2 * ohms * tripsIn.seconds) / 3 / 100
  return {
    pins: ["1", "2"],
    body: [
      "V1 p1 x 0",
      // Above some 10 kohm it does not matter what it has.
      `B1 x p2 I = V(x,p2) / (${ohms} * (1 + exp(min(V(t) - 100, 32) / 4)))`,
      "B2 0 t I = V(p1,p2) * I(V1)",
      `C1 t 0 ${jouleperKelvin.toPrecision(4)}`,
      `R1 t 0 ${kelvinPerWatt.toPrecision(4)}`,
    ],
    source: `${source}: ${ohms} ohm, trips from ${tripAmperes} A, at ${tripsIn.amperes} A within ${tripsIn.seconds} s, ${trippedWatts} W while tripped`,
    without: "the air's temperature (23 degrees), what a trip leaves of its resistance",
  }
}

/** A push button or slide switch: node `pressed` at 1 V joins its contacts. */
export const button: Model = {
  pins: ["1", "2"],
  controls: { pressed: { usual: 0, what: "1 while it is pressed" } },
  body: ["B1 p1 p2 I = V(p1,p2) * (1e-9 + 10 * min(1, max(0, V(pressed))))"],
  source: "a contact: 0.1 ohm",
  without: "bouncing",
}
