import { Fragment, type ReactElement } from "react"
import type { Placement } from "../src/board-definition"
import { UserError } from "../src/finding"
import { BuckConverter } from "./BuckConverter"
import { Capacitor } from "./Capacitor"
import type { CataloguePart } from "./catalogue"
import { Diode } from "./Diode"
import { Esp32Wroom32e } from "./Esp32Wroom32e"
import { JumperBlock } from "./JumperBlock"
import { Max3232 } from "./Max3232"
import { MeterPort } from "./MeterPort"
import { type NetName, netNames, nets } from "./nets"
import { ProgrammingHeader } from "./ProgrammingHeader"
import type { PartProps } from "./part-props"
import { Resistor } from "./Resistor"
import { type Designator, type SchematicPlace, schematicPlaces } from "./schematic-places"

/** What a board adds to the circuit: lands, places and what is bought. */
export interface MepCircuitProps {
  readonly land: (designator: Designator) => ReactElement
  readonly place: (designator: Designator) => Placement
  readonly part: (designator: Designator) => CataloguePart
  /** Designators left empty in this build. */
  readonly notFitted: readonly string[]
}

const sheet = "mep"

/** Pin number -> net, as the circuit is read. */
type Pins = Readonly<Record<number, NetName>>

/**
 * The circuit of the MEP boards: 22 parts, 26 nets. It knows no layout, so the board with surface-mounted parts and
 * its through-hole twin share it.
 */
