import type { Waiver } from "../../src/model/board"

/** What is known to be weak in the MEP circuit and kept, each with its figure: a changed figure is a finding again. */
export function knownRisks(original: string): readonly Waiver[] {
  const asBuilt = `${original} is reproduced as it was built and is in use`
  return [
    {
      rule: "erc/capacitor",
      names: ["U2.2"],
      figure: 0,
      severity: "warning",
      reason: `${asBuilt}; whoever sees restarts adds 10 uF or more at U2`,
    },
    {
      rule: "budget/meter-peak",
      names: ["U2", "J2"],
      figure: 1.2,
      reason: `${asBuilt}; peaks of milliseconds, and the average keeps the meter's 1 W`,
    },
    {
      rule: "budget/enable-level",
      names: ["D1"],
      figure: 4.3,
      reason: `${asBuilt}, and is reported to work; what the meter needs is not documented`,
    },
    {
      rule: "erc/no-fuse",
      names: ["J6.4"],
      reason: `${asBuilt}; feed it from a bench supply with its current limited`,
    },
    {
      rule: "erc/no-transient-protection",
      names: ["J6.4"],
      reason: `${asBuilt}; the wires are a plug long, and the port is isolated from the mains`,
    },
    // The same risks as the simulation measures them (`scenarios.ts`).
    {
      rule: "simulate/radio-peak-supply",
      names: ["U2"],
      figure: 3.05,
      reason: `${asBuilt}: no bulk capacitor at U2 (erc/capacitor); 3.05 V less the copper's drop is the module's least`,
    },
    {
      rule: "simulate/retry-input",
      names: ["U2", "J4"],
      figure: 4.74,
      reason: `${asBuilt}: the peaks over 1 W (budget/meter-peak) last longer than its 22 uF where nobody answers; at the edge of the radio's reach it may restart`,
    },
    {
      rule: "simulate/reset-order",
      names: ["U2"],
      figure: -265e-6,
      reason: `${asBuilt}: no capacitor at EN (advice of erc/capacitor); a supply that rises slowly may spoil the start`,
    },
    {
      rule: "simulate/enable-level",
      names: ["D1"],
      figure: 4.55,
      reason: `${asBuilt}, and is reported to work (budget/enable-level): the weakest transceiver that its data sheet allows, into 3 kohm`,
    },
    {
      rule: "simulate/reversed-input",
      names: ["J6", "J4"],
      figure: -0.77,
      reason: `${asBuilt}: nothing stands in the way of a reversed supply (erc/no-fuse); feed it from a bench supply with its current limited`,
    },
  ]
}
