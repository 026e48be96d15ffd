import type { SpiceModel } from "../../src/model/simulation"
import { between, rises } from "./switches"

type Model = Exclude<SpiceModel, { leftOut: string }>

export interface Buck {
  /** Below it, it is off. */
  readonly startVolts: number
  /** Input stays so far over the output, plus `switchOhms` times the current. */
  readonly dropVolts: number
  readonly switchOhms: number
  readonly limitAmperes: number
  /** The reference comes up in so long; 0: it has no soft start. */
  readonly softStartSeconds: number
  /** Of the power through it, without what it takes for itself. */
  readonly efficiency: number
  readonly quiescentAmperes: number
  /**
   * Siemens from the output's error to the coil's current, and how fast the rest of the error is worked off: crossover is
   * at siemens / (2 pi C) with the output's capacitance C.
   */
  readonly siemens: number
  readonly integralHertz: number
  /** How soon the coil's current follows. */
  readonly lagSeconds: number
}

/**
 * The averaged converter: what it does over several of its periods, not its ripple. A current that follows the error of
 * `sensed` goes into `out`, its power is taken from `vin`. Nodes are words of SPICE, `gnd` ground.
 *
 * Limits are part of it, since they are what a weak source meets: it stops below its least input, gives up in drop out,
 * and never gives more than its current limit.
 */
function core(
  { startVolts, dropVolts, switchOhms, limitAmperes, softStartSeconds, efficiency, ...of }: Buck,
  [vin, out, gnd]: readonly [string, string, string],
  sensed: { readonly of: string; readonly volts: number; readonly scale: number },
  enabled = "1",
): string[] {
  const input = `V(${vin},${gnd})`
  const ramp = Math.max(softStartSeconds, 20e-6)
  const error = `${sensed.scale}*(${sensed.volts}*min(1, V(ss)) - ${sensed.of})`
  return [
    `B1 on 0 V = ${rises(input, startVolts, 0.2)} * ${enabled}`,
    // The reference: up in its time, down at once.
    `B2 0 ss I = V(on) * 1e-6 / ${ramp} - (1 - V(on)) * V(ss) * 1e-3`,
    "C2 ss 0 1e-6",
    "D2 ss one DCLIP",
    "V2 one 0 1",
    ".model DCLIP D(Is=1e-12 N=0.02 Rs=0.01)",
    // The rest of the error, worked off slowly; what the input or the limit keeps from the coil is not waited for.
    `B3 0 xi I = 1e-6 * V(on) * (${(2 * Math.PI * of.integralHertz).toPrecision(4)} * ${between(-0.1, error, 0.1)} - 2e5 * (V(coil) - V(give)) / ${of.siemens}) - (1 - V(on)) * V(xi) * 1e-3 + 1e-3 * (${between(-0.02, "V(xi)", (limitAmperes / of.siemens).toPrecision(4))} - V(xi))`,
    "C3 xi 0 1e-6",
    `B4 want 0 V = V(on) * ${between(0, `${of.siemens} * (${error} + V(xi))`, limitAmperes)}`,
    `R4 want coil 1`,
    `C4 coil 0 ${of.lagSeconds}`,
    // What the input leaves of it.
    `B5 give 0 V = min(max(0, V(coil)), max(0, (${input} - ${dropVolts} - V(${out},${gnd})) / ${switchOhms}))`,
    `B6 ${gnd} ${out} I = V(give)`,
    `B7 ${vin} ${gnd} I = V(on) * ${of.quiescentAmperes} + max(0, V(${out},${gnd})) * V(give) / (${efficiency} * max(${input}, 2))`,
  ]
}

/**
 * A ready-made module with an XL1509-ADJ: four pads, its capacitors on it.
 *
 * XLSEMI XL1509 data sheet: input 4.5 to 40 V, drop out 1.5 V, no soft start, 2 A (its limit taken for 3 A). Efficiency
 * and own current are this project's estimate for a light load (`assumed` of the record, 2 to 5 mA). Photographs show a
 * 22 uF 50 V can and one ceramic capacitor: taken for input and output, 22 uF each, the ceramic 18 uF at 3.4 V. A voltage
 * mode loop at 150 kHz crosses at some 10 kHz: 1.1 A/V into 18 uF.
 */
export const buckModuleXl1509 = (outputVolts: number, efficiency: number): Model => ({
  pins: ["VIN+", "VIN-", "OUT+", "OUT-"],
  body: [
    "C10 VIN_POS x 22e-6",
    "R10 x VIN_NEG 0.7",
    "C11 OUT_POS y 18e-6",
    "R11 y OUT_NEG 0.005",
    "R12 VIN_NEG OUT_NEG 0.002",
    // The wrong way round: the free-wheeling diode and the chip's switch, one after the other, conduct.
    "D13 VIN_NEG z DREV",
    "D14 z VIN_POS DREV",
    "R13 OUT_NEG OUT_POS 20e3",
    // Less than nothing cannot be at the output: the free-wheeling diode.
    "D15 OUT_NEG OUT_POS DREV",
    ".model DREV D(Is=1e-7 N=1.1 Rs=0.1)",
    ...core(
      {
        ...{ startVolts: 4.2, dropVolts: 1.5, switchOhms: 0.3, limitAmperes: 3, softStartSeconds: 0 },
        ...{ efficiency, quiescentAmperes: 5e-3, siemens: 1.1, integralHertz: 800, lagSeconds: 4e-6 },
      },
      ["VIN_POS", "OUT_POS", "VIN_NEG"],
      { of: "V(OUT_POS,OUT_NEG)", volts: outputVolts, scale: 1 },
    ),
  ],
  source: `XLSEMI XL1509 data sheet (4.5 to 40 V, drop out 1.5 V, no soft start); ${efficiency * 100} % and 5 mA are an estimate, its capacitors are read off photographs: 22 uF 50 V with 0.7 ohm at the input, one 22 uF ceramic at the output, 18 uF at 3.4 V; nobody has measured one`,
  without: "ripple at 150 kHz, its own loss by temperature, the trimmer's drift",
})

