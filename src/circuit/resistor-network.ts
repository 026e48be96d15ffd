import { UnionFind } from "./union-find"

/** A resistor between two numbered nodes. */
export interface NetworkResistor {
  readonly a: number
  readonly b: number
  readonly ohms: number
}

/**
 * Voltages of all nodes for one ampere into each of `sources` in turn and out at `ground`, which is at 0 V; undefined
 * for a source that nothing joins to it. One elimination serves all sources.
 */
export function solve(
  size: number,
  resistors: readonly NetworkResistor[],
  ground: number,
  sources: readonly number[],
): (readonly number[] | undefined)[] {
  const joined = new UnionFind(size)
  for (const { a, b } of resistors) joined.join(a, b)
  const reached = (node: number) => joined.find(node) === joined.find(ground)
  const unknown = Array.from({ length: size }, (_, node) => node).filter(
    (node) => node !== ground && reached(node),
  )
  const row = new Map(unknown.map((node, index) => [node, index]))
  const matrix = unknown.map(() => new Array<number>(unknown.length + sources.length).fill(0))
  const add = (i: number | undefined, j: number | undefined, value: number) => {
    const line = i === undefined ? undefined : matrix[i]
    if (line !== undefined && j !== undefined) line[j] = (line[j] ?? 0) + value
  }
  for (const { a, b, ohms } of resistors) {
    const [i, j] = [row.get(a), row.get(b)]
    add(i, i, 1 / ohms)
    add(j, j, 1 / ohms)
    add(i, j, -1 / ohms)
    add(j, i, -1 / ohms)
  }
  for (const [k, source] of sources.entries()) add(row.get(source), unknown.length + k, 1)
  const solved = eliminate(matrix, sources.length)
  return sources.map((source, k) => {
    if (!reached(source)) return undefined
    const volts = new Array<number>(size).fill(0)
    for (const [node, index] of row) volts[node] = solved[index]?.[k] ?? 0
    return volts
  })
}

/** Gauss with partial pivots; each line holds its `count` right-hand sides last. @returns unknown by right-hand side */
function eliminate(matrix: number[][], count: number): number[][] {
  const n = matrix.length
  for (let column = 0; column < n; column++) {
    let pivot = column
    for (let line = column + 1; line < n; line++) {
      if (Math.abs(matrix[line]?.[column] ?? 0) > Math.abs(matrix[pivot]?.[column] ?? 0)) pivot = line
    }
    const chosen = matrix[pivot] as number[]
    matrix[pivot] = matrix[column] as number[]
    matrix[column] = chosen
    for (let line = column + 1; line < n; line++) {
      const below = matrix[line] as number[]
      const factor = (below[column] ?? 0) / (chosen[column] ?? 1)
      if (factor === 0) continue
      for (let k = column; k < n + count; k++) below[k] = (below[k] ?? 0) - factor * (chosen[k] ?? 0)
    }
  }
  const result = matrix.map(() => new Array<number>(count).fill(0))
  for (let line = n - 1; line >= 0; line--) {
    const values = matrix[line] as number[]
    const found = result[line] as number[]
    for (let side = 0; side < count; side++) {
      let sum = values[n + side] ?? 0
      for (let k = line + 1; k < n; k++) sum -= (values[k] ?? 0) * (result[k]?.[side] ?? 0)
      found[side] = sum / (values[line] ?? 1)
    }
  }
  return result
}
