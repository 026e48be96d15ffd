import type { Part, Ratings } from "../../../src/model/part"
import { found } from "./draft"

/** The records of a board's parts, by designator. */
export type Records = Readonly<Record<string, Part>>

/** One part's record changed. */
export const changed =
  (designator: string, edit: (record: Part) => Part) =>
  (records: Records): Records => ({
    ...records,
    [designator]: edit(found(records[designator], `part ${designator}`)),
  })

/** One part's ratings changed. */
export const rated = (designator: string, values: Partial<Ratings>) =>
  changed(designator, (record) => ({
    ...record,
    ratings: { ...found(record.ratings, `ratings of ${designator}`), ...values },
  }))
