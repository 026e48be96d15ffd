/** How a board's schematic is laid out where a person wants it so. */
export type { SheetPlan } from "../schematic/plan"
