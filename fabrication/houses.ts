import type { FabHouse } from "../src/model/fab-house"
import aisler from "./aisler/index"
import jlcpcb from "./jlcpcb/index"
import oshpark from "./oshpark/index"
import pcbway from "./pcbway/index"

/** Every fab house a board may name; the first is taken where it names none. */
export const houses: readonly [FabHouse, ...FabHouse[]] = [jlcpcb, aisler, pcbway, oshpark]
