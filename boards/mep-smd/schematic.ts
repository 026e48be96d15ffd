import { mepSheet } from "../../components/mep/sheet"

/** The sheet of MEP-HW-SMD; but for these words it is every MEP board's. */
export const sheet = mepSheet({
  like: "electrically v2.00",
  origin: "after DabblerDK MEP-HW-SMD",
  transceiver: "the 3.3 V part",
})
