import type { ReactElement } from "react"
import { expect, it } from "vitest"
import { landElement } from "../../components/land-element"
import { BuckPadLand } from "../../components/lands/BuckPadLand"
import { Chip0805Land } from "../../components/lands/Chip0805Land"
import { Esp32Wroom32eLand } from "../../components/lands/Esp32Wroom32eLand"
import { Header1x6Land, Header2x2SmdLand, Header2x3RightAngleLand } from "../../components/lands/HeaderLands"
import { Soic16Land } from "../../components/lands/Soic16Land"
import { buckCorner } from "../../components/packages/buck-corner"
import { chipCapacitor, chipDiode, chipResistor } from "../../components/packages/chip"
import { esp32Wroom32ePackage } from "../../components/packages/esp32-wroom-32e"
import { pinHeader } from "../../components/packages/pin-header"
import { sod323OnChip0805 } from "../../components/packages/sod"
import { soic } from "../../components/packages/soic"
import type { Package } from "../../src/model/package"
import { renderBare } from "../boards/circuit-view"

const pairs: [string, ReactElement, Package][] = [
  ["resistor", Chip0805Land({}), chipResistor("0805")],
  ["capacitor", Chip0805Land({}), chipCapacitor("0805", { mm: 1, source: "", trust: "typical" })],
  ["diode", Chip0805Land({ cathodeMark: true }), chipDiode("0805")],
  ["sod323", Chip0805Land({ cathodeMark: true }), sod323OnChip0805],
  ["soic", Soic16Land(), soic(16)],
  ["esp", Esp32Wroom32eLand(), esp32Wroom32ePackage],
  ["1x6", Header1x6Land(), pinHeader(1, 6)],
  ["2x3", Header2x3RightAngleLand(), pinHeader(2, 3, { mount: "right-angle" })],
  ["2x2", Header2x2SmdLand(), pinHeader(2, 2, { mount: "smd", pitch: 1.27 })],
  ["tt", BuckPadLand({ right: true, upper: true }), buckCorner(true, true)],
  ["tf", BuckPadLand({ right: true, upper: false }), buckCorner(true, false)],
  ["ft", BuckPadLand({ right: false, upper: true }), buckCorner(false, true)],
  ["ff", BuckPadLand({ right: false, upper: false }), buckCorner(false, false)],
]

const render = (element: ReactElement, layer: "top" | "bottom") =>
  renderBare(
    () => (
      <board width={80} height={80} schematicDisabled routingDisabled placementDrcChecksDisabled>
        <chip
          name="U1"
          footprint={element}
          pcbX={3}
          pcbY={4}
          pcbRotation={90}
          layer={layer}
          noSchematicRepresentation
          manufacturerPartNumber="x"
        />
      </board>
    ),
    [],
  )

it.each(pairs)(
  "%s",
  async (_name, old, pack) => {
    for (const layer of ["top", "bottom"] as const)
      expect(await render(landElement(pack.land), layer)).toEqual(await render(old, layer))
  },
  60000,
)
