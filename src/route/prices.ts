/** What routing weighs against each other, all in millimetres of track. */

/** A turn of 0, 45 and 90 degrees; sharper ones are not drawn. */
export const bendPrice: readonly number[] = [0, 0.5, 2]
/** A via: worth a detour of this much. */
export const viaPriceMm = 5
/** A millimetre on the ground side, where every track is a slot in the plane. */
export const groundSidePrice = 2.5
/** A millimetre inside the board, where nobody can measure or mend it. */
export const innerPrice = 1.2
/** A millimetre between the pads of a two-pin part, and a via under a text: only where nothing else is left. */
export const underPartPrice = 12
export const textPriceMm = 10
/** A piece of track shorter than half a millimetre: a step. */
export const stepPriceMm = 4
/** What a check of copper would name: worth a detour, or another via, to be rid of. */
export const flawPriceMm = 6
