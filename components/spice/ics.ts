import type { SpiceModel } from "../../src/model/simulation"
import { between, rises } from "./switches"

type Model = Exclude<SpiceModel, { leftOut: string }>

/**
 * MAX3232 and its like, as weak as the data sheet allows: 5.0 V into 3 kohm at both drivers, 1 mA for itself.
 *
 * TI SLLS410, "Electrical Characteristics" (3.3 V, C1 to C4 100 nF): output +-5 V at least, +-5.4 V usual, all outputs
 * into 3 kohm; supply 0.3 mA usual, 1 mA at most; thresholds of inputs 0.8 and 2 V, of receivers 0.6 and 2.4 V, receiver
 * 3 to 7 kohm. Maxim 19-0273: the pump regulates to +-5.5 V. 80 ohm of either half of the pump and 60 ohm of a
 * driver make -5.0 V and +5.1 V there. A doubler takes twice what V+ gives, an inverter from V+ as much as V- takes.
 */
export const max3232Model: Model = {
  pins: [
    ...["VCC", "GND", "V+", "V-", "T1IN", "T2IN", "T1OUT", "T2OUT"],
    ...["R1IN", "R2IN", "R1OUT", "R2OUT"],
  ],
  open: ["C1+", "C1-", "C2+", "C2-"],
  body: [
    // A microsecond for the whole swing: some 10 V/us, of the 6 to 30 V/us that the data sheet has.
    `B1 up 0 V = ${rises("V(VCC,GND)", 2.5, 0.2)}`,
    "R3 up on 1k",
    "C3 on 0 1n",
    `B2 ip 0 V = V(on) * ${between(0, "(min(5.5, 2*V(VCC,GND)) - V(VP,GND)) / 80", "40m")}`,
    `B3 in 0 V = V(on) * ${between(0, "(min(V(VP,GND), 5.5) + V(VN,GND)) / 80", "40m")}`,
    "B4 GND VP I = V(ip)",
    "B5 VP GND I = V(in)",
    "B6 VN GND I = V(in)",
    "B7 VCC GND I = V(on) * 1m + 2*V(ip)",
    // Off, the pump's switches are diodes: V+ hangs on VCC, V- on ground.
    "D1 VCC VP DSW",
    "D2 VN GND DSW",
    ".model DSW D(Is=1e-9 N=1.5 Rs=20)",
    ...[1, 2].flatMap((n) => [
      `B1${n} w${n} 0 V = 1 - ${rises(`V(T${n}IN,GND)`, 1.4, 0.3)}`,
      `R4${n} w${n} s${n} 1k`,
      `C4${n} s${n} 0 1n`,
      `B2${n} VP T${n}OUT I = V(on) * V(s${n}) * V(VP,T${n}OUT) / 60`,
      `B3${n} T${n}OUT VN I = V(on) * (1 - V(s${n})) * V(T${n}OUT,VN) / 60`,
      `R1${n} T${n}OUT GND 1e6`,
      `R2${n} R${n}IN GND 5k`,
      `B4${n} R${n}OUT GND I = (V(R${n}OUT,GND) - V(on)*V(VCC,GND)*(1 - ${rises(`V(R${n}IN,GND)`, 1.5, 0.3)})) / 200`,
      `R3${n} T${n}IN GND 1e7`,
    ]),
  ],
  source:
    "TI SLLS410, Electrical Characteristics at 3.3 V: +-5 V at least into 3 kohm at all drivers, 1 mA at most, thresholds; Maxim 19-0273: pump regulated to 5.5 V. So it is the weakest that the data sheet allows",
  without:
    "the flying capacitors (held by what its record asks for), current limit of the drivers, charge per cycle",
}

/** TL431 in 3 pins: sinks above 2.495 V, needs 2 V across it. */
export const tl431Model: Model = {
  pins: ["K", "REF", "A"],
  body: [
    // TI SLVS543: 1 to 2 S usual within its range; 2 uA into REF; below its reference some 0.2 mA flow, 1 mA at most is asked.
    `B1 K A I = ${rises("V(K,A)", 1.85, 0.25)} * (0.2m + ${between(0, "1.4*(V(REF,A) - 2.495)", "100m")})`,
    "R1 K A 1e6",
    "R2 REF A 1.25e6",
    "D1 A REF DREF",
    "D2 A K DREF",
    ".model DREF D(Is=1e-12 N=1.2 Rs=20)",
  ],
  source:
    "TI SLVS543 (TL431): reference 2.495 V, 2 uA into it, 1.4 S usual, 1 mA at most asked to regulate (0.2 mA taken below), K at least some 2 V over A",
  without: "stability with a capacitor, spread of the reference",
}

