/** Where a list scrolls by itself, or under the board that stays: elsewhere it would push the board out of sight. */
const besideTheBoard = "(min-width: 1100px), ((max-width: 640px) and (min-height: 600px))"

/** Brings a row of a list into sight, unless the board would go out of it. */
export function bringIntoSight(element: Element | null): void {
  if (matchMedia(besideTheBoard).matches) element?.scrollIntoView({ block: "nearest" })
}
