import { officialMepPin } from "../../components/mep/parts"
import type { Block, BoxSymbol, Note, PartPlace, SheetPlan } from "../../src/model/sheet"
import type { Designator } from "./assembly"

/**
 * The sheet of MEP-HW 3.00, A3, in steps of 2.54 mm. Power comes in at the top left; signals run from left to right: USB
 * and J5, ESP32, RS-232, meter port.
 */
const at = (
  part: Designator,
  x: number,
  y: number,
  rest: Omit<PartPlace, "part" | "at"> = {},
): PartPlace => ({ part, at: [x, y], ...rest })

/** Pin 1 above (a diode's cathode below). */
const down = (part: Designator, x: number, y: number, fields?: PartPlace["fields"]): PartPlace =>
  at(part, x, y, { turn: 270, ...(fields === undefined ? {} : { fields }) })

/** Pin 2 above (a diode's cathode above). */
const up = (part: Designator, x: number, y: number, fields?: PartPlace["fields"]): PartPlace =>
  at(part, x, y, { turn: 90, ...(fields === undefined ? {} : { fields }) })

const box = (width: number, height: number, sides: Omit<BoxSymbol, "kind" | "width" | "height">) => ({
  symbol: { kind: "box", width, height, ...sides } as const,
})

/** Base or gate at the left; what is nearer to the positive supply above. */
const npn = box(4, 4, { left: [null, "1"], top: [null, "3"], bottom: [null, "2"], pinLength: 1 })
const pMos = box(4, 4, { left: [null, "1"], top: [null, "2"], bottom: [null, "3"], pinLength: 1 })

/** Its pin leaves to the right; the net says what is measured there. */
const testPoint = (part: Designator, x: number, y: number): PartPlace =>
  at(part, x, y, { value: "", fields: "left" })

const empty = (steps: number): null[] => Array<null>(steps).fill(null)

const blocks: readonly Block[] = [
  { title: "24 V input; 5 V from USB and J5", from: [5.25, 5.25], to: [58.75, 31] },
  { title: "3.3 V converter", from: [59.5, 5.25], to: [113, 31] },
  { title: "USB and serial bridge", from: [5.25, 31.75], to: [62.25, 75] },
  { title: "Automatic reset", from: [5.25, 75.75], to: [33, 111.75] },
  { title: "Serial header, usually left empty", from: [33.75, 75.75], to: [62.25, 111.75] },
  { title: "ESP32", from: [63, 31.75], to: [100, 87] },
  { title: "Supply of RS-232", from: [63, 87.75], to: [100, 111.75] },
  { title: "RS-232", from: [100.75, 31.75], to: [133, 78.5] },
  { title: "Meter port (MEP)", from: [133.75, 31.75], to: [160.25, 78.5] },
  { title: "ENABLE at 9 V", from: [100.75, 79.25], to: [160.25, 101.25] },
]

/** A supply with its storage; its test points beside. */
const supply: readonly PartPlace[] = [
  at("F1", 12, 12),
  up("D3", 17, 15),
  at("D2", 22, 12),
  down("C10", 30, 15),
  down("C11", 38, 15),
  down("C12", 46, 15),
  down("C13", 52.5, 15),
  at("D4", 22, 21),
  at("D5", 22, 26),
  testPoint("TP1", 38, 22),
  testPoint("TP2", 38, 26),
  testPoint("TP3", 48, 22),
  testPoint("TP8", 48, 26),

  at(
    "U3",
    69,
    11,
    box(8, 12, {
      left: ["5", ...empty(8), "4"],
      right: ["1", ...empty(2), "6", ...empty(5), "3"],
      bottom: [...empty(3), "2"],
    }),
  ),
  down("C14", 82, 13.5),
  up("D6", 87, 16.5),
  at("L1", 92.5, 15),
  down("R8", 98, 18.5),
  down("R9", 98, 23.5),
  down("C15", 103, 18.5),
  down("C16", 108, 18.5),
]

const serial: readonly PartPlace[] = [
  at(
    "J7",
    8,
    37,
    box(6, 29, {
      right: [
        ...["2", "11", null, null, "4", null, null, "10", null, null],
        ...["6", "8", null, "5", "7", null, null, "3", "9", null, null],
        ...["1", "12", "13", "14", "15", "16"],
      ],
    }),
  ),
  down("R28", 33, 38.5),
  at("R20", 25, 42),
  at("R21", 25, 45),
  at(
    "U6",
    23,
    54,
    box(7, 9, {
      left: ["6", null, "4", null, "3", null, "1"],
      top: [...empty(3), "5"],
      bottom: [...empty(3), "2"],
    }),
  ),
  at(
    "U4",
    41,
    46,
    box(10, 18, {
      left: ["5", "6", null, null, "7", "8", "9", "10", "11", "12", "15"],
      right: ["2", null, null, "3", null, null, "13", null, null, "14"],
      top: [null, null, "16", null, "4"],
      bottom: [...empty(4), "1"],
    }),
  ),
  down("C17", 51, 41),
  at("R22", 57, 47),

  at("R23", 14, 84),
  at("Q1", 19, 82, npn),
  at("R24", 14, 99),
  at("Q2", 19, 97, npn),

  at("J5", 38, 82, {
    ...box(5, 18, {
      right: ["1", null, null, "2", null, null, "3", null, null, "4", null, null, "5", null, null, "6"],
    }),
    value: "FTDI, 5 V",
    remarks: { 1: "black", 2: "brown", 3: "red", 4: "orange", 5: "yellow", 6: "green" },
  }),
  down("C18", 51, 84),
  down("R27", 57, 84),
  at("R25", 54, 92),
  at("R26", 54, 95, { fields: "below" }),
  at("U7", 48, 102, box(6, 5, { left: ["1", null, "3"], right: ["5", "4", "6"], bottom: [null, null, "2"] })),
]

