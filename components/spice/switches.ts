/** Words of behavioural models. ngspice's conditions jump, and jumps do not converge: these are steep, not broken. */

/** 0 below, 1 above, half at `level`; `width` volts from a tenth to nine tenths. */
export const rises = (value: string, level: number | string, width: number): string =>
  `(0.5 + 0.5*tanh((${value} - ${typeof level === "number" ? level : `(${level})`})*${(2.2 / width).toPrecision(4)}))`

export const between = (low: number | string, value: string, high: number | string): string =>
  `min(${high}, max(${low}, ${value}))`
