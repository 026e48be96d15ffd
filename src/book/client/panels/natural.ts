import { naturalOrder } from "../../../natural-order"

export const natural = naturalOrder