const module: readonly PartPlace[] = [
  at(
    "U2",
    78.5,
    41,
    box(11, 28, {
      left: [
        ...["3", null, "25", null, "34", "35", null, "24", null, "26", null, "14", null],
        ...["4", "5", "6", "7", "9", "10", "11", "12", "13", "16"],
        ...["17", "18", "19", "20"],
      ],
      right: [
        ...["8", null, "23", "30", "31", "33", "36", "37", ...empty(6)],
        ...["29", null, null, "28", null, null, "27", null, null],
        ...["21", "22", "32"],
      ],
      top: [...empty(5), "2"],
      bottom: [...empty(3), "1", "15", "38", "39"],
    }),
  ),
  down("C7", 66.5, 36.5),
  down("C8", 72, 36.5),
  down("C9", 77.5, 36.5),
  testPoint("TP10", 67, 49),
  testPoint("TP11", 67, 51),
  testPoint("TP12", 67, 53),

  at(
    "U5",
    65.5,
    75,
    box(7, 6, { right: [...empty(3), "2"], top: [null, null, "3"], bottom: [null, null, "1"] }),
  ),
  up("R1", 76.5, 76.5),
  down("C6", 79, 81.5),
  { ...down("SW2", 84, 81.5), value: "RESET" },
  at("TP7", 88.5, 79, { turn: 180, fields: "right", value: "" }),
  up("R2", 92, 76.5),
  { ...down("SW1", 94, 81.5), value: "BOOT" },

  at("R3", 76, 103),
  at("Q3", 81, 101, npn),
  up("R4", 86, 95.5),
  at("Q4", 91, 97, pMos),
  testPoint("TP4", 90, 108),
]

const port: readonly PartPlace[] = [
  at("U1", 120, 44, {
    ...box(10, 26, {
      left: [
        ...["1", null, null, "3", null, "4", null, null, "5"],
        ...[null, null, "11", null, null, "10", null, null, "9", null, null, "12"],
      ],
      right: [...empty(14), "14", null, null, "7", null, null, "8", null, null, "13"],
      top: [null, null, null, "16", null, null, "2"],
      bottom: [null, null, null, "15", null, null, "6"],
    }),
    fields: { designator: [128, 42.4], value: [128, 43.5] },
  }),
  down("C1", 114, 46.5, "left"),
  down("C2", 114, 51.5, "left"),
  at("C3", 125.5, 41, { fields: { designator: [125.5, 38.75], value: [127.75, 38.75] } }),
  at("TP5", 130.5, 41, { turn: 180, fields: { designator: [129.75, 40] }, value: "" }),
  up("C4", 127, 74),
  at("TP6", 130.5, 72.5, { turn: 180, fields: { designator: [129.75, 71.5] }, value: "" }),
  down("C5", 120, 39.5, "left"),

  at("D1", 138, 59),
  at("R7", 142.5, 59, { fields: "below" }),
  at("R5", 142.5, 62, { fields: "below" }),
  at("R6", 142.5, 65, { fields: "below" }),
  testPoint("TP9", 139, 54),
  up("D10", 135.5, 72),
  up("D9", 143.5, 72),
  up("D11", 151.5, 72),
  at("J6", 150, 51, {
    ...box(5, 18, {
      pinLength: 1.5,
      left: [null, "4", null, null, "1", null, null, "3", null, null, "5", null, null, "2", null, null, "6"],
    }),
    value: "MEP",
    remarks: Object.fromEntries(
      Object.entries(officialMepPin).map(([pin, official]) => [pin, `MEP ${official}`]),
    ),
  }),

  at("SJ1", 112, 93, { symbol: { kind: "jumper", pins: ["1", "2"] }, value: "9 V" }),
  at("R13", 117, 93),
  down("R14", 120, 96),
  at("Q5", 125, 91, npn),
  at("R15", 132, 88),
  up("R16", 136, 85, "left"),
  at("Q6", 139, 86, pMos),
  down("R17", 141, 93.5),
  up("D8", 146, 97.5),
  at("D7", 151, 96),
]

const notes: readonly Note[] = [
  {
    at: [114, 7],
    title: "Notes",
    lines: [
      "1  24 or 26 V from J6, by meter model; 1 W at most. VIN stands the 45 V of D3.",
      "2  3V3 comes from U3 alone: USB and J5 feed VIN, no adapter can reach 3V3.",
      "3  J6 counts odd and even, the meter 1 2 3 over 4 5 6: MEP n is the meter's number.",
      "4  TXD and RXD at J6: the meter receives on TXD, sends on RXD. RS-232, 9600 8N1.",
      "5  IO32 high switches U1 on, IO5 low enables the port, as on the boards before.",
      "6  SJ1 open: ENABLE is about 5 V, from T1OUT. Closed: about 9.5 V, from VIN.",
      "7  TP10, TP11, TP12 at 3V3 as it starts: fail safe, no access point, clear settings.",
      "8  U2: a module without PSRAM (not R2), which would take IO16 from the meter port.",
      "9  U1: unused receiver R1 has its input grounded and its output open.",
    ],
  },
]

export const sheet: SheetPlan = {
  titleBlock: {
    subtitle: "ESP32 on the Multipurpose Expansion Port of OSGP meters; finished module",
    licence: "MIT",
    origin: "after DabblerDK MEP-HW-SMD",
  },
  blocks,
  parts: [...supply, ...serial, ...module, ...port],
  notes,
  supplyNames: {
    V24: "+24V",
    VIN: "VIN",
    V3V3: "+3V3",
    VBUS: "VBUS",
    V5_J5: "5V_J5",
    VCC_RS232: "VCC_RS232",
  },
}
