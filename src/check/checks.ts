import type { AnyCircuitElement } from "circuit-json"
import { groupBy } from "../circuit/group-by"
import type { Board } from "../model/board"
import type { CircuitView } from "../model/circuit-view"
import type { Claim } from "../model/claim"
import type { CheckResult } from "../model/finding"
import { castellated } from "./board/castellated"
import { designators, placements } from "./board/designators"
import { fabLimits } from "./board/fab-limits"
import { fiducials } from "./board/fiducials"
import { fixedPads } from "./board/fixed-pads"
import { handSoldered } from "./board/hand-soldered"
import { keepouts } from "./board/keepouts"
import { legends } from "./board/legends"
import { mechanics } from "./board/mechanics"
import { netClasses } from "./board/net-classes"
import { onBoard } from "./board/on-board"
import { partRecords } from "./board/parts"
import { pours } from "./board/pours"
import { powerWidths } from "./board/power-widths"
import { stitching } from "./board/stitching"
import { trackAngles } from "./board/track-angles"
import { variants } from "./board/variants"
import { claimSubject } from "./claim-subject"
import { copperChecks } from "./copper/checks"
import { undrivenInputs } from "./erc/inputs"
import { jumperStates } from "./erc/jumper-states"
import { needs } from "./erc/needs"
import { mergedNets, singlePinNets } from "./erc/net-shape"
import { population } from "./erc/population"
import { ratings } from "./erc/ratings"
import { signals } from "./erc/signals"
import { noConnectPins, supplyPins, supplyRange } from "./erc/supply-pins"
import { lands } from "./lands/lands"
import { marks } from "./lands/marks"
import { paste } from "./lands/paste"
import { locator } from "./locate"
import { layoutVersusSchematic } from "./lvs/lvs"
import { partNumbers } from "./parts/numbers"
import { pinouts } from "./parts/pinout"
import { products } from "./parts/products"
import { printedValues } from "./parts/words"
import type { CheckRun } from "./report"
import { type CheckedHouse, type Subject, subjectOf } from "./subject"

/** A check of the compiled board: one rule family a file, listed here and nowhere else. */
export interface CircuitCheck {
  readonly id: string
  readonly title: string
  readonly run: (subject: Subject) => CheckResult
}

/** An electrical rule as a check of the board. */
const erc = (id: string, title: string, rule: (input: CircuitView) => CheckResult): CircuitCheck => ({
  id: `erc/${id}`,
  title,
  run: ({ view }) => rule(view),
})

export const circuitChecks: readonly CircuitCheck[] = [
  { id: "board/designators", title: "The same parts in source and circuit", run: designators },
  { id: "board/placement", title: "Every part where its row says", run: placements },
  { id: "board/parts", title: "Values, numbers and records of the parts", run: partRecords },
  { id: "parts/numbers", title: "Maker's numbers by their ordering codes", run: partNumbers },
  { id: "parts/printed-values", title: "Printed values beside electrical ones", run: printedValues },
  {
    id: "parts/products",
    title: "One order number, one maker's number; products bought once",
    run: products,
  },
  { id: "parts/pinouts", title: "Pin names beside a second list of them", run: pinouts },
  { id: "board/lands", title: "Lands that the parts' own leads fit (IPC-7351B)", run: lands },
  { id: "board/marks", title: "Pin 1 and polarity marks at the pins they mean", run: marks },
  { id: "board/paste", title: "Paste of 60 to 110 % on every pad", run: paste },
  { id: "board/variants", title: "Assembly variants as compiled", run: variants },
  { id: "board/mechanics", title: "Outline, thickness and holes as defined", run: mechanics },
  { id: "board/fixed-pads", title: "Pads that a plug or a module dictates", run: fixedPads },
  { id: "board/hand-soldered", title: "Distance from hand-soldered pads", run: handSoldered },
  { id: "board/on-board", title: "Pads and courtyards on the board", run: onBoard },
  { id: "board/castellated", title: "Half holes on the edge as the fab makes them", run: castellated },
  { id: "board/keepouts", title: "Copper-free zones", run: keepouts },
  { id: "board/fiducials", title: "Marks for a machine's camera stand free", run: fiducials },
  { id: "board/fab-limits", title: "Net classes, vias and pours that the fab makes", run: fabLimits },
  { id: "board/net-classes", title: "Net classes and track widths", run: netClasses },
  { id: "board/power-widths", title: "Supplies wide enough for their current", run: powerWidths },
  { id: "board/track-angles", title: "Tracks at 45 degrees, no acute joints", run: trackAngles },
  { id: "board/pours", title: "Pours and thermal reliefs", run: pours },
  { id: "board/legends", title: "Words at their pins, designators at their parts", run: legends },
  { id: "board/stitching", title: "Pours joined by vias", run: stitching },
  ...copperChecks,
  erc("single-pin-nets", "No net with a single pin", singlePinNets),
  erc("merged-nets", "No two nets joined in the circuit", mergedNets),
  erc("supply-pins", "Supply and ground pins", supplyPins),
  erc("supply-range", "Supply voltages within the parts' ranges", supplyRange),
  erc("no-connect", "Pins that must stay open", noConnectPins),
  erc("needs", "What the parts' data sheets ask for", needs),
  erc("signals", "Pins of one standard signal on one net, of two on none", signals),
  erc("inputs", "Every input is driven", undrivenInputs),
  { id: "erc/population", title: "Assembly variants", run: population },
  erc("states", "Voltages and drivers in every variant and jumper state", jumperStates),
  erc("capacitor-ratings", "Voltage ratings of capacitors", ratings),
  { id: "lvs", title: "Copper beside circuit (LVS)", run: layoutVersusSchematic },
]

/**
 * Every check of the compiled board in the order above, then what the board's circuit claims.
 * @throws UserError for a pad form the project does not use.
 */
export function checkCircuit(
  circuit: readonly AnyCircuitElement[],
  board: Board,
  house: CheckedHouse,
): CheckRun[] {
  const subject = subjectOf(circuit, board, house)
  const locate = locator(circuit, subject.copper.pads)
  return [...circuitChecks, ...claimChecks(board.claims)].map(({ id, title, run }) => {
    const { findings, ...rest } = run(subject)
    return { id, title, findings: findings.map(locate), ...rest }
  })
}

/** Whether a check asks of the circuit and its parts alone, whatever their places: no copper mends what it finds. */
export const isOfCircuit = ({ id }: Pick<CheckRun, "id">): boolean =>
  /^(erc|parts)\//.test(id) || ofParts.has(id)

const ofParts: ReadonlySet<string> = new Set(["board/designators", "board/parts", "board/lands"])

/** Whether a check asks nothing of tracks, vias and pours: it has its say before a board is routed. */
export const needsNoCopper = (run: Pick<CheckRun, "id">): boolean => isOfCircuit(run) || ofPlaces.has(run.id)

const ofPlaces: ReadonlySet<string> = new Set([
  "board/placement",
  "board/marks",
  "board/paste",
  "board/variants",
  "board/mechanics",
  "board/fixed-pads",
  "board/on-board",
  "board/castellated",
  "board/fab-limits",
])

/** Claims of one id are one check. */
function claimChecks(claims: readonly Claim[]): CircuitCheck[] {
  return [...groupBy(claims, ({ id }) => id)].map(([id, group]) => ({
    id,
    title: group[0]?.title ?? id,
    run: (subject) => {
      const results = group.map(({ check }) => check(claimSubject(subject)))
      return {
        findings: results.flatMap(({ findings }) => findings),
        figures: results.flatMap(({ figures = [] }) => figures),
      }
    },
  }))
}
