/**
 * Ink in one colour by a colour matrix, paper left white: what is dark in a drawing gets the colour, in between is in
 * between. Two drawings multiplied so are black where they agree.
 */
export const inkMatrix = (red: number, green: number, blue: number): string =>
  [red, green, blue]
    .map((part) =>
      [...[0.2126, 0.7152, 0.0722].map((share) => (share * (1 - part)).toFixed(4)), 0, part].join(" "),
    )
    .concat("0 0 0 1 0")
    .join("  ")

/** What is gone and what is new in a drawing, on white paper. */
export const sheetInks = { old: inkMatrix(0.82, 0.14, 0.18), fresh: inkMatrix(0.07, 0.53, 0.24) } as const
