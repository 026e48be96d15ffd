import { describe, expect, it } from "vitest"
import { type IpcNetlist, readIpcNetlist } from "../../src/verify/ipc-d-356"
import { checkIpc } from "../../src/verify/lvs/ipc-rule"
import { SmallBoard, smallBoardIpc } from "./small-board"

/** Written by KiCad 9.0 (`kicad-cli pcb export ipcd356`): inches, R345, no space before S. */
const kicad = `P  CODE 00
P  UNITS CUST 0
P  arrayDim   N
317SIG              VIA        MD0118PA00X+000787Y-002756X0236Y0000R000S3
327VCC              R1    -1          A01X-002309Y-000197X0453Y0551R330S2
367N/C              J1          D0787UA00X+003150Y+000000X0787Y0000R000S0
317GND              J1    -1    D0394PA00X+001969Y+000000X0669Y0669R000S0
999
`

const own = smallBoardIpc

const check = (text: string, board = new SmallBoard()): string[] =>
  checkIpc(readIpcNetlist(text, "b.ipc"), board.geometry()).map(({ message }) => message)

describe("IPC-D-356 reader", () => {
  it("reads KiCad's records in mm", () => {
    const { records }: IpcNetlist = readIpcNetlist(kicad, "k.ipc")
    expect(records.map(({ kind, net, designator, pin, side }) => [kind, net, designator, pin, side])).toEqual(
      [
        ["through-hole", "SIG", "VIA", "", "both"],
        ["surface", "VCC", "R1", "1", "top"],
        ["tooling-hole", undefined, "J1", "", "both"],
        ["through-hole", "GND", "J1", "1", "both"],
      ],
    )
    expect(records[0]?.drillMm).toBeCloseTo(0.29972)
    expect(records[1]).toMatchObject({
      rotationDeg: 330,
      maskedSides: 2,
      midPoint: false,
      drillMm: undefined,
    })
    expect(records[1]?.x).toBeCloseTo(-5.86486)
    expect(records[2]?.plated).toBe(false)
    expect(records[3]?.heightMm).toBeCloseTo(1.699, 3)
  })

  it.each([
    ["a cut file", own.replace("999\n", ""), "does not end with 999"],
    ["no units", own.replace("P  UNITS CUST 1\n", ""), "comes before the units"],
    ["odd units", own.replace("CUST 1", "FEET"), "are no units"],
    ["a shifted column", own.replace("327B ", "327 B"), undefined],
    ["a broken record", own.replace("A01X-005000", "A01X-00500"), "cannot be read as a test point"],
    ["data after the end", `${own}327B\n`, "after the end"],
    ["another file", "M48\nMETRIC\n", "is no record"],
    ["nothing", "", "the file is empty"],
  ])("%s", (_, text, message) => {
    if (message === undefined) expect(() => readIpcNetlist(text, "b.ipc")).not.toThrow()
    else expect(() => readIpcNetlist(text, "b.ipc")).toThrow(message)
  })
})

describe("IPC-D-356 netlist against board", () => {
  it("agrees", () => expect(check(own)).toEqual([]))

  it.each([
    [
      "a pad on another net",
      own.replace("327B                C1    -2", "327A                C1    -2"),
      "C1.2 is on A, not on B",
    ],
    ["a pad missing", own.replace(/327B {16}R1.*\n/, ""), "R1.2 is missing"],
    ["a pad elsewhere", own.replace("X+005000Y+000000", "X+005100Y+000000"), "R1.2 is not at (5.000, 0.000)"],
    [
      "a pad on the other side",
      own.replace("A02X+003000", "A01X+003000"),
      "C1.2 is accessible from top, not from bottom",
    ],
    [
      "a pad too many",
      own.replace("999", "327B                R9    -2          A01X+006000Y+000000X1000Y1000R000S2\n999"),
      "R9.2 at (6.000, 0.000) is no pad of the board",
    ],
    [
      "a via on another net",
      own.replace("317B                VIA", "317A                VIA"),
      "the via at (5.000, -2.000) is on A, its copper on B",
    ],
    ["a via missing", own.replace(/317B {16}VIA.*\n/, ""), "the hole at (5.000, -2.000) is missing"],
    [
      "another drill",
      own.replace("D1000P", "D1100P"),
      "the hole at (-5.000, 3.000) is 1.100 mm, drilled are 1.000",
    ],
    [
      "a hole not drilled",
      own.replace("999", "317A                VIA        MD0300PA00X+000000Y-004000X0600Y0000R000S3\n999"),
      "line 10: a hole at (0.000, -4.000) that is not drilled",
    ],
  ])("%s", (_, text, message) => {
    expect(check(text)).toContain(message)
  })
})