export function MepCircuit({ land, place, part, notFitted }: MepCircuitProps): ReactElement {
  const at = (name: Designator, pins: Pins, open: readonly number[] = []): PartProps => {
    const { x, y, rotationDeg, side } = place(name)
    const drawn: SchematicPlace = schematicPlaces[name]
    const {
      mpn,
      numbers: { jlcpcb },
    } = part(name)
    return {
      name,
      footprint: land(name),
      pcbX: x,
      pcbY: y,
      pcbRotation: rotationDeg,
      layer: side,
      schSheetName: sheet,
      doNotPlace: notFitted.includes(name),
      schX: drawn.x,
      schY: drawn.y,
      ...(drawn.rotation === undefined ? {} : { schRotation: drawn.rotation }),
      ...(mpn === undefined ? {} : { manufacturerPartNumber: mpn }),
      ...(jlcpcb !== undefined && "number" in jlcpcb
        ? { supplierPartNumbers: { jlcpcb: [jlcpcb.number] } }
        : {}),
      connections: Object.fromEntries(
        Object.entries(pins).map(([pin, net]) => [`pin${pin}`, `net.${net}` as const]),
      ),
      ...(open.length === 0 ? {} : { noConnect: open.map((pin) => `pin${pin}`) }),
    }
  }
  const resistor = (name: Designator, ohms: number, pins: Pins) => {
    requireValue(name, part(name), "resistanceOhm", ohms, "ohm")
    return <Resistor {...at(name, pins)} ohms={ohms} />
  }
  const capacitor = (name: Designator, farads: number, pins: Pins) => {
    requireValue(name, part(name), "capacitanceF", farads, "F")
    return <Capacitor {...at(name, pins)} farads={farads} />
  }
  return (
    <>
      <schematicsheet name={sheet} displayName="MEP interface" sheetSize="A4" />
      {netNames.map((name) => (
        <Fragment key={name}>
          <net
            name={name}
            isPowerNet={nets[name].kind === "power"}
            isGroundNet={nets[name].kind === "ground"}
          />
        </Fragment>
      ))}

      {/* Power: the meter's 24 V, the buck converter, the jumper that lets it feed the board. */}
      <BuckConverter
        pads={{
          J1: at("J1", { 1: "GND" }),
          J2: at("J2", { 1: "V24" }),
          J3: at("J3", { 1: "GND" }),
          J4: at("J4", { 1: "BUCK_OUT" }),
        }}
      />
      <JumperBlock {...at("J7", { 1: "IO0_PROGRAM", 2: "GND", 3: "BUCK_OUT", 4: "V3V3" })} />

      {/* Supply of the MAX3232: always on (R3), or from GPIO32 so that the ESP32 can restart it (R4). Never both. */}
      {resistor("R3", 0, { 1: "VCC_RS232", 2: "V3V3" })}
      {resistor("R4", 0, { 1: "VCC_RS232", 2: "RS232_POWER" })}

      {/* The meter's port, RS-232. R1IN is unused and grounded. */}
      <MeterPort {...at("J6", { 1: "GND", 2: "MEP_RXD", 3: "MEP_ENABLE", 4: "V24", 5: "MEP_TXD" }, [6])} />
      <Max3232
        {...at(
          "U1",
          {
            1: "C1_POS",
            2: "V_POS",
            3: "C1_NEG",
            4: "C2_POS",
            5: "C2_NEG",
            6: "V_NEG",
            7: "TXD_RS232",
            8: "RXD_RS232",
            9: "RXD2_TTL",
            10: "TXD2_TTL",
            11: "MEP_ENABLE_TTL",
            13: "GND",
            14: "ENABLE_RS232",
            15: "GND",
            16: "VCC_RS232",
          },
          [12],
        )}
      />
      {capacitor("C1", 100e-9, { 1: "C1_POS", 2: "C1_NEG" })}
      {capacitor("C2", 100e-9, { 1: "C2_POS", 2: "C2_NEG" })}
      {capacitor("C3", 100e-9, { 1: "VCC_RS232", 2: "V_POS" })}
      {capacitor("C4", 100e-9, { 1: "GND", 2: "V_NEG" })}
      {capacitor("C5", 100e-9, { 1: "VCC_RS232", 2: "GND" })}
      {resistor("R5", 0, { 1: "TXD_RS232", 2: "MEP_TXD" })}
      {resistor("R6", 0, { 1: "RXD_RS232", 2: "MEP_RXD" })}
      {/* The diode lets only the driver's positive level through: the meter wants 0 V or more. */}
      <Diode {...at("D1", { 1: "ENABLE_DIODE", 2: "ENABLE_RS232" })} />
      {resistor("R7", 0, { 1: "ENABLE_DIODE", 2: "MEP_ENABLE" })}

      {/* The ESP32, its straps and its programming header. */}
      <Esp32Wroom32e
        {...at(
          "U2",
          {
            1: "GND",
            2: "V3V3",
            3: "ESP_EN",
            8: "RS232_POWER",
            15: "GND",
            25: "IO0_PROGRAM",
            27: "RXD2_TTL",
            28: "TXD2_TTL",
            29: "MEP_ENABLE_TTL",
            34: "ESP_RXD0",
            35: "ESP_TXD0",
            38: "GND",
            39: "GND",
          },
          [4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 16, 23, 24, 26, 30, 31, 33, 36, 37],
        )}
      />
      {resistor("R1", 10_000, { 1: "ESP_EN", 2: "V3V3" })}
      {resistor("R2", 10_000, { 1: "IO0_PROGRAM", 2: "V3V3" })}
      <ProgrammingHeader {...at("J5", { 1: "GND", 3: "V3V3", 4: "ESP_RXD0", 5: "ESP_TXD0" }, [2, 6])} />
    </>
  )
}

/** @throws UserError when what is to be fitted has another value than the circuit needs. */
function requireValue(
  name: Designator,
  fitted: CataloguePart,
  rating: "resistanceOhm" | "capacitanceF",
  needed: number,
  unit: string,
): void {
  const value = fitted.ratings?.[rating]
  if (value === needed) return
  const has = value === undefined ? "no such value" : `${value} ${unit}`
  throw new UserError(
    `${name} needs ${needed} ${unit}, but "${fitted.id}" in the parts catalogue has ${has}`,
    {
      exitCode: 1,
    },
  )
}
