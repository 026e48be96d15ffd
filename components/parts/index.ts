import type { Part } from "../../src/model/part"
import * as connectors from "./connectors"
import * as diodes from "./diodes"
import { diode1n4148, discCapacitor100nF, max3232Dip, standingResistors } from "./leaded"
import { buckXl1509, esp32Wroom32eN4, esp32Wroom32eN16 } from "./modules"
import { c0603, c0805, c1206, fuse100mA, r0603, r0805, r1206 } from "./passives"
import * as power from "./power"
import * as protection from "./protection"
import * as semiconductors from "./semiconductors"
import * as transistors from "./transistors"
import * as usb from "./usb"

const { pinHeader: _family, ...ready } = connectors

/** Every part that has a record here; a board may bring more of its own. */
export const allParts: readonly Part[] = [
  ...[
    ...[r0603, r0805, r1206, c0603, c0805, c1206, standingResistors, buckXl1509, diodes, semiconductors],
    ...[ready, power, protection, transistors, usb],
  ].flatMap((group): Part[] => Object.values(group)),
  diode1n4148,
  discCapacitor100nF,
  max3232Dip,
  fuse100mA,
  esp32Wroom32eN4,
  esp32Wroom32eN16,
]
