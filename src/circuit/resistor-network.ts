/** A resistor between two numbered nodes. */
export interface NetworkResistor {
  readonly a: number
  readonly b: number
  readonly ohms: number
}

/** Node voltages with 1 A from `start` to `end`, `start` at 0 V; undefined where nothing joins them. */
export function solve(
  size: number,
  resistors: readonly NetworkResistor[],
  start: number,
  end: number,
): number[] | undefined {
  const reached = new Set([start])
  for (const node of reached)
    for (const { a, b } of resistors) {
      if (a === node) reached.add(b)
      if (b === node) reached.add(a)
    }
  if (!reached.has(end)) return undefined
  const unknown = [...reached].filter((node) => node !== start)
  const row = new Map(unknown.map((node, index) => [node, index]))
  const matrix = unknown.map(() => new Array<number>(unknown.length + 1).fill(0))
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
  add(row.get(end), unknown.length, -1)
  const solved = eliminate(matrix)
  const volts = new Array<number>(size).fill(0)
  for (const [node, index] of row) volts[node] = solved[index] ?? 0
  return volts
}

/** Gauss with partial pivots; each line holds its right-hand side last. */
function eliminate(matrix: number[][]): number[] {
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
      for (let k = column; k <= n; k++) below[k] = (below[k] ?? 0) - factor * (chosen[k] ?? 0)
    }
  }
  const result = new Array<number>(n).fill(0)
  for (let line = n - 1; line >= 0; line--) {
    const values = matrix[line] as number[]
    let sum = values[n] ?? 0
    for (let k = line + 1; k < n; k++) sum -= (values[k] ?? 0) * (result[k] ?? 0)
    result[line] = sum / (values[line] ?? 1)
  }
  return result
}
