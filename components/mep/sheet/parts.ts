import type { Part } from "../../../src/model/part"
import type { PartPlace } from "../../../src/model/sheet"
import { buckXl1509 } from "../../parts/modules"
import { officialMepPin } from "../parts"

const { vinPos, vinNeg, outPos, outNeg } = buckXl1509
const nameOf = ({ pins }: Part): string => pins[0]?.name ?? ""

/** Where each symbol stands; for boxes also where pins leave, in the order of this sheet. Steps of 2.54 mm. */
export const parts: readonly PartPlace[] = [
  { part: "J2", at: [20, 11], turn: 180, fields: "right", value: nameOf(vinPos) },
  { part: "J1", at: [20, 17], turn: 180, fields: "right", value: nameOf(vinNeg) },
  { part: "J4", at: [36, 11], fields: "left", value: nameOf(outPos) },
  { part: "J3", at: [36, 17], fields: "left", value: nameOf(outNeg) },
  { part: "J7", unit: "A", symbol: { kind: "jumper", pins: ["3", "4"] }, at: [48, 11], value: "RUN" },

  {
    part: "J5",
    symbol: {
      kind: "box",
      width: 5,
      height: 12,
      right: ["1", null, "2", null, "3", null, "4", null, "5", null, "6"],
    },
    at: [12, 39],
    value: "FTDI, 3.3 V only",
    remarks: { 1: "black", 2: "brown", 3: "red: OFF", 4: "orange", 5: "yellow", 6: "green" },
  },
  { part: "R2", at: [24, 33.5], turn: 90 },
  { part: "J7", unit: "B", symbol: { kind: "jumper", pins: ["2", "1"] }, at: [19, 36], value: "PROG" },

  {
    part: "U2",
    symbol: {
      kind: "box",
      width: 11,
      height: 26,
      left: [
        ...[null, "3", null, null, "25", null],
        ...["4", "5", "6", "7", "9", "10", "11", null],
        ...["34", null, "35", null],
        ...["12", "13", "14", "16", "23", "24"],
      ],
      right: [
        ...["8", null, "17", "18", "19", "20", "21", "22", "32"],
        ...[null, "33", "36", "37", null, "29", null, null, "28", null, null, "27"],
        ...[null, "26", "30", "31"],
      ],
      top: [null, null, null, null, null, "2"],
      bottom: [null, null, null, "1", "15", "38", "39"],
    },
    at: [37, 31],
    fields: { designator: [37, 63], value: [39, 63] },
  },
  { part: "R1", at: [30, 30.5], turn: 90 },

  { part: "R3", at: [62, 28], turn: 180 },
  { part: "R4", at: [62, 32], turn: 180, fields: "below" },
  {
    part: "U1",
    symbol: {
      kind: "box",
      width: 10,
      height: 24,
      left: [
        ...["1", null, null, "3", null, "4", null, null, "5"],
        ...[null, null, "11", null, null, "10", null, null, "9", null, null, "12"],
      ],
      right: [
        ...[null, null, null, null, null, null, null, null, null, null],
        ...[null, "14", null, null, "7", null, null, "8", null, null, "13"],
      ],
      top: [null, null, null, "16", null, null, "2"],
      bottom: [null, null, null, "15", null, null, "6"],
    },
    at: [71, 34],
    fields: { designator: [79, 32.4], value: [79, 33.5] },
  },
  { part: "C1", at: [65, 36.5], turn: 270, fields: "left" },
  { part: "C2", at: [65, 41.5], turn: 270, fields: "left" },
  {
    part: "C3",

    at: [76.5, 31],
    fields: { designator: [77, 28.75], value: [79, 28.75] },
  },
  { part: "C4", at: [78, 62], turn: 90 },
  { part: "C5", at: [71, 29.5], turn: 270, fields: "left" },

  { part: "D1", at: [89, 46] },
  { part: "R7", at: [93.5, 46], fields: "below" },
  { part: "R5", at: [93.5, 49], fields: "below" },
  { part: "R6", at: [93.5, 52], fields: "below" },
  {
    part: "J6",
    symbol: {
      kind: "box",
      width: 5,
      height: 17,
      pinLength: 1.5,
      left: ["4", null, null, "3", null, null, "5", null, null, "2", null, null, "1", null, null, "6"],
    },
    at: [103, 42],
    value: "MEP",
    remarks: Object.fromEntries(
      Object.entries(officialMepPin).map(([pin, official]) => [pin, `MEP ${official}`]),
    ),
  },
]
