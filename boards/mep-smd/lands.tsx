import type { ReactElement } from "react"
import { BuckPadLand } from "../../components/lands/BuckPadLand"
import { Chip0805Land } from "../../components/lands/Chip0805Land"
import { Esp32Wroom32eLand } from "../../components/lands/Esp32Wroom32eLand"
import { Header1x6Land, Header2x2SmdLand, Header2x3RightAngleLand } from "../../components/lands/HeaderLands"
import { Soic16Land } from "../../components/lands/Soic16Land"
import type { Designator } from "../../components/schematic-places"

/** The land that each part is soldered to on this board. */
export function land(designator: Designator): ReactElement {
  switch (designator) {
    case "U1":
      return Soic16Land()
    case "U2":
      return Esp32Wroom32eLand()
    case "D1":
      return Chip0805Land({ cathodeMark: true })
    case "J1":
    case "J2":
    case "J3":
    case "J4":
      return BuckPadLand({
        right: designator === "J1" || designator === "J2",
        upper: designator === "J1" || designator === "J3",
      })
    case "J5":
      return Header1x6Land()
    case "J6":
      return Header2x3RightAngleLand()
    case "J7":
      return Header2x2SmdLand()
    default:
      return Chip0805Land({})
  }
}
