import type { SpiceModel } from "../../src/model/simulation"

type Model = Exclude<SpiceModel, { leftOut: string }>

/** 2N3904, MMBT3904. */
export const npn3904: Model = {
  pins: ["C", "B", "E"],
  body: [
    "Q1 C B E NPN",
    ".model NPN NPN(Is=6.734f Xti=3 Eg=1.11 Vaf=74.03 Bf=416.4 Ne=1.259 Ise=6.734f Ikf=66.78m Xtb=1.5 Br=0.7371 Nc=2 Isc=0 Ikr=0 Rc=1 Cjc=3.638p Mjc=0.3085 Vjc=0.75 Fc=0.5 Cje=4.493p Mje=0.2593 Vje=0.75 Tr=239.5n Tf=301.2p Itf=0.4 Vtf=4 Xtf=2 Rb=10)",
  ],
  source: "Fairchild's 2N3904 model, printed in its data sheet",
  without: "breakdown of the base: keep it within 6 V",
}

interface Mosfet {
  readonly channel: "N" | "P"
  /** Usual threshold, without its sign. */
  readonly thresholdVolts: number
  /** Usual resistance, at so many volts at the gate (without the sign). */
  readonly ohms: number
  readonly atVolts: number
  /** Input, and of it gate to drain. */
  readonly inputFarads: number
  readonly reverseFarads: number
  readonly maxVolts: number
  readonly source: string
}

/** A power MOSFET: SPICE's level 1 through threshold and one resistance, its body diode and its capacitances. */
export function mosfet(of: Mosfet): Model {
  const { channel, thresholdVolts, ohms, atVolts, inputFarads, reverseFarads, maxVolts, source } = of
  const sign = channel === "P" ? -1 : 1
  // A tenth of it is taken for leads and drain, as saturation has no part in it.
  const beta = 1 / (0.9 * ohms * (atVolts - thresholdVolts))
  const diode = channel === "P" ? "D1 D S BODY" : "D1 S D BODY"
  return {
    pins: ["G", "S", "D"],
    body: [
      `M1 d1 g1 S S CHANNEL W=1 L=1`,
      `.model CHANNEL ${channel}MOS(Level=1 Vto=${sign * thresholdVolts} Kp=${beta.toPrecision(4)} Lambda=0.01)`,
      `R1 D d1 ${(0.1 * ohms).toPrecision(4)}`,
      "R2 G g1 5",
      `C1 g1 S ${inputFarads - reverseFarads}`,
      `C2 g1 D ${reverseFarads}`,
      diode,
      `.model BODY D(Is=1e-10 N=1.2 Rs=${(ohms / 2).toPrecision(4)} Cjo=${reverseFarads} Bv=${maxVolts} Ibv=10u tt=20n)`,
    ],
    source,
    without: "breakdown of the gate, a spread threshold",
  }
}

export const ao3401a = mosfet({
  ...{ channel: "P", thresholdVolts: 0.9, ohms: 0.047, atVolts: 4.5 },
  ...{ inputFarads: 645e-12, reverseFarads: 55e-12, maxVolts: 30 },
  source:
    "AOS AO3401A: Vgs(th) 0.5 to 1.3 V, Rds(on) 60 mohm at most at -4.5 V (47 usual), Ciss 645 pF, Crss 55 pF",
})

export const bss84 = mosfet({
  ...{ channel: "P", thresholdVolts: 1.6, ohms: 5, atVolts: 5 },
  ...{ inputFarads: 30e-12, reverseFarads: 5e-12, maxVolts: 50 },
  source:
    "onsemi BSS84: Vgs(th) 0.8 to 2.0 V, Rds(on) 10 ohm at most at -5 V (5 usual), Ciss 30 pF, Crss 5 pF",
})

export const n2n7002 = mosfet({
  ...{ channel: "N", thresholdVolts: 2.1, ohms: 3, atVolts: 5 },
  ...{ inputFarads: 50e-12, reverseFarads: 5e-12, maxVolts: 60 },
  source:
    "onsemi 2N7002: Vgs(th) 1.0 to 2.5 V, Rds(on) 7.5 ohm at most at 5 V, Ciss 50 pF at most, Crss 5 pF at most",
})
