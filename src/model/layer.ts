import type { Side } from "./place"

/** Layers of copper by tscircuit's names, from the top of a board down. */
export const layerNames = ["top", "inner1", "inner2", "bottom"] as const
export type CopperLayer = (typeof layerNames)[number]

/** A board's layers of copper, from the top down. */
export type Stack = readonly CopperLayer[]

/** What is built, by the number of layers. */
export const stacks = { 2: ["top", "bottom"], 4: layerNames } as const satisfies Record<number, Stack>
export type LayerCount = keyof typeof stacks

export const isLayerCount = (count: number): count is LayerCount => Object.hasOwn(stacks, count)

/** "2 or 4". */
export const layerCounts = Object.keys(stacks).join(" or ")

export const isSide = (layer: CopperLayer): layer is Side => layer === "top" || layer === "bottom"

/** The name as a layer of the stack; undefined where the board has none of that name. */
export const layerIn = (stack: Stack, name: string): CopperLayer | undefined =>
  stack.find((layer) => layer === name)

/** "top and bottom", "top, inner1, inner2 and bottom". */
export const stackWords = (stack: Stack): string =>
  `${stack.slice(0, -1).join(", ")} and ${stack.at(-1) ?? ""}`
