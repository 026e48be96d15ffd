import type { AnyCircuitElement } from "circuit-json"
import type { BoardDefinition } from "../board-definition"
import type { CheckResult } from "../finding"
import { catalogueParts } from "./board/catalogue"
import { designators, placements } from "./board/designators"
import { fixedPads } from "./board/fixed-pads"
import { handSoldered } from "./board/hand-soldered"
import { keepouts } from "./board/keepouts"
import { mechanics } from "./board/mechanics"
import { netClasses } from "./board/net-classes"
import { onBoard } from "./board/on-board"
import { pours } from "./board/pours"
import { stitching } from "./board/stitching"
import { trackAngles } from "./board/track-angles"
import { variants } from "./board/variants"
import { enableLevel } from "./budget/enable-level"
import type { BudgetInput } from "./budget/input"
import { meterPower } from "./budget/meter-power"
import { missingCapacitors } from "./budget/missing-capacitors"
import { supplyDrop } from "./budget/supply-drop"
import { supplyRange } from "./budget/supply-range"
import { transceiverSupply } from "./budget/transceiver"
import { neededCapacitors } from "./erc/capacitors"
import { diodeDirection } from "./erc/diodes"
import { expectedNetlist } from "./erc/expected-netlist"
import { headers } from "./erc/headers"
import { groundedInputs, undrivenInputs } from "./erc/inputs"
import { jumperStates } from "./erc/jumper-states"
import { links } from "./erc/links"
import { mergedNets, singlePinNets } from "./erc/net-shape"
import { partChoice } from "./erc/part-choice"
import { population } from "./erc/population"
import { pullUps } from "./erc/pull-ups"
import { ratings } from "./erc/ratings"
import { bootStrap, lowStraps } from "./erc/straps"
import { noConnectPins, supplyPins } from "./erc/supply-pins"
import type { ErcInput } from "./erc/view"
import { locator } from "./locate"
import { layoutVersusSchematic } from "./lvs/lvs"
import type { CheckRun } from "./report"
import { type CheckedHouse, type Knowledge, type Subject, subjectOf } from "./subject"

/** A check of the compiled board: one rule family a file, listed here and nowhere else. */
export interface CircuitCheck {
  readonly id: string
  readonly title: string
  readonly run: (subject: Subject) => CheckResult
}

/** An electrical rule as a check of the board. */
const erc = (id: string, title: string, rule: (input: ErcInput) => CheckResult): CircuitCheck => ({
  id: `erc/${id}`,
  title,
  run: (subject) => rule(subject.erc),
})

/** A budget as a check of the board. */
const budget = (id: string, title: string, rule: (input: BudgetInput) => CheckResult): CircuitCheck => ({
  id: `budget/${id}`,
  title,
  run: ({ erc, copper, board, house }) =>
    rule({ circuit: erc, copper, process: { ...house.process, boardMm: board.thicknessMm } }),
})

export const circuitChecks: readonly CircuitCheck[] = [
  {
    id: "board/designators",
    title: "The same parts in circuit, placement and parts list",
    run: designators,
  },
  {
    id: "board/placement",
    title: "Every part where its row says",
    run: placements,
  },
  {
    id: "board/catalogue",
    title: "Values and numbers as in the catalogue",
    run: catalogueParts,
  },
  {
    id: "board/variants",
    title: "Assembly variants as compiled",
    run: variants,
  },
  {
    id: "board/mechanics",
    title: "Outline, thickness and holes as defined",
    run: mechanics,
  },
  { id: "board/fixed-pads", title: "Pads that a plug or a module dictates", run: fixedPads },
  { id: "board/hand-soldered", title: "Distance from hand-soldered pads", run: handSoldered },
  { id: "board/on-board", title: "Pads and courtyards on the board", run: onBoard },
  { id: "board/keepouts", title: "Copper-free zones", run: keepouts },
  { id: "board/net-classes", title: "Net classes and track widths", run: netClasses },
  { id: "board/track-angles", title: "Tracks at 45 degrees, no acute joints", run: trackAngles },
  { id: "board/pours", title: "Ground pours and thermal reliefs", run: pours },
  { id: "board/stitching", title: "Ground pours joined by vias", run: stitching },
  erc("netlist", "Netlist as intended", expectedNetlist),
  erc("single-pin-nets", "No net with a single pin", singlePinNets),
  erc("merged-nets", "No two nets joined in the circuit", mergedNets),
  erc("supply-pins", "Supply and ground pins", supplyPins),
  erc("no-connect", "Pins that must stay open", noConnectPins),
  erc("pull-ups", "Pull-ups at EN and IO0", pullUps),
  erc("boot-strap", "Boot strap IO0", bootStrap),
  erc("low-straps", "Straps that must be low at reset", lowStraps),
  erc("links", "Signal paths: UART, ENABLE, console", links),
  erc("diodes", "Diode direction", diodeDirection),
  erc("capacitors", "Charge pump and decoupling capacitors", neededCapacitors),
  erc("unused-inputs", "Unused inputs tied to ground", groundedInputs),
  erc("inputs", "Every input is driven", undrivenInputs),
  erc("headers", "Programming header and meter port", headers),
  erc("population", "Assembly variants", population),
  erc("states", "Voltages and drivers in every variant and jumper state", jumperStates),
  erc("ratings", "Voltage ratings", ratings),
  erc("part-choice", "Part numbers that do not work here", partChoice),
  budget("transceiver", "MAX3232 fed from a GPIO", transceiverSupply),
  budget("meter-power", "Power from the meter", meterPower),
  budget("supply-drop", "Voltage lost in the supply's copper", supplyDrop),
  budget("supply-range", "Supply voltages within the parts' ranges", supplyRange),
  budget("enable-level", "Level of ENABLE", enableLevel),
  budget("missing-capacitors", "Capacitors that v2.00 does without", missingCapacitors),
  { id: "lvs", title: "Copper beside circuit (LVS)", run: layoutVersusSchematic },
]

/** Every check of the compiled board, in the order above. @throws UserError for a pad form the project does not use. */
export function checkCircuit(
  circuit: readonly AnyCircuitElement[],
  board: BoardDefinition,
  house: CheckedHouse,
  knowledge?: Knowledge,
): CheckRun[] {
  const subject = subjectOf(circuit, board, house, knowledge)
  const locate = locator(circuit, subject.copper.pads)
  return circuitChecks.map(({ id, title, run }) => {
    const { findings, ...rest } = run(subject)
    return { id, title, findings: findings.map(locate), ...rest }
  })
}