export interface Supervisor {
  readonly pins: { readonly vcc: string; readonly gnd: string; readonly reset: string }
  readonly thresholdVolts: number
  readonly hysteresisVolts: number
  readonly delaySeconds: number
  readonly quiescentAmperes: number
  readonly source: string
}

/** A supervisor with an open drain, low while its supply is low and for a time after. */
export function supervisor(of: Supervisor): Model {
  const node = (pin: string): string => pin.replaceAll(/[^A-Za-z0-9]/g, "_")
  const [vcc, gnd, reset] = [of.pins.vcc, of.pins.gnd, of.pins.reset].map(node)
  const supply = `V(${vcc},${gnd})`
  return {
    pins: [of.pins.vcc, of.pins.gnd, of.pins.reset],
    body: [
      // High while the supply has been good for long enough: a time that runs, and is lost at once.
      `B1 good 0 V = ${rises(supply, `${of.thresholdVolts} + ${of.hysteresisVolts}*(1 - V(state))`, 0.01)}`,
      "R1 good state 1k",
      "C1 state 0 1n",
      `B2 0 time I = V(state)*1e-6/${of.delaySeconds} - (1 - V(state))*V(time)*1e-2`,
      "C2 time 0 1e-6",
      "D2 time one DCLIP",
      "V2 one 0 1.2",
      ".model DCLIP D(Is=1e-12 N=0.02 Rs=0.01)",
      `B3 ${reset} ${gnd} I = V(${reset},${gnd}) * (1e-9 + ${rises(supply, 0.9, 0.2)} * (1 - ${rises("V(time)", 1, 0.05)}) / 50)`,
      `B4 ${vcc} ${gnd} I = ${rises(supply, 0.5, 0.3)} * ${of.quiescentAmperes}`,
    ],
    source: of.source,
    without: "how long a short dip is overlooked",
  }
}

/** A load that knows nothing: so many amperes from one pin to another, once it has its volts. */
export const load = (
  plus: string,
  minus: string,
  amperes: number,
  fromVolts: number,
  source: string,
): Model => {
  const [a, b] = [plus, minus].map((pin) => pin.replaceAll(/[^A-Za-z0-9]/g, "_"))
  return {
    pins: [plus, minus],
    open: "others",
    controls: { amperes: { usual: amperes, what: "amperes it takes" } },
    body: [`B1 ${a} ${b} I = ${rises(`V(${a},${b})`, fromVolts, 0.3)} * V(amperes)`],
    source,
  }
}

/**
 * CH340C on 3.3 V as its supply and its handshake lines see it. WCH CH340 data sheet, electrical parameters: 20 mA at
 * most; outputs 4 mA within 0.5 V of the supply and 0.5 V of ground: 125 ohm.
 */
export const ch340cModel: Model = {
  pins: ["GND", "VCC", "V3", "TXD", "DTR", "RTS"],
  open: ["RXD", "UD+", "UD-"],
  controls: {
    amperes: { usual: 20e-3, what: "amperes that it takes" },
    ...Object.fromEntries(
      ["TXD", "DTR", "RTS"].map((pin) => [`level_${pin}`, { usual: 1, what: "1 high, 0 low" }]),
    ),
  },
  body: [
    `B1 on 0 V = ${rises("V(VCC,GND)", 2.5, 0.3)}`,
    "B2 VCC GND I = V(on) * V(amperes)",
    "R1 VCC V3 0.01",
    ...["TXD", "DTR", "RTS"].flatMap((pin) => [
      `B3_${pin} VCC ${pin} I = V(on) * V(level_${pin}) * V(VCC,${pin}) / 125`,
      `B4_${pin} ${pin} GND I = V(on) * (1 - V(level_${pin})) * V(${pin},GND) / 125`,
      `D1_${pin} ${pin} VCC DESD`,
      `D2_${pin} GND ${pin} DESD`,
    ]),
    ".model DESD D(Is=1e-12 N=1.2 Rs=20)",
  ],
  source: "WCH CH340 data sheet: 20 mA at most, outputs within 0.5 V at 4 mA",
  without: "USB, and that it sleeps where no host is",
}
