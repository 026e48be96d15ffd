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
  ]
}
