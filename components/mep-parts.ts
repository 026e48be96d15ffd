import { buckPins } from "./BuckConverter"
import { diodePins } from "./Diode"
import { esp32Wroom32ePins } from "./Esp32Wroom32e"
import { jumperBlockPins } from "./JumperBlock"
import { max3232Pins } from "./Max3232"
import { meterPortPins } from "./MeterPort"
import { programmingHeaderPins } from "./ProgrammingHeader"
import type { Pin } from "./pins"
import type { Designator } from "./schematic-places"

/** What each part of the MEP circuit is there for, and its pins with their roles and voltage domains. */
export interface MepPart {
  readonly role: string
  readonly pins: readonly Pin[]
}

const passivePins: readonly Pin[] = [
  { number: 1, name: "1", role: "passive" },
  { number: 2, name: "2", role: "passive" },
]

const passive = (role: string): MepPart => ({ role, pins: passivePins })

export const mepParts: Readonly<Record<Designator, MepPart>> = {
  U1: { role: "RS-232 transceiver between the meter and the ESP32", pins: max3232Pins },
  U2: { role: "controller", pins: esp32Wroom32ePins },
  R1: passive("pull-up of EN"),
  R2: passive("pull-up of IO0"),
  R3: passive("feeds the MAX3232 from 3V3, always on"),
  R4: passive("feeds the MAX3232 from GPIO32"),
  R5: passive("in series with TXD"),
  R6: passive("in series with RXD"),
  R7: passive("in series with ENABLE"),
  C1: passive("charge pump C1"),
  C2: passive("charge pump C2"),
  C3: passive("reservoir of V+"),
  C4: passive("reservoir of V-"),
  C5: passive("decoupling of the MAX3232"),
  D1: { role: "lets only the positive level through to ENABLE", pins: diodePins },
  J1: { role: "buck converter VIN-", pins: [buckPins.J1] },
  J2: { role: "buck converter VIN+", pins: [buckPins.J2] },
  J3: { role: "buck converter OUT-", pins: [buckPins.J3] },
  J4: { role: "buck converter OUT+", pins: [buckPins.J4] },
  J5: { role: "programming and debugging header", pins: programmingHeaderPins },
  J6: { role: "meter's expansion port (MEP)", pins: meterPortPins },
  J7: { role: "jumpers: run and program", pins: jumperBlockPins },
}
