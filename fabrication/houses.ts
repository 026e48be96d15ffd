import type { FabHouse } from "../src/model/fab-house"
import jlcpcb from "./jlcpcb/index"

/** Every fab house a board may name; the first is taken where it names none. */
export const houses: readonly [FabHouse, ...FabHouse[]] = [jlcpcb]
