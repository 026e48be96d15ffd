export type { Board as BoardDefinition } from "./model/board"
export * from "./model/board"
export type { Placement, Point, Side } from "./model/place"
export type AssemblyPlan = string