/** What a chip's record says beside {@link Buck}. */
interface BuckChip extends Buck {
  /** Of the feedback pin, V; the divider is the board's. A fixed chip: its output. */
  readonly referenceVolts: number
  /** Output volts by reference volts, as the board's divider has it: the error is as seen at the output. */
  readonly outputVolts: number
  readonly pins: { readonly vin: string; readonly gnd: string; readonly sw: string; readonly fb: string }
  /** Enable pin and level, where it has one: high is on unless `low`; what it pulls itself up with. */
  readonly enable?: {
    readonly pin: string
    readonly volts: number
    readonly low?: true
    readonly pullUpAmperes?: number
  }
  readonly open?: readonly string[]
  readonly source: string
}

/**
 * A buck converter's chip with its coil outside: what flows out of its switching node is a current, which any coil takes
 * on. The diode or lower switch is within.
 */
export function buckChip({
  referenceVolts,
  outputVolts,
  pins,
  enable,
  open,
  source,
  ...of
}: BuckChip): Model {
  const node = (pin: string): string => pin.replaceAll(/[^A-Za-z0-9]/g, "_")
  const [vin, gnd, sw, fb] = [pins.vin, pins.gnd, pins.sw, pins.fb].map(node) as [
    string,
    string,
    string,
    string,
  ]
  const level = enable === undefined ? undefined : rises(`V(${node(enable.pin)},${gnd})`, enable.volts, 0.1)
  return {
    pins: [pins.vin, pins.gnd, pins.sw, pins.fb, ...(enable === undefined ? [] : [enable.pin])],
    ...(open === undefined ? {} : { open }),
    body: [
      `D20 ${gnd} ${sw} DREV`,
      `D21 ${sw} ${vin} DREV`,
      // A coil does not like a current that jumps: what the chip gives has a way beside it.
      `C20 ${sw} snub 10e-9`,
      `R20 snub ${gnd} 60`,
      `R21 ${fb} ${gnd} 1e7`,
      ...(enable?.pullUpAmperes === undefined
        ? []
        : [
            `B22 ${vin} ${node(enable.pin)} I = ${enable.pullUpAmperes} * ${between(0, `V(${vin},${node(enable.pin)})`, 1)}`,
            `C22 ${node(enable.pin)} ${gnd} 5e-12`,
          ]),
      ".model DREV D(Is=1e-7 N=1.1 Rs=0.1)",
      ...core(
        of,
        [vin, sw, gnd],
        {
          of: `V(${fb},${gnd})`,
          volts: referenceVolts,
          scale: Number((outputVolts / referenceVolts).toPrecision(4)),
        },
        level === undefined ? "1" : enable?.low === true ? `(1 - ${level})` : level,
      ),
    ],
    source,
    without:
      "ripple, switching edges, pulse skipping, loss by temperature, a loop that is unstable for want of the output capacitance its data sheet asks for",
  }
}

/** XL1509-3.3E1, fixed 3.3 V, SOP-8; pins as its data sheet names them. */
export const xl1509Fixed33: Model = buckChip({
  ...{ startVolts: 4.2, dropVolts: 1.5, switchOhms: 0.3, limitAmperes: 3, softStartSeconds: 0 },
  ...{ efficiency: 0.78, quiescentAmperes: 3e-3, siemens: 8, integralHertz: 800, lagSeconds: 10e-6 },
  ...{ referenceVolts: 3.3, outputVolts: 3.3 },
  pins: { vin: "VIN", gnd: "GND", sw: "OUTPUT", fb: "FEEDBACK" },
  enable: { pin: "ON/OFF", volts: 1.3, low: true },
  source:
    "XLSEMI XL1509 data sheet: 4.5 to 40 V, drop out 1.5 V, fixed 3.3 V, 150 kHz, no soft start, 2 A (limit taken for 3 A), quiescent 2 to 5 mA, efficiency 24 V to 3.3 V some 78 % over it",
})

/**
 * LMR16006X: 60 V, 0.6 A, SOT-23-6, a divider at FB. Its data sheet's efficiency depends on coil and diode: who knows
 * better than some 82 % says so.
 */
export const lmr16006x = (outputVolts: number, efficiency = 0.82): Model =>
  buckChip({
    ...{ startVolts: 4, dropVolts: 0.2, switchOhms: 0.9, limitAmperes: 1.2, softStartSeconds: 1.8e-3 },
    ...{ efficiency, quiescentAmperes: 28e-6, siemens: 4, integralHertz: 3000, lagSeconds: 3e-6 },
    ...{ referenceVolts: 0.765, outputVolts },
    pins: { vin: "VIN", gnd: "GND", sw: "SW", fb: "FB" },
    enable: { pin: "SHDN", volts: 1.25, pullUpAmperes: 1e-6 },
    open: ["CB"],
    source: `TI LMR16006 (SNVSA24): 4 to 60 V, reference 0.765 V, 28 uA, SHDN on from 1.25 V, 1 uA of its own into it, switch 0.9 ohm, limit 1.2 A, 0.7 MHz (X), soft start some 1.8 ms, efficiency 24 V to 3.3 V some 80 to 85 % at 0.1 to 0.3 A; taken: ${efficiency * 100} %`,
  })
