/** What routing weighs against each other, all in millimetres of track. */

/** A turn of 0, 45 and 90 degrees; sharper ones are not drawn. */
export const bendPrice: readonly number[] = [0, 0.5, 2]
/** A via: worth a detour of this much. */
export const viaPriceMm = 5
/** A millimetre on the ground side, where every track is a slot in the plane. */
export const groundSidePrice = 2.5
