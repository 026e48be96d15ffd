import type { ReactElement } from "react"
import type { Part } from "../model/part"
import type { Placement } from "../model/place"
import { landElement } from "./land"
import { inCircuit } from "./net-names"
import { pinAttributes, pinLabels } from "./pins"

export interface PlacedUse {
  readonly record: Part
  readonly place: Placement
  /** Pin number -> net. */
  readonly nets: ReadonlyMap<number, string>
  readonly fitted: boolean
  /** The fab whose order number tscircuit is told. */
  readonly house: string
  /** Where tscircuit's own schematic preview draws it. */
  readonly preview?: { readonly x: number; readonly y: number; readonly rotation?: number }
}

/** A part as tscircuit's element of its kind. Pins that the circuit says nothing of are left open on purpose. */
export function partElement(use: PlacedUse): ReactElement {
  const { record, nets } = use
  const common = props(use)
  const pins = { pinLabels: pinLabels(record.pins), pinAttributes: pinAttributes(record.pins) }
  switch (record.kind) {
    case "resistor":
      return <resistor {...common} resistance={record.ratings?.resistanceOhm ?? 0} />
    case "capacitor":
      return <capacitor {...common} capacitance={record.ratings?.capacitanceF ?? 0} />
    case "inductor":
      return <inductor {...common} inductance={record.ratings?.inductanceH ?? 0} />
    case "diode":
    case "led":
      return <diode {...common} pinLabels={diodeLabels(record)} pinAttributes={pins.pinAttributes} />
    case "connector":
    case "converter":
      return <connector {...common} {...pins} />
    default:
      return <chip {...common} {...pins} />
  }

  function props({ place, fitted, house, preview }: PlacedUse) {
    const number = record.numbers[house]
    const open = record.pins.filter((pin) => !nets.has(pin.number) && pin.role !== "no-connect")
    return {
      name: place.designator,
      footprint: landElement(record.package.land),
      pcbX: place.x,
      pcbY: place.y,
      pcbRotation: place.rotationDeg,
      layer: place.side,
      doNotPlace: !fitted,
      ...(record.mayOverhang === true ? { allowOffBoard: true } : {}),
      ...(preview === undefined
        ? {}
        : { schX: preview.x, schY: preview.y, schRotation: preview.rotation ?? 0 }),
      ...(record.mpn === undefined ? {} : { manufacturerPartNumber: record.mpn }),
      ...(number !== undefined && "number" in number
        ? { supplierPartNumbers: { [house]: [number.number] } }
        : {}),
      connections: Object.fromEntries(
        [...nets].map(([pin, net]) => [`pin${pin}`, `net.${inCircuit(net)}` as const]),
      ),
      ...(open.length === 0 ? {} : { noConnect: open.map((pin) => `pin${pin.number}`) }),
    }
  }
}

/** tscircuit knows a diode's ends by these names. */
function diodeLabels({ pins }: Part): { pin1: string[]; pin2: string[] } {
  const names = (number: number): string[] => {
    const name = pins.find((pin) => pin.number === number)?.name ?? String(number)
    return name === "K" ? ["cathode", "neg", "K"] : name === "A" ? ["anode", "pos", "A"] : [name]
  }
  return { pin1: names(1), pin2: names(2) }
}
