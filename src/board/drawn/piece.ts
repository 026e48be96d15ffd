import type { Drawn } from "../../model/drawn"

/** An element without what every element has: whose it is and where it is written. */
export type Piece = DistributiveOmit<Drawn, "part" | "line" | "what"> & { readonly what?: string }
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
