import type { SpiceModel } from "../../src/model/simulation"

type Model = Exclude<SpiceModel, { leftOut: string }>

/** A diode by the parameters of SPICE's own model. */
const diode = (parameters: string, source: string): Model => ({
  pins: ["A", "K"],
  body: ["D1 A K DIODE", `.model DIODE D(${parameters})`],
  source,
})

/** 1N4148, 1N4148W, 1N4148WS: one die in three cases. */
export const d1n4148 = diode(
  "Is=2.52n Rs=0.568 N=1.752 Cjo=4p M=0.4 tt=20n Bv=100 Ibv=5u",
  "onsemi's 1N4148 model, as LTspice's standard.dio has it; reverse 100 V at 5 uA by the data sheet",
)

export const d1n4007 = diode(
  "Is=7.02767n Rs=0.0341512 N=1.80803 Cjo=10p Vj=0.7 M=0.5 tt=100n Bv=1000 Ibv=5e-8",
  "onsemi's 1N4007 model",
)

/** 1 A, 40 V Schottky in SOD-123: 1N5819HW, B5819W. */
export const schottky1A40V = diode(
  "Is=31.7u Rs=0.051 N=1.373 Cjo=110p M=0.35 Eg=0.69 Xti=2 Bv=45 Ibv=1m",
  "onsemi's 1N5819 model, as LTspice's standard.dio has it, which gives 0.42 V at 1 A (0.45 V at most); reverse by the data sheet: 40 V, 1 mA",
)

/** 3 A, 40 V Schottky in SMA: SS34. */
export const schottky3A40V = diode(
  "Is=60u Rs=0.035 N=1.1 Cjo=400p M=0.4 Eg=0.69 Xti=2 Bv=45 Ibv=1m",
  "fitted to 0.5 V at 3 A and 0.3 V at 0.3 A (Comchip ACDBA340-HF: VF 0.55 V at most at 3 A)",
)

/** Two points of a data sheet's curve or table: what SPICE's parameters follow from. */
interface DropFit {
  /** Volts at amperes, in that order from the smaller. */
  readonly at: readonly [readonly [number, number], readonly [number, number]]
  /** Emission coefficient: 1.0 to 1.1 Schottky, 1.8 to 2 silicon, 2 to 3 an LED. */
  readonly n: number
  readonly reverseVolts: number
  /** What leaks at them, where it matters: taken for a resistance, at 25 degrees. */
  readonly reverseAmperes?: number
  readonly source: string
}

/** kT/q at 27 degrees. */
const thermalVolts = 0.025852

/** A diode through two points: Rs is what is left of their distance, Is what puts it at the first. */
export function fittedDiode({
  at: [[v1, i1], [v2, i2]],
  n,
  reverseVolts,
  reverseAmperes,
  source,
}: DropFit): Model {
  const rs = Math.max((v2 - v1 - n * thermalVolts * Math.log(i2 / i1)) / (i2 - i1), 0)
  const is = i1 / (Math.exp((v1 - rs * i1) / (n * thermalVolts)) - 1)
  const plain = diode(
    `Is=${is.toPrecision(4)} N=${n} Rs=${rs.toPrecision(4)} Cjo=20p Bv=${reverseVolts} Ibv=10u`,
    `fitted through ${v1} V at ${i1} A and ${v2} V at ${i2} A: ${source}`,
  )
  if (reverseAmperes === undefined) return plain
  return {
    ...plain,
    body: [...plain.body, `R1 K A ${(reverseVolts / reverseAmperes).toPrecision(4)}`],
    without: "what leaks when it is hot: ten times as much and more",
  }
}

/** An LED. */
export const led = (fit: Omit<DropFit, "n" | "reverseVolts">): Model =>
  fittedDiode({ ...fit, n: 2, reverseVolts: 5 })

interface Clamp {
  /** Breakdown, and the current at which the data sheet has it. */
  readonly volts: number
  readonly atAmperes: number
  /** Beyond it: a TVS's (clamping - breakdown) / peak current, a Zener's dynamic resistance. */
  readonly ohms: number
  readonly farads?: number
  readonly source: string
}

const breakdown = ({ volts, atAmperes, ohms, farads = 100e-12 }: Clamp): string =>
  `.model CLAMP D(Is=1e-12 N=1.1 Rs=${ohms} Cjo=${farads} Bv=${volts} Ibv=${atAmperes})`

/** A TVS or Zener diode, one way: it clamps from K to A, and is a diode the other way. */
export const clamp = (of: Clamp): Model => ({
  pins: ["A", "K"],
  body: ["D1 A K CLAMP", breakdown(of)],
  source: of.source,
  without: "its temperature",
})

/** A TVS both ways. */
export const clampBothWays = (of: Clamp): Model => ({
  pins: ["1", "2"],
  body: ["D1 x p1 CLAMP", "D2 x p2 CLAMP", breakdown({ ...of, ohms: of.ohms / 2 })],
  source: of.source,
  without: "its temperature",
})

/** Lines that diodes hold between ground and a rail, and a clamp from that rail to ground. */
export const railClamp = ({
  lines,
  rail,
  ground,
  source,
  ...of
}: Clamp & {
  readonly lines: readonly string[]
  readonly rail: string
  readonly ground: string
}): Model => ({
  pins: [...lines, rail, ground],
  body: [
    `D1 ${ground} ${rail} CLAMP`,
    ...lines.flatMap((line) => [`D2${line} ${line} ${rail} STEER`, `D3${line} ${ground} ${line} STEER`]),
    breakdown({ ...of, source, farads: 20e-12 }),
    `.model STEER D(Is=1e-13 N=1.1 Rs=0.5 Cjo=${of.farads ?? 1e-12})`,
  ],
  source,
  without: "its temperature",
})

/** 28 V, 400 W, one way. */
export const smaj28a = clamp({
  volts: 32.7,
  atAmperes: 1e-3,
  ohms: 1.25,
  farads: 300e-12,
  source:
    "Littelfuse SMAJ series: SMAJ28A breaks down at 31.1 to 34.4 V (1 mA), 45.4 V at 8.8 A: (45.4 - 34.4) / 8.8 is 1.25 ohm",
})

/** A Zener diode of the BZT52C family by its volts. */
export const zener = (volts: number, ohms: number, source: string): Model =>
  clamp({ volts, atAmperes: 5e-3, ohms, farads: 50e-12, source })

/** 9.1 V: BZT52C9V1. */
export const bzt52c9v1 = zener(9.1, 10, "Diodes Inc. BZT52C9V1: 8.5 to 9.6 V at 5 mA, Zzt 15 ohm at most")
/** 12 V: BZT52C12. */
export const bzt52c12 = zener(12, 10, "Diodes Inc. BZT52C12: 11.4 to 12.7 V at 5 mA, Zzt 25 ohm at most")
