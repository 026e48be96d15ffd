/** What is known of a net; whatever is absent follows from the pins on it. */
export interface NetFacts {
  /** Name for people: schematic, report, book. The net's own name where absent. */
  readonly title?: string
  readonly kind?: "ground" | "power" | "signal"
  /**
   * What may meet on a net ("logic-3v3", "rs232"). Nothing of one domain may reach a pin of another except through a
   * part made for it.
   */
  readonly domain?: string
  /** Volts against ground in normal use; absent where the net swings. */
  readonly nominalVolts?: number
  /** Lowest and highest volts against ground that the net may have in normal use. */
  readonly minVolts?: number
  readonly maxVolts?: number
  /** The most current that its copper carries for longer than a moment, A. */
  readonly maxAmperes?: number
}

/** The same, with what follows from the pins. */
export type NetData = NetFacts & Required<Pick<NetFacts, "title" | "kind">>
