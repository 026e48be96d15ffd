import { Fragment, type ReactElement } from "react"
import type { Placement } from "../src/board-definition"
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
    const { mpn, jlcpcb } = part(name)
    return {
      name,
      footprint: land(name),
      pcbX: x,
      pcbY: y,
      pcbRotation: rotationDeg,
      layer: side,
      doNotPlace: notFitted.includes(name),
      schX: drawn.x,
      schY: drawn.y,
      ...(drawn.rotation === undefined ? {} : { schRotation: drawn.rotation }),
      ...(mpn === undefined ? {} : { manufacturerPartNumber: mpn }),
      ...("lcsc" in jlcpcb ? { supplierPartNumbers: { jlcpcb: [jlcpcb.lcsc] } } : {}),
      connections: Object.fromEntries(
        Object.entries(pins).map(([pin, net]) => [`pin${pin}`, `net.${net}` as const]),
      ),
      ...(open.length === 0 ? {} : { noConnect: open.map((pin) => `pin${pin}`) }),
    }
  }
  return (
    <>
      <schematicsheet name="mep" displayName="MEP interface" sheetSize="A4" />
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
      <Resistor {...at("R3", { 1: "VCC_RS232", 2: "V3V3" })} resistance="0" />
      <Resistor {...at("R4", { 1: "VCC_RS232", 2: "RS232_POWER" })} resistance="0" />

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
      <Capacitor {...at("C1", { 1: "C1_POS", 2: "C1_NEG" })} capacitance="100nF" />
      <Capacitor {...at("C2", { 1: "C2_POS", 2: "C2_NEG" })} capacitance="100nF" />
      <Capacitor {...at("C3", { 1: "VCC_RS232", 2: "V_POS" })} capacitance="100nF" />
      <Capacitor {...at("C4", { 1: "GND", 2: "V_NEG" })} capacitance="100nF" />
      <Capacitor {...at("C5", { 1: "VCC_RS232", 2: "GND" })} capacitance="100nF" />
      <Resistor {...at("R5", { 1: "TXD_RS232", 2: "MEP_TXD" })} resistance="0" />
      <Resistor {...at("R6", { 1: "RXD_RS232", 2: "MEP_RXD" })} resistance="0" />
      {/* The diode lets only the driver's positive level through: the meter wants 0 V or more. */}
      <Diode {...at("D1", { 1: "ENABLE_DIODE", 2: "ENABLE_RS232" })} />
      <Resistor {...at("R7", { 1: "ENABLE_DIODE", 2: "MEP_ENABLE" })} resistance="0" />

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
      <Resistor {...at("R1", { 1: "ESP_EN", 2: "V3V3" })} resistance="10k" />
      <Resistor {...at("R2", { 1: "IO0_PROGRAM", 2: "V3V3" })} resistance="10k" />
      <ProgrammingHeader {...at("J5", { 1: "GND", 3: "V3V3", 4: "ESP_RXD0", 5: "ESP_TXD0" }, [2, 6])} />
    </>
  )
}
