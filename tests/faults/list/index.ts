import type { Fault } from "../fault"
import { circuitFaults } from "./circuit"
import { copperFaults } from "./copper"
import { csvFaults } from "./csv"
import { drillFaults } from "./drill"
import { exchangeFaults } from "./exchange"
import { gerberFaults } from "./gerber"
import { ipcFaults } from "./ipc"
import { lockFaults } from "./lock"
import { manifestFaults } from "./manifest"
import { packageFaults } from "./package"
import { partFaults } from "./parts"
import { placementFaults } from "./placement"
import { pourFaults } from "./pours"
import { recordFaults } from "./records"
import { rotationFaults } from "./rotation"
import { routeFaults } from "./routes"
import { silkscreenFaults } from "./silkscreen"
import { variantFaults } from "./variants"
import { zipFaults } from "./zip"

/** Every seeded fault, class by class. */
export const faults: readonly Fault[] = [
  ...circuitFaults,
  ...variantFaults,
  ...partFaults,
  ...recordFaults,
  ...placementFaults,
  ...rotationFaults,
  ...routeFaults,
  ...copperFaults,
  ...pourFaults,
  ...silkscreenFaults,
  ...gerberFaults,
  ...drillFaults,
  ...csvFaults,
  ...zipFaults,
  ...manifestFaults,
  ...ipcFaults,
  ...exchangeFaults,
  ...lockFaults,
  ...packageFaults,
]
